"""Tables open in a spreadsheet and start no formula."""

import csv
import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook

from tumen.publish.sheets import neutral, write_csv, write_xlsx
from tumen.records.release import ReleasedClaim


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_starts_a_formula(start: str) -> None:
    assert neutral(f"{start}cmd()") == f"'{start}cmd()"


@pytest.mark.parametrize("value", [None, 3, 2.5, True, "about 3,000", ""])
def test_plain_values_stay(value: object) -> None:
    assert neutral(value) == value


def test_lists_become_json() -> None:
    assert neutral(["a", 1]) == '["a",1]'


def test_a_formula_in_a_quote_is_text_in_both_tables(
    make_claim: Callable[..., ReleasedClaim],
) -> None:
    rows = [make_claim(quote="=1+1")]
    line = next(csv.DictReader(io.StringIO(write_csv(rows).decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(write_xlsx({"claims": rows})))["claims"]
    column = [cell.value for cell in sheet[1]].index("quote")
    assert (line["quote"], sheet[2][column].value) == ("'=1+1", "'=1+1")


def test_the_same_rows_give_the_same_bytes(
    make_claim: Callable[..., ReleasedClaim],
) -> None:
    rows = {"claims": [make_claim()], "none": []}
    assert write_xlsx(rows) == write_xlsx(rows)


def test_a_workbook_tells_neither_time_nor_person(
    make_claim: Callable[..., ReleasedClaim],
) -> None:
    book = load_workbook(io.BytesIO(write_xlsx({"claims": [make_claim()]})))
    assert book.properties.modified is not None
    assert (book.properties.creator, book.properties.modified.year) == ("Tumen", 1980)
