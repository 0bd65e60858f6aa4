"""Decided cases of who is counted or meant by a claim."""

from collections.abc import Iterable, Iterator

from quality.learn.cases import Opened, labelled_figures, labelled_words
from quality.learn.fit import Decided
from tumen.extract.people_features import (
    Before,
    GroupCandidate,
    group_candidates,
    group_of_figure,
    group_of_statement,
)
from tumen.extract.statement_slots import StatementSlots
from tumen.records.truth import TruthClaim
from tumen.score.names import SameNames
from tumen.score.slots import accepted


def people_cases(texts: Iterable[Opened], names: SameNames) -> Iterator[Decided]:
    """Yield for every label which role its people have."""
    for opened in texts:
        for label, found in grouped_labels(opened, names):
            right = right_roles(label, [c.role for c in found], names)
            if right:
                yield Decided(tuple(c.evidence for c in found), right, opened.text.name)


def grouped_labels(
    opened: Opened, names: SameNames
) -> Iterator[tuple[TruthClaim, tuple[GroupCandidate, ...]]]:
    """Yield the labels of a text with the groups each may be about."""
    yield from _figures(opened, names)
    yield from _statements(opened)


def _figures(
    opened: Opened, names: SameNames
) -> Iterator[tuple[TruthClaim, tuple[GroupCandidate, ...]]]:
    reader = opened.reader
    before: Before | None = None
    for figure, label, element in labelled_figures(opened):
        quantity, around = figure.quantity, figure.around
        asked = group_of_figure(
            reader.people, reader.places, quantity, around, element, before
        )
        by_rules = reader.people.counted_by(quantity, around)
        yield label, group_candidates(reader.people, asked, by_rules)
        role = names.role(label.population)
        index = opened.frame.analysis.sentence_index(quantity.span.start)
        before = Before(role, index)


def _statements(
    opened: Opened,
) -> Iterator[tuple[TruthClaim, tuple[GroupCandidate, ...]]]:
    slots = StatementSlots.of(opened.frame)
    for span, label, element in labelled_words(opened):
        asked = group_of_statement(opened.frame, span, element)
        by_rules = slots.group_by_rules(span)
        yield label, group_candidates(opened.reader.people, asked, by_rules)


def right_roles(
    label: TruthClaim, roles: list[str | None], names: SameNames
) -> frozenset[int]:
    """Return the numbers of the roles that a label means; none when it says nothing."""
    wanted = {
        names.role(str(said) if said else None)
        for said in accepted(label, "population")
    }
    return frozenset(n for n, role in enumerate(roles) if role in wanted)
