"""How a kind of wording becomes days: one function for each `reading`.

Each takes the gaps of a match, the days the page may be from (closed, or None), and
the shift of the rule, and returns a period, or None when it cannot be resolved. What
is relative to the publication is worked out for its first and its last possible day,
and covers both.
"""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.codebook.schema import PublicEvent
from tumen.extract.times_patterns import TimeTable
from tumen.records.period import Period

DECEMBER = 12
WEEK = 7
YEARS = {"year": 1, "decade": 10}
DAYS = {"day": 1, "week": WEEK}


@dataclass(frozen=True, slots=True)
class Gaps:
    """What stands in the gaps of a match; None where it has none."""

    day: int | None = None
    day2: int | None = None
    month: int | None = None
    month2: int | None = None
    year: int | None = None
    year2: int | None = None
    weekday: int | None = None
    part: tuple[int, int] | None = None
    season: tuple[int, int] | None = None
    count: int | None = None
    unit: str | None = None
    event: PublicEvent | None = None

    @classmethod
    def of(cls, match: re.Match[str], table: TimeTable) -> "Gaps":
        """Return the gaps with their words looked up."""
        plain = {
            name: " ".join(found.lower().replace("’", "'").split())
            for name, found in match.groupdict().items()
            if found is not None
        }
        words = table.words
        return cls(
            day=_number(plain.get("day") or plain.get("dd")),
            day2=_number(plain.get("day2")),
            month=table.months.get(plain.get("month", "")) or _number(plain.get("mm")),
            month2=table.months.get(plain.get("month2", "")),
            year=_number(plain.get("year") or plain.get("decade")),
            year2=_number(plain.get("year2")) or _short_year(plain),
            weekday=table.weekdays.get(plain.get("weekday", "")),
            part=words.parts.get(plain.get("part", "")),
            season=words.seasons.get(plain.get("season", "")),
            count=_number(plain.get("count"), words.counts),
            unit=words.units.get(plain.get("unit", "")),
            event=table.events.get(plain.get("event", "")),
        )


def _number(word: str | None, names: Mapping[str, int] | None = None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else (names or {}).get(word)


def _short_year(plain: Mapping[str, str]) -> int | None:
    """Return 2019 for the `19` of `2018-19`."""
    year, short = _number(plain.get("year")), _number(plain.get("short"))
    return year // 100 * 100 + short if year and short else None


Reading = Callable[[Gaps, Period | None, int], Period | None]


def _day_of(year: int, month: int, day: int) -> date | None:
    if day > calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _months_of(year: int, first: int, last: int) -> Period:
    end = calendar.monthrange(year, last)[1]
    return Period(date(year, first, 1), date(year, last, end))


def _for_both(
    published: Period | None, at: Callable[[date], Period | None]
) -> Period | None:
    """Return what covers the readings for the first and the last day of publication."""
    if published is None or published.first is None or published.last is None:
        return None
    early, late = at(published.first), at(published.last)
    if early is None or late is None:
        return None
    return Period(early.first, late.last)


def _newest(
    published: Period | None, make: Callable[[int], Period | None], shift: int = 0
) -> Period | None:
    """Return the newest such time of a year that begins by the publication.

    Args:
        make: the time in a given year.
        shift: -1 asks for one that ended before the publication began.
    """

    def at(today: date) -> Period | None:
        for year in (today.year, today.year - 1, today.year - 2):
            found = make(year)
            if found is None or found.first is None or found.last is None:
                continue
            if (found.last if shift else found.first) <= today:
                return found
        return None

    return _for_both(published, at)


def read_day(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the day; without a year the newest one by the publication."""
    month, day = gaps.month or 1, gaps.day or 1

    def make(year: int) -> Period | None:
        found = _day_of(year, month, day)
        return Period(found, found) if found else None

    return make(gaps.year) if gaps.year else _newest(published, make)


def read_day_either_way(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the day of `25/12/2019`; both ways of reading `12/05/2019` bound it.

    A reading that lies after the publication is left out.
    """
    year, one, two = gaps.year or 1, gaps.day or 1, gaps.day2 or 1
    pairs = {(m, d) for m, d in ((one, two), (two, one)) if m <= DECEMBER}
    found = [day for pair in pairs if (day := _day_of(year, *pair)) is not None]
    last = published.last if published else None
    days = [day for day in found if last is None or day <= last] or found
    return Period(min(days), max(days)) if days else None


def read_days(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the days from one to another of a month."""
    month, first, last = gaps.month or 1, gaps.day or 1, gaps.day2 or 1

    def make(year: int) -> Period | None:
        a, b = _day_of(year, month, first), _day_of(year, month, last)
        return Period(a, b) if a and b and a <= b else None

    return make(gaps.year) if gaps.year else _newest(published, make)


def read_month(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the month; without a year the newest one by the publication."""
    month = gaps.month or 1
    if gaps.year:
        return _months_of(gaps.year, month, month)
    return _newest(published, lambda year: _months_of(year, month, month))


def read_month_before(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the newest such month that was over (`last January`)."""
    month = gaps.month or 1
    return _newest(published, lambda year: _months_of(year, month, month), -1)


def read_month_of_year(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the month of the publication's year, or of one near it."""
    month = gaps.month or 1
    return _for_both(published, lambda day: _months_of(day.year + shift, month, month))


def read_months(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the months from one to another; the first may be of the year before."""
    first, last = gaps.month or 1, gaps.month2 or 1
    if gaps.year and gaps.year2 and gaps.year < gaps.year2:
        end = _months_of(gaps.year2, last, last).last
        return Period(date(gaps.year, first, 1), end)

    def make(year: int) -> Period:
        if first <= last:
            return _months_of(year, first, last)
        return Period(date(year - 1, first, 1), _months_of(year, last, last).last)

    return make(gaps.year) if gaps.year else _newest(published, make)


def read_part(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return a part of a year, as `parts` of the words say."""
    first, last = gaps.part or (1, DECEMBER)
    if gaps.year:
        return _months_of(gaps.year, first, last)
    return _for_both(published, lambda day: _months_of(day.year + shift, first, last))


def _season(year: int, season: tuple[int, int]) -> Period:
    first, length = season
    last = first + length - 1
    if last <= DECEMBER:
        return _months_of(year, first, last)
    return Period(date(year - 1, first, 1), _months_of(year, last - 12, last - 12).last)


def read_season(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the season, winter from the year before; without a year the newest one."""
    season = gaps.season or (1, DECEMBER)
    if gaps.year:
        return _season(gaps.year, season)
    return _newest(published, lambda year: _season(year, season))


def read_season_before(
    gaps: Gaps, published: Period | None, shift: int
) -> Period | None:
    """Return the newest such season that was over."""
    season = gaps.season or (1, DECEMBER)
    return _newest(published, lambda year: _season(year, season), -1)


def read_year_end(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return 31 December of the publication's year."""

    def at(day: date) -> Period:
        last = date(day.year, DECEMBER, 31)
        return Period(last, last)

    return _for_both(published, at)


def read_so_far(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the publication's year up to its day."""
    return _for_both(published, lambda day: Period(date(day.year, 1, 1), day))


def read_rest(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the publication's year from its day on."""
    return _for_both(published, lambda day: Period(day, date(day.year, DECEMBER, 31)))


def read_year(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the whole year."""
    return _months_of(gaps.year, 1, DECEMBER) if gaps.year else None


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


def _unit(day: date, unit: str, shift: int) -> Period | None:
    """Return the day, week (Monday to Sunday), month or year near a day."""
    if unit in DAYS:
        moved = day + timedelta(days=shift * DAYS[unit])
        monday = moved - timedelta(days=moved.weekday() if unit == "week" else 0)
        return Period(monday, monday + timedelta(days=DAYS[unit] - 1))
    if unit == "month":
        first = _months_back(day.replace(day=1), -shift)
        return _months_of(first.year, first.month, first.month)
    if unit == "year":
        return _months_of(day.year + shift, 1, DECEMBER)
    return None


def _months_back(day: date, months: int) -> date:
    """Return the same day that many months earlier, or the last of a shorter month."""
    whole = day.year * 12 + day.month - 1 - months
    year, month = whole // 12, whole % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def read_unit(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the week, month or year of the publication, or one near it."""
    unit = gaps.unit or ""
    return _for_both(published, lambda day: _unit(day, unit, shift))


def _back(day: date, count: int, unit: str) -> date:
    if unit in DAYS:
        return day - timedelta(days=count * DAYS[unit])
    return _months_back(day, count * 12 * YEARS[unit] if unit in YEARS else count)


def read_span_to_now(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return so many years, months or days up to the publication."""
    count, unit = gaps.count or 1, gaps.unit or "year"
    return _for_both(published, lambda day: Period(_back(day, count, unit), day))


def read_ago(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the whole day, week, month or year that lies so far back."""
    count, unit = gaps.count or 1, gaps.unit or "year"
    if unit == "decade":
        return None
    return _for_both(published, lambda day: _unit(day, unit, -count))


def read_day_shift(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the day before or after the publication."""
    return _for_both(published, lambda day: _unit(day, "day", shift))


def read_weekday(gaps: Gaps, published: Period | None, shift: int) -> Period | None:
    """Return the newest such day by the publication, itself included; 1: the next."""
    wanted = gaps.weekday or 1

    def at(day: date) -> Period:
        back = (day.isoweekday() - wanted) % WEEK
        found = day + timedelta(days=WEEK * shift - back)
        return Period(found, found)

    return _for_both(published, at)


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
    "day_either_way": read_day_either_way,
    "days": read_days,
    "month": read_month,
    "named_month_before": read_month_before,
    "month_of_year": read_month_of_year,
    "months": read_months,
    "part": read_part,
    "season": read_season,
    "season_before": read_season_before,
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
    "day_shift": read_day_shift,
    "weekday": read_weekday,
    "now": read_now,
    "event": read_event,
    "event_start": read_event_start,
    "unresolved": read_unresolved,
}
"""Readings by the name that `times.toml` gives them."""
