"""Two readers beside each other, checked with cases worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.conftest import ADA, BO, DecideAll
from tumen.records.claim import Claim
from tumen.records.decision import Verdict
from tumen.review.agreement import Pair, cohens_kappa, measure_agreement
from tumen.review.readings import Outcome, Reading, first_readings, readings_of

R, C, W = Outcome.RIGHT, Outcome.CORRECTED, Outcome.WRONG
PAIRS = st.lists(st.tuples(st.sampled_from(Outcome), st.sampled_from(Outcome)))


def test_the_case_worked_by_hand() -> None:
    pairs: list[Pair] = [(R, R)] * 6 + [(W, W)] * 2 + [(R, W)] * 2
    assert cohens_kappa(pairs) == pytest.approx(0.24 / 0.44)


@pytest.mark.parametrize("pairs", [[], [(R, R)], [(W, W), (W, W)]])
def test_where_chance_alone_agrees_there_is_no_kappa(pairs: list[Pair]) -> None:
    assert cohens_kappa(pairs) is None


def test_readers_at_odds_throughout_are_below_chance() -> None:
    assert cohens_kappa([(R, W), (W, R)]) == pytest.approx(-1)


@given(PAIRS)
def test_kappa_does_not_ask_who_is_first(pairs: list[Pair]) -> None:
    turned = [(b, a) for a, b in pairs]
    assert cohens_kappa(turned) == pytest.approx(cohens_kappa(pairs))


def first(claim: Claim, decide_all: DecideAll, *steps: object) -> dict[str, Reading]:
    return first_readings(readings_of(claim, decide_all(*steps), {}))


def test_slots_are_compared_where_both_keep_the_claim(
    claim: Claim, decide_all: DecideAll
) -> None:
    omsk: dict[str, object] = {"place": "Omsk"}
    read = [
        first(
            claim,
            decide_all,
            (Verdict.ACCEPT, ADA, None),
            (Verdict.CORRECT, BO, omsk),
        ),
        first(
            claim, decide_all, (Verdict.ACCEPT, ADA, None), (Verdict.ACCEPT, BO, None)
        ),
        first(
            claim, decide_all, (Verdict.REJECT, ADA, None), (Verdict.ACCEPT, BO, None)
        ),
        first(claim, decide_all, (Verdict.REJECT, ADA, None)),
    ]
    (pair,) = measure_agreement(read)
    assert (pair.first, pair.second, pair.both, pair.same) == (ADA, BO, 3, 1)
    assert pair.share == pytest.approx(1 / 3)
    slots = {slot.slot: (slot.same, slot.both) for slot in pair.slots}
    assert (slots["place"], slots["element"]) == ((1, 2), (2, 2))


def test_bounds_and_ends_are_compared_as_the_desk_shows_them(
    claim: Claim, decide_all: DecideAll
) -> None:
    later = {"as_of_start": "2019-01-01", "as_of_end": "2019-12-31"}
    both = first(
        claim, decide_all, (Verdict.ACCEPT, ADA, None), (Verdict.CORRECT, BO, later)
    )
    (pair,) = measure_agreement([both])
    slots = {slot.slot: slot.same for slot in pair.slots}
    assert (slots["number"], slots["as_of"]) == (1, 0)
    assert slots.keys().isdisjoint(("low", "best", "high", "as_of_start", "as_of_end"))


def test_readers_without_a_claim_in_common_are_not_compared(
    claim: Claim, decide_all: DecideAll
) -> None:
    alone = first(claim, decide_all, (Verdict.ACCEPT, ADA, None))
    assert measure_agreement([alone]) == ()


def test_two_rejections_have_no_slots_to_compare(
    claim: Claim, decide_all: DecideAll
) -> None:
    both = first(
        claim, decide_all, (Verdict.REJECT, ADA, None), (Verdict.REJECT, BO, None)
    )
    (pair,) = measure_agreement([both])
    assert (pair.share, pair.kappa, pair.slots) == (1.0, None, ())
