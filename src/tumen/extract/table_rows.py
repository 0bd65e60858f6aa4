"""Read the numbers and days in the cells of a figure table."""

import calendar
import re
from datetime import date

from tumen.records.period import Period

GROUPING = r"[,'’\u00a0\u202f\u2009 ]"
NUMBER = re.compile(rf"-?\d{{1,3}}(?:{GROUPING}\d{{3}})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?")
DECEMBER = 12


def number_in(cell: str) -> float | None:
    """Return the number a cell consists of, None when it holds anything else."""
    found = NUMBER.fullmatch(cell.strip())
    return float(re.sub(GROUPING, "", found[0])) if found else None


def period_in(cell: str) -> Period | None:
    """Return the days a cell names: a day, a month (`2019-09`) or a year.

    None when it names none, or a day that does not exist.
    """
    found = DAY.fullmatch(cell.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _days(year or 0, month, day)
    except ValueError:
        return None


def _days(year: int, month: int | None, day: int | None) -> Period:
    if day is not None and month is not None:
        return Period(date(year, month, day), date(year, month, day))
    first, last = (month, month) if month else (1, DECEMBER)
    end = calendar.monthrange(year, last)[1]
    return Period(date(year, first, 1), date(year, last, end))
