"""Choose what a number measures: by its verb alone, or with learned weights."""

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.figure_candidates import Reading as Read
from tumen.extract.figure_clause import Surroundings
from tumen.extract.figure_features import figure_features
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.measures import EITHER, LEARNED, Reading, read_measure
from tumen.extract.ranking import Crossed, Evidence, chances_of, present
from tumen.records.amount import Measure

MODEL = "measures"
WORTH_NOTING = 0.2
"""Chance from which on another measure counts as a reading of its own."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures a number may have under an element, and what speaks for each."""

    measures: tuple[Measure, ...]
    evidence: tuple[Evidence, ...]
    by_rules: Reading


def measure_candidates(
    frame: Frame,
    around: Surroundings,
    read: Read,
    element: Element,
    reader: SlotReader,
) -> Measures:
    """Return the measures that form, unit and element allow, the likeliest first."""
    by_rules = read_measure(
        frame.analysis,
        around,
        element,
        read.possible,
        frame.language.voices,
    )
    measures = (by_rules.measure, *by_rules.others)
    if len(measures) == 1:
        return Measures(measures, ({},), by_rules)
    features = (
        *figure_features(frame, read.quantity, around, reader.people, reader.places),
        *dict.fromkeys(reader.times.kinds_in(around.sentence.span)),
    )
    return Measures(
        measures,
        tuple(_evidence(measure, element, features, by_rules) for measure in measures),
        by_rules,
    )


def _evidence(
    measure: Measure, element: Element, features: tuple[str, ...], by_rules: Reading
) -> Evidence:
    found = present((measure, f"{measure}|{element.code}"))
    if measure is by_rules.measure:
        found["rules"] = 1.0
        found[by_rules.rule] = 1.0
    return Crossed(measure, features, found)


def choose_measure(
    frame: Frame,
    around: Surroundings,
    read: Read,
    element: Element,
    reader: SlotReader,
) -> Reading:
    """Return the measure of a number under an element, and other readings."""
    weights = frame.codebook.learned.get(MODEL)
    found = measure_candidates(frame, around, read, element, reader)
    if weights is None or len(found.measures) == 1:
        return found.by_rules
    chances = chances_of(found.evidence, weights)
    if frame.encoded is not None:
        chances = frame.encoded.measures(read.quantity.span, found.measures, chances)
    return _likeliest(found, chances)


def _likeliest(found: Measures, chances: Sequence[float]) -> Reading:
    ranked = sorted(zip(chances, found.measures, strict=True), reverse=True)
    chance, measure = ranked[0]
    if found.by_rules.rule == EITHER:
        # What the verb leaves open stays open, whatever the weights prefer.
        return Reading(measure, tuple(m for _, m in ranked[1:]), EITHER, chance)
    others = tuple(m for p, m in ranked[1:] if p >= WORTH_NOTING)
    return Reading(measure, others, LEARNED, chance)
