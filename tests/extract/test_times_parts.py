"""Words for a part of a year or a month become days."""

from datetime import date

from tumen.extract.times_gaps import Gaps
from tumen.extract.times_parts import (
    read_month_part,
    read_month_part_near,
    read_season_before,
    read_season_from,
    read_year_end,
)
from tumen.records.period import Period

PUBLISHED = Period(date(2021, 6, 16), date(2021, 6, 16))


def test_the_31st_stands_for_the_last_day_of_a_month() -> None:
    found = read_month_part(Gaps(month_part=(31, 31), month=2, year=2020), None, 0)
    assert found == Period(date(2020, 2, 29), date(2020, 2, 29))


def test_a_part_of_the_month_before_is_counted_from_the_publication() -> None:
    found = read_month_part_near(Gaps(month_part=(21, 31)), PUBLISHED, -1)
    assert found == Period(date(2021, 5, 21), date(2021, 5, 31))


def test_a_winter_of_a_year_begins_in_it() -> None:
    found = read_season_from(Gaps(season=(12, 3), year=2019), None, 0)
    assert found == Period(date(2019, 12, 1), date(2020, 2, 29))


def test_a_season_before_the_last_lies_a_year_further_back() -> None:
    found = read_season_before(Gaps(season=(6, 3)), PUBLISHED, -1)
    assert found == Period(date(2019, 6, 1), date(2019, 8, 31))


def test_the_end_of_last_year_is_its_last_day() -> None:
    found = read_year_end(Gaps(), PUBLISHED, -1)
    assert found == Period(date(2020, 12, 31), date(2020, 12, 31))
