"""Who is counted, where and when: the slots of a figure around its number."""

from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.amounts import Quantity
from tumen.extract.compiled import latest
from tumen.extract.date_around import Asked
from tumen.extract.date_choice import DateChooser
from tumen.extract.figure_clause import Surroundings
from tumen.extract.figure_dates import DatedClaim, PageTimes
from tumen.extract.figure_people import Counted, PagePeople
from tumen.extract.figure_places import Located, PagePlaces
from tumen.extract.frame import Frame
from tumen.extract.people_choice import choose_group
from tumen.extract.people_features import Before, group_of_figure, role_of
from tumen.extract.place_choice import PlaceChooser
from tumen.extract.place_page import place_of_figure
from tumen.records.amount import Measure
from tumen.records.claim import Claim, Hedge


@dataclass(frozen=True, slots=True)
class SlotReader:
    """Reads the slots of one page's figures."""

    people: PagePeople
    places: PagePlaces
    times: PageTimes
    dates: DateChooser
    where: PlaceChooser

    @classmethod
    def of(cls, frame: Frame) -> "SlotReader":
        """Find the people, places and days of a page once."""
        return _reader_of(frame)

    def population(
        self,
        quantity: Quantity,
        around: Surroundings,
        element: Element,
        last: Claim | None = None,
    ) -> Counted:
        """Return who is counted.

        Args:
            last: the claim before it: lists go on with what they began.
        """
        by_rules = self.people.counted_by(quantity, around)
        before = self._people_of(last) if last else None
        asked = group_of_figure(
            self.people, self.places, quantity, around, element, before
        )
        return choose_group(self.people, asked, by_rules)

    def _people_of(self, claim: Claim) -> Before:
        frame = self.people.frame
        index = frame.analysis.sentence_index(claim.span.start)
        return Before(role_of(claim.population, frame.codebook), index)

    def place(
        self,
        quantity: Quantity,
        around: Surroundings,
        element: Element,
        last: Claim | None = None,
    ) -> Located:
        """Return the place a figure is about.

        Args:
            last: as for `population`.
        """
        frame = self.places.frame
        before = last.iso if last else None
        asked = place_of_figure(frame, quantity, around, element, before)
        return self.where.choose(asked, self.place_by_rules(quantity, around, element))

    def place_by_rules(
        self, quantity: Quantity, around: Surroundings, element: Element
    ) -> Located:
        """Return the place that the rules choose for a figure."""
        return self.places.place_at(
            (around.clause, around.sentence.span), quantity.span.start, element.where
        )

    def as_of(
        self, around: Surroundings, element: Element, measure: Measure, hedge: Hedge
    ) -> DatedClaim:
        """Return the days a figure is about."""
        by_rules = self.times.date_of(around, element, measure, hedge)
        asked = Asked.of_figure(around, element, measure, hedge)
        return self.dates.choose(asked, by_rules)


@latest
def _reader_of(frame: Frame) -> SlotReader:
    times = PageTimes.of(frame)
    places = PagePlaces.of(frame)
    return SlotReader(
        people=PagePeople.of(frame),
        places=places,
        times=times,
        dates=DateChooser.of(times),
        where=PlaceChooser.of(places),
    )
