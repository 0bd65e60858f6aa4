from datetime import date

import pytest

from tumen.extract.table_rows import number_in, period_in
from tumen.records.period import Period


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12", 12),
        ("12.5", 12.5),
        ("13,221", 13221),
        ("13 221", 13221),
        ("13'221", 13221),
        ("-3", -3),
    ],
)
def test_a_cell_that_is_a_number_is_read(cell: str, number: float) -> None:
    assert number_in(cell) == number


@pytest.mark.parametrize("cell", ["", "many", "12 men", "1,22", "2019-09"])
def test_a_cell_that_holds_more_than_a_number_is_none(cell: str) -> None:
    assert number_in(cell) is None


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-09-05", date(2019, 9, 5), date(2019, 9, 5)),
        ("2019-09-05 00:00:00", date(2019, 9, 5), date(2019, 9, 5)),
    ],
)
def test_days_months_and_years_are_periods(cell: str, first: date, last: date) -> None:
    assert period_in(cell) == Period(first, last)


@pytest.mark.parametrize("cell", ["", "soon", "2019-13", "2019-02-30", "19"])
def test_what_is_no_day_gives_no_period(cell: str) -> None:
    assert period_in(cell) is None
