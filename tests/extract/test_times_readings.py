from datetime import date

import pytest

from tumen.extract.times_gaps import Gaps, Lies
from tumen.extract.times_readings import READINGS
from tumen.records.period import Period

LEAP_DAY = Period(date(2024, 2, 29), date(2024, 2, 29))
NEW_YEAR = Period(date(2021, 1, 1), date(2021, 1, 1))


def read(
    reading: str, gaps: Gaps, published: Period | None = NEW_YEAR, shift: int = 0
) -> Period | None:
    return READINGS[reading](gaps, published, shift)


@pytest.mark.parametrize("reading", ["year", "decade", "years", "event", "event_start"])
def test_readings_without_their_gap_give_nothing(reading: str) -> None:
    assert read(reading, Gaps()) is None


@pytest.mark.parametrize(
    ("unit", "count", "first", "last"),
    [
        ("day", 1, date(2020, 12, 31), date(2020, 12, 31)),
        ("month", 1, date(2020, 12, 1), date(2020, 12, 31)),
        ("year", 1, date(2020, 1, 1), date(2020, 12, 31)),
        ("week", 1, date(2020, 12, 21), date(2020, 12, 27)),
    ],
)
def test_what_lies_back_is_a_whole_unit(
    unit: str, count: int, first: date, last: date
) -> None:
    assert read("ago", Gaps(unit=unit, count=count)) == Period(first, last)


def test_decades_back_are_too_wide_to_name() -> None:
    assert read("ago", Gaps(unit="decade", count=2)) is None


def test_no_unit_is_no_time() -> None:
    assert read("unit", Gaps(unit="age")) is None


def test_a_span_back_from_a_leap_day_ends_in_february() -> None:
    found = read("span_to_now", Gaps(unit="year", count=1), LEAP_DAY)

    assert found == Period(date(2023, 2, 28), date(2024, 2, 29))


def test_two_decades_are_twenty_years() -> None:
    found = read("span_to_now", Gaps(unit="decade", count=2), NEW_YEAR)

    assert found == Period(date(2001, 1, 1), date(2021, 1, 1))


def test_a_day_that_never_was_is_no_time() -> None:
    assert read("day", Gaps(month=2, day=30)) is None
    assert read("days", Gaps(month=2, day=20, day2=30)) is None


def test_the_newest_leap_day_may_be_a_year_back() -> None:
    found = read("day", Gaps(month=2, day=29))

    assert found == Period(date(2020, 2, 29), date(2020, 2, 29))


def test_days_without_a_year_are_the_newest() -> None:
    found = read("days", Gaps(month=12, day=20, day2=24))

    assert found == Period(date(2020, 12, 20), date(2020, 12, 24))


@pytest.mark.parametrize(
    ("lies", "day", "wanted"),
    [
        (Lies.UNSAID, 29, date(2024, 2, 29)),
        (Lies.UNSAID, 30, date(2024, 1, 30)),
        (Lies.AHEAD, 3, date(2024, 3, 3)),
    ],
)
def test_a_day_without_a_month_is_near_the_publication(
    lies: Lies, day: int, wanted: date
) -> None:
    found = read("day_of_month", Gaps(day=day, lies=lies), LEAP_DAY)

    assert found == Period(wanted, wanted)


def test_a_day_without_a_month_is_of_the_month_told() -> None:
    june = Period(date(2021, 6, 1), date(2021, 6, 30))

    assert read("day_of_month", Gaps(day=9), june) == Period(
        date(2021, 6, 9), date(2021, 6, 9)
    )
    assert read("day_of_month", Gaps(day=31), june) is None


def test_the_winter_of_two_years_ends_in_the_second() -> None:
    found = read("season", Gaps(season=(12, 3), year=2014, year2=2015))

    assert found == Period(date(2014, 12, 1), date(2015, 2, 28))
