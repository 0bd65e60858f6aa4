"""What is no evidence about the model is refused with its reason, and nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.estimate.conftest import build_group
from tests.estimate.observe.conftest import (
    POOL,
    Watch,
    only,
    said,
)
from tumen.estimate.observe.observe import Observed
from tumen.records.group import Relation, RelationKind
from tumen.records.reviewed import ReviewedClaim, Status


def reasons(observed: Observed) -> list[str]:
    return [refused.reason for refused in observed.refused]


NO_PART = "the model has no part that such a figure counts"
NO_SIZE = "it states no size that could be true"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"hedge": "planned"}, "it is a plan, not a count"),
        ({"hedge": "denied"}, "the speaker denies it"),
        ({"flags": ("forecast",)}, "it is a forecast, not a count"),
        ({"element": "people.quota"}, "it counts something else: quota"),
        (
            {"element": "people.unheard_of"},
            "the codebook does not know what it counts",
        ),
        (
            {"population": "NK soldiers"},
            "it counts soldiers, who are kept apart from workers",
        ),
        ({"population": "all workers"}, "it counts workers of other states too"),
        (
            {"element": "people.hiding", "place": "Far East"},
            "people in hiding or in flight are estimated for whole countries only",
        ),
        ({"first": None, "last": None}, "no date can be read for it"),
        (
            {"first": "2010-01-01", "last": "2010-12-31"},
            "it lies outside the years of the model",
        ),
        (
            {"first": "2030-01-01", "last": "2030-12-31"},
            "it lies outside the years of the model",
        ),
        (
            {"element": "people.permit_valid", "place": "Far East"},
            "the model knows no share of Far East in the whole",
        ),
        ({"place": "Nowhere"}, "the model knows no share of Nowhere in the whole"),
        ({"place": None, "iso": None}, "no place can be read for it"),
        ({"element": "people.repatriated", "measure": "flow"}, NO_PART),
        ({"measure": "duration"}, NO_PART),
        ({"unit": "percent"}, "its unit 'percent' is none the model counts in"),
        ({"value": -3.0}, NO_SIZE),
        ({"value": float("inf")}, NO_SIZE),
        ({"value": None, "qualifier": "vague_dozens"}, NO_SIZE),
    ],
)
def test_what_is_no_evidence_is_refused_with_its_reason(
    watch: Watch, change: dict[str, object], reason: str
) -> None:
    claim = said(**change)  # type: ignore[arg-type]  # as given
    observed = watch(claim)
    assert observed.statements == ()
    assert [(refused.id, refused.reason) for refused in observed.refused] == [
        (claim.id, reason)
    ]


def test_what_a_reviewer_rejected_is_refused(watch: Watch) -> None:
    observed = watch(ReviewedClaim(said(), Status.REJECTED))
    assert reasons(observed) == ["a reviewer rejected it"]


def test_a_repeat_is_refused_and_its_origin_kept(watch: Watch) -> None:
    head, echo = said(), said(page="b")
    observed = watch(head, echo, groups=[build_group("x", head, echoes=[echo])])
    assert reasons(observed) == ["it repeats another claim: same speaker"]
    assert only(observed).claims == (head,)


def test_a_derived_number_is_refused_and_its_source_kept(watch: Watch) -> None:
    made, source = said(600), said(3000, page="b")
    relation = Relation(made.id, source.id, RelationKind.DERIVED)
    group = build_group("x", made, source, relations=(relation,))
    observed = watch(made, source, groups=[group])
    assert reasons(observed) == [f"its number is derived from claim {source.id}"]
    assert only(observed).claims == (source,)


@pytest.mark.parametrize("kind", ["condition", "policy"])
def test_what_is_no_figure_is_neither_seen_nor_refused(watch: Watch, kind: str) -> None:
    observed = watch(said(kind=kind))
    assert (observed.statements, observed.refused) == ((), ())


def test_an_event_that_states_a_size_is_seen(watch: Watch) -> None:
    assert only(watch(said(kind="event"))).observables == ("present",)


def test_without_claims_there_is_nothing(watch: Watch) -> None:
    observed = watch()
    assert (observed.statements, observed.effects, observed.refused) == ((), (), ())


@settings(max_examples=50)
@given(
    numbers=st.lists(st.integers(0, len(POOL) - 1), min_size=1, unique=True),
    together=st.integers(1, 6),
)
def test_every_figure_is_in_one_statement_or_refused(
    watch: Watch, numbers: list[int], together: int
) -> None:
    claims = [POOL[number] for number in numbers]
    observed = watch(*claims, groups=[build_group("x", *claims[:together])])
    held = [claim.id for said in observed.statements for claim in said.claims]
    held += [refused.id for refused in observed.refused]
    assert sorted(held) == sorted(claim.id for claim in claims)
