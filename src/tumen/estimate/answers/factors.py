"""The factors of an income: their priors, and what origins say about them.

A factor has a prior that is normal on the log scale, and one term for each origin that
states it, in the same forms as figures on people. With one unknown the posterior is
summed on a grid, exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from scipy.special import logsumexp

from tumen.codebook.model import ExchangeRate, Model, MoneyFactor
from tumen.estimate.engine.forms import log_likelihood
from tumen.estimate.engine.system import Floats
from tumen.estimate.evidence import Evidence, is_figure
from tumen.estimate.observe.bounds import Bounds, bounds_of
from tumen.estimate.observe.houses import Houses, make_houses
from tumen.records.claim import Claim
from tumen.records.reviewed import ReviewedClaim

POINTS = 801
WIDTH = 5.0
"""The grid reaches so many prior standard deviations to either side."""
PER_MONTH = {"month": 1.0, "year": 1 / 12}
DOLLAR = "USD"
PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Word:
    """What one origin says about a factor; `fit` is its log likelihood on the grid."""

    origin: str
    claims: tuple[Claim, ...]
    fit: Floats


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor on its grid of logs, with its prior and all words about it."""

    asked: MoneyFactor
    grid: Floats
    log_prior: Floats
    words: tuple[Word, ...]

    def weights(self, without: str | None = None, *, prior: bool = False) -> Floats:
        """Return the posterior on the grid; without an origin, or before all of them."""
        logs = self.log_prior.copy()
        for word in () if prior else self.words:
            if word.origin != without:
                logs += word.fit
        shares: Floats = np.exp(logs - logsumexp(logs))
        return shares

    def quantile(self, share: float, weights: Floats) -> float:
        """Return a quantile of weights on the grid, in the unit of the factor."""
        return float(np.exp(np.interp(share, np.cumsum(weights), self.grid)))

    def draws(
        self, count: int, rng: np.random.Generator, *, prior: bool = False
    ) -> Floats:
        """Return draws of the factor, in its unit (a share from 0 to 1)."""
        reached = np.cumsum(self.weights(prior=prior))
        drawn: Floats = np.exp(np.interp(rng.random(count), reached, self.grid))
        return drawn


def weigh_factors(
    reviewed: Sequence[ReviewedClaim], evidence: Evidence, model: Model
) -> dict[str, Factor]:
    """Return all money factors of a model, by name."""
    houses = make_houses(model, evidence.codebook, evidence.names)
    return {
        asked.name: _factor(asked, reviewed, evidence, model, houses)
        for asked in model.money
    }


def _factor(
    asked: MoneyFactor,
    reviewed: Sequence[ReviewedClaim],
    evidence: Evidence,
    model: Model,
    houses: Houses,
) -> Factor:
    middle = log(asked.median)
    top = middle + WIDTH * asked.log_sd
    if asked.most is not None:
        top = min(top, log(asked.most))
    grid = np.linspace(middle - WIDTH * asked.log_sd, top, POINTS)
    log_prior = -0.5 * ((grid - middle) / asked.log_sd) ** 2
    said: dict[str, list[tuple[Claim, Bounds]]] = {}
    for entry in sorted(reviewed, key=lambda each: each.claim.id):
        claim = entry.claim
        if claim.element in asked.elements and is_figure(claim):
            bounds = _bounds(claim, asked, model)
            if bounds is not None and evidence.why_not_money(entry) is None:
                origin = evidence.origins.get(claim.id, claim.id)
                said.setdefault(origin, []).append((claim, bounds))
    words = tuple(
        _word(origin, pairs, grid, model, houses)
        for origin, pairs in sorted(said.items())
    )
    return Factor(asked, grid, log_prior, words)


def _word(
    origin: str,
    pairs: Sequence[tuple[Claim, Bounds]],
    grid: Floats,
    model: Model,
    houses: Houses,
) -> Word:
    """Return what an origin says: its distinct numbers as readings of one term."""
    distinct = {(b.form, b.low, b.high): (claim, b) for claim, b in pairs}
    fits = []
    for claim, bounds in distinct.values():
        house = houses.of(claim)
        fit, _, _ = log_likelihood(
            np.array([bounds.form]),
            np.array([bounds.low]),
            np.array([bounds.high]),
            np.array([(house.noise**2 + house.bias_sd**2) ** 0.5]),
            np.array([bounds.scale]),
            grid[:, None],
        )
        fits.append(fit[:, 0])
    rules = model.rules
    inside = logsumexp(fits, axis=0) - log(len(fits)) + np.log1p(-rules.outlier)
    outside = log(rules.outlier) - log(rules.outlier_width)
    return Word(origin, tuple(c for c, _ in pairs), np.logaddexp(inside, outside))


def _bounds(claim: Claim, asked: MoneyFactor, model: Model) -> Bounds | None:
    factor = _unit_factor(claim, asked, model.currencies)
    if factor is None or not claim.amount.has_value:
        return None
    return bounds_of(claim.amount, factor, (), ())


def _unit_factor(
    claim: Claim, asked: MoneyFactor, currencies: Sequence[ExchangeRate]
) -> float | None:
    """Return what turns a claim's amount into the factor's unit, None when nothing does."""
    unit = claim.amount.unit or ""
    if asked.unit == PERCENT:
        return 0.01 if unit == PERCENT else None
    money, _, time = unit.partition("/")
    per_month = PER_MONTH.get(time)
    if per_month is None:
        return None
    if money == DOLLAR:
        return per_month
    for currency in currencies:
        if currency.currency == money:
            return per_month / _per_dollar(claim, currency)
    return None


def _per_dollar(claim: Claim, currency: ExchangeRate) -> float:
    """Return the rate of the claim's year, else of the nearest one that is listed."""
    day = claim.as_of.last or claim.as_of.first
    years = sorted(int(year) for year in currency.per_usd)
    wanted = day.year if day else years[-1]
    return currency.per_usd[str(min(years, key=lambda year: abs(year - wanted)))]
