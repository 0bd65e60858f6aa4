"""Who, where and when: the slots of a statement around its clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.date_around import Asked
from tumen.extract.date_choice import DateChooser
from tumen.extract.figure_dates import DatedClaim
from tumen.extract.figure_people import ABOUT, Counted, PagePeople
from tumen.extract.figure_places import Located, PagePlaces
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.people_choice import choose_group
from tumen.extract.people_features import group_of_statement
from tumen.extract.place_choice import PlaceChooser
from tumen.extract.place_page import place_of_statement
from tumen.extract.populations import PopulationMention
from tumen.extract.statement_dates import Asking, StatementTimes
from tumen.records.claim import Slot
from tumen.records.span import Span

IN_CLAUSE, IN_SENTENCE, BEFORE = 0.8, 0.7, 0.5
"""Chances that a group is right, by how far it stands; first guesses."""

OPENING = 2
"""Tokens before a group that opens some words."""
ANYWHERE = "any"
NOBODY = Slot(rule="population.none", confidence=0.5)


@dataclass(frozen=True, slots=True)
class StatementSlots:
    """Reads the slots of one page's statements."""

    frame: Frame
    places: PagePlaces
    times: StatementTimes
    dates: DateChooser
    people: PagePeople
    where: PlaceChooser

    @property
    def groups(self) -> Sequence[PopulationMention]:
        """Return the groups of people that the page names."""
        return self.people.mentions

    @classmethod
    def of(cls, frame: Frame) -> "StatementSlots":
        """Take the people, places and days of a page, which its figures ask for too."""
        page = SlotReader.of(frame)
        return cls(
            frame,
            page.places,
            StatementTimes(frame, page.times),
            page.dates,
            page.people,
            page.where,
        )

    def place(self, span: Span, element: Element) -> Located:
        """Return the place a statement is about."""
        asked = place_of_statement(self.frame, span, element)
        return self.where.choose(asked, self.place_by_rules(span, element))

    def place_by_rules(self, span: Span, element: Element) -> Located:
        """Return the place that the rules choose for a statement."""
        sentence = self.frame.analysis.sentence_at(span.start).span
        found = self.places.place_at((span, sentence), span.start, element.where)
        is_here = found.slot.span is not None and span.holds(found.slot.span)
        if is_here or element.where != ANYWHERE:
            return found
        near = self.places.within(span)
        if not near:
            return found
        slot = Slot(rule="place.associated", confidence=BEFORE, span=near[0].span)
        return Located(near[0].name, near[0].iso, slot)

    def population(self, span: Span, element: Element) -> Counted:
        """Return the group of people a statement is about."""
        asked = group_of_statement(self.frame, span, element)
        return choose_group(self.people, asked, self.group_by_rules(span))

    def group_by_rules(self, span: Span) -> Counted:
        """Return the group named in a clause, its sentence, or the sentences before."""
        sentence = self.frame.analysis.sentence_at(span.start)
        zones = ((span, IN_CLAUSE), (sentence.span, IN_SENTENCE))
        for zone, chance in zones:
            found = self._named_in(zone)
            if found is not None:
                slot = Slot(rule="population.words", confidence=chance, span=found.span)
                return Counted(found.name, slot)
        return self._before(sentence.span)

    def _named_in(self, zone: Span) -> PopulationMention | None:
        """Return the group that words are about.

        Managers, officers and helpers are that only where they open the words: what is
        done by them is done to others.
        """
        inside = self.people.within(zone)
        found = next((g for g in inside if g.role in ABOUT), None)
        if found is not None or not inside:
            return found
        before = Span(zone.start, max(zone.start + 1, inside[0].span.start))
        opens = len(self.frame.analysis.tokens_in(before)) <= OPENING
        return inside[0] if opens else None

    def _before(self, sentence: Span) -> Counted:
        found = self.people.last_before(sentence.start)
        if found is None:
            return Counted(None, NOBODY)
        analysis = self.frame.analysis
        source = analysis.sentence_index(found.span.start)
        slot = Slot(
            rule="population.before",
            confidence=BEFORE,
            inherited_from=analysis.sentences[source].span,
            distance=analysis.sentence_index(sentence.start) - source,
        )
        return Counted(found.name, slot)

    def as_of(self, asking: Asking) -> DatedClaim:
        """Return the days a statement is about."""
        asked = Asked.of_statement(
            self.frame.analysis,
            asking.span,
            asking.kind,
            asking.element,
            asking.hedge,
        )
        return self.dates.choose(asked, self.times.date_of(asking))
