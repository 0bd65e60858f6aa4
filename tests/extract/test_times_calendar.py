from datetime import date

import pytest

from tumen.extract.times_calendar import (
    back_from,
    day_of,
    is_month,
    is_too_wide,
    is_wide,
    months_of,
    newest_of,
    one_day,
    season_from,
    season_of,
    unit_of,
)
from tumen.extract.times_gaps import Lies
from tumen.records.period import Period

WEDNESDAY = date(2021, 6, 16)
TODAY = one_day(WEDNESDAY)


@pytest.mark.parametrize(
    ("unit", "shift", "first", "last"),
    [
        ("day", -1, date(2021, 6, 15), date(2021, 6, 15)),
        ("week", 0, date(2021, 6, 14), date(2021, 6, 20)),
        ("weekend", -1, date(2021, 6, 12), date(2021, 6, 13)),
        ("month", 1, date(2021, 7, 1), date(2021, 7, 31)),
        ("quarter", 0, date(2021, 4, 1), date(2021, 6, 30)),
        ("quarter", -2, date(2020, 10, 1), date(2020, 12, 31)),
        ("year", -1, date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_units_lie_around_a_day(unit: str, shift: int, first: date, last: date) -> None:
    assert unit_of(WEDNESDAY, unit, shift) == Period(first, last)


def test_an_hour_is_no_period() -> None:
    assert unit_of(WEDNESDAY, "hour", 0) is None
    assert back_from(WEDNESDAY, 3, "hour") is None


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (10, "day", date(2021, 6, 6)),
        (2, "week", date(2021, 6, 2)),
        (1, "quarter", date(2021, 3, 16)),
        (2, "decade", date(2001, 6, 16)),
        (-1, "month", date(2021, 7, 16)),
    ],
)
def test_units_count_back(count: int, unit: str, day: date) -> None:
    assert back_from(WEDNESDAY, count, unit) == day


def test_a_last_day_stays_a_last_day() -> None:
    assert back_from(date(2021, 2, 28), 1, "month") == date(2021, 1, 31)


def may(year: int) -> Period:
    return months_of(year, 5, 5)


def july(year: int) -> Period:
    return months_of(year, 7, 7)


@pytest.mark.parametrize(
    ("lies", "year"), [(Lies.UNSAID, 2021), (Lies.BEHIND, 2020), (Lies.AHEAD, 2021)]
)
def test_a_month_soon_to_come_is_near(lies: Lies, year: int) -> None:
    assert newest_of(TODAY, july, lies=lies) == july(year)


@pytest.mark.parametrize(
    ("lies", "year"), [(Lies.UNSAID, 2021), (Lies.BEHIND, 2021), (Lies.AHEAD, 2022)]
)
def test_a_month_just_over_is_near(lies: Lies, year: int) -> None:
    assert newest_of(TODAY, may, lies=lies) == may(year)


def test_without_a_publication_no_year_is_newest() -> None:
    assert newest_of(None, may) is None


def test_a_winter_may_be_told_by_the_year_it_begins_in() -> None:
    assert season_from(2020, (12, 3)) == season_of(2021, (12, 3))


def test_winter_begins_the_year_before() -> None:
    winter = season_of(2021, (12, 3))

    assert winter == Period(date(2020, 12, 1), date(2021, 2, 28))


def test_there_is_no_thirtieth_of_february() -> None:
    assert day_of(2021, 2, 30) is None


def test_only_all_of_it_is_a_month() -> None:
    assert is_month(may(2021))
    assert not is_month(Period(date(2021, 5, 1), date(2021, 5, 30)))
    assert not is_month(Period(None, WEDNESDAY))


def test_a_year_is_too_wide_to_count_months_from() -> None:
    assert is_too_wide(months_of(2021, 1, 12), "month")
    assert not is_too_wide(months_of(2021, 1, 12), "year")
    assert is_too_wide(Period(WEDNESDAY, None), "year")


def test_a_month_is_wide_and_a_week_is_not() -> None:
    assert is_wide(may(2021))
    assert is_wide(Period(None, WEDNESDAY))
    assert not is_wide(Period(WEDNESDAY, date(2021, 6, 22)))
