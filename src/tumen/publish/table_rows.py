"""Take the raw row of a figure table apart: every value behind the name of its column."""

from collections.abc import Mapping, Sequence

from tumen.records.release import Release, ReleasedClaim
from tumen.records.table_row import cells_of

BY_TABLE = "table"
"""What found the claim of a table's row."""
SAID_ELSEWHERE = frozenset({
    "id", "measure", "iso", "speaker", "speaker_kind", "house", "origin", "via",
    "outlet", "published", "hedge", "url",
})  # fmt: skip
"""Columns that say who said it, which stands beside the row, or only sort it."""

Headers = Mapping[str, tuple[str, ...]]
"""Column names of each table, by the name of its page."""


def headers_of(release: Release) -> Headers:
    """Return the column names of the tables in a release."""
    return {page.doc: page.header for page in release.documents if page.header}


def row_cells(claim: ReleasedClaim, headers: Headers) -> tuple[tuple[str, str], ...]:
    """Return column and value of every filled cell of a row.

    Empty when the claim is no row of a table, or its words or columns are withheld.
    """
    header = headers.get(claim.doc or "", ())
    if claim.found_by != BY_TABLE or not claim.quote or not header:
        return ()
    cells = cells_of(claim.quote, len(header)) or ()
    pairs = zip(header, cells, strict=False)
    return tuple((name, cell) for name, cell in pairs if cell)


def brief_cells(cells: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the cells that say what a row is about; all when none of them does."""
    kept = tuple(cell for cell in cells if cell[0] not in SAID_ELSEWHERE)
    return kept or tuple(cells)


def cell_words(cells: Sequence[tuple[str, str]]) -> str:
    """Return cells on one line, e.g. `best: 37000; unit: persons`."""
    return "; ".join(f"{column}: {value}" for column, value in cells)


def said_words(claim: ReleasedClaim, headers: Headers) -> str:
    """Return the words of a claim, those of a table's row by column; none if withheld."""
    return cell_words(brief_cells(row_cells(claim, headers))) or claim.quote or ""
