"""Compile the time words of a language and the public calendar to patterns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from tumen.codebook.schema import PublicEvent
from tumen.codebook.words_times import TimeRule, TimeWords
from tumen.errors import CodebookError

GAP = re.compile(r"\{([a-z]+)(2?)\}")
DAY = r"0?[1-9]|[12]\d|3[01]"
YEAR = r"(?:19|20)\d{2}"
NOT_LONGER = r"(?![,.]?\d)"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule and its pattern, with the gaps as named groups."""

    rule: TimeRule
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class TimeTable:
    """Everything needed to find times; made by `table_of`.

    Args:
        events: period words of the calendar, by phrase in lower case.
        edges: words that end right before a time; the group `edge` without fillers.
        edge_names: edge, and whether it takes events, by phrase.
    """

    words: TimeWords
    rules: tuple[Compiled, ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    events: Mapping[str, PublicEvent]
    edges: re.Pattern[str]
    edge_names: Mapping[str, tuple[str, bool]]
    not_over: re.Pattern[str]


def table_of(
    words: TimeWords, calendar: tuple[PublicEvent, ...], language: str
) -> TimeTable:
    """Return the compiled tables; compiled once for the same words and calendar.

    Raises:
        CodebookError: a pattern that is no regular expression, or has unknown gaps.
    """
    return _table(_Key(words, calendar), language)


class _Key:
    """Let the cache know word tables by identity; their dictionaries have no hash."""

    def __init__(self, words: TimeWords, calendar: tuple[PublicEvent, ...]) -> None:
        self.words, self.calendar = words, calendar

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Key)
            and other.words is self.words
            and other.calendar is self.calendar
        )

    def __hash__(self) -> int:
        return hash((id(self.words), id(self.calendar)))


@cache
def _table(key: _Key, language: str) -> TimeTable:
    words = key.words
    events = {
        strip_article(phrase.lower(), words): event
        for event in key.calendar
        for phrase in event.words.get(language, ())
    }
    gaps = _gaps(words, events)
    edge_names = {
        phrase: (edge.edge, edge.events)
        for edge in words.edges
        for phrase in edge.words
    }
    return TimeTable(
        words=words,
        rules=tuple(Compiled(rule, _pattern(rule, gaps)) for rule in words.rules),
        months={name.lower(): number for name, number in words.months.items()},
        weekdays={name.lower(): number for name, number in words.weekdays.items()},
        events=events,
        edges=re.compile(
            rf"(?<!\w)(?P<edge>{_choice(edge_names)})\s+"
            rf"(?:(?:{_choice(words.fillers)})\s+){{0,2}}$",
            re.IGNORECASE,
        ),
        edge_names=edge_names,
        not_over=re.compile(rf"\s+(?:{_choice(words.not_over)})\b", re.IGNORECASE),
    )


def _gaps(words: TimeWords, events: Iterable[str]) -> dict[str, str]:
    """Return the expression for each gap; names of months keep their capitals."""
    return {
        "month": rf"(?-i:{_choice(words.months)})",
        "weekday": rf"(?-i:{_choice(words.weekdays)})",
        "day": rf"(?:{DAY})",
        "year": YEAR,
        "short": r"(?:1[3-9]|[2-9]\d)(?!\d)",
        "decade": r"(?:19|20)\d0",
        "mm": r"(?:0?[1-9]|1[0-2])",
        "dd": rf"(?:{DAY})",
        "part": f"(?:{_choice(words.parts)})",
        "season": f"(?:{_choice(words.seasons)})",
        "count": rf"(?:\d{{1,3}}|{_choice(words.counts)})",
        "unit": f"(?:{_choice(words.units)})",
        # A calendar without events makes the gap fail, not match nothing.
        "event": f"(?:{_choice(events) or '(?!)'})",
        "article": f"(?:(?:{_choice(words.articles)})\\s+)?",
        "day_end": f"(?:{_choice(words.day_ends)})?",
    }


def _pattern(rule: TimeRule, gaps: Mapping[str, str]) -> re.Pattern[str]:
    def fill(gap: re.Match[str]) -> str:
        name, second = gap[1], gap[2]
        if name not in gaps:
            raise CodebookError(
                f"times.toml: rule {rule.id} has the unknown gap {gap[0]}",
                f"Use one of: {', '.join(gaps)}.",
            )
        tail = gaps["day_end"] if name == "day" else ""
        closes = NOT_LONGER if name in ("day", "year") else ""
        opens = gaps["article"] if name == "event" else ""
        return f"{opens}(?P<{name}{second}>{gaps[name]}){tail}{closes}"

    filled = GAP.sub(fill, rule.pattern)
    spaced = re.sub(r"(?<!\\) (\?)?", lambda m: r"\s*" if m[1] else r"\s+", filled)
    try:
        return re.compile(rf"(?<![\w$€£¥.-])(?:{spaced})(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise CodebookError(
            f"times.toml: rule {rule.id}: {error}", "Mend the pattern."
        ) from error


def _choice(words: Iterable[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in longest
    )


def strip_article(phrase: str, words: TimeWords) -> str:
    """Return a phrase without the article it may begin with."""
    for article in words.articles:
        if phrase.startswith(f"{article} "):
            return phrase.removeprefix(f"{article} ")
    return phrase
