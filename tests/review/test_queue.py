"""First what may move an answer, then what is unsure; always in the same order."""

import random
from dataclasses import replace
from datetime import date

import pytest

from tumen.codebook.review_rules import ReviewRules
from tumen.records.amount import Measure
from tumen.records.claim import Claim
from tumen.records.estimate import (
    Comparators,
    Conditional,
    Estimate,
    Pull,
    Quantiles,
    Verdict,
    Weighed,
)
from tumen.records.group import Echo, Group, Lineage
from tumen.records.ids import ClaimId, GroupId
from tumen.records.period import Period
from tumen.records.reviewed import ReviewedClaim
from tumen.review.queue import Hold, is_green, rank_claims

RULES = ReviewRules(green_from=0.9, without_model=0.1, most_choices=9)
DAY = date(2023, 12, 31)
A, B, C = ClaimId("a"), ClaimId("b"), ClaimId("c")


def entry(claim: Claim, name: ClaimId, confidence: float = 0.6) -> ReviewedClaim:
    return ReviewedClaim(replace(claim, id=name, confidence=confidence))


def quantiles(middle: float) -> Quantiles:
    return Quantiles(middle / 2, middle / 1.5, middle, middle * 1.5, middle * 2)


def estimate(
    claims: tuple[ClaimId, ...],
    origins: tuple[str, ...] = ("one",),
    weighed: Weighed | None = None,
) -> Estimate:
    return Estimate(
        element="people.present",
        measure="stock",
        unit="persons",
        population=None,
        place=None,
        iso=None,
        date=DAY,
        q05=1,
        q25=None,
        q50=None,
        q75=None,
        q95=2,
        engine="envelope",
        comparators=Comparators(None, None, None, None),
        lineages=origins,
        claims=claims,
        weighed=weighed,
    )


def weighed(*pulls: Pull, sides: tuple[Conditional, ...] = ()) -> Weighed:
    return Weighed(
        verdict=Verdict.CONDITIONAL if sides else Verdict.BAND,
        why=None,
        evidence=0.5,
        prior=quantiles(9),
        origins=("one", "two"),
        claims=(),
        conditionals=sides,
        pulls=pulls,
    )


def group(*lineages: Lineage) -> Group:
    return Group(
        id=GroupId("g"),
        element="people.present",
        measure=Measure.STOCK,
        population=None,
        place=None,
        iso=None,
        as_of=Period(),
        lineages=lineages,
    )


def test_the_case_worked_by_hand(claim: Claim) -> None:
    answer = estimate((), weighed=weighed(Pull("origin", "one", 1.25, (A,))))
    (row,) = rank_claims([entry(claim, A)], (), [answer], RULES)
    assert row.expected == pytest.approx(0.08)
    assert row.weight is not None
    assert (row.weight.share, row.weight.hold) == (1.0, Hold.PULL)


def test_claims_of_one_origin_share_its_pull(claim: Claim) -> None:
    answer = estimate((), weighed=weighed(Pull("origin", "one", 0.8, (A, B))))
    rows = rank_claims([entry(claim, A), entry(claim, B)], (), [answer], RULES)
    assert [row.expected for row in rows] == pytest.approx([0.04, 0.04])


def test_the_stronger_pull_comes_first(claim: Claim) -> None:
    pulls = (Pull("origin", "one", 1.1, (A,)), Pull("origin", "two", 0.5, (B,)))
    answer = estimate((), weighed=weighed(*pulls, Pull("house", "all", 9.0, (A,))))
    rows = rank_claims([entry(claim, A), entry(claim, B)], (), [answer], RULES)
    assert [row.claim for row in rows] == [B, A]
    shares = [row.weight.share for row in rows if row.weight]
    assert sum(shares) == pytest.approx(1)


def test_doubt_raises_a_claim(claim: Claim) -> None:
    pulls = (Pull("origin", "one", 1.5, (A,)), Pull("origin", "two", 1.5, (B,)))
    answer = estimate((), weighed=weighed(*pulls))
    rows = rank_claims(
        [entry(claim, A, 0.9), entry(claim, B, 0.3)], (), [answer], RULES
    )
    assert [row.claim for row in rows] == [B, A]


def test_a_side_of_a_conflict_moves_by_the_gap(claim: Claim) -> None:
    sides = (
        Conditional("one", (A,), "two", quantiles(4000)),
        Conditional("two", (B,), "one", quantiles(16000)),
    )
    answer = estimate((), weighed=weighed(sides=sides))
    rows = rank_claims([entry(claim, A), entry(claim, B)], (), [answer], RULES)
    assert [row.weight and row.weight.moves for row in rows] == [0.75, 0.75]
    assert rows[0].weight is not None
    assert rows[0].weight.hold is Hold.SIDE


def test_alone_among_few_origins_moves_an_answer_without_a_model_most(
    claim: Claim,
) -> None:
    answers = [estimate((A, B), ("one", "two")), estimate((C,))]
    lineages = Lineage("one", (A,), (Echo(B, "a copy"),)), Lineage("two", (C,))
    entries = [entry(claim, A), entry(claim, B), entry(claim, C)]
    rows = rank_claims(entries, [group(*lineages)], answers, RULES)
    moves = {row.claim: row.weight.moves for row in rows if row.weight}
    assert moves == pytest.approx({A: 0.025, B: 0.025, C: 0.1})
    assert rows[0].claim == C


def test_what_is_in_no_answer_comes_last_the_least_sure_first(claim: Claim) -> None:
    entries = [entry(claim, A, 0.99), entry(claim, B, 0.8), entry(claim, C, 0.2)]
    rows = rank_claims(entries, (), [estimate((A,))], RULES)
    assert [row.claim for row in rows] == [A, C, B]
    assert rows[1].weight is None


def test_a_strange_factor_pulls_nothing(claim: Claim) -> None:
    answer = estimate((), weighed=weighed(Pull("origin", "one", 0.0, (A,))))
    (row,) = rank_claims([entry(claim, A)], (), [answer], RULES)
    assert row.expected == 0


def test_the_order_does_not_hang_on_the_order_given(claim: Claim) -> None:
    entries = [entry(claim, ClaimId(f"{n:02d}"), n % 3 / 3) for n in range(20)]
    mixed = random.Random(4).sample(entries, k=20)  # noqa: S311  no secret
    assert rank_claims(mixed, (), (), RULES) == rank_claims(entries, (), (), RULES)


def test_a_claim_is_green_from_its_chance_on(claim: Claim) -> None:
    assert is_green(replace(claim, confidence=0.9), RULES)
    assert not is_green(replace(claim, confidence=0.89), RULES)
