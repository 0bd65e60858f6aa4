"""Bound the publication of an undated page by what its own words allow.

Nothing is guessed: every end of the interval has words that prove it, and an end
without proof stays open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tumen.codebook.schema import PublicEvent
from tumen.read.lexicon import Lexicon
from tumen.read.printed_dates import PrintedDate, find_dates
from tumen.records.document import Block, Certainty, Dated, Evidence, Role
from tumen.records.period import Period
from tumen.records.span import Span

SENTENCE_START = re.compile(r"(?<=[.!?])[”’\"']*\s+(?=[A-Z“\"‘'(])")
YEAR_SAID = re.compile(r"\b(?:in|since|during|of|and|for)\s+((?:19|20)\d\d)\b", re.I)
COPYRIGHT_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
ISSUE_YEAR = re.compile(
    r"""(?<![\w/.-])(?:
      # Issue 12/2024    Case no. 22-1187/2025
      (?:\d[\d-]*)/(?P<behind>(?:19|20)\d\d)
      # No. 64 (2015)
    | n[or]\.?\s?\d+,?\s\(?(?P<beside>(?:19|20)\d\d)\)?
      # BRIEF 2018/02, but not the season 2011/12
    | (?P<before>(?:19|20)\d\d)/0[1-9]
    )(?![\w/-]|\.\d)""",
    re.IGNORECASE | re.VERBOSE,
)
HEAD_LINES, HEAD_WORDS = 5, 24
"""The number of an issue stands in so many lines above the text, of so many words."""
SENTENCE_WINDOW = 400
EARLY_DAYS = 20
"""A day up to this one is followed by its own month end, a later one by the next."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A day the publication cannot lie before (or after), and why."""

    day: date
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Said:
    """A date in a sentence of the body or of a caption."""

    date: PrintedDate
    span: Span
    caption: bool
    archive: bool
    ahead: bool


def bound_publication(
    text: str,
    blocks: Sequence[Block],
    calendar: Sequence[PublicEvent],
    lexicon: Lexicon,
) -> Dated | None:
    """Return the interval in which the page was published; None without any proof."""
    said = tuple(_find_said(text, blocks, lexicon))
    lower = [*_past_days(text, said), *_past_years(text, blocks, lexicon)]
    upper = list(_copyright_years(text, blocks, lexicon))
    issue = _issue_year(text, blocks)
    if issue:
        lower.append(issue[0])
        upper.append(issue[1])
    deadline = _deadline(text, blocks, calendar)
    if deadline:
        lower.append(deadline[0])
        upper.append(deadline[1])
    first = max(lower, key=lambda bound: bound.day, default=None)
    last = min(upper, key=lambda bound: bound.day, default=None)
    named = _named_day(text, said, first, last)
    if named:
        lower.append(named)
        first = max(lower, key=lambda bound: bound.day)
    fresh = _fresh_end(text, blocks, said, first, named, lexicon)
    if (
        fresh
        and first
        and fresh.day >= first.day
        and (last is None or fresh.day < last.day)
    ):
        upper.append(fresh)
        last = fresh
    return _interval(first, last, lower, upper, deadline)


def _interval(
    first: Bound | None,
    last: Bound | None,
    lower: Sequence[Bound],
    upper: Sequence[Bound],
    deadline: tuple[Bound, Bound] | None,
) -> Dated | None:
    if first is None and last is None:
        return None
    if first and last and first.day > last.day:
        # A stale copyright year proves nothing against a later date.
        last = None
    used = [bound for bound in (first, *(deadline or ()), last) if bound]
    evidence = tuple(dict.fromkeys(bound.evidence for bound in used))
    period = Period(first.day if first else None, last.day if last else None)
    return Dated(period, Certainty.INTERVAL, evidence)


def _find_said(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Said]:
    for block in blocks:
        if block.role not in (Role.BODY, Role.CAPTION):
            continue
        words = block.span.quote(text)
        caption = block.role is Role.CAPTION
        archive = bool(lexicon.archive_in.search(words))
        for found in find_dates(words, lexicon):
            span = Span(block.span.start + found.start, block.span.start + found.end)
            ahead = not caption and _is_ahead(words, found, lexicon)
            yield Said(found, span, caption, archive, ahead)


def _is_ahead(words: str, found: PrintedDate, lexicon: Lexicon) -> bool:
    before = words[max(0, found.start - SENTENCE_WINDOW) : found.start]
    after = words[found.end : found.end + SENTENCE_WINDOW]
    cut = max(before.rfind(end) for end in (". ", "? ", "! ", "\n"))
    sentence = before[max(cut, 0) :] + after.partition(". ")[0]
    return bool(lexicon.ahead_in.search(sentence))


def _past_days(text: str, said: Sequence[Said]) -> Iterator[Bound]:
    for each in said:
        first = each.date.period.first
        if first and not each.ahead:
            what = "a picture taken then" if each.caption else "told as past"
            yield _bound(text, each.span, first, f"{what}: not before that day")


def _past_years(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> Iterator[Bound]:
    for block in blocks:
        if block.role is not Role.BODY:
            continue
        words = block.span.quote(text)
        for year in YEAR_SAID.finditer(words):
            spot = PrintedDate(year.start(), year.end(), int(year[1]), 1, None)
            if not _is_ahead(words, spot, lexicon):
                span = Span(
                    block.span.start + year.start(), block.span.start + year.end()
                )
                day = date(int(year[1]), 1, 1)
                yield _bound(text, span, day, f"told as past: not before {year[1]}")


def _copyright_years(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> Iterator[Bound]:
    for block in blocks:
        line = block.span.quote(text)
        if block.role is not Role.FURNITURE or not lexicon.copyright_in.search(line):
            continue
        years = list(COPYRIGHT_YEAR.finditer(line))
        if years:
            last = max(years, key=lambda year: int(year[1]))
            span = Span(block.span.start + last.start(), block.span.start + last.end())
            day = date(int(last[1]), 12, 31)
            yield _bound(text, span, day, "copyright year of the page: not after it")


def _issue_year(text: str, blocks: Sequence[Block]) -> tuple[Bound, Bound] | None:
    """Return the bounds of the year that stands beside the number of an issue."""
    for block in blocks[:HEAD_LINES]:
        line = block.span.quote(text)
        found = ISSUE_YEAR.search(line) if len(line.split()) <= HEAD_WORDS else None
        if found is None:
            continue
        year = int(found["behind"] or found["beside"] or found["before"])
        span = Span(block.span.start + found.start(), block.span.start + found.end())
        says = f"an issue of the year {year}"
        return (
            _bound(text, span, date(year, 1, 1), says),
            _bound(text, span, date(year, 12, 31), says),
        )
    return None


def _deadline(
    text: str, blocks: Sequence[Block], calendar: Sequence[PublicEvent]
) -> tuple[Bound, Bound] | None:
    """Return the bounds of a dated public event spoken of as still to come."""
    for block in blocks:
        if block.role is not Role.BODY:
            continue
        for event in calendar:
            found = _sentence_ahead(block.span.quote(text), event)
            if found:
                span = Span(block.span.start + found[0], block.span.start + found[1])
                day = date.fromisoformat(event.first)
                says = f"{event.label} ({event.first}) is still to come: the year is {day.year}"
                return (
                    _bound(text, span, date(day.year, 1, 1), says),
                    _bound(text, span, day, says),
                )
    return None


def _sentence_ahead(words: str, event: PublicEvent) -> tuple[int, int] | None:
    cuts = [0, *(cut.end() for cut in SENTENCE_START.finditer(words)), len(words)]
    for start, end in pairwise(cuts):
        for asked in event.ahead.values():
            hits = [
                re.search(rf"(?<!\w)(?:{part})", words[start:end], re.I)
                for part in asked
            ]
            if asked and all(hits):
                first = min(hit.start() for hit in hits if hit)
                last = max(hit.end() for hit in hits if hit)
                return start + first, start + last
    return None


def _named_day(
    text: str, said: Sequence[Said], first: Bound | None, last: Bound | None
) -> Bound | None:
    """Return the latest day named without a year, when the year is known."""
    if first is None or last is None or first.day.year != last.day.year:
        return None
    days = [
        (date(first.day.year, each.date.month, each.date.day), each)
        for each in said
        if each.date.year is None
        and each.date.day
        and not each.ahead
        and not each.archive
        and not (each.date.month == 2 and each.date.day == 29)
    ]
    inside = [pair for pair in days if pair[0] <= last.day]
    if not inside:
        return None
    day, each = max(inside, key=lambda pair: pair[0])
    return _bound(
        text, each.span, day, "told as past, in that year: not before that day"
    )


def _fresh_end(
    text: str,
    blocks: Sequence[Block],
    said: Sequence[Said],
    first: Bound | None,
    named: Bound | None,
    lexicon: Lexicon,
) -> Bound | None:
    """Return the month end after the latest fresh day, on pages that report news.

    A page that speaks of `yesterday` or `on Sunday` reports the days before it; the
    latest day it names, or the day of its newest picture that is no archive one,
    is then of the same weeks.
    """
    relative = _relative_words(text, blocks, lexicon)
    pictured = [
        each
        for each in said
        if each.caption
        and not each.archive
        and each.date.period.first == (first.day if first else None)
    ]
    anchor = named or (first if pictured and pictured[0].date.day else None)
    if relative is None or anchor is None:
        return None
    day = _month_end(anchor.day)
    return _bound(
        text,
        relative,
        day,
        "speaks of the days before it: the month of its latest day, at most the next",
    )


def _relative_words(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> Span | None:
    for block in blocks:
        if block.role is Role.BODY:
            hit = lexicon.relative_in.search(block.span.quote(text))
            if hit:
                return Span(
                    block.span.start + hit.start(), block.span.start + hit.end()
                )
    return None


def _month_end(day: date) -> date:
    """Return the end of the month, of the next one after the 20th."""
    start = day.replace(day=1)
    for _ in range(1 if day.day <= EARLY_DAYS else 2):
        start = (start + timedelta(days=32)).replace(day=1)
    return start - timedelta(days=1)


def _bound(text: str, span: Span, day: date, says: str) -> Bound:
    return Bound(day, Evidence(span, span.quote(text), says))
