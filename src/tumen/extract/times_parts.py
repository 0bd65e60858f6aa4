"""How words for a part of a year or of a month become days.

The functions have the form of those in `times_readings`.
"""

from calendar import monthrange
from datetime import date

from tumen.extract.times_calendar import (
    DECEMBER,
    for_both,
    months_of,
    newest_of,
    one_day,
    season_from,
    season_of,
    unit_of,
)
from tumen.extract.times_gaps import Gaps, Lies
from tumen.records.period import Period

MONTH_DAYS = 31


def read_part(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return a part of a year, as `parts` of the words say."""
    first, last = gaps.part or (1, DECEMBER)
    if gaps.year:
        return months_of(gaps.year, first, last)
    return for_both(published, lambda day: months_of(day.year + shift, first, last))


def read_stretch(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return a part of a year named alone: the newest that has begun.

    Where words put it ahead it is that of the publication's year.
    """
    first, last = gaps.part or (1, DECEMBER)

    def make(year: int) -> Period:
        return months_of(year, first, last)

    if gaps.lies is Lies.AHEAD:
        return for_both(published, lambda day: make(day.year))
    return newest_of(published, make, lies=Lies.BEHIND)


def read_season(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the season, winter from the year before; without a year the newest one."""
    season = gaps.season or (1, DECEMBER)
    year = gaps.year2 or gaps.year
    if year:
        return season_of(year, season)
    return newest_of(published, lambda year: season_of(year, season))


def read_season_from(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the season that begins in the year: the winter of 2015 is that of 2015-16."""
    if gaps.year is None:
        return None
    return season_from(gaps.year, gaps.season or (1, DECEMBER))


def read_season_before(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the newest such season that was over, or one so many years from it."""
    season = gaps.season or (1, DECEMBER)
    found = newest_of(published, lambda year: season_of(year, season), -1)
    if found is None or found.last is None or not shift:
        return found
    return season_of(found.last.year + shift, season)


def read_season_of_year(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the season of the publication's year, or of one near it."""
    season = gaps.season or (1, DECEMBER)
    return for_both(published, lambda day: season_of(day.year + shift, season))


def read_year_end(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return 31 December of the year, else of the publication's or one near it."""

    def at(year: int) -> Period:
        last = date(year, DECEMBER, 31)
        return Period(last, last)

    if gaps.year:
        return at(gaps.year)
    return for_both(published, lambda day: at(day.year + shift))


def read_season_past(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the newest such season that has begun (`in the summer`)."""
    season = gaps.season or (1, DECEMBER)
    lies = Lies.AHEAD if gaps.lies is Lies.AHEAD else Lies.BEHIND
    return newest_of(published, lambda year: season_of(year, season), lies=lies)


def read_month_part(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the first, middle or last days of a month; the newest without a year."""

    def make(year: int) -> Period:
        return _days(year, gaps.month or 1, gaps)

    return make(gaps.year) if gaps.year else newest_of(published, make, lies=gaps.lies)


def read_month_part_of_year(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return such days of a month of the publication's year, or of one near it."""
    return for_both(
        published, lambda day: _days(day.year + shift, gaps.month or 1, gaps)
    )


def read_month_part_near(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return such days of the month of the publication, or of one near it."""

    def at(today: date) -> Period | None:
        month = unit_of(today, "month", shift)
        first = month.first if month else None
        return _days(first.year, first.month, gaps) if first else None

    return for_both(published, at)


def _days(year: int, month: int, gaps: Gaps) -> Period:
    """Return the days of a part of a month; the 31st stands for its last day."""
    first, last = gaps.month_part or (1, MONTH_DAYS)
    length = monthrange(year, month)[1]
    if first == last == MONTH_DAYS:
        return one_day(date(year, month, length))
    return Period(date(year, month, first), date(year, month, min(last, length)))
