"""Groups, estimates and boxes tell no more than their claims may."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tumen.protect.answer_rows import (
    box_rows,
    estimate_rows,
    group_rows,
    too_fresh,
)
from tumen.protect.answer_view import Answers
from tumen.protect.clear import Ledger, clear
from tumen.protect.risk import Guard
from tumen.records.amount import Measure
from tumen.records.claim import Claim
from tumen.records.estimate import BoxState, Comparators, Estimate, Excluded
from tumen.records.group import Echo, Group, Lineage, Relation, RelationKind
from tumen.records.ids import ClaimId, GroupId
from tumen.records.period import Period

TODAY = date(2026, 6, 1)


@pytest.fixture
def first(make_claim: Callable[..., Claim]) -> Claim:
    return make_claim()


@pytest.fixture
def answers(guard: Guard, first: Claim, at_risk: Claim) -> Answers:
    ids = {first.id: clear(first.id), at_risk.id: clear("at-risk-0001")}
    claims = {claim.id: claim for claim in (first, at_risk)}
    return Answers(guard=guard, claims=claims, ids=ids, public=True, made_on=TODAY)


def group_of(*claims: Claim, **slots: object) -> Group:
    base = Group(
        id=GroupId("c" * 16),
        element="people.present",
        measure=Measure.STOCK,
        population="builders",
        place="Stillport",
        iso="FL",
        as_of=Period(date(2024, 3, 5), date(2024, 3, 9)),
        lineages=(
            Lineage(
                "Harbour Ministry",
                (claims[0].id,),
                tuple(
                    Echo(claim.id, "same words as Bram Oster") for claim in claims[1:]
                ),
            ),
        ),
        relations=tuple(
            Relation(claims[0].id, claim.id, RelationKind.AGREES)
            for claim in claims[1:]
        ),
    )
    return replace(base, **slots)  # type: ignore[arg-type]  # slots by name


def estimate_of(**slots: object) -> Estimate:
    base = Estimate(
        element="people.present",
        measure="stock",
        unit="persons",
        population="builders",
        place="Farland",
        iso="FL",
        date=date(2024, 12, 31),
        q05=10,
        q25=10,
        q50=20,
        q75=30,
        q95=30,
        engine="envelope",
        comparators=Comparators(min=10, max=30, latest=3, mean=20),
        lineages=("Harbour Ministry",),
        claims=(),
    )
    return replace(base, **slots)  # type: ignore[arg-type]  # slots by name


def box_of(**slots: object) -> BoxState:
    base = BoxState(
        code="B1", year=2024, low=10, best=20, high=30, unit="persons", origins=2
    )
    return replace(base, **slots)  # type: ignore[arg-type]  # slots by name


def test_an_open_group_keeps_name_place_and_days(
    answers: Answers, first: Claim
) -> None:
    row = group_rows([group_of(first)], answers)[0]
    assert (row.group, row.place, row.as_of_start) == (
        "c" * 16,
        "Stillport",
        date(2024, 3, 5),
    )
    assert row.lineages[0].origin == "Harbour Ministry"


def test_a_group_at_risk_is_coarse_and_neutral(
    answers: Answers, at_risk: Claim
) -> None:
    row = group_rows([group_of(at_risk)], answers)[0]
    assert (row.group, row.place, row.as_of_start) == (
        "group-0001",
        "Farland",
        date(2024, 1, 1),
    )
    assert row.lineages[0].origin == "origin 1"
    assert row.lineages[0].claims == ("at-risk-0001",)


def test_reasons_with_names_become_plain(
    answers: Answers, first: Claim, make_claim: Callable[..., Claim]
) -> None:
    echo = make_claim(place="Millbay")
    ids = {**answers.ids, echo.id: clear(echo.id)}
    row = group_rows([group_of(first, echo)], replace(answers, ids=ids))[0]
    assert row.lineages[0].echoes[0]["why"] == "repeats the same origin"
    assert row.relations == ({"a": first.id, "b": echo.id, "kind": "agrees"},)


@pytest.mark.parametrize(
    "origin",
    ["a resident", "a resident (Larch Gazette)", "pages/yard.html (own voice)"],
)
def test_withheld_voices_and_pages_are_no_origins(
    answers: Answers, first: Claim, origin: str
) -> None:
    private = replace(
        answers, voices=frozenset({"a resident"}), pages=frozenset({"pages/yard.html"})
    )
    line = Lineage(origin, (first.id,))
    row = group_rows([group_of(first, lineages=(line,))], private)[0]
    assert row.lineages[0].origin == "origin 1"


def test_claims_that_are_not_released_are_not_mentioned(
    answers: Answers, first: Claim
) -> None:
    gone = replace(first, id=ClaimId("f" * 16))
    row = group_rows([group_of(first, gone)], answers)[0]
    assert (row.lineages[0].echoes, row.relations) == ((), ())


def test_inside_views_keep_the_reasons(
    answers: Answers, first: Claim, at_risk: Claim
) -> None:
    row = group_rows([group_of(first, at_risk)], replace(answers, public=False))[0]
    assert row.lineages[0].echoes[0]["why"] == "same words as Bram Oster"


def test_an_estimate_keeps_its_band(answers: Answers, first: Claim) -> None:
    estimate = estimate_of(
        claims=(first.id,), excluded=(Excluded(first.id, "a plan of Bram Oster"),)
    )
    row = estimate_rows([estimate], answers, Ledger())[0]
    assert (row.q05, row.q95, row.claims, row.lineages) == (
        10,
        30,
        (str(first.id),),
        ("Harbour Ministry",),
    )
    assert row.excluded == ({"id": first.id, "reason": "no evidence for this series"},)


def test_small_counts_of_people_are_taken_out(answers: Answers) -> None:
    ledger = Ledger()
    row = estimate_rows([estimate_of(q05=2, q25=None)], answers, ledger)[0]
    assert (row.q05, row.q95, row.comparators["latest"]) == (None, 30, None)
    assert row.flags == ("under_5",)
    assert ledger.withheld()[0].rule == "under_5"


def test_small_figures_that_count_nobody_pass(answers: Answers) -> None:
    row = estimate_rows(
        [estimate_of(element="cond.days_off", q05=2)], answers, Ledger()
    )[0]
    assert row.q05 == 2


def test_origins_of_an_estimate_at_risk_have_no_name(
    answers: Answers, at_risk: Claim
) -> None:
    row = estimate_rows([estimate_of(claims=(at_risk.id,))], answers, Ledger())[0]
    assert row.lineages == ("origin 1",)


@pytest.mark.parametrize(
    ("slots", "public", "rule"),
    [
        ({"place": "Stillport"}, True, "finer_than_national"),
        ({"place": "Stillport"}, False, "finer_than_national"),
        ({"date": date(2024, 6, 30)}, False, "finer_than_national"),
        ({"date": date(2025, 12, 31)}, True, "year_lag"),
    ],
)
def test_hiding_is_national_annual_and_late(
    answers: Answers, slots: dict[str, object], public: bool, rule: str
) -> None:
    ledger = Ledger()
    estimate = estimate_of(element="people.hiding", **slots)
    assert estimate_rows([estimate], replace(answers, public=public), ledger) == ()
    assert [row.rule for row in ledger.withheld()] == [rule]


def test_hiding_of_an_old_year_is_published(answers: Answers) -> None:
    assert (
        len(estimate_rows([estimate_of(element="people.hiding")], answers, Ledger()))
        == 1
    )


@pytest.mark.parametrize(("year", "fresh"), [(2024, False), (2025, True), (2026, True)])
def test_a_year_is_fresh_until_it_is_over_for_a_year(year: int, fresh: bool) -> None:
    assert too_fresh(year, TODAY) is fresh


def test_a_box_keeps_its_band_and_its_plain_words(
    answers: Answers, first: Claim
) -> None:
    box = box_of(claims=(first.id,), words=("hundreds", "dozens at Oster"))
    row = box_rows([box], answers, Ledger())[0]
    assert (row.low, row.high, row.words, row.claims) == (
        10,
        30,
        ("hundreds",),
        (str(first.id),),
    )


def test_a_small_box_says_under_five(answers: Answers) -> None:
    row = box_rows([box_of(low=2, best=None, high=None)], answers, Ledger())[0]
    assert (row.low, row.under) == (None, 5)


def test_a_fresh_box_of_hiding_is_emptied_and_says_so(answers: Answers) -> None:
    row = box_rows([box_of(code="B2", year=2025)], answers, Ledger())[0]
    assert (row.low, row.claims, row.withheld) == (None, (), ("year_lag",))


def test_a_box_that_the_codebook_lacks_is_shown(answers: Answers) -> None:
    assert box_rows([box_of(code="M1")], answers, Ledger())[0].best == 20


def test_an_origin_does_not_join_a_row_at_risk_to_an_open_page(
    answers: Answers, first: Claim, at_risk: Claim
) -> None:
    row = group_rows([group_of(first, at_risk)], answers)[0]
    assert (row.lineages[0].claims, row.lineages[0].echoes, row.relations) == (
        (str(first.id),),
        (),
        (),
    )


def test_an_origin_does_not_join_two_rows_at_risk(
    answers: Answers, at_risk: Claim, make_claim: Callable[..., Claim]
) -> None:
    other = make_claim("he ran", element="people.hiding")
    both = replace(
        answers,
        ids={other.id: clear("at-risk-0000"), **answers.ids},
        claims={other.id: other, **answers.claims},
    )
    row = group_rows([group_of(at_risk, other)], both)[0]
    line = row.lineages[0]
    assert [*line.claims, *(echo["id"] for echo in line.echoes)] == ["at-risk-0000"]


def test_an_answer_for_a_town_does_not_place_a_row_at_risk(
    answers: Answers, at_risk: Claim
) -> None:
    ledger = Ledger()
    estimate = estimate_of(
        place="Stillport", excluded=(Excluded(at_risk.id, "no evidence"),)
    )
    assert estimate_rows([estimate], answers, ledger) == ()
    assert [row.rule for row in ledger.withheld()] == ["finer_than_national"]


def test_a_box_with_a_row_at_risk_shows_sizes_only(
    answers: Answers, at_risk: Claim
) -> None:
    box = box_of(claims=(at_risk.id,), words=("hundreds", "he fled the yard"))
    assert box_rows([box], answers, Ledger())[0].words == ("hundreds",)
