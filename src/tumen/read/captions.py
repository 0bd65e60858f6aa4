"""Dates in captions: kept apart, and checked against dated public events."""

from collections.abc import Sequence
from datetime import date

from tumen.codebook.schema import PublicEvent
from tumen.read.lexicon import Lexicon
from tumen.read.printed_dates import find_dates
from tumen.records.document import Block, Evidence, Role
from tumen.records.period import Period
from tumen.records.span import Span


def find_caption_dates(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> tuple[Evidence, ...]:
    """Return each date printed in captions once, where it first stands."""
    found: dict[str, Evidence] = {}
    for block in blocks:
        if block.role is Role.CAPTION:
            for day in find_dates(block.span.quote(text), lexicon):
                span = Span(block.span.start + day.start, block.span.start + day.end)
                quote = span.quote(text)
                found.setdefault(quote, Evidence(span, quote, "photograph"))
    return tuple(found.values())


def find_caption_conflicts(
    text: str,
    blocks: Sequence[Block],
    calendar: Sequence[PublicEvent],
    lexicon: Lexicon,
) -> tuple[Evidence, ...]:
    """Return caption dates that lie outside the public event the caption names."""
    found: dict[str, Evidence] = {}
    for block in blocks:
        if block.role is not Role.CAPTION:
            continue
        words = block.span.quote(text)
        for event in _named_events(words, calendar):
            for day in find_dates(words, lexicon):
                if not day.period.is_open and not day.period.meets(_period(event)):
                    span = Span(
                        block.span.start + day.start, block.span.start + day.end
                    )
                    quote = span.quote(text)
                    says = f"{event.label} was on {event.first}"
                    found.setdefault(quote, Evidence(span, quote, says))
    return tuple(found.values())


def _named_events(
    words: str, calendar: Sequence[PublicEvent]
) -> tuple[PublicEvent, ...]:
    lower = words.lower()
    return tuple(
        event
        for event in calendar
        if event.mentions and all(word.lower() in lower for word in event.mentions)
    )


def _period(event: PublicEvent) -> Period:
    return Period(date.fromisoformat(event.first), date.fromisoformat(event.last))
