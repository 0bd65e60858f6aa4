"""Which element of the codebook a number is about, by cues around it.

Cues of figures stand in five groups of an element's `cues`:

- `noun`: names the thing counted; weighs most behind the number;
- `head`: like `noun`, but one of these has to stand behind the number;
- `verb`: governs it; weighs most near the number;
- `words`: anything else in the clause;
- `must`: one of these has to stand in the clause, when the group is not empty.

Words of `not_when` in the clause rule the element out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.amounts import Quantity
from tumen.extract.analysis import Analysis
from tumen.extract.cue_words import PhraseIndex
from tumen.extract.element_cues import Groups, Seen, Sighting, cues_of
from tumen.extract.figure_clause import Surroundings
from tumen.records.amount import Measure
from tumen.records.claim import Kind

GROUPS = ("noun", "head", "verb", "words", "must", "not_when")
NOUN_BEHIND, NOUN_NEAR = 3.0, 1.5
VERB_NEAR, VERB_ZONE, VERB_FAR = 3.0, 2.0, 0.5
WORDS_FIRST, WORDS_NEXT, WORDS_FAR = 2.0, 0.75, 0.4
UNIT_LISTED = 1.0
MUST_FAR = 0.5
PEOPLE_WORD = "people"
"""Elements that count people name this word among their nouns."""

REACH = 6
"""A verb within so many tokens of the number governs it."""

THRESHOLD = 4.5
"""Below this score the number is not about anything the codebook knows."""

SURE = 9.0
"""Score at which an element is as sure as cues can make it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An element, its chance of being right, the next best ones, and who chose."""

    element: Element
    confidence: float
    others: tuple[str, ...] = ()
    rule: str = "element.cues"


def _sureness(score: float, *, has_rivals: bool) -> float:
    """Return a chance that grows with the score and falls with rivals."""
    base = min(0.9, 0.45 + 0.45 * min(1.0, score / SURE))
    return base - 0.1 * has_rivals


class FigureElements:
    """The elements of a codebook that may hold figures, ready to be matched."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self._elements = {e.code: e for e in elements if Kind.FIGURE in e.kinds}
        self._measures = {
            code: frozenset(Measure(name) for name in element.measures)
            for code, element in self._elements.items()
        }
        self._index = PhraseIndex(
            (phrase, f"{element.code} {group}")
            for element in self._elements.values()
            for group in GROUPS
            for phrase in _phrases(element, group)
        )

    def choose(
        self,
        analysis: Analysis,
        around: Surroundings,
        measures: frozenset[Measure],
        quantity: Quantity,
    ) -> Choice | None:
        """Return the best element for a number, None when nothing is sure enough.

        Args:
            around: where the number stands.
            measures: those that the number can have.
        """
        seen = self.seen(analysis, around)
        return self.best(self.scores(seen, around, measures, quantity))

    def seen(self, analysis: Analysis, around: Surroundings) -> Seen:
        """Return the cues of all elements that stand around a number."""
        row = cues_of(analysis, around.sentence, self._index)
        seen = row.around(around.zone, self._index, around.until)
        if around.lead is None:
            return seen
        return seen.below(cues_of(analysis, around.lead, self._index))

    def scores(
        self,
        seen: Seen,
        around: Surroundings,
        measures: frozenset[Measure],
        quantity: Quantity,
    ) -> dict[str, float]:
        """Return how well each element fits that the number's unit and form allow."""
        unit = unit_of(quantity)
        is_elided = quantity.kind == "people" and quantity.noun is None
        return {
            code: self._score(element, seen, around, unit, is_elided=is_elided)
            for code, element in self._elements.items()
            if not measures.isdisjoint(self._measures[code]) and element.allows(unit)
        }

    def parts(
        self, seen: Seen, around: Surroundings, codes: Iterable[str]
    ) -> dict[str, tuple[str, ...]]:
        """Return which groups of cues of each element stand around a number.

        `noun+` and `verb+` are near, `must-` is a word that would have to stand there.
        """
        return {
            code: tuple(_parts(self._elements[code], seen, around)) for code in codes
        }

    def best(self, scores: Mapping[str, float]) -> Choice | None:
        """Return the element with the best score, None when nothing is sure enough."""
        good = sorted(
            ((s, self._is_narrow(c), c) for c, s in scores.items() if s >= THRESHOLD),
            reverse=True,
        )
        if not good:
            return None
        best, _, code = good[0]
        others = tuple(c for s, _, c in good[1:3] if s >= best - 1.0)
        chance = _sureness(best, has_rivals=bool(others))
        return Choice(self._elements[code], chance, others)

    def element(self, code: str) -> Element:
        """Return the element with a code."""
        return self._elements[code]

    def _is_narrow(self, code: str) -> bool:
        """Tell whether an element asks for a word of its own: it wins a tie."""
        return bool(_phrases(self._elements[code], "must"))

    def _must_cost(self, element: Element, inner: Groups, outer: Groups) -> float:
        """Return what it costs that a word that must stand here stands farther off."""
        if not _phrases(element, "must") or inner.get("must"):
            return 0.0
        near_enough = outer.get("must") and is_about_part(element)
        return MUST_FAR if near_enough else 2 * THRESHOLD

    def _score(
        self,
        element: Element,
        seen: Seen,
        around: Surroundings,
        unit: str | None,
        *,
        is_elided: bool,
    ) -> float:
        inner, outer = seen.of(element.code)
        if "not_when" in inner:
            return 0.0
        score = -self._must_cost(element, inner, outer)
        if score < -THRESHOLD:
            return 0.0
        heads = inner.get("head", ())
        if _phrases(element, "head") and not any(p in around.noun for _, p in heads):
            return 0.0
        score += UNIT_LISTED if element.allows(unit) else 0.0
        nouns = [*heads, *inner.get("noun", ())]
        score += _noun_score(nouns, around)
        if is_elided and PEOPLE_WORD in _phrases(element, "noun") and not nouns:
            score += NOUN_BEHIND
        score += _verb_score(inner.get("verb", ()), outer.get("verb", ()), around)
        return score + _words_score(inner.get("words", ()), outer.get("words", ()))


def _parts(element: Element, seen: Seen, around: Surroundings) -> Iterator[str]:
    inner, outer = seen.of(element.code)
    if not inner and not outer:
        if _phrases(element, "must"):
            yield "must-"
        return
    for group in GROUPS:
        here, there = inner.get(group, ()), outer.get(group, ())
        if here:
            yield group
            yield f"{group}:{min(3, len({phrase for phrase, _ in here}))}"
        elif there:
            yield f"{group}~"
        elif group == "must" and _phrases(element, group):
            yield "must-"
    yield from _near_parts(inner, around)


def _near_parts(inner: Groups, around: Surroundings) -> Iterator[str]:
    nouns = [*inner.get("noun", ()), *inner.get("head", ())]
    if any(place in around.noun for _, place in nouns):
        yield "noun+"
    if any(_distance(place, around) <= REACH for _, place in inner.get("verb", ())):
        yield "verb+"


def is_about_part(element: Element) -> bool:
    """Tell whether an element is a share or a sum: its whole may stand farther off."""
    return Measure.MONEY in element.measures or Measure.SHARE in element.measures[:1]


def unit_of(quantity: Quantity) -> str | None:
    """Return the unit as claims write it; the noun where the language has no unit."""
    if quantity.unit is not None or quantity.noun is None:
        return quantity.unit
    noun = quantity.noun.lower()
    return f"{noun}/{quantity.per}" if quantity.per else noun


def unit_in(
    element: Element, quantity: Quantity, papers: Collection[str]
) -> str | None:
    """Return the unit of a number under an element.

    People who hold papers are counted as papers where the element counts those: `40
    men held permits` are 40 permits.

    Args:
        papers: units of papers.
    """
    unit = unit_of(quantity)
    first = element.units[0] if element.units else None
    return first if quantity.kind == "people" and first in papers else unit


def _phrases(element: Element, group: str) -> tuple[str, ...]:
    if group == "not_when":
        return tuple(phrase.replace("_", " ") for phrase in element.not_when)
    return element.cues.get(group, ())


def _noun_score(found: Sequence[Sighting], around: Surroundings) -> float:
    if any(place in around.noun for _, place in found):
        return NOUN_BEHIND
    return NOUN_NEAR if found else 0.0


def _verb_score(
    near: Sequence[Sighting], far: Sequence[Sighting], around: Surroundings
) -> float:
    if any(_distance(place, around) <= REACH for _, place in near):
        return VERB_NEAR
    if near:
        return VERB_ZONE
    return VERB_FAR if far else 0.0


def _distance(place: int, around: Surroundings) -> int:
    if place < around.first:
        return around.first - place
    return max(0, place - around.last)


def _words_score(near: Sequence[Sighting], far: Sequence[Sighting]) -> float:
    phrases = {phrase for phrase, _ in near}
    if not phrases:
        return WORDS_FAR * min(2, len({phrase for phrase, _ in far}))
    return WORDS_FIRST + WORDS_NEXT * min(3, len(phrases) - 1)
