"""Join lines of texts that were broken at a fixed width, as mail and wires are."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from tumen.read.draft import Piece
from tumen.records.span import Span

MIN_WRAPPED_CHARS = 45
MAX_WRAPPED_CHARS = 110
MIN_JOINS = 4
MIN_LOWER_SHARE = 0.4
ENDINGS = (".", "!", "?", "。", "”", '"', ":", "…")


def join_wrapped(text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the paragraphs of a wrapped text; other texts come back unchanged.

    A text is wrapped when no line is longer than 110 characters and lines that end
    inside a sentence are followed, without a blank line, by a small letter.
    """
    if not pieces or max(p.span.end - p.span.start for p in pieces) > MAX_WRAPPED_CHARS:
        return tuple(pieces)
    broken = [
        _breaks(text, before.span, after.span)
        for before, after in itertools.pairwise(pieces)
    ]
    lower = sum(
        cut and text[piece.span.start].islower()
        for cut, piece in zip(broken, pieces[1:], strict=False)
    )
    if sum(broken) < MIN_JOINS or lower < MIN_LOWER_SHARE * sum(broken):
        return tuple(pieces)
    return _joined(text, pieces)


def _breaks(text: str, before: Span, after: Span) -> bool:
    """Tell whether a sentence goes on from one line to the next."""
    if text[before.end : after.start].count("\n") != 1:
        return False
    long = before.end - before.start >= MIN_WRAPPED_CHARS
    return long and not before.quote(text).endswith(ENDINGS)


def _joined(text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    joined = [pieces[0]]
    for piece in pieces[1:]:
        last = joined[-1].span
        width = last.end - text.rfind("\n", 0, last.end) - 1
        near = text[last.end : piece.span.start].count("\n") == 1
        if near and width >= MIN_WRAPPED_CHARS:
            joined[-1] = replace(piece, span=Span(last.start, piece.span.end))
        else:
            joined.append(piece)
    return tuple(joined)
