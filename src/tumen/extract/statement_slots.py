"""Who, where and when: the slots of a statement around its clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.figure_people import ABOUT, PagePeople
from tumen.extract.figure_places import Located, PagePlaces
from tumen.extract.frame import Frame
from tumen.extract.populations import PopulationMention
from tumen.extract.statement_dates import Asking, DatedStatement, StatementTimes
from tumen.records.claim import Slot
from tumen.records.span import Span

IN_CLAUSE, IN_SENTENCE, BEFORE = 0.8, 0.7, 0.5
"""Chances that a group is right, by how far it stands; first guesses."""

ANYWHERE = "any"
NOBODY = Slot(rule="population.none", confidence=0.5)


@dataclass(frozen=True, slots=True)
class Meant:
    """The group of people a statement is about, None when nobody is named."""

    name: str | None
    slot: Slot


@dataclass(frozen=True, slots=True)
class StatementSlots:
    """Reads the slots of one page's statements."""

    frame: Frame
    places: PagePlaces
    times: StatementTimes
    groups: Sequence[PopulationMention]

    @classmethod
    def of(cls, frame: Frame) -> "StatementSlots":
        """Find the people, places and days of a page once."""
        return cls(
            frame,
            PagePlaces.of(frame),
            StatementTimes.of(frame),
            PagePeople.of(frame).mentions,
        )

    def place(self, span: Span, element: Element) -> Located:
        """Return the place a statement is about."""
        sentence = self.frame.analysis.sentence_at(span.start).span
        found = self.places.place_at((span, sentence), span.start, element.where)
        is_here = found.slot.span is not None and span.holds(found.slot.span)
        if is_here or element.where != ANYWHERE:
            return found
        near = [m for m in self.places.mentions if span.holds(m.span)]
        if not near:
            return found
        slot = Slot(rule="place.associated", confidence=BEFORE, span=near[0].span)
        return Located(near[0].name, near[0].iso, slot)

    def population(self, span: Span) -> Meant:
        """Return the group named in a clause, its sentence, or the sentences before."""
        sentence = self.frame.analysis.sentence_at(span.start)
        zones = ((span, IN_CLAUSE), (sentence.span, IN_SENTENCE))
        for zone, chance in zones:
            inside = [group for group in self.groups if zone.holds(group.span)]
            if inside:
                found = next((g for g in inside if g.role in ABOUT), inside[0])
                slot = Slot(rule="population.words", confidence=chance, span=found.span)
                return Meant(found.name, slot)
        return self._before(sentence.span)

    def _before(self, sentence: Span) -> Meant:
        earlier = [g for g in self.groups if g.span.end <= sentence.start]
        if not earlier:
            return Meant(None, NOBODY)
        analysis, found = self.frame.analysis, earlier[-1]
        source = analysis.sentence_index(found.span.start)
        slot = Slot(
            rule="population.before",
            confidence=BEFORE,
            inherited_from=analysis.sentences[source].span,
            distance=analysis.sentence_index(sentence.start) - source,
        )
        return Meant(found.name, slot)

    def as_of(self, asking: Asking) -> DatedStatement:
        """Return the days a statement is about."""
        return self.times.date_of(asking)
