"""Labelled numbers with all that is chosen for them, for an encoder to learn from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quality.learn.cases import (
    Opened,
    before_of,
    label_of,
    reading_of,
    right_elements,
    speaks,
)
from quality.learn.cases_dates import dated_labels, right_days
from quality.learn.cases_people import grouped_labels, right_roles
from quality.learn.cases_places import placed_labels, right_places
from tumen.extract import (
    date_choice,
    element_choice,
    measure_choice,
    people_choice,
    place_choice,
    voice_choice,
)
from tumen.extract.attribution import link_at
from tumen.extract.date_features import DateCandidate
from tumen.extract.element_choice import NOTHING, Before, element_candidates
from tumen.extract.figure_candidates import FigureCandidate
from tumen.extract.figures import elements_of
from tumen.extract.measure_choice import measure_candidates
from tumen.extract.people_features import GroupCandidate
from tumen.extract.place_features import PlaceCandidate
from tumen.extract.ranking import Evidence
from tumen.extract.voice_features import Said, voice_candidates
from tumen.records.span import Span
from tumen.records.truth import TruthClaim
from tumen.score.names import SameNames
from tumen.score.slots import accepted, is_asked


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen for a number.

    Args:
        told: the candidates: a label, words that stand for one, or what it is without.
        right: numbers of those that are right; none when nobody says.
        evidence: what speaks for each in the learned weights.
    """

    told: tuple[str | Span, ...]
    right: frozenset[int]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a page.

    Args:
        units: unit and period of each element among the choices.
        measures: those that its label accepts, none without a label.
        choices: by model.
    """

    span: Span
    units: tuple[str, ...]
    measures: frozenset[str]
    choices: Mapping[str, Choice]


def numbers_of(opened: Opened, names: SameNames) -> Iterator[Number]:
    """Yield every number of a text; one without a label is about nothing."""
    days = {id(label): found for label, found in dated_labels(opened)}
    places = {id(label): found for label, found in placed_labels(opened)}
    groups = {id(label): found for label, found in grouped_labels(opened, names)}
    before: Before | None = None
    said: Said | None = None
    for figure in opened.figures:
        label = label_of(figure.quantity, opened.labels)
        elements, units = _elements(opened, figure, label, before)
        choices = {element_choice.MODEL: elements}
        if label is not None:
            before = before_of(opened.frame, figure, label.element)
            voice, said = _voice(opened, figure, label, said, names)
            choices[voice_choice.MODEL] = voice
        if label is not None and id(label) in days:
            choices[measure_choice.MODEL] = _measures(opened, figure, label)
            choices[date_choice.MODEL] = _days(days[id(label)], label)
            choices[place_choice.MODEL] = _places(places[id(label)], label, names)
            choices[people_choice.MODEL] = _groups(groups[id(label)], label, names)
        accepts = accepted(label, "measure") if label else ()
        yield Number(figure.quantity.span, units, frozenset(map(str, accepts)), choices)


def _elements(
    opened: Opened,
    figure: FigureCandidate,
    label: TruthClaim | None,
    before: Before | None,
) -> tuple[Choice, tuple[str, ...]]:
    wanted = set(accepted(label, "element")) if label else {NOTHING}
    known = elements_of(opened.frame.codebook)
    found = element_candidates(opened.frame, figure, known, opened.reader, before)
    units = tuple(f"{r.quantity.unit}/{r.quantity.per or ''}" for r in found.readings)
    right = right_elements(label, found, wanted)
    return Choice(found.codes, right, found.evidence), units


def _measures(opened: Opened, figure: FigureCandidate, label: TruthClaim) -> Choice:
    element = opened.frame.codebook.elements[label.element]
    read = reading_of(figure, element, label)
    if read is None:
        return Choice((), frozenset(), ())
    found = measure_candidates(
        opened.frame, figure.around, read, element, opened.reader
    )
    wanted = set(accepted(label, "measure"))
    right = frozenset(n for n, m in enumerate(found.measures) if m in wanted)
    return Choice(found.measures, right, found.evidence)


def _voice(
    opened: Opened,
    figure: FigureCandidate,
    label: TruthClaim,
    said: Said | None,
    names: SameNames,
) -> tuple[Choice, Said | None]:
    """Return who may have said a number, and what the next one goes on with."""
    frame, span = opened.frame, figure.quantity.span
    found = voice_candidates(frame, span, link_at(frame, span), said)
    right = frozenset(n for n, each in enumerate(found) if speaks(each, label, names))
    if right:
        speech = found[min(right)].speech
        said = Said(speech.profile.number if speech else None, span)
    told = tuple(c.speech.cue.anchor if c.speech else voice_choice.PAGE for c in found)
    return Choice(told, right, tuple(c.evidence for c in found)), said


def _days(found: Sequence[DateCandidate], label: TruthClaim) -> Choice:
    periods = [c.period for c in found]
    right = right_days(label, periods) if is_asked(label, "as_of") else frozenset()
    told = tuple(date_choice.told_by(c) for c in found)
    return Choice(told, right, tuple(c.evidence for c in found))


def _places(
    found: Sequence[PlaceCandidate], label: TruthClaim, names: SameNames
) -> Choice:
    told = tuple(place_choice.told_by(c) for c in found)
    right = right_places(label, found, names)
    return Choice(told, right, tuple(c.evidence for c in found))


def _groups(
    found: Sequence[GroupCandidate], label: TruthClaim, names: SameNames
) -> Choice:
    right = right_roles(label, [c.role for c in found], names)
    told = tuple(str(c.role) for c in found)
    return Choice(told, right, tuple(c.evidence for c in found))
