"""Cut the text of a page where claims begin and end, so that each can be coloured."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from tumen.publish.chance import doubt_of
from tumen.records.document import Block, Document, Role
from tumen.records.release import Cleared, ReleasedClaim


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand in the same claims; `start` counts from the text's begin.

    Args:
        kind: of the claim that gives the colour, None outside claims.
        doubt: how that claim is marked.
    """

    start: int
    text: str
    claims: tuple[Cleared, ...]
    kind: str | None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the page, or a run of furniture shown folded."""

    role: str
    blocks: tuple[tuple[Segment, ...], ...]

    @property
    def is_folded(self) -> bool:
        """True for furniture, which is kept but out of the way."""
        return self.role == Role.FURNITURE


def cut_page(document: Document, claims: Sequence[ReleasedClaim]) -> tuple[Part, ...]:
    """Return the page in order; neighbouring furniture blocks share one part."""
    parts = []
    runs = groupby(
        enumerate(document.blocks),
        key=lambda pair: -1 if pair[1].role is Role.FURNITURE else pair[0],
    )
    for _, run in runs:
        blocks = [block for _, block in run]
        cut = tuple(tuple(cut_block(document.text, b, claims)) for b in blocks)
        parts.append(Part(blocks[0].role.value, cut))
    return tuple(parts)


def cut_block(
    text: str, block: Block, claims: Iterable[ReleasedClaim]
) -> Iterable[Segment]:
    """Yield the segments of one block; together they are exactly its text."""
    first, last = block.span.start, block.span.end
    spans = [
        (claim.start, claim.end, claim)
        for claim in claims
        if claim.start is not None and claim.end is not None
    ]
    here = [
        (start, end, claim)
        for start, end, claim in spans
        if start < last and end > first
    ]
    edges = {first, last}
    for start, end, _ in here:
        edges |= {max(start, first), min(end, last)}
    ordered = sorted(edges)
    for begin, end in pairwise(ordered):
        over = [claim for start, stop, claim in here if start < end and stop > begin]
        # The shortest claim gives the colour: it is the most exact one.
        over.sort(key=lambda claim: (claim.end or 0) - (claim.start or 0))
        yield Segment(
            begin,
            text[begin:end],
            tuple(claim.id for claim in over),
            over[0].kind if over else None,
            doubt_of(over[0]) if over else "",
        )
