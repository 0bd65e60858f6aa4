"""Who is counted, where and when: the slots of a figure around its number."""

from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.amounts import Quantity
from tumen.extract.figure_clause import Surroundings
from tumen.extract.figure_dates import DatedFigure, PageTimes
from tumen.extract.figure_people import Counted, PagePeople
from tumen.extract.figure_places import Located, PagePlaces
from tumen.extract.frame import Frame
from tumen.records.amount import Measure
from tumen.records.claim import Hedge


@dataclass(frozen=True, slots=True)
class SlotReader:
    """Reads the slots of one page's figures."""

    people: PagePeople
    places: PagePlaces
    times: PageTimes

    @classmethod
    def of(cls, frame: Frame) -> "SlotReader":
        """Find the people, places and days of a page once."""
        return cls(PagePeople.of(frame), PagePlaces.of(frame), PageTimes.of(frame))

    def population(self, quantity: Quantity, around: Surroundings) -> Counted:
        """Return who is counted."""
        return self.people.counted_by(quantity, around)

    def place(
        self, quantity: Quantity, around: Surroundings, element: Element
    ) -> Located:
        """Return the place a figure is about."""
        return self.places.place_at(
            (around.clause, around.sentence.span), quantity.span.start, element.where
        )

    def as_of(
        self, around: Surroundings, element: Element, measure: Measure, hedge: Hedge
    ) -> DatedFigure:
        """Return the days a figure is about."""
        return self.times.date_of(around, element, measure, hedge)
