"""Days, weeks, months, quarters and years near a day, as periods."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from tumen.extract.times_gaps import Lies
from tumen.records.period import Period

DECEMBER = 12
WEEK = 7
NEAR_DAYS = timedelta(days=45)
DAY_OFF = timedelta(days=1)
"""A page may bear the date of the day before the paper it is from."""
YEARS = {"year": 1, "decade": 10}
LONGEST = {"day": 0, "week": WEEK, "month": 31, "quarter": 92, "year": 366}
"""Days that a time may span to be counted from in a unit."""
MONTHS = {"month": 1, "quarter": 3}
SHORTEST_MONTH = 27
DAYS = {"day": 1, "week": WEEK}


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the month is shorter."""
    if day > calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def one_day(day: date) -> Period:
    """Return a period of a day."""
    return Period(day, day)


def months_of(year: int, first: int, last: int) -> Period:
    """Return the whole months from one to another of a year."""
    end = calendar.monthrange(year, last)[1]
    return Period(date(year, first, 1), date(year, last, end))


def season_of(year: int, season: tuple[int, int]) -> Period:
    """Return a season, given by first month and length; it ends in the year."""
    first, length = season
    last = first + length - 1
    if last <= DECEMBER:
        return months_of(year, first, last)
    return Period(date(year - 1, first, 1), months_of(year, last - 12, last - 12).last)


def season_from(year: int, season: tuple[int, int]) -> Period:
    """Return a season, given by first month and length; it begins in the year."""
    first, length = season
    return season_of(year + (first + length - 1 > DECEMBER), season)


def for_both(
    published: Period | None, at: Callable[[date], Period | None]
) -> Period | None:
    """Return what covers the readings for the first and the last day of publication."""
    if published is None or published.first is None or published.last is None:
        return None
    early, late = at(published.first), at(published.last)
    if early is None or late is None:
        return None
    return Period(early.first, late.last)


def newest_of(
    published: Period | None,
    make: Callable[[int], Period | None],
    shift: int = 0,
    *,
    lies: Lies = Lies.UNSAID,
) -> Period | None:
    """Return the newest such time of a year that begins by the publication.

    A page names no year where the time is near: unless its words put it in the past,
    one that begins within `NEAR_DAYS` of the publication is meant before one that lies
    almost a year back.

    Args:
        make: the time in a given year.
        shift: -1 asks for one that ended before the publication began.
        lies: where its words put it; ahead asks for the next one that is not over.
    """

    def fits(found: Period, today: date) -> bool:
        if found.first is None or found.last is None:
            return False
        if lies is Lies.AHEAD:
            return found.last >= today
        if shift:
            return found.last <= today
        slack = NEAR_DAYS if lies is Lies.UNSAID else DAY_OFF
        return found.first <= today + slack

    def at(today: date) -> Period | None:
        years = (0, 1, 2) if lies is Lies.AHEAD else (1, 0, -1, -2)
        made = (make(today.year + more) for more in years)
        return next((found for found in made if found and fits(found, today)), None)

    return for_both(published, at)


def unit_of(day: date, unit: str, shift: int) -> Period | None:
    """Return the day, week (Monday to Sunday), month or year near a day."""
    if unit in DAYS:
        moved = day + timedelta(days=shift * DAYS[unit])
        monday = moved - timedelta(days=moved.weekday() if unit == "week" else 0)
        return Period(monday, monday + timedelta(days=DAYS[unit] - 1))
    if unit == "month":
        first = _months_back(day.replace(day=1), -shift)
        return months_of(first.year, first.month, first.month)
    if unit == "year":
        return months_of(day.year + shift, 1, DECEMBER)
    return _quarter(day, shift) if unit == "quarter" else _weekend(day, unit, shift)


def _quarter(day: date, shift: int) -> Period:
    first = _months_back(day.replace(month=day.month - (day.month - 1) % 3, day=1), 0)
    first = _months_back(first, -3 * shift)
    return months_of(first.year, first.month, first.month + 2)


def _weekend(day: date, unit: str, shift: int) -> Period | None:
    """Return Saturday and Sunday: of this week, or over before it began."""
    if unit != "weekend":
        return None
    saturday = day - timedelta(days=day.weekday() - 5 - shift * WEEK)
    return Period(saturday, saturday + timedelta(days=1))


def back_from(day: date, count: int, unit: str) -> date | None:
    """Return the day that lies so many units back, None for units too small."""
    if unit in DAYS:
        return day - timedelta(days=count * DAYS[unit])
    if unit in MONTHS:
        return _months_back(day, count * MONTHS[unit])
    return _months_back(day, count * 12 * YEARS[unit]) if unit in YEARS else None


def _months_back(day: date, months: int) -> date:
    """Return the same day that many months earlier; a last day stays a last day."""
    whole = day.year * 12 + day.month - 1 - months
    year, month = whole // 12, whole % 12 + 1
    last = calendar.monthrange(year, month)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month, last if is_last else min(day.day, last))


def is_too_wide(period: Period, unit: str) -> bool:
    """Tell whether a time is wider than a unit that is to be counted from it."""
    if period.first is None or period.last is None:
        return True
    return (period.last - period.first).days > LONGEST.get(unit, -1)


def is_month(period: Period) -> bool:
    """Tell whether a time is one whole month."""
    first = period.first
    return first is not None and period == months_of(
        first.year, first.month, first.month
    )


def is_wide(period: Period) -> bool:
    """Tell whether a time spans a month or more."""
    if period.first is None or period.last is None:
        return True
    return (period.last - period.first).days >= SHORTEST_MONTH
