"""Who is counted by a number."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tumen.extract.amounts import Quantity
from tumen.extract.compiled import latest
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.extract.frame import Frame
from tumen.extract.populations import PopulationMention, find_populations
from tumen.extract.stretches import Stretches
from tumen.extract.voice_page import voices_of
from tumen.records.claim import Slot
from tumen.records.span import Span

OWN = frozenset({"own_workers", "own_nationals"})
ABOUT = OWN | {"escaped", "refugees", "pay"}
"""Roles that a number without a noun of its own may be about."""
SEEN, IN_CLAUSE, BEFORE, OF_PAGE = 0.9, 0.75, 0.6, 0.5
"""Chances that a population is right, by how far it stands; first guesses."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A population and how it was found."""

    name: str | None
    slot: Slot


@dataclass(frozen=True, slots=True)
class PagePeople:
    """The groups of people a page names."""

    frame: Frame
    mentions: tuple[PopulationMention, ...]

    @classmethod
    def of(cls, frame: Frame) -> "PagePeople":
        """Find the groups of the body."""
        text = frame.document.text
        return cls(
            frame,
            tuple(
                mention
                for paragraph in frame.analysis.paragraphs
                for mention in find_populations(
                    text, paragraph.start, paragraph.end, frame.codebook
                )
                if mention.role != "pay" or _is_noun(frame, mention.span)
            ),
        )

    def counted_by(self, quantity: Quantity, around: Surroundings) -> Counted:
        """Return the group that a number counts or is about."""
        named = self._in_noun(quantity, around)
        if named is not None:
            name = self._name(named, quantity, around)
            slot = Slot(rule="population.noun", confidence=SEEN, span=named.span)
            return Counted(name, slot)
        near = self._near(quantity, around)
        if near is not None:
            name = self._again(near)
            slot = Slot(rule="population.clause", confidence=IN_CLAUSE, span=near.span)
            return Counted(name, slot)
        return self._before(around) or self._of_page()

    def named_in(self, span: Span) -> bool:
        """Tell whether a countable group is named in a stretch of text."""
        return bool(self._held(span, ABOUT - {"pay"}))

    def named_by(self, span: Span) -> bool:
        """Tell whether a noun phrase names people, soldiers and officers included."""
        return any(m.role != "pay" for m in self.within(span))

    def within(self, span: Span) -> list[PopulationMention]:
        """Return the groups named in a stretch of text."""
        return [self.mentions[place] for place in _places_of(self).inside(span)]

    def last_before(self, start: int) -> PopulationMention | None:
        """Return the group named last before some words begin, None without any."""
        last = _last_before(self.mentions, start)
        return self.mentions[last] if last is not None else None

    def _in_noun(
        self, quantity: Quantity, around: Surroundings
    ) -> PopulationMention | None:
        if quantity.noun_span is None and quantity.form != "share_words":
            return None
        start = quantity.noun_span.start if quantity.noun_span else quantity.span.end
        reach = around.clause.end if quantity.kind in ("people", "percent") else start
        behind = _places_of(self).beginning(start, max(reach, quantity.span.end))
        held = next((self.mentions[place] for place in behind), None)
        if held is None or not self._is_noun(held, quantity, start):
            return None
        return held

    def _is_noun(
        self, mention: PopulationMention, quantity: Quantity, start: int
    ) -> bool:
        """Tell whether a group stands in the noun phrase, before any verb."""
        if quantity.span.holds(mention.span) or mention.span.start == start:
            return True
        analysis = self.frame.analysis
        if mention.span.end <= start:
            return False
        between = analysis.tokens_in(Span(start, mention.span.start + 1))
        between_words = [analysis.tokens[i] for i in between]
        part_of = self.frame.language.voices.part_words
        parted = any(
            t.pos in VERBAL or (t.pos in ("ADP", "SCONJ") and t.lower not in part_of)
            for t in between_words
        )
        return not parted or mention.role == "pay"

    def _name(
        self, mention: PopulationMention, quantity: Quantity, around: Surroundings
    ) -> str:
        """Return `workers` for citizens of whom the clause says that they work."""
        if mention.role != "own_nationals" or quantity.kind != "people":
            return self._again(mention)
        analysis = self.frame.analysis
        working = self.frame.language.voices.working_verbs
        works = any(
            analysis.tokens[i].lemma in working and analysis.tokens[i].pos in VERBAL
            for i in around.inner
        ) or any(
            analysis.tokens[i].lemma in self.frame.language.voices.working_words
            for i in around.inner
        )
        workers = _met_of(self).workers
        return workers[0].name if works and workers else mention.name

    def _again(self, mention: PopulationMention) -> str:
        """Return the exact group that `the nationals` were called before."""
        if mention.role != "own_nationals":
            return mention.name
        analysis = self.frame.analysis
        index = analysis.tokens_in(mention.span)
        before = analysis.tokens[index.start - 1].lower if index.start else ""
        if before not in self.frame.language.voices.definite_again:
            return mention.name
        workers = _met_of(self).workers
        exact = _last_before(workers, mention.span.start - 1)
        return workers[exact].name if exact is not None else mention.name

    def _near(
        self, quantity: Quantity, around: Surroundings
    ) -> PopulationMention | None:
        tokens = self.frame.analysis.tokens
        zone = Span(tokens[around.zone[0]].span.start, around.clause.end)
        whole = self._held(around.sentence.span, ABOUT)
        start = quantity.span.start
        before = [m for m in whole if m.span.end <= start]
        if before and quantity.kind == "people":
            # `900 nationals were recognised as refugees and 14 others`: the first.
            return before[0]
        inside = self._held(zone, ABOUT)
        return _nearest(before, start) or _nearest(inside or whole, start)

    def _held(self, zone: Span, roles: frozenset[str]) -> list[PopulationMention]:
        return [m for m in self.within(zone) if m.role in roles]

    def _before(self, around: Surroundings) -> Counted | None:
        met = _met_of(self)
        last = _last_before(met.countable, around.sentence.span.start)
        if last is None:
            return None
        found = met.spoken_of[last]
        analysis = self.frame.analysis
        source = analysis.sentence_at(found.span.start)
        distance = analysis.sentence_index(around.sentence.span.start) - (
            analysis.sentence_index(found.span.start)
        )
        slot = Slot(
            rule="population.before",
            confidence=BEFORE,
            inherited_from=source.span,
            distance=distance,
        )
        return Counted(self._again(found), slot)

    def _of_page(self) -> Counted:
        slot = Slot(rule="population.page", confidence=OF_PAGE)
        return Counted(_met_of(self).own, slot)


def _is_noun(frame: Frame, span: Span) -> bool:
    """Tell `their pay` from `firms pay`."""
    places = frame.analysis.tokens_in(span)
    return any(frame.analysis.tokens[i].pos in ("NOUN", "PROPN") for i in places)


@latest
def _places_of(people: PagePeople) -> Stretches:
    """Return where the groups of a page stand: asked for each number."""
    return Stretches.of((m.span, place) for place, m in enumerate(people.mentions))


@dataclass(frozen=True, slots=True)
class _Met:
    """The groups that a reader of the page has met, in order of the text.

    Args:
        workers: the own workers.
        countable: all but pay that a number may be about.
        spoken_of: whom a number behind each of these is about.
        own: name of the own people named most often, None without any.
    """

    workers: Sequence[PopulationMention]
    countable: Sequence[PopulationMention]
    spoken_of: Sequence[PopulationMention]
    own: str | None


@latest
def _met_of(people: PagePeople) -> _Met:
    sources = voices_of(people.frame).sources
    countable = [m for m in people.mentions if m.role in ABOUT - {"pay"}]
    free: PopulationMention | None = None
    spoken_of: list[PopulationMention] = []
    for mention in countable:
        # Who speaks (`a former worker said`) is seldom who is spoken of.
        free = free if sources.holding(mention.span) else mention
        spoken_of.append(free or mention)
    own = Counter(m.name for m in people.mentions if m.role in OWN)
    return _Met(
        workers=[m for m in people.mentions if m.role == "own_workers"],
        countable=countable,
        spoken_of=spoken_of,
        own=own.most_common(1)[0][0] if own else None,
    )


def _last_before(mentions: Sequence[PopulationMention], start: int) -> int | None:
    """Return the place of the last mention that ends before some words begin."""
    behind = bisect_right(mentions, start, key=lambda m: m.span.end)
    return behind - 1 if behind else None


def _nearest(
    mentions: Sequence[PopulationMention], place: int
) -> PopulationMention | None:
    """Return the group before a place, else the one behind it."""
    before = [m for m in mentions if m.span.end <= place]
    behind = [m for m in mentions if m.span.start >= place]
    return before[-1] if before else (behind[0] if behind else None)
