"""When a fact is told to have been, in days, in months of the world, and in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tumen.codebook.press import PressRules
from tumen.records.world import World, WorldEvent
from tumen.world.press.series import month_end

DECEMBER = 12
HALF = 6
YEAR = 12
MID_MONTH = 15
WEEK = 6
LATEST = 0.75
"""Chance that the latest count is told, rather than an older one."""
YEARS_BACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as told.

    Args:
        name: of the time form; words: empty where the page has said it already.
        first, last: days, None for an open end, or for a habit.
        months: first and last month of the world, whose value is told.
    """

    name: str
    words: str
    first: date | None
    last: date | None
    months: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The day a page is published, seen from the world.

    Args:
        month: number of the month it falls into.
        delay: least and most months between a count and its telling.
        event: of the page; since: month from which a policy is in force.
    """

    world: World
    day: date
    month: int
    delay: tuple[int, int]
    event: WorldEvent | None = None
    since: int | None = None


Days = tuple[date | None, date | None, tuple[int, int]]


def tell_time(
    name: str, moment: Moment, rules: PressRules, rng: np.random.Generator
) -> When | None:
    """Return a time of one form; None when there is none that fits the day."""
    found = FORMS[name](moment, rng)
    if found is None or found[2][0] < 0 or found[2][1] >= moment.world.months:
        return None
    first, last, months = found
    anchor = (
        event_day(moment) if name in EVENT_DAYS else moment.world.month_start(months[0])
    )
    texts = next(time.texts for time in rules.times if time.name == name)
    words = texts[int(rng.integers(len(texts)))].format(
        year=anchor.year + (name == "next_year"),
        month=rules.months[anchor.month - 1],
        day=anchor.day,
        weekday=rules.weekdays[anchor.weekday()],
    )
    return When(name=name, words=words, first=first, last=last, months=months)


def event_day(moment: Moment) -> date:
    """Return the day of the event, or of the page where there is none."""
    if moment.event is None:
        return moment.day
    start = moment.world.month_start(moment.event.month)
    return start.replace(day=moment.event.day)


def _back(moment: Moment, rng: np.random.Generator) -> int:
    """Return the month whose count is told."""
    least, most = moment.delay
    return moment.month - int(rng.integers(max(1, least), max(1, least, most) + 1))


def _year_end(moment: Moment, rng: np.random.Generator) -> Days | None:
    latest = moment.month - max(1, moment.delay[0])
    back = (moment.world.month_start(max(latest, 0)).month) % DECEMBER
    month = latest - back
    if rng.random() > LATEST:
        month -= YEAR * int(rng.integers(1, YEARS_BACK + 1))
    if month < 0:
        return None
    day = month_end(moment.world, month)
    return day, day, (month, month)


def _year(moment: Moment, rng: np.random.Generator) -> Days | None:
    ended = _year_end(moment, rng)
    return None if ended is None else _whole(moment, ended[2][0] - YEAR + 1, YEAR)


def _whole(moment: Moment, first: int, months: int) -> Days | None:
    last = first + months - 1
    if first < 0 or last >= moment.world.months:
        return None
    return moment.world.month_start(first), month_end(moment.world, last), (first, last)


def _month(moment: Moment, rng: np.random.Generator) -> Days | None:
    return _whole(moment, _told_month(moment, rng), 1)


def _told_month(moment: Moment, rng: np.random.Generator) -> int:
    return moment.event.month if moment.event else _back(moment, rng)


def _month_bare(moment: Moment, rng: np.random.Generator) -> Days | None:
    month = _told_month(moment, rng)
    is_this_year = month >= moment.month - moment.day.month + 1
    return _whole(moment, month, 1) if is_this_year and month < moment.month else None


def _last_month(moment: Moment, rng: np.random.Generator) -> Days | None:
    if moment.event and moment.event.month != moment.month - 1:
        return None
    return _whole(moment, moment.month - 1, 1)


def _last_year(moment: Moment, rng: np.random.Generator) -> Days | None:
    return _whole(moment, moment.month - moment.day.month + 1 - YEAR, YEAR)


def _this_year(moment: Moment, rng: np.random.Generator) -> Days | None:
    first = moment.month - moment.day.month + 1
    if moment.day.month < HALF or first < 0:
        return None
    return moment.world.month_start(first), moment.day, (first, moment.month - 1)


def _half(moment: Moment, rng: np.random.Generator) -> Days | None:
    start = moment.month - moment.day.month + 1
    return _whole(moment, start if moment.day.month > HALF else start - YEAR, HALF)


def _now(moment: Moment, rng: np.random.Generator) -> Days | None:
    month = moment.month if moment.day.day >= MID_MONTH else moment.month - 1
    return moment.day, moment.day, (month, month)


def _day(moment: Moment, rng: np.random.Generator) -> Days | None:
    if moment.event is None:
        return None
    day = event_day(moment)
    return day, day, (moment.event.month, moment.event.month)


def _day_bare(moment: Moment, rng: np.random.Generator) -> Days | None:
    is_same_year = event_day(moment).year == moment.day.year
    return _day(moment, rng) if is_same_year else None


def _weekday(moment: Moment, rng: np.random.Generator) -> Days | None:
    gap = moment.day - event_day(moment)
    return _day(moment, rng) if timedelta(1) <= gap <= timedelta(WEEK) else None


def _since(moment: Moment, rng: np.random.Generator) -> Days | None:
    if moment.since is None or moment.since > moment.month:
        return None
    return moment.world.month_start(moment.since), None, (moment.since, moment.since)


def _start(moment: Moment, rng: np.random.Generator) -> Days | None:
    if moment.since is None or moment.since > moment.month:
        return None
    return _whole(moment, moment.since, 1)


def _next_year(moment: Moment, rng: np.random.Generator) -> Days | None:
    first = moment.month - moment.day.month + 1
    return moment.day, moment.day, (max(first, 0), first + YEAR - 1)


def _habit(moment: Moment, rng: np.random.Generator) -> Days | None:
    return None, None, (max(0, moment.month - YEAR), moment.month - 1)


FORMS: dict[str, Callable[[Moment, np.random.Generator], Days | None]] = {
    "year_end": _year_end,
    "year": _year,
    "month": _month,
    "month_bare": _month_bare,
    "last_month": _last_month,
    "last_year": _last_year,
    "this_year": _this_year,
    "half": _half,
    "now": _now,
    "day": _day,
    "day_bare": _day_bare,
    "weekday": _weekday,
    "since": _since,
    "start": _start,
    "next_year": _next_year,
    "habit": _habit,
}
EVENT_DAYS = ("day", "day_bare", "weekday")
