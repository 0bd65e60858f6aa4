"""Find dates printed in figures and month names, with where they stand."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from tumen.read.lexicon import Lexicon
from tumen.records.document import Certainty
from tumen.records.period import Period

YEARS = range(1900, 2101)
PIVOT = 69
"""First of the two-digit years of the last century, as in POSIX `strptime`."""
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed: `text[start:end]`.

    Args:
        year: None when it is not printed.
        day: None when only the month is printed.
        ambiguous: True when day and month could change places.
        last_day: last day of days printed together (`5-11 June 2025`), else None.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    ambiguous: bool = False
    last_day: int | None = None

    @property
    def period(self) -> Period:
        """Return the days it may mean; open at both ends without a year."""
        if self.year is None:
            return Period()
        if self.day is None:
            return Period(
                date(self.year, self.month, 1),
                date(self.year, self.month, monthrange(self.year, self.month)[1]),
            )
        days = [date(self.year, self.month, self.day)]
        if self.ambiguous:
            days.append(date(self.year, self.day, self.month))
        if self.last_day is not None:
            days.append(date(self.year, self.month, self.last_day))
        return Period(min(days), max(days))

    @property
    def certainty(self) -> Certainty:
        """Return how exactly it names its day."""
        if self.ambiguous or self.last_day is not None:
            return Certainty.INTERVAL
        return Certainty.MONTH if self.day is None else Certainty.DAY


def find_dates(text: str, lexicon: Lexicon) -> tuple[PrintedDate, ...]:
    """Return the dates printed in a text, in order, the longest reading of each."""
    if not DIGIT.search(text):
        return ()
    months = dict(lexicon.month_numbers)
    found = []
    for match in _pattern(lexicon.months).finditer(text):
        made = _make(match, months)
        if made is not None:
            found.append(made)
    return tuple(found)


@cache
def _pattern(months: str) -> re.Pattern[str]:
    day, year = r"(?P<d{0}>\d{{1,2}})(?:st|nd|rd|th)?", r"(?P<y{0}>(?:19|20)\d\d)"
    month = rf"(?P<m{{0}}>{months})".replace("{0}", "{0}")

    def form(number: int, *parts: str) -> str:
        return "".join(
            part.replace("{0}", str(number)).replace("{{", "{").replace("}}", "}")
            for part in parts
        )

    forms = (
        form(
            1,
            r"(?P<y1>(?:19|20)\d\d)\s?[-./]\s?(?P<m1>\d{1,2})\s?[-./]\s?(?P<d1>\d{1,2})(?!\d)",
        ),
        form(
            2,
            r"(?P<y2>(?:19|20)\d\d)\s?[年년]\s?(?P<m2>\d{1,2})\s?[月월]\s?(?P<d2>\d{1,2})\s?[日일]",
        ),
        form(3, month, r"\s*", day, r"\s*,?\s+", year, r"(?!\d)"),
        form(
            4,
            r"(?:(?P<f4>\d{1,2})\s?[-–—]\s?)?",
            day,
            r"\s+(?:of\s+)?",
            month,
            r"\s*,?\s+",
            year,
            r"(?!\d)",
        ),
        form(5, day, r"[-\s]", month, r"[-\s]", year, r"(?!\d)"),
        form(
            6,
            r"(?P<d6>\d{1,2})(?P<s6>[./-])(?P<m6>\d{1,2})(?P=s6)(?P<y6>(?:19|20)\d\d)(?!\d)",
        ),
        form(7, month, r"\s*,?\s+(?:of\s+)?", year, r"(?!\d)"),
        form(8, month, r"\s+", day, r"(?![\d:,]*\d)(?!\s*(?:%|percent))"),
        form(9, day, r"\s+", month, r"(?![\w])"),
        form(10, r"(?P<d10>\d{1,2})\.(?P<m10>\d{1,2})\.(?P<y10>\d\d)(?![\d.,:/-]*\d)"),
        form(
            11,
            r"(?P<d11>\d{1,2})(?P<s11>/)(?P<m11>\d{1,2})/(?P<y11>\d\d)(?![\d.,:/-]*\d)",
        ),
    )
    return re.compile(rf"(?<![\w.,/-])(?:{'|'.join(forms)})", re.I)


def _make(match: re.Match[str], months: dict[str, int]) -> PrintedDate | None:
    groups = {key[0]: value for key, value in match.groupdict().items() if value}
    named = groups["m"].lower()
    month = months.get(named) or months.get(named.rstrip(".")) or int(named)
    year = _full_year(groups["y"]) if "y" in groups else None
    day = int(groups["d"]) if "d" in groups else None
    # With dots the day comes first everywhere.
    is_open = groups.get("s") in ("/", "-")
    if is_open and month > 12 and day is not None:
        month, day = day, month
    if not _exists(year, month, day):
        return None
    ambiguous = is_open and day is not None and day <= 12 and day != month
    first = int(groups["f"]) if "f" in groups else None
    if first is not None and day is not None and 1 <= first < day:
        return PrintedDate(match.start(), match.end(), year, month, first, last_day=day)
    return PrintedDate(match.start(), match.end(), year, month, day, ambiguous)


def _full_year(digits: str) -> int:
    """Return a year; two digits are read as POSIX reads them: 69-99 are 1969-1999."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= PIVOT else 2000)


def _exists(year: int | None, month: int, day: int | None) -> bool:
    if not 1 <= month <= 12 or (year is not None and year not in YEARS):
        return False
    # 2000 was a leap year: a 29 February without year stays possible.
    return day is None or 1 <= day <= monthrange(year or 2000, month)[1]
