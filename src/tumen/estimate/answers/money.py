"""Money: what the state takes and what workers keep, each factor with its sources.

    income a year = people present x 12 x payment for one worker a month x share taken

The factors are taken to be independent of one another and of the number of people, and
the same in all years: claims about them are too few for more. The notes say so.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from tumen.codebook.model import Income
from tumen.estimate.answers.factors import Factor
from tumen.estimate.answers.verdicts import Judge, quantiles_of
from tumen.estimate.answers.weighing import SEED, Weighing
from tumen.estimate.engine.months import MONTHS
from tumen.estimate.engine.system import Floats
from tumen.records.estimate import (
    Comparators,
    Conditional,
    Estimate,
    Pull,
    Quantiles,
    Verdict,
    Weighed,
)

MONEY = "money"
MODEL = "model"
LEAST_PULL = 0.01
SAME_IN_ALL_YEARS = "Pay and shares are taken to be the same in all years."
COMPLEMENT = "1-"


def money_estimates(weighing: Weighing, judge: Judge) -> tuple[Estimate, ...]:
    """Return the incomes of a case, year by year.

    There is one where the people are estimated and each factor has an origin; how many
    origins a factor has is said beside the income.
    """
    return tuple(
        row
        for income in weighing.model.incomes
        for row in _years(income, weighing, judge)
    )


def _years(income: Income, weighing: Weighing, judge: Judge) -> Iterator[Estimate]:
    factors = [weighing.factors[_named(name)] for name in income.factors]
    if not all(factor.words for factor in factors):
        return
    for target in weighing.targets.of(income.answer):
        if not judge.is_silent(target):
            yield _estimate(income, target, judge.weighed(target), weighing)


def _estimate(
    income: Income, target: int, people: Weighed, weighing: Weighing
) -> Estimate:
    band = quantiles_of(_values(income, weighing, weighing.values[:, target]))
    prior = _values(income, weighing, weighing.prior_values[:, target], prior=True)
    factors = [weighing.factors[_named(name)] for name in income.factors]
    is_band = people.verdict is Verdict.BAND
    weighed = replace(
        people,
        prior=quantiles_of(prior),
        evidence=_learnt(band, quantiles_of(prior)),
        conditionals=tuple(_conditionals(income, target, people, weighing)),
        pulls=(*_factor_pulls(income, factors, people), *people.pulls),
        notes=(*people.notes, *map(_heard, factors), SAME_IN_ALL_YEARS),
    )
    said = [word for factor in factors for word in factor.words]
    origins = dict.fromkeys((*people.origins, *(word.origin for word in said)))
    claims = (*people.claims, *(claim.id for word in said for claim in word.claims))
    return Estimate(
        element=income.element,
        measure=MONEY,
        unit=income.unit,
        population=income.population,
        place=income.place,
        iso=income.iso,
        date=weighing.targets.listed[target].date,
        q05=band.q05 if is_band else None,
        q25=band.q25 if is_band else None,
        q50=band.q50 if is_band else None,
        q75=band.q75 if is_band else None,
        q95=band.q95 if is_band else None,
        engine=MODEL,
        comparators=Comparators(None, None, None, None),
        lineages=tuple(origins),
        claims=tuple(dict.fromkeys(claims)),
        weighed=weighed,
    )


def _values(
    income: Income, weighing: Weighing, people: Floats, *, prior: bool = False
) -> Floats:
    """Return draws of the income for draws of the people."""
    rng = np.random.default_rng(SEED)
    values = people * MONTHS
    for name in income.factors:
        drawn = weighing.factors[_named(name)].draws(len(people), rng, prior=prior)
        values = values * (1 - drawn if name.startswith(COMPLEMENT) else drawn)
    return values


def _conditionals(
    income: Income, target: int, people: Weighed, weighing: Weighing
) -> Iterator[Conditional]:
    for side in people.conditionals:
        draws = weighing.draws_if(side.origin, side.against, target)
        yield replace(side, quantiles=quantiles_of(_values(income, weighing, draws)))


def _factor_pulls(
    income: Income, factors: list[Factor], people: Weighed
) -> Iterator[Pull]:
    """Yield what the words about each factor, and each origin, change of the median."""
    for factor in factors:
        middle = factor.quantile(0.5, factor.weights())
        before = factor.quantile(0.5, factor.weights(prior=True))
        claims = tuple(claim.id for word in factor.words for claim in word.claims)
        yield Pull("factor", factor.asked.label, middle / before, claims)
        for word in factor.words:
            without = factor.quantile(0.5, factor.weights(without=word.origin))
            if abs(np.log(middle / without)) >= LEAST_PULL:
                named = tuple(claim.id for claim in word.claims)
                yield Pull("origin", word.origin, middle / without, named)


def _heard(factor: Factor) -> str:
    """Return how many origins a factor rests on."""
    count = len(factor.words)
    origins = f"{count} independent origin{'s' if count != 1 else ''}"
    return f"{factor.asked.label.capitalize()}: {origins}."


def _learnt(band: Quantiles, prior: Quantiles) -> float:
    """Return how much of the prior's width, in logs, the figures took away, 0 to 1."""
    left = np.log(band.q95 / band.q05) / np.log(prior.q95 / prior.q05)
    return float(np.clip(1 - left, 0.0, 1.0))


def _named(name: str) -> str:
    return name.removeprefix(COMPLEMENT)
