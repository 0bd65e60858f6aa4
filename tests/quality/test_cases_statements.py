from quality.learn.cases_statements import labels_of_clauses
from tumen.records.claim import Kind
from tumen.records.span import Span
from tumen.records.truth import TruthClaim

CLAUSES = (Span(0, 20), Span(21, 60))


def label(start: int, end: int, kind: Kind = Kind.EVENT) -> TruthClaim:
    return TruthClaim(
        doc="a", kind=kind, element="event.strike", start=start, end=end
    )  # fmt: skip


def test_a_label_belongs_to_the_clause_that_fits_it_best() -> None:
    found = labels_of_clauses(CLAUSES, [label(15, 60)])
    assert set(found) == {1}


def test_a_label_that_touches_little_belongs_to_no_clause() -> None:
    assert labels_of_clauses(CLAUSES, [label(58, 90)]) == {}


def test_figures_are_no_statements() -> None:
    assert labels_of_clauses(CLAUSES, [label(0, 20, Kind.FIGURE)]) == {}


def test_a_clause_states_the_first_of_two_labels() -> None:
    first, second = label(21, 60), label(30, 60)
    assert labels_of_clauses(CLAUSES, [first, second])[1] is first


def test_a_clause_much_longer_than_the_label_does_not_state_it() -> None:
    assert labels_of_clauses([Span(0, 400)], [label(0, 20)]) == {}
