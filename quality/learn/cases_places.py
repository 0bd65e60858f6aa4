"""Decided cases of where a claim is."""

from collections.abc import Iterable, Iterator, Sequence

from quality.learn.cases import Opened, labelled_figures, labelled_words
from quality.learn.fit import Decided
from tumen.extract.place_features import PlaceCandidate, place_candidates
from tumen.extract.place_page import PlacePage, place_of_figure, place_of_statement
from tumen.extract.statement_slots import StatementSlots
from tumen.records.truth import TruthClaim
from tumen.score.names import SameNames
from tumen.score.slots import accepted


def place_cases(texts: Iterable[Opened], names: SameNames) -> Iterator[Decided]:
    """Yield for every label where it is, where that country is a candidate."""
    for opened in texts:
        for label, found in placed_labels(opened):
            right = right_places(label, found, names)
            if right:
                evidence = tuple(c.evidence for c in found)
                yield Decided(evidence, right, opened.text.name)


def placed_labels(
    opened: Opened,
) -> Iterator[tuple[TruthClaim, tuple[PlaceCandidate, ...]]]:
    """Yield the labels of a text with the places each may be about."""
    page = PlacePage.of(opened.reader.places)
    yield from _figures(opened, page)
    yield from _statements(opened, page)


def _figures(
    opened: Opened, page: PlacePage
) -> Iterator[tuple[TruthClaim, tuple[PlaceCandidate, ...]]]:
    before: str | None = None
    for figure, label, element in labelled_figures(opened):
        quantity, around = figure.quantity, figure.around
        asked = place_of_figure(opened.frame, quantity, around, element, before)
        by_rules = opened.reader.place_by_rules(quantity, around, element)
        yield label, place_candidates(page, asked, by_rules)
        before = label.iso


def _statements(
    opened: Opened, page: PlacePage
) -> Iterator[tuple[TruthClaim, tuple[PlaceCandidate, ...]]]:
    slots = StatementSlots.of(opened.frame)
    for span, label, element in labelled_words(opened):
        asked = place_of_statement(opened.frame, span, element)
        by_rules = slots.place_by_rules(span, element)
        yield label, place_candidates(page, asked, by_rules)


def right_places(
    label: TruthClaim, candidates: Sequence[PlaceCandidate], names: SameNames
) -> frozenset[int]:
    """Return the numbers of the places a label means: its own, else its country's."""
    wanted = {str(iso) if iso else None for iso in accepted(label, "iso")}
    near = [n for n, c in enumerate(candidates) if c.iso in wanted]
    places = [str(said) if said else None for said in accepted(label, "place")]
    same = [
        n
        for n in near
        if any(names.is_place(said, candidates[n].name) for said in places)
    ]
    return frozenset(same or near)
