"""Compile the time words of a language and the public calendar to patterns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from tumen.codebook.schema import PublicEvent
from tumen.codebook.words_times import TimeRule, TimeWords
from tumen.errors import CodebookError
from tumen.extract.choices import choice_of

GAP = re.compile(r"\{([a-z]+)(2?)\}")
SIGNS = re.compile(
    r"\\.|\[[^\]]*\]|\{(?P<gap>[a-z]+)2?\}|\(\?P<\w+>|\((?:\?[:=!<][=!]?)?|\)[?*]?|\|"
    r"|(?P<word>[a-z]{3,})(?![a-z?*+{])"
)
DAY = r"0?[1-9]|[12]\d|3[01]"
YEAR = r"(?:19|20)\d{2}"
NEVER = "(?!)"
TWO_CASED = re.compile("[\u0130\u0131\u017f\u212a]")
"""Letters that equal a plain one where case is ignored, and in lower case do not."""
ESCAPED = re.compile(r"\\.")
KEEPS_CASE = "(?-i:"
NOT_LONGER = r"(?![,.]?\d)"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule and its pattern, with the gaps as named groups.

    `needs` names the gaps that every match fills, `words` the letters it holds, in
    lower case.
    """

    rule: TimeRule
    pattern: re.Pattern[str]
    needs: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class TimeTable:
    """Everything needed to find times; made by `table_of`.

    Args:
        gaps: what may stand in a gap, by its name.
        lower_gaps: the same, to be searched in lower case; those whose case counts
            are left out.
        events: period words of the calendar, by phrase in lower case.
        edges: words that end right before a time; the group `edge` without fillers.
        edge_names: edge, and whether it takes events, by phrase.
    """

    words: TimeWords
    rules: tuple[Compiled, ...]
    gaps: Mapping[str, re.Pattern[str]]
    lower_gaps: Mapping[str, re.Pattern[str]]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    events: Mapping[str, PublicEvent]
    edges: re.Pattern[str]
    edge_names: Mapping[str, tuple[str, bool]]
    not_over: re.Pattern[str]
    ahead: re.Pattern[str]
    behind: re.Pattern[str]

    def gaps_in(self, window: str) -> set[str]:
        """Return the gaps that something in a window may fill.

        Most are searched in lower case: a pattern that need not ignore case takes a
        tenth of the time.
        """
        if not window.isascii() and TWO_CASED.search(window):
            return {name for name, gap in self.gaps.items() if gap.search(window)}
        lower = window.lower()
        found = {name for name, gap in self.lower_gaps.items() if gap.search(lower)}
        others = self.gaps.keys() - self.lower_gaps.keys()
        return found | {name for name in others if self.gaps[name].search(window)}


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
        rules=tuple(
            Compiled(
                rule,
                _pattern(rule, gaps),
                _needs(rule.pattern, "gap"),
                tuple(sorted(_needs(rule.pattern, "word"))),
            )
            for rule in words.rules
        ),
        gaps={name: re.compile(gaps[name], re.IGNORECASE) for name in gaps},
        lower_gaps={
            name: re.compile(gap) for name, gap in gaps.items() if _is_lower(gap)
        },
        months={name.lower(): number for name, number in words.months.items()},
        weekdays={name.lower(): number for name, number in words.weekdays.items()},
        events=events,
        edges=re.compile(
            rf"(?<!\w)(?P<edge>{choice_of(edge_names)})\s+"
            rf"(?:(?:{choice_of(words.fillers)})\s+){{0,2}}$",
            re.IGNORECASE,
        ),
        edge_names=edge_names,
        ahead=_ahead(words),
        behind=re.compile(
            rf"(?<!\w)(?:{choice_of(words.behind) or NEVER}"
            rf"|\w+(?:{choice_of(words.past_ends) or NEVER}))(?!\w)[^.;:!?\n]*$",
            re.IGNORECASE,
        ),
        not_over=re.compile(rf"\s+(?:{choice_of(words.not_over)})\b", re.IGNORECASE),
    )


def _ahead(words: TimeWords) -> re.Pattern[str]:
    """Return what stands before a time that lies ahead: a word, nothing that stops."""
    stops = choice_of(words.ahead_stops) or NEVER
    return re.compile(
        rf"(?<!\w)(?:{choice_of(words.ahead) or NEVER})(?!\w)"
        rf"(?:(?!(?<!\w)(?:{stops})(?!\w))(?:[^.,;:!?\n]|(?<=\b[A-Z])\.))*$",
        re.IGNORECASE,
    )


def _gaps(words: TimeWords, events: Iterable[str]) -> dict[str, str]:
    """Return the expression for each gap; names of months keep their capitals."""
    return {
        "month": rf"(?-i:{choice_of(words.months)})",
        "weekday": rf"(?-i:{choice_of(words.weekdays)})",
        "day": rf"(?:{DAY})",
        "year": f"(?:{YEAR}|{choice_of(words.spelled_years) or NEVER})",
        "short": r"(?:1[3-9]|[2-9]\d)(?!\d)",
        "decade": r"(?:19|20)\d0",
        "mm": r"(?:0?[1-9]|1[0-2])",
        "dd": rf"(?:{DAY})",
        "part": f"(?:{choice_of(words.parts)})",
        "stretch": f"(?:{choice_of(words.stretches) or NEVER})",
        "monthpart": f"(?:{choice_of(words.month_parts) or NEVER})",
        "ordinal": f"(?:{choice_of(words.ordinals) or NEVER})",
        "daypart": f"(?:{choice_of(words.day_parts) or NEVER})",
        "holiday": f"(?:{choice_of(words.holidays) or NEVER})",
        "season": f"(?:{choice_of(words.seasons)})",
        "count": rf"(?:\d{{1,3}}|{choice_of(words.counts)})",
        "unit": f"(?:{choice_of(words.units)})",
        # A calendar without events makes the gap fail, not match nothing.
        "event": f"(?:{choice_of(events) or NEVER})",
        "article": f"(?:(?:{choice_of(words.articles)})\\s+)?",
        "day_end": f"(?:{choice_of(words.day_ends)})?",
    }


def _is_lower(expression: str) -> bool:
    """Tell whether an expression names no capital and nothing whose case counts."""
    letters = ESCAPED.sub("", expression)
    return letters == letters.lower() and KEEPS_CASE not in expression


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


def _needs(pattern: str, kind: str) -> frozenset[str]:
    """Return the gaps or the words of a pattern that no match can leave out.

    Those in brackets that may be left out, or beside an alternative, are not needed.
    """
    needed: list[set[str]] = [set()]
    loose: list[bool] = [False]
    for sign in SIGNS.finditer(pattern):
        if sign[kind]:
            needed[-1].add(sign[kind])
        elif sign[0].startswith("("):
            needed.append(set())
            # What may not follow, or stands before, need not be in the match.
            loose.append(sign[0].startswith(("(?!", "(?<")))
        elif sign[0] == "|":
            loose[-1] = True
        elif sign[0].startswith(")"):
            inside, is_loose = needed.pop(), loose.pop()
            if not is_loose and sign[0] == ")":
                needed[-1] |= inside
    return frozenset(set() if loose[0] else needed[0])


def strip_article(phrase: str, words: TimeWords) -> str:
    """Return a phrase without the article it may begin with."""
    for article in words.articles:
        if phrase.startswith(f"{article} "):
            return phrase.removeprefix(f"{article} ")
    return phrase
