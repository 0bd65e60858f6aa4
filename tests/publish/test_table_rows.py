"""A row of a table reads as its columns and their values."""

from collections.abc import Callable

import pytest

from tests.publish.conftest import cleared
from tumen.publish.table_rows import (
    brief_cells,
    cell_words,
    headers_of,
    row_cells,
    said_words,
)
from tumen.records.release import Release, ReleasedClaim

Claims = Callable[..., ReleasedClaim]
HEADERS = {"figures.csv": ("best", "unit", "note")}


def row(
    make_claim: Claims, quote: str | None, found_by: str = "table"
) -> ReleasedClaim:
    return make_claim(
        "r1",
        doc=cleared("figures.csv"),
        quote=None if quote is None else cleared(quote),
        found_by=cleared(found_by),
    )


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("37000,persons,", "best: 37000; unit: persons"),
        ('37000,persons,"printed, without a source"', "best: 37000; unit: persons; note: printed, without a source"),
        ("37000;persons;as printed", "best: 37000; unit: persons; note: as printed"),
        ("37000\tpersons\t", "best: 37000; unit: persons"),
    ],
)  # fmt: skip
def test_a_row_is_told_column_by_column(
    make_claim: Claims, quote: str, words: str
) -> None:
    assert cell_words(row_cells(row(make_claim, quote), HEADERS)) == words


@pytest.mark.parametrize("quote", ["37000,persons", '37000,"persons,', None])
def test_a_row_that_does_not_fit_its_columns_is_not_taken_apart(
    make_claim: Claims, quote: str | None
) -> None:
    assert row_cells(row(make_claim, quote), HEADERS) == ()


def test_words_of_a_page_are_no_row(make_claim: Claims) -> None:
    assert row_cells(row(make_claim, "1,2,3", "rules"), HEADERS) == ()


@pytest.mark.parametrize(
    ("quote", "found_by", "words"),
    [
        ("37000,persons,", "table", "best: 37000; unit: persons"),
        ("1,2,3", "rules", "1,2,3"),
        (None, "table", ""),
    ],
)
def test_the_words_of_a_claim_in_one_line(
    make_claim: Claims, quote: str | None, found_by: str, words: str
) -> None:
    assert said_words(row(make_claim, quote, found_by), HEADERS) == words


def test_a_table_without_columns_is_not_taken_apart(make_claim: Claims) -> None:
    assert row_cells(row(make_claim, "1,2,3"), {}) == ()


def test_a_brief_row_leaves_out_what_stands_beside_it() -> None:
    cells = (("id", "F1"), ("best", "300"), ("speaker", "a ministry"))
    assert brief_cells(cells) == (("best", "300"),)
    assert brief_cells(cells[:1]) == cells[:1]


def test_a_release_tells_the_columns_of_its_tables(release: Release) -> None:
    assert headers_of(release) == {"figures.csv": ("year", "best")}
