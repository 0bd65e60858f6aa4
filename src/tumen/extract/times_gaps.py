"""What stands in the gaps of a wording for a time, looked up in its tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from tumen.codebook.schema import PublicEvent
from tumen.extract.times_patterns import TimeTable


class Lies(Enum):
    """Where the words before a time put it, seen from the publication."""

    AHEAD = "ahead"
    BEHIND = "behind"
    UNSAID = "unsaid"


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
    month_part: tuple[int, int] | None = None
    count: int | None = None
    unit: str | None = None
    event: PublicEvent | None = None
    day_part: str | None = None
    lies: Lies = Lies.UNSAID

    @classmethod
    def of(cls, match: re.Match[str], table: TimeTable) -> "Gaps":
        """Return the gaps with their words looked up."""
        plain = {
            name: " ".join(found.lower().replace("’", "'").split())
            for name, found in match.groupdict().items()
            if found is not None
        }
        words = table.words
        month, day = words.holidays.get(plain.get("holiday", ""), (None, None))
        return cls(
            day=day
            or _number(plain.get("day") or plain.get("dd"))
            or words.ordinals.get(plain.get("ordinal", "")),
            day2=_number(plain.get("day2")),
            month=month
            or table.months.get(plain.get("month", ""))
            or _number(plain.get("mm")),
            month2=table.months.get(plain.get("month2", "")),
            year=_number(plain.get("year") or plain.get("decade"), words.spelled_years),
            year2=_number(plain.get("year2"), words.spelled_years)
            or _short_year(plain),
            weekday=table.weekdays.get(plain.get("weekday", "")),
            part=words.parts.get(plain.get("part", ""))
            or words.stretches.get(plain.get("stretch", "")),
            season=words.seasons.get(plain.get("season", "")),
            month_part=words.month_parts.get(plain.get("monthpart", "")),
            count=_number(plain.get("count"), words.counts),
            unit=words.units.get(plain.get("unit", "")),
            event=table.events.get(plain.get("event", "")),
            day_part=plain.get("daypart"),
        )


def _number(word: str | None, names: Mapping[str, int] | None = None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else (names or {}).get(word)


def _short_year(plain: Mapping[str, str]) -> int | None:
    """Return 2019 for the `19` of `2018-19`."""
    year, short = _number(plain.get("year")), _number(plain.get("short"))
    return year // 100 * 100 + short if year and short else None
