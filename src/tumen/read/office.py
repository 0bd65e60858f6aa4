"""Read Word documents and Excel workbooks into one text."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from xml.etree.ElementTree import ParseError

import docx
import openpyxl
from docx.document import Document as WordFile
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.canvas import Canvas
from tumen.read.draft import Draft, Piece, Witness
from tumen.read.tables import Row, lay_out
from tumen.records.capture import Capture
from tumen.records.document import Role
from tumen.records.span import Span

MAX_UNPACKED_BYTES = 200_000_000
"""A file that unpacks to more is refused: ten times the largest capture."""

BROKEN = (
    zipfile.BadZipFile,
    PackageNotFoundError,
    LxmlError,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
)
"""What both libraries raise on damaged files."""


def read_word(capture: Capture, data: bytes, codebook: Codebook) -> Draft:
    """Return the paragraphs of a DOCX file, tables row by row, as one text.

    Raises:
        MaterialError: the file is damaged, too large when unpacked, or without text.
    """
    check_package(capture, data)
    try:
        file = docx.Document(io.BytesIO(data))
        lines = list(_word_lines(file))
        saved = _word_properties(file)
    except BROKEN as error:
        raise _damaged(capture, "Word document") from error
    canvas = Canvas()
    pieces = [
        Piece(span=canvas.write(line, "\n\n"), heading=heading)
        for line, heading in lines
    ]
    if not pieces:
        raise MaterialError(
            f"{capture.name}: no text in the document",
            "If it holds pictures of text, type the words into a text file.",
        )
    witnesses = []
    for key, value in saved:
        span = canvas.write(f"{key}: {value}", "\n\n")
        pieces.append(Piece(span=span, hint=Role.FURNITURE))
        witnesses.append(Witness(key, value, Span(span.end - len(value), span.end)))
    return Draft(
        text=canvas.text,
        pieces=tuple(pieces),
        witnesses=tuple(witnesses),
        marked_up=True,
    )


def _word_lines(file: WordFile) -> Iterator[tuple[str, bool]]:
    for element in file.element.body.iterchildren():
        if element.tag == qn("w:p"):
            paragraph = Paragraph(element, file)
            words = paragraph.text.strip()
            style = paragraph.style.name if paragraph.style is not None else ""
            if words:
                yield words, bool(style and style.startswith(("Heading", "Title")))
        elif element.tag == qn("w:tbl"):
            for row in Table(element, file).rows:
                words = "\t".join(" ".join(cell.text.split()) for cell in row.cells)
                if words.strip():
                    yield words.strip(), False


def _word_properties(file: WordFile) -> list[tuple[str, str]]:
    known = file.core_properties
    said = [("title", known.title), ("author", known.author)]
    return [
        (key, " ".join(value.split())) for key, value in said if value and value.strip()
    ]


def read_workbook(capture: Capture, data: bytes, codebook: Codebook) -> Draft:
    """Return the rows of an XLSX file, cells joined by tabs, sheet after sheet.

    The first sheet with column names gives the header. Sheets with other columns are
    kept as furniture, with an issue: one table has one header.

    Raises:
        MaterialError: the file is damaged, too large when unpacked, or without rows.
    """
    check_package(capture, data)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        sheets = [
            _cells(sheet.iter_rows(values_only=True)) for sheet in book.worksheets
        ]
        book.close()
    except BROKEN as error:
        raise _damaged(capture, "Excel workbook") from error
    canvas = Canvas()
    sections = [
        [Row(canvas.write("\t".join(cells), "\n"), cells) for cells in rows]
        for rows in sheets
    ]
    return lay_out(capture, canvas.text, sections, ())


def _cells(rows: Iterable[Sequence[object]]) -> list[tuple[str, ...]]:
    """Return the rows that are not empty, cut to the columns that are used."""
    written = [tuple(_written(value) for value in row) for row in rows]
    filled = [row for row in written if any(row)]
    width = max((_width(row) for row in filled), default=0)
    return [(*row[:width], *[""] * (width - len(row))) for row in filled]


def _width(row: Sequence[str]) -> int:
    return max(index + 1 for index, cell in enumerate(row) if cell)


def _written(value: object) -> str:
    """Return a cell as a person would write it: whole numbers and days stay plain."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def check_package(capture: Capture, data: bytes) -> None:
    """Refuse a file that is no package, or that unpacks to too much.

    Raises:
        MaterialError: see above.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
    except BROKEN as error:
        raise _damaged(capture, "office file") from error
    if unpacked > MAX_UNPACKED_BYTES:
        raise MaterialError(
            f"{capture.name}: unpacks to {unpacked} bytes, more than {MAX_UNPACKED_BYTES}",
            "Save the part that matters as a file of its own.",
        )


def _damaged(capture: Capture, kind: str) -> MaterialError:
    return MaterialError(
        f"{capture.name}: the {kind} is damaged and cannot be opened",
        "Open it in an office program and save it again.",
    )
