"""Our own words for times, valued as TimeML writes them.

The grammar of times gives days; here they are written as `1989-Q3`, `P3Y`, `PAST_REF`.
Lengths of time come from the number grammar. Nothing is found here that the grammars do
not find.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as with_fields
from datetime import date, timedelta
from functools import cache

from benchmarks.extract_ours import NOT_COUNTED, ends_of, language, time_numbers
from benchmarks.extract_sets import TimeText, Timex
from tumen.extract.amounts import find_amounts
from tumen.extract.times import find_matches, gaps_of
from tumen.extract.times_gaps import Gaps, Lies
from tumen.extract.times_patterns import Compiled, TimeTable, table_of
from tumen.extract.times_readings import READINGS
from tumen.extract.times_told import SHIFTED, last_told
from tumen.records.period import Period

UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
UNITS |= {
    "decade": "E",
    "century": "C",
    "weekend": "WE",
    "quarter": "Q",
    "hour": "H",
    "minute": "M",
}
CLOCK = ("hour", "minute", "second")
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
DAY_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
NIGHTS = ("tonight", "last night")
PARTS = {
    (1, 3): "-Q1",
    (4, 6): "-Q2",
    (7, 9): "-Q3",
    (10, 12): "-Q4",
    (1, 6): "-H1",
    (7, 12): "-H2",
}
ATOMS = (("day", 0), ("week", 6), ("month", 30), ("quarter", 91))
SHORT = {"month": 7, "year": 4, "decade": 3, "century": 2}
VAGUE_TIMES = {
    "recently": "PAST_REF",
    "some_ago": "PAST_REF",
    "recent_units": "PAST_REF",
    "at_present": "PRESENT_REF",
    "some_day": "FUTURE_REF",
    "soon": "FUTURE_REF",
    "recent": "PAST_REF",
}
MANY = "some_units"
AND_HALF = "unit_and_half"
COMING = re.compile(r"\bcoming\b")
GONE = re.compile(r"\b(?:recent|past|last)\b")
WHOLES = {"decade": (10, "Y"), "weekend": (2, "D")}
HALVES = {
    "year": ("", "Y", "6M"),
    "hour": ("T", "H", "30M"),
    "minute": ("T", "M", "30S"),
}
EVERY = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "hourly": "PT1H"}
EVERY |= {"yearly": "P1Y", "annually": "P1Y"}
OPENERS = ("in ", "on ", "of ", "during ", "for ", "over ", "within ", "throughout ")
TODAY = ("today", "these days")
PAIRS = {"years": "year", "months": "month", "days": "day"}
SECOND = ("year2", "month2", "day2", "short")
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
HOUR = re.compile(r"(\d+)(?::(\d\d))?\s*([ap]?)")
FULL_DAY = 10
IS_TIME = re.compile(r"(?:the |The )\w+|[A-Z]\w{3,}|May|[A-Z]\w+\.")
"""A month or season where no words of an edge say that it is one."""
DEADLINE = re.compile(r"\b(?:by|until|through)\s+\Z")
"""Words behind which the sets mean the next such day; Tumen leaves it open."""
QUARTER = timedelta(days=91)


@dataclass(frozen=True)
class Found:
    """Words for a time as the grammar found them; `words` in lower case."""

    rule: str
    reading: str
    gaps: Gaps
    period: Period | None
    words: str = ""


@cache
def _times() -> TimeTable:
    """Return the time words without public events: no set counts them."""
    return table_of(language().times, (), "en")


def read_times(text: TimeText) -> tuple[Timex, ...]:
    """Return the words for times of an article, dated from its day."""
    day = date.fromisoformat(text.day)
    known = Period(day, day)
    told = [known]
    found: list[Timex] = []
    for paragraph in PARAGRAPH.finditer(text.text):
        for match, compiled in find_matches(text.text, *paragraph.span(), _times()):
            rule = compiled.rule
            if rule.needs_edge and not IS_TIME.fullmatch(match.group()):
                continue
            gaps = gaps_of(text.text, paragraph.start(), match, _times())
            if gaps.lies is not Lies.AHEAD and DEADLINE.search(
                text.text[max(0, match.start() - 8) : match.start()]
            ):
                gaps = with_fields(gaps, lies=Lies.AHEAD)
            base, reading = _base(match, compiled, gaps, told)
            period = READINGS[reading](gaps, base, rule.shift)
            found.extend(_timexes(match, Found(rule.id, reading, gaps, period)))
            if period and period.first and period.last and not rule.anchored:
                told.append(period)
    lasting = [
        timex
        for timex in _durations(text.text)
        if not any(timex.start < t.end and t.start < timex.end for t in found)
    ]
    ordered = sorted((*found, *lasting), key=lambda timex: timex.start)
    return tuple(_with_days(ordered, text.day, text.text))


def _base(
    match: re.Match[str], compiled: Compiled, gaps: Gaps, told: Sequence[Period]
) -> tuple[Period | None, str]:
    """Return what a time is counted from, and how it is read.

    A set reads `a year ago` beside a quarter as the quarter a year before.
    """
    known, rule = told[0], compiled.rule
    named = [(period, rule.role) for period in told]
    if rule.id == "since_ago" and gaps.count == 1 and gaps.unit == "year":
        return last_told(SHIFTED, gaps.unit, named), SHIFTED
    if not rule.anchored:
        return known, rule.reading
    base = last_told(rule.reading, gaps.unit, named)
    if base is known and rule.id == "the_quarter" and known.first:
        return Period(known.first - QUARTER, known.first - QUARTER), rule.reading
    return base, rule.reading


def _with_days(timexes: Sequence[Timex], day: str, text: str) -> Iterator[Timex]:
    """Yield times of day with their day: `5 p.m. EST Nov. 9` is one."""
    clock: Timex | None = None
    for timex in timexes:
        if clock is not None and _joins(clock, timex, text):
            hour = clock.value.partition("T")[2]
            yield Timex(clock.start, timex.end, f"{timex.value}T{hour}")
            clock = None
            continue
        if clock is not None:
            yield clock
        is_clock = timex.value.startswith("T")
        clock = Timex(timex.start, timex.end, day + timex.value) if is_clock else None
        if clock is None:
            yield timex
    if clock is not None:
        yield clock


def _joins(clock: Timex, timex: Timex, text: str) -> bool:
    between = text[clock.end : timex.start].strip(" ,.")
    is_day = len(timex.value) == FULL_DAY and timex.value[0].isdigit()
    return is_day and (not between or between.isupper() or between == "on")


def _timexes(match: re.Match[str], found: Found) -> Iterator[Timex]:
    """Yield the words without what opens them; two times for `from 1990 to 1995`."""
    period, one = found.period, PAIRS.get(found.reading, "")
    other = next((n for n in SECOND if match.groupdict().get(n)), None)
    if period is not None and one and other and period.first and period.last:
        length = SHORT.get(one, FULL_DAY)
        yield Timex(*match.span(one), period.first.isoformat()[:length])
        yield Timex(*match.span(other), period.last.isoformat()[:length])
        return
    lower = match.group().lower()
    opener = next((o for o in OPENERS if lower.startswith(o)), "")
    value = _value(
        found.reading, Found(found.rule, found.reading, found.gaps, period, lower)
    )
    yield Timex(match.start() + len(opener), match.end(), value)


def _value(reading: str, found: Found) -> str:
    """Return the value of TimeML; of a length or a set where no day is known."""
    period = found.period
    if period is None or period.first is None or period.last is None:
        return _unresolved(found)
    return VALUES.get(reading, _of_day)(found, period.first, period.last)


def _of_day(found: Found, first: date, last: date) -> str:
    part = DAY_PARTS.get(found.gaps.day_part or "", "")
    return first.isoformat() + ("TNI" if found.words in NIGHTS else part)


def _of_month(found: Found, first: date, last: date) -> str:
    return first.isoformat()[:7]


def _of_year(found: Found, first: date, last: date) -> str:
    return first.isoformat()[:4]


def _of_decade(found: Found, first: date, last: date) -> str:
    return first.isoformat()[:3]


def _of_unit(found: Found, first: date, last: date) -> str:
    return _in_unit(first, found.gaps.unit or "year")


def _of_length(found: Found, first: date, last: date) -> str:
    """Return a day, month, quarter or year, by the length of a period."""
    if first == last and found.gaps.unit == "year":
        return first.isoformat()[:4]
    days = (last - first).days
    return _in_unit(first, next((u for u, most in ATOMS if days <= most), "year"))


def _of_season(found: Found, first: date, last: date) -> str:
    return f"{last.year}-{SEASONS.get(first.month, '')}"


def _of_winter(found: Found, first: date, last: date) -> str:
    """Return a season by the year it begins in, as words like `the winter of 1994` do."""
    return f"{first.year}-{SEASONS.get(first.month, '')}"


def _of_part(found: Found, first: date, last: date) -> str:
    part = found.gaps.part or (0, 0)
    if "months" in found.words:
        return f"P{part[1] - part[0] + 1}M"
    return f"{first.year}{PARTS.get(part, '')}"


def _of_now(found: Found, first: date, last: date) -> str:
    return first.isoformat() if found.words in TODAY else "PRESENT_REF"


def _of_span(found: Found, first: date, last: date) -> str:
    return _unresolved(found)


VALUES: Mapping[str, Callable[[Found, date, date], str]] = {
    **dict.fromkeys(("month", "named_month_before", "named_month_after"), _of_month),
    **dict.fromkeys(("month_of_year", "told_month", "month_part"), _of_month),
    **dict.fromkeys(("month_part_of_year", "month_part_near"), _of_month),
    **dict.fromkeys(("year", "rest_of_year", "year_end"), _of_year),
    "decade": _of_decade,
    **dict.fromkeys(("unit", "ago", "from", "same", "so_far"), _of_unit),
    "shifted": _of_length,
    **dict.fromkeys(
        ("season", "season_before", "season_of_year", "season_past"), _of_season
    ),
    "season_from": _of_winter,
    **dict.fromkeys(("part", "stretch"), _of_part),
    "now": _of_now,
    **dict.fromkeys(("span_to_now", "one_to_now"), _of_span),
}
"""What TimeML writes for each reading; for all others a day."""


def _unresolved(found: Found) -> str:
    """Return a length, a set, or a vague reference."""
    rule, gaps, words = found.rule, found.gaps, found.words
    if rule == "clock":
        return _clock(words)
    if rule == MANY and COMING.search(words):
        return "FUTURE_REF"
    if rule == MANY and GONE.search(words):
        return "PAST_REF"
    if rule == AND_HALF and gaps.unit:
        return _length("1.5", gaps.unit)
    value = VAGUE_TIMES.get(rule) or EVERY.get(words)
    if value is not None or gaps.unit is None:
        return value or ""
    return _length("X" if rule == MANY else f"{gaps.count or 1}", gaps.unit)


def _clock(words: str) -> str:
    """Return `T17:05` for `5:05 p.m.`."""
    found = HOUR.search(words)
    if found is None:
        return ""
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0)
    return f"T{hour:02}:{found[2] or '00'}"


def _length(count: str, unit: str) -> str:
    if unit in WHOLES and count != "X":
        many, written = WHOLES[unit]
        return f"P{float(count) * many:g}{written}"
    whole, _, rest = count.partition(".")
    if rest == "5" and unit in HALVES:
        clock, written, half = HALVES[unit]
        return f"P{clock}{f'{whole}{written}' if whole != '0' else ''}{half}"
    return f"P{'T' if unit in CLOCK else ''}{count}{UNITS.get(unit, 'S')}"


def _in_unit(first: date, unit: str) -> str:
    """Return the unit that begins with a day."""
    if unit in ("week", "weekend"):
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}{'-WE' if unit == 'weekend' else ''}"
    if unit == "quarter":
        return f"{first.year}-Q{(first.month + 2) // 3}"
    return first.isoformat()[: SHORT.get(unit, FULL_DAY)]


def _durations(text: str) -> Iterator[Timex]:
    """Yield the lengths of time that the number grammar reads."""
    for quantity in find_amounts(text, 0, len(text), time_numbers()):
        unit = (quantity.unit or "").partition("/")[0].removesuffix("s")
        if quantity.kind != "time" or quantity.form in NOT_COUNTED:
            continue
        best = next(iter(ends_of(quantity)), None)
        count = "X" if best is None else f"{best:g}"
        start, end = quantity.span.start, quantity.span.end
        end = quantity.noun_span.end if quantity.noun_span else end
        yield Timex(start, end, _length(count, unit), "DURATION")
