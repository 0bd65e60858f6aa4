"""How words that point to the time told before become days (`that summer`).

The functions have the form of those in `times_readings`; what they are given for the
publication is the time told before.
"""

from collections.abc import Sequence

from tumen.extract.times_calendar import (
    DECEMBER,
    back_from,
    is_too_wide,
    is_wide,
    months_of,
    season_of,
)
from tumen.extract.times_gaps import Gaps
from tumen.records.period import Period

SHIFTED = "shifted"
"""Reading of times as long as the one they are counted from."""
TOLD = frozenset({"told", "told_month", "told_season", "told_part"})
"""Readings that point to any time told before, up to a year long."""
LONG_UNITS = frozenset({"month", "quarter", "year", "decade"})


def last_told(
    reading: str, unit: str | None, told: Sequence[tuple[Period, str]]
) -> Period | None:
    """Return the time, of those told before, that words like `a year earlier` mean.

    The last that is no wider than their unit. A weekday is usually when something was
    said: no month or year is counted from it, unless nothing else was told. What is as
    long as that time itself (`a year earlier`, but not `the following year`) is no
    single day if possible.

    Args:
        told: the times named before, with their role.
    """
    widest = "year" if reading in TOLD else (unit or "day")
    fitting = [(p, role) for p, role in told if not is_too_wide(p, widest)]
    if widest in LONG_UNITS:
        fitting = [pair for pair in fitting if pair[1] != "report"] or fitting
    is_long = unit == "year" and reading == SHIFTED
    wide = [pair for pair in fitting if is_wide(pair[0])] if is_long else []
    chosen = wide or fitting
    return chosen[-1][0] if chosen else None


def read_told(gaps: Gaps, told: Period | None, shift: int) -> Period | None:
    """Return the time told before (`since then`)."""
    return told


def read_told_month(gaps: Gaps, told: Period | None, shift: int) -> Period | None:
    """Return a month of the year told before (`in May that year`), or of one near it."""
    if told is None or told.first is None:
        return None
    month = gaps.month or 1
    return months_of(told.first.year + shift, month, month)


def read_told_season(gaps: Gaps, told: Period | None, shift: int) -> Period | None:
    """Return a season of the year told before (`that summer`).

    A winter told by a month of its beginning ends in the next year.
    """
    if told is None or told.first is None:
        return None
    season = gaps.season or (1, DECEMBER)
    found = season_of(told.first.year, season)
    if found.last and found.last < told.first:
        return season_of(told.first.year + 1, season)
    return found


def read_told_part(gaps: Gaps, told: Period | None, shift: int) -> Period | None:
    """Return the same part of another year (`in the same period of 2018`)."""
    if told is None or told.first is None or told.last is None or gaps.year is None:
        return None
    years = told.first.year - gaps.year
    return Period(
        back_from(told.first, years, "year"), back_from(told.last, years, "year")
    )
