"""Find times in a text and the days they stand for, from the publication date.

The wording is data (`times.toml`); how a kind of wording becomes days is in
`times_readings`. What cannot be resolved gives no mention: nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tumen.codebook.schema import PublicEvent
from tumen.codebook.words_times import TimeRule, TimeWords
from tumen.extract.times_calendar import months_of
from tumen.extract.times_gaps import Gaps, Lies
from tumen.extract.times_patterns import Compiled, TimeTable, table_of
from tumen.extract.times_readings import READINGS
from tumen.extract.times_told import last_told
from tumen.records.period import Period
from tumen.records.span import Span

EDGE_WIDTH = 40
LIES_WIDTH = 60
DEADLINE = "deadline"
DAY_OF_MONTH = "day_of_month"
DATELINE = re.compile(r"^\s*[A-Z][A-Z .'’-]{2,}(?:, [A-Z][\w .]+)?,? $")
"""A town in capitals that opens a page: the day behind it was over."""
DATED_MONTHS = frozenset(
    {"named_month_before", "month_of_year", "month_part_of_year", "told_month"}
)
"""Readings of months whose words tell the year."""
CLAUSE_END = re.compile(r"[.;:!?\n]")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words for a time and the days they stand for.

    Args:
        period: first and last possible day; `since` ends with the publication,
            `before` and `until` begin open.
        rule: id of the rule of `times.toml`, with the edge: `since.bare_year`.
        role: as_of, now, report (weekdays: usually when something was said), plan,
            deadline, since, until, before, during, event, or bare (a year without a
            word before it).
    """

    span: Span
    period: Period
    rule: str
    role: str


def find_times(
    text: str,
    start: int,
    end: int,
    published: Period | None,
    words: TimeWords,
    calendar: tuple[PublicEvent, ...],
    language: str = "en",
) -> tuple[TimeMention, ...]:
    """Return the times named in `text[start:end]`, in order; spans count `text`.

    Args:
        published: days the page may be from; an interval widens what is relative to
            it, and without a closed one relative words give nothing.
        calendar: public events that words such as `since the war` stand for.
    """
    table = table_of(words, calendar, language)
    known = published if published and published.first and published.last else None
    mentions: list[TimeMention] = []
    told: list[tuple[Period, str]] = []
    for found, compiled in find_matches(text, start, end, table):
        base = (
            last_told(compiled.rule.reading, Gaps.of(found, table).unit, told)
            if compiled.rule.anchored
            else month_told(compiled, told, known)
        )
        mention = _mention(text, start, found, compiled, table, (base, known))
        if mention is None:
            continue
        mentions.append(mention)
        if not compiled.rule.anchored:
            told.append((mention.period, mention.role))
    return tuple(mentions)


def find_matches(
    text: str, start: int, end: int, table: TimeTable
) -> Iterator[tuple[re.Match[str], Compiled]]:
    """Yield the words for times, resolved or not, in order and without overlaps.

    Of two that overlap the longer wins, then the earlier rule.
    """
    # Most windows hold few words of time; a gap that stands nowhere spares its rules.
    here = table.gaps_in(text[start:end])
    lower = text[start:end].lower()
    found = [
        (match, compiled)
        for compiled in table.rules
        if compiled.needs <= here and all(word in lower for word in compiled.words)
        for match in compiled.pattern.finditer(text, start, end)
    ]
    found.sort(key=lambda pair: pair[0].start() - pair[0].end())
    kept: list[tuple[re.Match[str], Compiled]] = []
    for match, compiled in found:
        if all(match.end() <= k.start() or k.end() <= match.start() for k, _ in kept):
            kept.append((match, compiled))
    yield from sorted(kept, key=lambda pair: pair[0].start())


def _mention(
    text: str,
    start: int,
    match: re.Match[str],
    compiled: Compiled,
    table: TimeTable,
    bases: tuple[Period | None, Period | None],
) -> TimeMention | None:
    """Return the time of a match.

    Args:
        bases: the time it is counted from, and the publication.
    """
    rule = compiled.rule
    base, published = bases
    edge = _edge(text, start, match, table)
    if rule.needs_edge and edge is None:
        return None
    gaps = gaps_of(text, start, match, table)
    is_open = edge and edge[1] == DEADLINE and _is_undated_month(rule, gaps)
    if is_open:
        gaps = replace(gaps, lies=Lies.BEHIND)
    period = READINGS[rule.reading](gaps, base, rule.shift)
    if period is None or (gaps.event and table.not_over.match(text, match.end())):
        return None
    if edge is None:
        return TimeMention(Span(*match.span()), period, rule.id, rule.role)
    begin, name, for_events = edge
    if (gaps.event and not for_events) or (
        is_open and not _is_told_past(text, match, table)
    ):
        return None
    bounded = _bounded(period, name, published)
    span = Span(begin, match.end())
    return TimeMention(span, bounded, f"{name}.{rule.id}", name) if bounded else None


def _is_undated_month(rule: TimeRule, gaps: Gaps) -> bool:
    """Tell whether `by March` may lie ahead or behind: no words tell its year."""
    return (
        gaps.month is not None
        and gaps.year is None
        and rule.reading not in DATED_MONTHS
    )


def _is_told_past(text: str, match: re.Match[str], table: TimeTable) -> bool:
    """Tell whether the clause behind a time is about the past (`by March there were`)."""
    clause = CLAUSE_END.split(text[match.end() : match.end() + LIES_WIDTH])[0]
    return bool(table.behind.search(clause)) and not table.ahead.search(clause)


def month_told(
    compiled: Compiled, told: Sequence[tuple[Period, str]], known: Period | None
) -> Period | None:
    """Return the month that `the 9th` is a day of: of the time told last.

    For all other words, and where nothing was told, the publication.
    """
    last = told[-1][0] if told else None
    if compiled.rule.reading != DAY_OF_MONTH or last is None or last.first is None:
        return known
    month = months_of(last.first.year, last.first.month, last.first.month)
    inside = (
        last.last is not None and month.last is not None and last.last <= month.last
    )
    return month if inside else None


def gaps_of(text: str, start: int, match: re.Match[str], table: TimeTable) -> Gaps:
    """Return the gaps of a match, and where the words before it put it."""
    gaps = Gaps.of(match, table)
    window = text[max(start, match.start() - LIES_WIDTH) : match.start()]
    if DATELINE.search(text[start : match.start()][-LIES_WIDTH:]):
        return replace(gaps, lies=Lies.BEHIND)
    if table.ahead.search(window):
        return replace(gaps, lies=Lies.AHEAD)
    return replace(gaps, lies=Lies.BEHIND) if table.behind.search(window) else gaps


def _edge(
    text: str, start: int, match: re.Match[str], table: TimeTable
) -> tuple[int, str, bool] | None:
    """Return where the words of an edge begin, which one, and if it takes events."""
    window = text[max(start, match.start() - EDGE_WIDTH) : match.start()]
    found = table.edges.search(window)
    if found is None:
        return None
    phrase = " ".join(found["edge"].lower().replace("’", "'").split())
    name, for_events = table.edge_names[phrase]
    return match.start() - len(window) + found.start("edge"), name, for_events


def _bounded(period: Period, edge: str, published: Period | None) -> Period | None:
    """Return the period that an edge makes of a time, None when it has no sense."""
    if edge == "since":
        last = published.last if published else None
        if last and period.first and last < period.first:
            return None
        return Period(period.first, last)
    if edge == "until":
        return Period(None, period.last)
    if edge == "before":
        return Period(None, period.first - ONE_DAY) if period.first else None
    if edge == DEADLINE:
        return Period(period.last, period.last)
    return period
