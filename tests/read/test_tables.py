"""Figure tables keep the file and give one block per row."""

from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.draft import Draft
from tumen.read.tables import cut_rows, find_delimiter, is_number, read_table, split_row
from tumen.records.capture import Capture
from tumen.records.document import Role

MakeCapture = Callable[..., Capture]


@pytest.fixture
def read(codebook: Codebook, capture_of: MakeCapture) -> Callable[[str], Draft]:
    def read(text: str) -> Draft:
        data = text.encode()
        return read_table(capture_of(data, "text/csv"), data, codebook)

    return read


def rows_of(draft: Draft, role: Role) -> list[str]:
    return [p.span.quote(draft.text) for p in draft.pieces if p.hint is role]


def test_rows_below_the_header_are_body(read: Callable[[str], Draft]) -> None:
    draft = read("year,crews\r\n2019,4\r\n2020,6\r\n")
    assert rows_of(draft, Role.BODY) == ["2019,4", "2020,6"]


def test_the_file_stays_as_it_is(read: Callable[[str], Draft]) -> None:
    text = "year,crews\r\n\r\n2019,4"
    assert read(text).text == text


def test_a_quoted_cell_may_go_over_lines(read: Callable[[str], Draft]) -> None:
    draft = read('year,note\n2019,"two\nlines"\n')
    assert rows_of(draft, Role.BODY) == ['2019,"two\nlines"']


def test_lines_above_the_header_are_headlines(read: Callable[[str], Draft]) -> None:
    draft = read("Crews by year,\nyear,crews\n2019,4\n")
    assert rows_of(draft, Role.HEADLINE) == ["Crews by year,"]


def test_a_ragged_row_is_kept_but_not_read(read: Callable[[str], Draft]) -> None:
    draft = read("year,crews\n2019,4\n2020,6,7\n")
    assert rows_of(draft, Role.FURNITURE) == ["year,crews", "2020,6,7"]


def test_ragged_rows_are_one_issue(read: Callable[[str], Draft]) -> None:
    draft = read("year,crews\n2019\n2020,6,7\n")
    assert [(i.code, i.problem[:6]) for i in draft.issues] == [
        ("ragged_rows", "2 rows")
    ]


def test_an_unclosed_quote_is_an_issue(read: Callable[[str], Draft]) -> None:
    draft = read('year,crews\n2019,"4\n2020,6\n')
    assert "unclosed_quote" in [issue.code for issue in draft.issues]


def test_a_table_without_column_names_is_refused(read: Callable[[str], Draft]) -> None:
    with pytest.raises(MaterialError, match="names its columns"):
        read("2019,4\n2020,6\n")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_of_most_rows_is_found(delimiter: str) -> None:
    lines = [delimiter.join(cells) for cells in (("a", "b"), ("1", "2"), ("3", "4"))]
    assert find_delimiter([*lines, "no cells"]) == delimiter


def test_a_cell_too_long_for_the_reader_stays_one_cell() -> None:
    assert split_row("a" * 200_000 + ",b", ",") == ("a" * 200_000 + ",b",)


@pytest.mark.parametrize("cell", ["4", "1,200", "3.5", "12 000", "40%"])
def test_numbers_with_separators_are_numbers(cell: str) -> None:
    assert is_number(cell)


def test_blank_lines_are_no_rows() -> None:
    spans, is_open = cut_rows("a,b\n\n1,2\n")
    assert (len(spans), is_open) == (2, False)
