"""The words around a claim, cut where the words begin and end that prove its slots."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tumen.records.claim import Claim
from tumen.records.document import Block, Document, Role
from tumen.records.span import Span

QUOTE = "quote"
AROUND = 12
"""Blocks shown before and after the one of the claim; more are on its page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that prove the same; `start` counts from the begin of the text.

    Args:
        proves: names of slots, and `quote` for words of the claim itself.
    """

    start: int
    text: str
    proves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the page; `holds` tells that words of the claim stand in it."""

    role: str
    holds: bool
    pieces: tuple[Piece, ...]


def cut_passages(document: Document, claim: Claim) -> tuple[Passage, ...]:
    """Return the blocks around a claim and those that prove a slot of it, in order."""
    spans = proving_spans(claim)
    blocks = [b for b in document.blocks if b.role is not Role.FURNITURE]
    if not any(block.span.meets(claim.span) for block in blocks):
        blocks = list(document.blocks)  # A person may choose words of a menu.
    return tuple(
        Passage(
            block.role.value,
            block.span.meets(claim.span),
            tuple(_pieces(document.text, block.span, spans)),
        )
        for block in _wanted(blocks, claim, spans)
    )


def proving_spans(claim: Claim) -> dict[str, Span]:
    """Return the words of a claim and of its slots; inherited ones by their source."""
    found = {
        name: slot.span or slot.inherited_from for name, slot in claim.slots.items()
    }
    spans = {name: span for name, span in found.items() if span is not None}
    return {QUOTE: claim.span, **spans}


def _wanted(
    blocks: Sequence[Block], claim: Claim, spans: Mapping[str, Span]
) -> Iterable[Block]:
    at = next((n for n, b in enumerate(blocks) if b.span.meets(claim.span)), 0)
    for number, block in enumerate(blocks):
        proves = any(block.span.meets(span) for span in spans.values())
        if abs(number - at) <= AROUND or proves:
            yield block


def _pieces(text: str, block: Span, spans: Mapping[str, Span]) -> Iterable[Piece]:
    here = {name: span for name, span in spans.items() if span.meets(block)}
    edges = {block.start, block.end}
    for span in here.values():
        edges |= {max(span.start, block.start), min(span.end, block.end)}
    for start, end in pairwise(sorted(edges)):
        proves = (n for n, s in here.items() if s.start < end and s.end > start)
        yield Piece(start, text[start:end], tuple(proves))
