"""How a kind of wording becomes days: one function for each `reading`.

Each takes the gaps of a match, the days the page may be from (closed, or None), and
the shift of the rule, and returns a period, or None when it cannot be resolved. What
is relative to the publication is worked out for its first and its last possible day,
and covers both.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tumen.extract.times_calendar import (
    DECEMBER,
    WEEK,
    YEARS,
    back_from,
    day_of,
    for_both,
    is_month,
    is_too_wide,
    months_of,
    newest_of,
    one_day,
    unit_of,
)
from tumen.extract.times_gaps import Gaps, Lies
from tumen.extract.times_parts import (
    read_month_part,
    read_month_part_near,
    read_month_part_of_year,
    read_part,
    read_season,
    read_season_before,
    read_season_from,
    read_season_of_year,
    read_season_past,
    read_stretch,
    read_year_end,
)
from tumen.extract.times_told import (
    read_told,
    read_told_month,
    read_told_part,
    read_told_season,
)
from tumen.records.period import Period

Reading = Callable[[Gaps, Period | None, int], Period | None]


def read_day(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the day; without a year the newest one by the publication."""
    month, day = gaps.month or 1, gaps.day or 1

    def make(year: int) -> Period | None:
        found = day_of(year, month, day)
        return Period(found, found) if found else None

    if gaps.year:
        return make(gaps.year)
    return newest_of(published, make, lies=gaps.lies)


def read_day_before(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the newest such day that was over (`last October 5`)."""
    return read_day(replace(gaps, lies=Lies.BEHIND), published, shift)


def read_day_either_way(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the day of `25/12/2019`; both ways of reading `12/05/2019` bound it.

    A reading that lies after the publication is left out.
    """
    year, one, two = gaps.year or 1, gaps.day or 1, gaps.day2 or 1
    pairs = {(m, d) for m, d in ((one, two), (two, one)) if m <= DECEMBER}
    found = [day for pair in pairs if (day := day_of(year, *pair)) is not None]
    last = published.last if published else None
    days = [day for day in found if last is None or day <= last] or found
    return Period(min(days), max(days)) if days else None


def read_day_of_month(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the day of the month told last, else the newest by the publication.

    Where words put it ahead it is the next one.
    """
    day = gaps.day or 1
    if published is not None and is_month(published) and published.first:
        found = day_of(published.first.year, published.first.month, day)
        return one_day(found) if found else None
    steps = (0, 1, 2) if gaps.lies is Lies.AHEAD else (0, -1, -2)

    def at(today: date) -> Period | None:
        months = (unit_of(today, "month", step) for step in steps)
        firsts = (month.first for month in months if month and month.first)
        days = (day_of(first.year, first.month, day) for first in firsts)
        is_ahead = gaps.lies is Lies.AHEAD
        fits = (d for d in days if d and (d >= today if is_ahead else d <= today))
        return next((one_day(d) for d in fits), None)

    return for_both(published, at)


def read_days(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the days from one to another of a month."""
    month, first, last = gaps.month or 1, gaps.day or 1, gaps.day2 or 1

    def make(year: int) -> Period | None:
        a, b = day_of(year, month, first), day_of(year, month, last)
        return Period(a, b) if a and b and a <= b else None

    return make(gaps.year) if gaps.year else newest_of(published, make)


def read_month(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the month; without a year the newest one by the publication."""
    month = gaps.month or 1
    if gaps.year:
        return months_of(gaps.year, month, month)
    return newest_of(
        published, lambda year: months_of(year, month, month), lies=gaps.lies
    )


def read_month_before(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the newest such month that was over (`last January`)."""
    month = gaps.month or 1
    return newest_of(published, lambda year: months_of(year, month, month), -1)


def read_month_after(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the next such month that is not over (`next March`)."""
    return read_month(replace(gaps, lies=Lies.AHEAD), published, shift)


def read_month_of_year(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the month of the publication's year, or of one near it."""
    month = gaps.month or 1
    return for_both(published, lambda day: months_of(day.year + shift, month, month))


def read_months(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the months from one to another; the first may be of the year before."""
    first, last = gaps.month or 1, gaps.month2 or 1
    if gaps.year and gaps.year2 and gaps.year < gaps.year2:
        end = months_of(gaps.year2, last, last).last
        return Period(date(gaps.year, first, 1), end)

    def make(year: int) -> Period:
        if first <= last:
            return months_of(year, first, last)
        return Period(date(year - 1, first, 1), months_of(year, last, last).last)

    return make(gaps.year) if gaps.year else newest_of(published, make)


def read_so_far(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the publication's year, or the unit named, up to its day."""

    def at(day: date) -> Period | None:
        whole = unit_of(day, gaps.unit or "year", 0)
        return Period(whole.first, day) if whole else None

    return for_both(published, at)


def read_rest(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the publication's year from its day on."""
    return for_both(published, lambda day: Period(day, date(day.year, DECEMBER, 31)))


def read_year(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the whole year."""
    return months_of(gaps.year, 1, DECEMBER) if gaps.year else None


def read_years(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the whole years from one to another."""
    if gaps.year is None or gaps.year2 is None or gaps.year > gaps.year2:
        return None
    return Period(date(gaps.year, 1, 1), date(gaps.year2, DECEMBER, 31))


def read_decade(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return ten years."""
    if gaps.year is None:
        return None
    return Period(date(gaps.year, 1, 1), date(gaps.year + 9, DECEMBER, 31))


def read_unit(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the week, month or year of the publication, or one near it."""
    unit = gaps.unit or ""
    return for_both(published, lambda day: unit_of(day, unit, shift))


def read_span_to_now(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return so many years, months or days up to the publication."""
    count, unit = gaps.count or 1, gaps.unit or "year"

    def at(day: date) -> Period | None:
        first = back_from(day, count, unit)
        return Period(first, day) if first else None

    return for_both(published, at)


def read_ago(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the whole day, week, month or year that lies so far back; 1: ahead.

    A decade ago is the year that lies ten years back; more are too wide to name.
    """
    count, unit = gaps.count or 1, gaps.unit or "year"
    if unit == "decade" and count == 1:
        count, unit = YEARS[unit], "year"
    steps = count * (shift or -1)
    return for_both(published, lambda day: unit_of(day, unit, steps))


def read_from(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return what lies so far from another time, if that is as exact as the unit."""
    if published is None or is_too_wide(published, gaps.unit or ""):
        return None
    return read_ago(gaps, published, shift)


def read_shifted(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return another time moved by so many units, as long as it is itself.

    `A year earlier` than March 2020 is March 2019.
    """
    if published is None or is_too_wide(published, gaps.unit or ""):
        return None
    count, unit = (gaps.count or 1) * (-shift or 1), gaps.unit or ""

    def at(day: date) -> Period | None:
        moved = back_from(day, count, unit)
        return one_day(moved) if moved else None

    return for_both(published, at)


def read_same(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the whole unit around another time, if that is as exact as the unit."""
    if published is None or is_too_wide(published, gaps.unit or ""):
        return None
    return read_unit(gaps, published, 0)


def read_day_shift(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the day before or after the publication."""
    return for_both(published, lambda day: unit_of(day, "day", shift))


def read_weekday(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the newest such day by the publication, itself included; 1: the next.

    -1 leaves the day of publication out: `last Friday` on a Friday is a week ago.
    """
    wanted = gaps.weekday or 1

    def at(day: date) -> Period:
        back = (day.isoweekday() - wanted) % WEEK
        if shift < 0:
            return one_day(day - timedelta(days=back or WEEK))
        weeks = 1 if gaps.lies is Lies.AHEAD and back else shift
        return one_day(day + timedelta(days=WEEK * weeks - back))

    return for_both(published, at)


def read_now(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the days of publication."""
    return published


def read_event(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the days of a public event."""
    if gaps.event is None:
        return None
    return Period(
        date.fromisoformat(gaps.event.first), date.fromisoformat(gaps.event.last)
    )


def read_event_start(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the first day of a public event."""
    if gaps.event is None:
        return None
    first = date.fromisoformat(gaps.event.first)
    return Period(first, first)


def read_unresolved(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return nothing: the time hangs on words further back (`that year`)."""
    return None


READINGS: Mapping[str, Reading] = {
    "day": read_day,
    "day_before": read_day_before,
    "day_either_way": read_day_either_way,
    "day_of_month": read_day_of_month,
    "days": read_days,
    "month": read_month,
    "named_month_before": read_month_before,
    "named_month_after": read_month_after,
    "month_of_year": read_month_of_year,
    "months": read_months,
    "part": read_part,
    "stretch": read_stretch,
    "season": read_season,
    "season_before": read_season_before,
    "season_of_year": read_season_of_year,
    "season_from": read_season_from,
    "season_past": read_season_past,
    "month_part": read_month_part,
    "month_part_of_year": read_month_part_of_year,
    "month_part_near": read_month_part_near,
    "told": read_told,
    "told_month": read_told_month,
    "told_season": read_told_season,
    "told_part": read_told_part,
    "year_end": read_year_end,
    "so_far": read_so_far,
    "rest_of_year": read_rest,
    "year": read_year,
    "years": read_years,
    "decade": read_decade,
    "unit": read_unit,
    "span_to_now": read_span_to_now,
    "one_to_now": read_span_to_now,
    "ago": read_ago,
    "from": read_from,
    "shifted": read_shifted,
    "same": read_same,
    "day_shift": read_day_shift,
    "weekday": read_weekday,
    "now": read_now,
    "event": read_event,
    "event_start": read_event_start,
    "unresolved": read_unresolved,
}
"""Readings by the name that `times.toml` gives them."""
