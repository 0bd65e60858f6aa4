"""Months are counted from a model's first, and lead back to their days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.estimate.engine.months import last_day_of, month_number, month_of

FIRSTS = st.dates(date(1950, 1, 1), date(2050, 1, 1)).map(lambda day: f"{day:%Y-%m}")


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2005, 1, 1), 0),
        (date(2005, 1, 31), 0),
        (date(2005, 2, 1), 1),
        (date(2004, 12, 31), -1),
        (date(2006, 1, 15), 12),
        (date(2026, 12, 31), 263),
    ],
)
def test_the_number_of_the_month_of_a_day(day: date, number: int) -> None:
    assert month_number(day, "2005-01") == number


def test_months_count_from_a_first_month_within_a_year() -> None:
    assert month_number(date(2006, 1, 1), "2005-09") == 4


def test_a_written_month_has_the_number_of_its_days() -> None:
    assert month_of("2017-09", "2005-01") == month_number(date(2017, 9, 30), "2005-01")


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (0, date(2019, 1, 31)),
        (1, date(2019, 2, 28)),
        (11, date(2019, 12, 31)),
        (13, date(2020, 2, 29)),
        (-1, date(2018, 12, 31)),
    ],
)
def test_the_last_day_of_a_month(number: int, day: date) -> None:
    assert last_day_of(number, "2019-01") == day


@given(st.integers(-500, 500), FIRSTS)
def test_the_last_day_lies_in_its_month(number: int, first: str) -> None:
    assert month_number(last_day_of(number, first), first) == number


@given(st.integers(-500, 500), FIRSTS)
def test_the_day_after_the_last_begins_the_next_month(number: int, first: str) -> None:
    after = last_day_of(number, first) + timedelta(days=1)
    assert (month_number(after, first), after.day) == (number + 1, 1)


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), FIRSTS)
def test_a_day_written_as_a_month_keeps_its_number(day: date, first: str) -> None:
    assert month_of(f"{day:%Y-%m}", first) == month_number(day, first)
