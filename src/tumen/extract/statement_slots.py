"""Who, where and when: the slots of a statement around its clause."""

from dataclasses import dataclass

from tumen.extract.frame import Frame
from tumen.extract.statement_matches import Match
from tumen.records.claim import Kind, Slot
from tumen.records.period import Period
from tumen.records.span import Span

EMPTY = Slot(rule="blank", confidence=0.5)


@dataclass(frozen=True, slots=True)
class Named:
    """A population, or a place with its country."""

    name: str | None
    slot: Slot
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class DatedSlot:
    """A period, how it was found, and flags about it."""

    period: Period
    slot: Slot
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementSlots:
    """Reads the slots of one page's statements."""

    frame: Frame

    @classmethod
    def of(cls, frame: Frame) -> "StatementSlots":
        """Find the people, places and days of a page once."""
        return cls(frame)

    def place(self, span: Span) -> Named:
        """Return the place a statement is about."""
        return Named(None, EMPTY)

    def population(self, span: Span) -> Named:
        """Return whom a statement is about."""
        return Named(None, EMPTY)

    def as_of(self, match: Match, span: Span, kind: Kind) -> DatedSlot:
        """Return the days a statement is about."""
        return DatedSlot(Period(), EMPTY)
