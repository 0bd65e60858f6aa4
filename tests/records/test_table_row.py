import pytest

from tumen.records.table_row import cells_of


@pytest.mark.parametrize(
    "row", ["a,12,c", "a;12;c", "a\t12\tc", "a|12|c", '"a",12,"c"', " a , 12 , c "]
)
def test_the_delimiter_that_fits_the_header_is_used(row: str) -> None:
    assert cells_of(row, 3) == ("a", "12", "c")


def test_a_quoted_cell_keeps_its_commas() -> None:
    assert cells_of('x,"one, two",3', 3) == ("x", "one, two", "3")


def test_a_row_of_other_width_has_no_cells() -> None:
    assert cells_of("a,b", 3) is None


def test_an_unclosed_quotation_mark_gives_no_cells() -> None:
    assert cells_of('a,"b,c', 3) is None
