"""Order claims by what a look at them would move: the answers first, then what is unsure."""

import datetime
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tumen.codebook.review_rules import ReviewRules
from tumen.records.claim import Claim
from tumen.records.estimate import Estimate
from tumen.records.group import Group
from tumen.records.ids import ClaimId
from tumen.records.reviewed import ReviewedClaim

PULLING = ("origin", "factor")
"""Kinds of pull that belong to single origins; a house pulls with all of its own."""


class Hold(StrEnum):
    """How a claim holds an answer."""

    PULL = "pull"
    SIDE = "side"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """The answer that would change most without a claim.

    Args:
        hold: it pulls at an answer of the model, is a side of a conflict, or is one of
            the origins of an answer without a model.
        moves: by how much of itself the answer would change, 0 to 1 (1: it is gone).
        share: the claim's share of everything that pulls at the answer, 0 to 1.
        origins: how many origins the answer rests on.
    """

    hold: Hold
    element: str
    date: datetime.date
    moves: float
    share: float
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A claim and why it stands where it stands in the queue.

    Args:
        expected: chance that it is wrong, times what would move then; 0 without an
            answer.
        doubt: chance that it is wrong, 0 to 1.
        weight: None when no answer rests on it.
    """

    claim: ClaimId
    expected: float
    doubt: float
    weight: Weight | None


def rank_claims(
    reviewed: Sequence[ReviewedClaim],
    groups: Sequence[Group],
    estimates: Sequence[Estimate],
    rules: ReviewRules,
) -> tuple[Ranked, ...]:
    """Return all claims, the one whose check may move an answer most first.

    Expected move of a claim = (1 - confidence) * change of the answer without it, for
    the answer where that is largest. The change is 1 - exp(-|ln f|) for a pull of
    factor f (an answer doubled or halved moves by 0.5), the gap between both sides of a
    conflict likewise, and 1 / origins for an answer without a model, times
    `without_model`. What several claims of one origin hold together is shared out among
    them: without one of them the others still stand. Claims without an answer come
    after all that have one, the least sure first.

    By hand: confidence 0.6, alone in an origin with factor 1.25: 0.4 * (1 - 1 / 1.25)
    = 0.08. With a second claim of that origin: 0.04 each.
    """
    crowds = _crowds(groups)
    weights: dict[ClaimId, Weight] = {}
    for estimate in estimates:
        for claim, weight in _weights(estimate, crowds, rules):
            if claim not in weights or weight.moves > weights[claim].moves:
                weights[claim] = weight
    ranked = [(_ranked(each.claim, weights), each.claim) for each in reviewed]
    ranked.sort(key=lambda pair: _order(*pair))
    return tuple(row for row, _ in ranked)


def is_green(claim: Claim, rules: ReviewRules) -> bool:
    """Tell whether a claim is so sure that a glance at it may do."""
    return claim.confidence >= rules.green_from


def _ranked(claim: Claim, weights: dict[ClaimId, Weight]) -> Ranked:
    doubt = 1 - claim.confidence
    weight = weights.get(claim.id)
    expected = doubt * weight.moves if weight else 0.0
    return Ranked(claim=claim.id, expected=expected, doubt=doubt, weight=weight)


def _order(row: Ranked, claim: Claim) -> tuple[bool, float, float, str, int, str]:
    return (
        row.weight is None,
        -row.expected,
        -row.doubt,
        claim.doc,
        claim.span.start,
        claim.id,
    )


def _crowds(groups: Iterable[Group]) -> dict[ClaimId, int]:
    """Return how many claims of its origin say what a claim says, itself included."""
    return {
        claim: len(lineage.claims) + len(lineage.echoes)
        for group in groups
        for lineage in group.lineages
        for claim in (*lineage.claims, *(echo.id for echo in lineage.echoes))
    }


def _weights(
    estimate: Estimate, crowds: dict[ClaimId, int], rules: ReviewRules
) -> Iterator[tuple[ClaimId, Weight]]:
    weighed = estimate.weighed
    if weighed and weighed.conditionals:
        yield from _sides(estimate)
    if weighed and weighed.pulls:
        yield from _pulls(estimate)
    elif estimate.lineages:
        yield from _origins(estimate, crowds, rules)


def _pulls(estimate: Estimate) -> Iterator[tuple[ClaimId, Weight]]:
    weighed = estimate.weighed
    pulls = [pull for pull in weighed.pulls if pull.kind in PULLING] if weighed else []
    whole = sum(abs(_log(pull.factor)) for pull in pulls)
    for pull in pulls:
        strength = abs(_log(pull.factor))
        for claim in pull.claims:
            yield (
                claim,
                Weight(
                    hold=Hold.PULL,
                    element=estimate.element,
                    date=estimate.date,
                    moves=(1 - math.exp(-strength)) / len(pull.claims),
                    share=strength / whole / len(pull.claims) if whole else 0.0,
                    origins=len(weighed.origins) if weighed else 0,
                ),
            )


def _sides(estimate: Estimate) -> Iterator[tuple[ClaimId, Weight]]:
    sides = estimate.weighed.conditionals if estimate.weighed else ()
    middles = [side.quantiles.q50 for side in sides]
    gap = 1 - min(middles) / max(middles) if max(middles) > 0 else 0.0
    for side in sides:
        for claim in side.claims:
            yield (
                claim,
                Weight(
                    hold=Hold.SIDE,
                    element=estimate.element,
                    date=estimate.date,
                    moves=gap / len(side.claims),
                    share=1 / len(sides) / len(side.claims),
                    origins=len(estimate.weighed.origins) if estimate.weighed else 0,
                ),
            )


def _origins(
    estimate: Estimate, crowds: dict[ClaimId, int], rules: ReviewRules
) -> Iterator[tuple[ClaimId, Weight]]:
    origins = len(estimate.lineages)
    for claim in estimate.claims:
        share = 1 / origins / crowds.get(claim, 1)
        yield (
            claim,
            Weight(
                hold=Hold.ORIGIN,
                element=estimate.element,
                date=estimate.date,
                moves=share * rules.without_model,
                share=share,
                origins=origins,
            ),
        )


def _log(factor: float) -> float:
    return math.log(factor) if factor > 0 else 0.0
