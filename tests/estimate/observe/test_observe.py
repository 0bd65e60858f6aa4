"""What the claims of a case say about a model, and what is handed on of it."""

from tests.estimate.conftest import build_group
from tests.estimate.observe.conftest import (
    MARCH,
    OVER_THE_CLIFF,
    POOL,
    Watch,
    only,
    said,
    told,
)


def test_a_statement_says_who_said_what_when(watch: Watch) -> None:
    claim = said()
    statement = only(watch(claim, groups=[build_group("x", claim)]))
    assert (statement.origin, statement.house) == ("x", "agency")
    assert (statement.window.first, statement.window.last) == (26, 26)


def test_a_claim_of_no_group_is_its_own_origin(watch: Watch) -> None:
    claim = said()
    assert only(watch(claim)).origin == claim.id


def test_names_of_statements_are_their_own(watch: Watch) -> None:
    names = [statement.term.name for statement in watch(*POOL).statements]
    assert len(set(names)) == len(names)


def test_figures_have_a_row_for_each_reading(watch: Watch) -> None:
    observed = watch(told(3000, **MARCH), told(3000, page="b", **OVER_THE_CLIFF))
    figures = observed.figures()
    assert (figures.terms, len(figures.term)) == (2, 13)
    assert figures.effects.shape == (13, len(observed.effects))


def test_statements_may_be_left_out_while_effects_stay(watch: Watch) -> None:
    observed = watch(said(), said(60, page="b", element="people.hiding"))
    fewer = observed.without([1])
    assert fewer.statements == observed.statements[:1]
    assert fewer.effects == observed.effects
    assert fewer.refused == observed.refused
