"""Decided cases of what clauses state: events, conditions, policies, or nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from quality.learn.cases import Opened
from quality.learn.fit import Decided
from tumen.extract.clause_evidence import (
    NOTHING,
    STATED,
    Heard,
    Stated,
    element_choices,
    hear,
    kind_choices,
)
from tumen.extract.compiled import once
from tumen.extract.figures import find_figures
from tumen.extract.statement_choice import Known, page_clauses, page_of
from tumen.extract.statement_rules import attributing
from tumen.extract.statement_slots import StatementSlots
from tumen.records.claim import Kind
from tumen.records.span import Span
from tumen.records.truth import TruthClaim
from tumen.score.pairs import LEAST_SHARED, LONGEST, ROOM
from tumen.score.slots import accepted


def kind_cases(texts: Iterable[Opened]) -> Iterator[Decided]:
    """Yield for every clause what kind of thing it states, `none` without a label."""
    for opened in texts:
        for heard, label, _ in _clauses(opened):
            found = kind_choices(heard)
            wanted = set(accepted(label, "kind")) if label else {NOTHING}
            right = {n for n, kind in enumerate(found.names) if kind in wanted}
            if right:
                yield Decided(found.evidence, frozenset(right), opened.text.name)


def statement_cases(texts: Iterable[Opened]) -> Iterator[Decided]:
    """Yield for every labelled clause which element it states, where it can be found."""
    for opened in texts:
        for heard, label, before in _clauses(opened):
            if label is None or label.kind not in STATED:
                continue
            found = element_choices(heard, label.kind, before)
            wanted = set(accepted(label, "element"))
            right = {n for n, code in enumerate(found.names) if code in wanted}
            if right and len(found.names) > 1:
                yield Decided(found.evidence, frozenset(right), opened.text.name)


@once
def _clauses(
    opened: Opened,
) -> tuple[tuple[Heard, TruthClaim | None, Stated | None], ...]:
    """Return the clauses of a text with their label and the statement before."""
    frame = opened.frame
    slots = StatementSlots.of(frame)
    page = page_of(frame, tuple(find_figures(frame)), attributing(frame), slots)
    known = Known.of(page)
    clauses = tuple(page_clauses(page))
    wanted = labels_of_clauses([at.span for at in clauses], opened.labels)
    before: Stated | None = None
    found = []
    for number, at in enumerate(clauses):
        label = wanted.get(number)
        found.append((hear(page, at, known.at(at)), label, before))
        if label is not None:
            before = Stated(label.element, at.number)
    return tuple(found)


def labels_of_clauses(
    spans: Sequence[Span], labels: Iterable[TruthClaim]
) -> Mapping[int, TruthClaim]:
    """Return the label that each clause states, by the clause's number.

    A label belongs to the one clause that fits it best, as claims are paired.
    """
    found: dict[int, TruthClaim] = {}
    for label in labels:
        if label.kind is Kind.FIGURE or label.start is None or label.end is None:
            continue
        own = Span(label.start, label.end)
        fits = [(_fit(span, own), -n) for n, span in enumerate(spans)]
        best, number = max(fits, default=(0.0, 0))
        if best > 0:
            found.setdefault(-number, label)
    return found


def _fit(span: Span, label: Span) -> float:
    shared = min(span.end, label.end) - max(span.start, label.start)
    size, wanted = span.end - span.start, label.end - label.start
    shorter = min(size, wanted)
    if shared < LEAST_SHARED * shorter or size > LONGEST * wanted + ROOM:
        return 0.0
    return shared / shorter + shared / max(size, wanted)
