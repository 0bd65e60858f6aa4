"""Choose the element of a number: rules alone, or rules and learned weights."""

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.codebook.weights import Weights
from tumen.extract.elements import SURE, THRESHOLD, Choice, FigureElements
from tumen.extract.figure_candidates import AS_WRITTEN, FigureCandidate, Reading
from tumen.extract.figure_features import figure_features
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.ranking import Evidence, chances_of, present

MODEL = "elements"
LEARNED = "element.learned"
NOTHING = "none"
"""Stands for a number that is about nothing the codebook knows."""
WORTH_NOTING = 0.15
"""Chance from which on another element is named beside the chosen one."""


@dataclass(frozen=True, slots=True)
class Elements:
    """What a number may be about, and what speaks for each.

    Args:
        codes: elements, `none` the last.
        readings: the reading of the number under each; that as written for `none`.
        by_rules: what the rules choose.
    """

    codes: tuple[str, ...]
    readings: tuple[Reading, ...]
    evidence: tuple[Evidence, ...]
    by_rules: Choice | None


def element_candidates(
    frame: Frame, figure: FigureCandidate, elements: FigureElements, reader: SlotReader
) -> Elements:
    """Return the elements that the units and form of a number allow."""
    quantity, around = figure.quantity, figure.around
    features = figure_features(frame, quantity, around, reader.people, reader.places)
    rows: list[tuple[str, Reading, Evidence]] = []
    by_rules: Choice | None = None
    for reading in figure.readings:
        scores = elements.scores(
            frame.analysis, around, reading.possible, reading.quantity
        )
        if reading.source == AS_WRITTEN:
            by_rules = elements.best(scores)
        known = {code for code, _, _ in rows}
        rows += [
            (code, reading, _evidence(code, scores[code], features, by_rules, reading))
            for code in sorted(scores)
            if code not in known
        ]
    rows.append((NOTHING, figure.readings[0], _of_nothing(features, by_rules)))
    codes, readings, evidence = zip(*rows, strict=True)
    return Elements(codes, readings, evidence, by_rules)


def _evidence(
    code: str,
    score: float,
    features: Sequence[str],
    by_rules: Choice | None,
    reading: Reading,
) -> Evidence:
    found = present([f"{code}|{feature}" for feature in features])
    found[code] = 1.0
    found[f"unit:{reading.source}"] = 1.0
    found[f"{code}|unit:{reading.source}"] = 1.0
    found["score"] = min(1.5, score / SURE)
    if score >= THRESHOLD:
        found["enough"] = 1.0
    if reading.source == AS_WRITTEN and by_rules and by_rules.element.code == code:
        found["rules"] = 1.0
        found[f"{code}|rules"] = 1.0
    return found


def _of_nothing(features: Sequence[str], by_rules: Choice | None) -> Evidence:
    found = present([f"{NOTHING}|{feature}" for feature in features])
    found[NOTHING] = 1.0
    if by_rules is None:
        found[f"{NOTHING}|rules"] = 1.0
    return found


def choose_element(
    frame: Frame, figure: FigureCandidate, elements: FigureElements, reader: SlotReader
) -> tuple[Choice, Reading] | None:
    """Return the element of a number and how it is read for that.

    None when it is about nothing that is known. Without weights the rules choose,
    and take the number as written.
    """
    weights = frame.codebook.learned.get(MODEL)
    if weights is None:
        by_rules = elements.choose(
            frame.analysis, figure.around, figure.possible, figure.quantity
        )
        return (by_rules, figure.readings[0]) if by_rules else None
    found = element_candidates(frame, figure, elements, reader)
    return _learned(found, weights, elements)


def _learned(
    found: Elements, weights: Weights, elements: FigureElements
) -> tuple[Choice, Reading] | None:
    chances = chances_of(found.evidence, weights)
    ranked = sorted(
        zip(chances, range(len(chances)), strict=True), key=lambda r: (-r[0], r[1])
    )
    chance, best = ranked[0]
    if found.codes[best] == NOTHING:
        return None
    others = tuple(
        found.codes[n]
        for p, n in ranked[1:3]
        if p >= WORTH_NOTING and found.codes[n] != NOTHING
    )
    choice = Choice(elements.element(found.codes[best]), chance, others, LEARNED)
    return choice, found.readings[best]
