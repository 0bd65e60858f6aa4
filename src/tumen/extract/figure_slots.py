"""Who is counted, where and when: the slots of a figure around its number."""

from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.amounts import Quantity
from tumen.extract.figure_clause import Surroundings
from tumen.extract.frame import Frame
from tumen.records.amount import Measure
from tumen.records.claim import Slot
from tumen.records.period import Period

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
class SlotReader:
    """Reads the slots of one page's figures."""

    frame: Frame

    @classmethod
    def of(cls, frame: Frame) -> "SlotReader":
        """Find the people, places and days of a page once."""
        return cls(frame)

    def population(
        self, quantity: Quantity, around: Surroundings, element: Element
    ) -> Named:
        """Return who is counted."""
        return Named(quantity.noun, EMPTY)

    def place(self, around: Surroundings, element: Element) -> Named:
        """Return the place a figure is about."""
        return Named(None, EMPTY)

    def as_of(
        self, around: Surroundings, element: Element, measure: Measure
    ) -> DatedSlot:
        """Return the days a figure is about."""
        return DatedSlot(Period(), EMPTY)
