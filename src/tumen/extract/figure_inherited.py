"""Numbers that go on counting what was counted before: `It stood at 28.`"""

from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.amounts import Quantity
from tumen.extract.figure_clause import Surroundings
from tumen.extract.figure_people import PagePeople
from tumen.extract.frame import Frame
from tumen.extract.measures import possible_measures
from tumen.records.amount import Measure
from tumen.records.claim import Claim, Slot

COUNTING = 2
"""`It stood at 28` may count what was counted so many sentences before."""

TOLD, GUESSED = 0.6, 0.45
"""Chances of the element before being right; first guesses."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """The element of the number before.

    Args:
        is_told: True when a pronoun says that the same is counted; then it wins over
            an element found by cues.
    """

    element: Element
    slot: Slot
    is_told: bool


def inherited_element(
    frame: Frame,
    quantity: Quantity,
    around: Surroundings,
    people: PagePeople,
    last: Claim | None,
) -> Inherited | None:
    """Return the element that a number without a noun takes from the one before.

    Both have the same unit and stand near each other, the second may have a measure of
    the element, and no other people are named beside it.
    """
    unit = quantity.unit
    if last is None or last.amount is None or last.amount.unit != unit or not unit:
        return None
    is_elided = quantity.noun is None and "bare" in quantity.flags
    index = frame.analysis.sentence_index
    distance = index(around.clause.start) - index(last.span.start)
    if not is_elided or distance > COUNTING or people.named_in(around.clause):
        return None
    element = frame.codebook.elements[last.element]
    if not possible_measures(quantity) & {Measure(name) for name in element.measures}:
        return None
    opening = frame.analysis.tokens[around.inner[0]].lower
    is_told = opening in frame.language.voices.sources.thing_pronouns
    slot = Slot(
        rule="element.inherited",
        confidence=TOLD if is_told else GUESSED,
        inherited_from=frame.analysis.sentence_at(last.span.start).span,
        distance=distance,
    )
    return Inherited(element, slot, is_told)
