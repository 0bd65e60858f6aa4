"""What an exit sees of a case: small counts and guarded names are taken out."""

from collections.abc import Callable
from datetime import date

import pytest

from tumen.protect.answer_view import Answers, small_hider
from tumen.protect.clear import clear
from tumen.protect.risk import Guard
from tumen.records.claim import Claim

TODAY = date(2026, 6, 1)
PEOPLE, PAY = ("people.present",), ("cond.wage_net",)


@pytest.fixture
def first(make_claim: Callable[..., Claim]) -> Claim:
    return make_claim()


def view(guard: Guard, *claims: Claim, public: bool = True) -> Answers:
    return Answers(
        guard=guard,
        claims={claim.id: claim for claim in claims},
        ids={claim.id: clear(claim.id) for claim in claims},
        public=public,
        made_on=TODAY,
        voices=frozenset({"Tomo Verge"}),
    )


@pytest.mark.parametrize("value", [0.4, 1, 4.99])
def test_small_counts_of_people_are_taken_out(guard: Guard, value: float) -> None:
    assert small_hider(view(guard), PEOPLE)(value) is None


@pytest.mark.parametrize("value", [0.0, 5, 12000, None])
def test_other_counts_pass(guard: Guard, value: float | None) -> None:
    assert small_hider(view(guard), PEOPLE)(value) == value


def test_small_sums_of_money_pass(guard: Guard) -> None:
    assert small_hider(view(guard), PAY)(3) == 3


def test_inside_nothing_is_taken_out(guard: Guard) -> None:
    assert small_hider(view(guard, public=False), PEOPLE)(3) == 3


def test_claims_of_the_release_are_shown_and_no_others(
    guard: Guard, first: Claim, at_risk: Claim
) -> None:
    answers = view(guard, first)
    assert answers.shown((at_risk.id, first.id)) == (clear(first.id),)


def test_a_withheld_voice_is_replaced(guard: Guard) -> None:
    assert view(guard).text("Tomo Verge", "origin 1") == "origin 1"


def test_claims_of_people_at_risk_stand_alone(
    guard: Guard, first: Claim, at_risk: Claim
) -> None:
    answers = view(guard, first, at_risk)
    assert answers.apart((first.id, at_risk.id)) == (first.id,)
