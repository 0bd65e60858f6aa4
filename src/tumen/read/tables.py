"""Read figure tables (CSV, TSV): one body block per row, the file unchanged."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.decode import decode_bytes
from tumen.read.draft import Draft, Piece
from tumen.read.plain import guessed
from tumen.records.capture import Capture
from tumen.records.document import Form, Role
from tumen.records.issue import Issue
from tumen.records.span import Span

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_ROWS = 20


@dataclass(frozen=True, slots=True)
class Row:
    """The raw words of a row and its cells."""

    span: Span
    cells: tuple[str, ...]

    @property
    def is_head(self) -> bool:
        """True when it could name columns: two or more cells, all words."""
        filled = [cell for cell in self.cells if cell.strip()]
        return len(filled) >= 2 and not any(is_number(cell) for cell in filled)


def read_table(capture: Capture, data: bytes, codebook: Codebook) -> Draft:
    """Return the rows of a CSV or TSV file as pieces."""
    decoded = decode_bytes(data, capture.charset, markup=False)
    issues = [] if decoded.sure else [guessed(capture, decoded.charset)]
    spans, is_open = cut_rows(decoded.text)
    delimiter = find_delimiter(
        [span.quote(decoded.text) for span in spans[:SAMPLE_ROWS]]
    )
    rows = [Row(span, split_row(span.quote(decoded.text), delimiter)) for span in spans]
    if is_open:
        issues.append(_unclosed(capture, spans[-1]))
    return lay_out(capture, decoded.text, [rows], issues)


def lay_out(
    capture: Capture,
    text: str,
    sections: Sequence[Sequence[Row]],
    issues: Sequence[Issue],
) -> Draft:
    """Return a draft whose rows below the header are body.

    The first row that names columns is the header of the whole file. Rows above it
    are headlines. Kept as furniture, with an issue: rows with another number of
    cells, whose columns are not sure, and sections under another header.

    Raises:
        MaterialError: no row names columns.
    """
    header = next((row.cells for rows in sections for row in rows if row.is_head), None)
    if header is None:
        raise MaterialError(
            f"{capture.name}: no row of the table names its columns",
            "Put the column names into the first row.",
        )
    pieces: list[Piece] = []
    found = list(issues)
    for rows in sections:
        head = next((at for at, row in enumerate(rows) if row.cells == header), None)
        if head is None:
            pieces += [Piece(span=row.span, hint=Role.FURNITURE) for row in rows]
            found += _other_columns(capture, rows)
            continue
        pieces += [Piece(span=row.span, hint=Role.HEADLINE) for row in rows[:head]]
        pieces += [
            _piece(row, header, is_head=row is rows[head]) for row in rows[head:]
        ]
        found += _ragged(capture, rows[head + 1 :], len(header))
    return Draft(
        text=text,
        pieces=tuple(pieces),
        form=Form.TABLE,
        header=tuple(cell.strip() for cell in header),
        issues=tuple(found),
    )


def _piece(row: Row, header: Sequence[str], *, is_head: bool) -> Piece:
    fits = len(row.cells) == len(header) and not is_head
    return Piece(span=row.span, hint=Role.BODY if fits else Role.FURNITURE)


def _other_columns(capture: Capture, rows: Sequence[Row]) -> list[Issue]:
    if not rows:
        return []
    return [
        Issue(
            stage="read",
            code="other_columns",
            doc=capture.name,
            capture=capture.id,
            span=Span(rows[0].span.start, rows[-1].span.end),
            problem=f"a sheet of {len(rows)} rows has other columns than the first",
            remedy="Save it as a file of its own; it is kept but not read.",
        )
    ]


def cut_rows(text: str) -> tuple[list[Span], bool]:
    """Return the rows that are not blank; a quoted cell may go over several lines.

    The second value is True when a quote is never closed; from there on every line
    is a row of its own.
    """
    lines = list(_lines(text))
    open_at: int | None = None
    spans: list[Span] = []
    for index, span in enumerate(lines):
        odd = span.quote(text).count('"') % 2 == 1
        if open_at is None and odd:
            open_at = index
        elif open_at is None:
            spans.append(span)
        elif odd:
            spans.append(Span(lines[open_at].start, span.end))
            open_at = None
    if open_at is None:
        return spans, False
    return [*spans, *lines[open_at:]], True


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in io.StringIO(text, newline=""):
        end = start + len(line.rstrip("\r\n"))
        if line.strip():
            yield Span(start, end)
        start += len(line)


def find_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter that gives most rows the same number of cells, two or more."""
    scores = {}
    for delimiter in DELIMITERS:
        counts = Counter(len(split_row(line, delimiter)) for line in lines)
        scores[delimiter] = max(
            (rows for cells, rows in counts.items() if cells > 1), default=0
        )
    return max(DELIMITERS, key=lambda delimiter: scores[delimiter])


def split_row(line: str, delimiter: str) -> tuple[str, ...]:
    """Return the cells of one raw row."""
    try:
        return tuple(next(csv.reader([line], delimiter=delimiter), ()))
    except csv.Error:
        # Longer than a cell may be, or a stray control character.
        return (line,)


def is_number(cell: str) -> bool:
    """Tell whether a cell holds a number, with or without separators."""
    bare = cell.strip().replace(",", "").replace(" ", "").replace("\xa0", "")
    try:
        float(bare.rstrip("%"))
    except ValueError:
        return False
    return True


def _unclosed(capture: Capture, span: Span) -> Issue:
    return Issue(
        stage="read",
        code="unclosed_quote",
        doc=capture.name,
        capture=capture.id,
        span=span,
        problem="a quotation mark in the table is never closed",
        remedy="Close it; every line from there on is read as one row.",
    )


def _ragged(capture: Capture, rows: Sequence[Row], width: int) -> list[Issue]:
    ragged = [row for row in rows if len(row.cells) != width]
    if not ragged:
        return []
    first = ragged[0]
    return [
        Issue(
            stage="read",
            code="ragged_rows",
            doc=capture.name,
            capture=capture.id,
            span=first.span,
            problem=f"{len(ragged)} rows do not have the {width} cells of the header, "
            f"the first has {len(first.cells)}",
            remedy="Mend these rows; they are kept but not read.",
        )
    ]
