"""Words between quotation marks, paragraph by paragraph."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from tumen.records.span import Span

MARK = re.compile(r"''|``|[“”«»\"]")
OPENING = frozenset({"“", "«", "``", "''", '"'})
CLOSING = frozenset({"”", "»", "''", '"'})
"""Marks; typed texts double the apostrophe (``so'', ''so'')."""
SHORT = 25
"""Quotes with fewer characters are single words in quotation marks, not speech."""


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the quoted stretches with their marks, in order of the text.

    A quote that its paragraph does not close ends with the paragraph: the next one
    opens it again, as printed speech does.
    """
    found: list[Span] = []
    for paragraph in paragraphs:
        start: int | None = None
        for mark in MARK.finditer(text, paragraph.start, paragraph.end):
            if start is None and mark.group() in OPENING:
                start = mark.start()
            elif start is not None and mark.group() in CLOSING:
                found.append(Span(start, mark.end()))
                start = None
        if start is not None and start < paragraph.end:
            found.append(Span(start, paragraph.end))
    return tuple(found)


def spoken_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the quoted stretches that are somebody's sentence, no other text."""
    quotes = find_quotes(text, paragraphs)
    return tuple(q for q in quotes if is_speech(q) and not is_excerpt(text, q))


def is_speech(quote: Span) -> bool:
    """Tell whether a quote is long enough to be somebody's sentence."""
    return quote.end - quote.start >= SHORT


def is_excerpt(text: str, quote: Span) -> bool:
    """Tell whether a quote runs to the end of its paragraph and is not closed there.

    Such a paragraph quotes another text, with voices of its own.
    """
    return not text.endswith(tuple(CLOSING), quote.start, quote.end)


def quote_around(quotes: Sequence[Span], place: int) -> Span | None:
    """Return the quote that holds a place, else None.

    Args:
        quotes: in order of the text, none inside another.
    """
    behind = bisect_right(quotes, place, key=lambda quote: quote.start)
    nearest = quotes[behind - 1] if behind else None
    return nearest if nearest is not None and place < nearest.end else None
