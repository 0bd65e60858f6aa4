"""Words that point to the time told before become days."""

from datetime import date

from tumen.extract.times_gaps import Gaps
from tumen.extract.times_told import (
    last_told,
    read_told_month,
    read_told_part,
    read_told_season,
)
from tumen.records.period import Period

YEAR = Period(date(2019, 1, 1), date(2019, 12, 31))
DAY = Period(date(2021, 6, 14), date(2021, 6, 14))


def test_no_year_is_counted_from_the_weekday_of_words() -> None:
    told = [(YEAR, "as_of"), (DAY, "report")]
    assert last_told("from", "year", told) == YEAR


def test_without_another_time_it_is() -> None:
    assert last_told("from", "year", [(DAY, "report")]) == DAY


def test_days_are_counted_from_the_last_time() -> None:
    assert last_told("from", "day", [(YEAR, "as_of"), (DAY, "report")]) == DAY


def test_a_month_of_the_year_after_the_one_told() -> None:
    found = read_told_month(Gaps(month=5), YEAR, 1)
    assert found == Period(date(2020, 5, 1), date(2020, 5, 31))


def test_a_winter_told_by_its_beginning_ends_in_the_next_year() -> None:
    told = Period(date(2019, 11, 5), date(2019, 11, 5))
    found = read_told_season(Gaps(season=(12, 3)), told, 0)
    assert found == Period(date(2019, 12, 1), date(2020, 2, 29))


def test_the_same_part_of_another_year() -> None:
    told = Period(date(2019, 1, 1), date(2019, 9, 30))
    found = read_told_part(Gaps(year=2018), told, 0)
    assert found == Period(date(2018, 1, 1), date(2018, 9, 30))
