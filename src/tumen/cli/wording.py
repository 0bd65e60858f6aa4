"""Say a figure, its words and its voice in the short cells of a table."""

from datetime import date

from tumen.publish.table_rows import Headers, brief_cells, cell_words, row_cells
from tumen.publish.wording import claim_words, period_words
from tumen.records.release import ReleasedClaim

MOST_LETTERS = 160
"""Longest quote in a table; machine answers have it whole."""


def figure(claim: ReleasedClaim) -> str:
    """Return the value of a claim as stated, e.g. `over 20,000`."""
    return claim_words(claim) or ("in words" if claim.kind == "figure" else "")


def days(first: date | None, last: date | None) -> str:
    """Return a period as the report says it; an open one leaves its cell empty."""
    return "" if first is None and last is None else period_words(first, last)


def counted(number: int, thing: str) -> str:
    """Return a number with its noun, e.g. `1 page`, `3 pages`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def shorten(text: str, most: int = MOST_LETTERS) -> str:
    """Return a text in one line, cut between words with an ellipsis when too long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def quoted(claim: ReleasedClaim, headers: Headers) -> str:
    """Return the words of a claim in quotation marks, empty when they are withheld.

    A row of a table is told by its columns instead.
    """
    cells = row_cells(claim, headers)
    if cells:
        return shorten(cell_words(brief_cells(cells)))
    return f"“{shorten(claim.quote)}”" if claim.quote else ""


def voice(claim: ReleasedClaim) -> str:
    """Return who said it, the voice first and the page's outlet last, and how surely."""
    who = " < ".join(claim.chain) or claim.speaker or claim.speaker_kind
    return f"{who} ({claim.hedge})"


def fact(claim: ReleasedClaim) -> str:
    """Return value, period and place of a claim in one cell."""
    when = days(claim.as_of_start, claim.as_of_end)
    return ", ".join(part for part in (figure(claim), when, claim.place) if part)
