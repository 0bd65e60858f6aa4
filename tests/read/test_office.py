"""Word documents and Excel workbooks become one text."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import docx
import openpyxl
import pytest

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read import office
from tumen.read.office import read_word, read_workbook
from tumen.records.capture import Capture
from tumen.records.document import Role

MakeCapture = Callable[..., Capture]
Sheets = dict[str, list[list[object]]]


def word_file(*paragraphs: str, table: tuple[str, str] | None = None) -> bytes:
    file = docx.Document()
    file.core_properties.author = "Ada Example"
    file.add_heading("What the crews said", level=1)
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    if table:
        row = file.add_table(rows=1, cols=2).rows[0]
        row.cells[0].text, row.cells[1].text = table
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def workbook(sheets: Sheets) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_paragraphs_and_table_rows_are_pieces(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = word_file("The crews slept in the mill.", table=("April", "200"))
    draft = read_word(capture_of(data, "docx"), data, codebook)
    words = [piece.span.quote(draft.text) for piece in draft.pieces]
    assert words[1:3] == ["The crews slept in the mill.", "April\t200"]


def test_a_heading_style_makes_a_heading(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = word_file("Words.")
    draft = read_word(capture_of(data, "docx"), data, codebook)
    assert draft.pieces[0].heading


def test_properties_stand_as_furniture(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = word_file("Words.")
    draft = read_word(capture_of(data, "docx"), data, codebook)
    assert [(w.key, w.value) for w in draft.witnesses][-1:] == [
        ("author", "Ada Example")
    ]


def test_a_document_without_words_is_refused(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    with pytest.raises(MaterialError, match="no text in the document"):
        read_word(capture_of(out.getvalue(), "docx"), out.getvalue(), codebook)


def test_cells_are_joined_by_tabs_and_written_plainly(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    rows: list[list[object]] = [
        ["day", "crews"],
        [date(2019, 5, 2), 4.0],
        [None, 2.5],
    ]
    data = workbook({"a": rows})
    draft = read_workbook(capture_of(data, "xlsx"), data, codebook)
    assert draft.text == "day\tcrews\n2019-05-02\t4\n\t2.5"


def test_a_second_sheet_with_the_same_columns_goes_on(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = workbook({"a": [["year", "n"], [2019, 4]], "b": [["year", "n"], [2020, 6]]})
    draft = read_workbook(capture_of(data, "xlsx"), data, codebook)
    body = [p.span.quote(draft.text) for p in draft.pieces if p.hint is Role.BODY]
    assert body == ["2019\t4", "2020\t6"]


def test_a_sheet_with_other_columns_is_kept_and_named(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = workbook(
        {"a": [["year", "n"], [2019, 4]], "b": [["x", "y"], [1, 2]], "c": []}
    )
    draft = read_workbook(capture_of(data, "xlsx"), data, codebook)
    assert [issue.code for issue in draft.issues] == ["other_columns"]


@pytest.mark.parametrize("reader", [read_word, read_workbook])
def test_a_file_that_is_no_package_is_refused(
    reader: Callable[..., object], codebook: Codebook, capture_of: MakeCapture
) -> None:
    with pytest.raises(MaterialError, match="damaged"):
        reader(capture_of(b"PK\x03\x04", "x"), b"PK\x03\x04", codebook)


@pytest.mark.parametrize("reader", [read_word, read_workbook])
def test_a_package_of_something_else_is_refused(
    reader: Callable[..., object], codebook: Codebook, capture_of: MakeCapture
) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("readme.txt", "words")
    with pytest.raises(MaterialError, match="damaged"):
        reader(capture_of(out.getvalue(), "x"), out.getvalue(), codebook)


def test_a_package_that_unpacks_to_too_much_is_refused(
    codebook: Codebook, capture_of: MakeCapture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "MAX_UNPACKED_BYTES", 100)
    data = word_file("Words.")
    with pytest.raises(MaterialError, match="unpacks to"):
        read_word(capture_of(data, "docx"), data, codebook)
