"""What figures and priors say together about the parameters of a system.

    log p(theta) = - |theta|^2 / 2 + sum over terms of
                   log [ (1 - pi) sum_r w_r L_r(m_r) + pi / width ]

A term is what one origin said once. Its rows are the readings its words allow (another
month, a stock or a flow), with weights w_r that add up to 1; pi is the chance that it
has nothing to do with what it seems to count. The prediction of a row is

    m_r = log(above . y) - log(below . y) + effects . theta + offset,

with y the stocks and flows; `below` stands for shares only.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tumen.estimate.engine.flows import carry_back, fused_kernels, move, move_many
from tumen.estimate.engine.forms import log_likelihood
from tumen.estimate.engine.rates import first_stocks, log_rates, pull_back, rate_factors
from tumen.estimate.engine.sparse import NOTHING, Weights, join_rows, stack_rows
from tumen.estimate.engine.system import Floats, Ints, System

FLOOR = 1e-3
"""Added to a predicted number, so that an empty compartment has a logarithm."""


@dataclass(frozen=True)
class Figures:
    """Rows of figures; those of one term stand together, terms in their order.

    Args:
        term: number of the term of each row, 0, 0, 1, 2, ...
        above, below: weighted sums of stocks and flows; an empty row below means 1.
        log_weight: log of the row's share in its term.
        form, low, high, noise, scale: see `tumen.estimate.engine.forms`.
        effects: loadings on the effects, shape (rows, E), and `offset` their means.
        outlier: log of pi of each term; `width` of the flat density, in logs.
    """

    term: Ints
    above: Weights
    below: Weights
    log_weight: Floats
    form: Ints
    low: Floats
    high: Floats
    noise: Floats
    scale: Floats
    effects: Floats
    offset: Floats
    outlier: Floats
    width: float

    @property
    def terms(self) -> int:
        """Return how many terms there are."""
        return len(self.outlier)

    @cached_property
    def begin(self) -> Ints:
        """Return the first row of each term."""
        return np.searchsorted(self.term, np.arange(self.terms)).astype(np.int64)

    @cached_property
    def both(self) -> Weights:
        """Return the rows above, and behind them those below when there are any."""
        return (
            stack_rows(self.above, self.below) if self.below.place.size else self.above
        )

    @cached_property
    def has_below(self) -> Floats:
        """Return 1 for shares, 0 for other rows."""
        return (np.diff(self.below.first) > 0).astype(np.float64)

    def softened(self, factor: float) -> "Figures":
        """Return the figures with noise times a factor; above 1 outliers are off."""
        if factor == 1.0:
            return self
        return replace(
            self,
            noise=self.noise * factor,
            outlier=np.full_like(self.outlier, np.log(1e-6)),
        )


@dataclass(frozen=True)
class Look:
    """What a point theta predicts, and how well it fits.

    Args:
        fit: log likelihood of each term.
        share: chance of each row within its term, outlier left out: those of a term
            add up to 1 - chance that it is an outlier.
        slope, curve: derivatives of log L by m of each row.
    """

    theta: Floats
    hazards: Floats
    starts: Floats
    vector: Floats
    m: Floats
    fit: Floats
    share: Floats
    slope: Floats
    curve: Floats

    @property
    def log_density(self) -> float:
        """Return log p(theta), without the constant of the prior."""
        return float(self.fit.sum() - 0.5 * self.theta @ self.theta)


class Posterior:
    """The figures of a case, weighed by a system."""

    def __init__(self, system: System, figures: Figures) -> None:
        self.system = system
        self.figures = figures

    @property
    def size(self) -> int:
        """Return the length of theta, effects on figures included."""
        return self.system.parameters + int(self.figures.effects.shape[1])

    def look(self, theta: Floats, figures: Figures | None = None) -> Look:
        """Return what a point predicts; softened figures may stand in for its own."""
        given = figures or self.figures
        hazards = np.exp(log_rates(self.system, theta))
        starts = first_stocks(self.system, theta)
        vector = move(self.system, hazards, starts)
        m = (
            np.log(given.above.sums(vector) + FLOOR)
            - given.has_below * np.log(given.below.sums(vector) + FLOOR)
            + given.effects @ theta[self.system.parameters :]
            + given.offset
        )
        fit, share, slope, curve = weigh(given, m)
        return Look(theta, hazards, starts, vector, m, fit, share, slope, curve)

    def jacobian(self, look: Look) -> Floats:
        """Return the derivatives of all predictions by theta, shape (rows, size)."""
        given = self.figures
        above = given.above.scaled(1 / (given.above.sums(look.vector) + FLOOR))
        below = given.below.scaled(-1 / (given.below.sums(look.vector) + FLOOR))
        return np.concatenate(
            (self.gradients(look, join_rows(above, below)), given.effects), axis=1
        )

    def gradients(self, look: Look, weights: Weights) -> Floats:
        """Return gradients of weighted sums, without the effects on figures."""
        fused = fused_kernels()
        if fused is not None:
            found: Floats = fused.gradients(
                self.system.plan,
                look.hazards,
                look.vector,
                weights.first,
                weights.place,
                weights.weight,
            )
            return found
        by_rate, by_start = carry_back(self.system, look.hazards, look.vector, weights)
        return pull_back(self.system, by_rate, by_start, look.starts)

    def gradient(self, look: Look) -> Floats:
        """Return the gradient of log p at a point, by one pass back through time."""
        given = self.figures
        pull = look.share * look.slope
        above = given.above.scaled(pull / (given.above.sums(look.vector) + FLOOR))
        below = given.below.scaled(-pull / (given.below.sums(look.vector) + FLOOR))
        both = join_rows(above, below)
        one = Weights(np.array([0, len(both.place)]), both.place, both.weight)
        by_model = self.gradients(look, one)[0]
        return np.concatenate((by_model, given.effects.T @ pull)) - look.theta

    def predict_many(self, thetas: Floats, weights: Weights) -> Floats:
        """Return weighted sums of stocks and flows at many points, shape (n, rows)."""
        runs = np.ascontiguousarray(thetas.T)
        fused = fused_kernels()
        if fused is not None:
            sums: Floats = fused.predict_many(
                self.system.plan,
                *rate_factors(self.system, runs),
                first_stocks(self.system, runs),
                weights.first,
                weights.place,
                weights.weight,
            )
            return sums
        hazards = log_rates(self.system, runs)
        np.exp(hazards, out=hazards)
        return move_many(self.system, hazards, first_stocks(self.system, runs), weights)

    def predictions(self, thetas: Floats) -> Floats:
        """Return the predictions m of many points, shape (n, rows)."""
        return self.predictions_and(thetas, NOTHING)[0]

    def predictions_and(self, thetas: Floats, others: Weights) -> tuple[Floats, Floats]:
        """Return the predictions m of many points, and other sums, in one pass."""
        given = self.figures
        sums = self.predict_many(thetas, stack_rows(given.both, others))
        rows, end = len(given.term), given.both.rows
        m: Floats = np.log(sums[:, :rows] + FLOOR)
        if given.has_below.any():
            m -= given.has_below * np.log(sums[:, rows:end] + FLOOR)
        m += thetas[:, self.system.parameters :] @ given.effects.T + given.offset
        return m, sums[:, end:]

    def log_densities(self, thetas: Floats, m: Floats) -> Floats:
        """Return log p of many points, without the constant, from their predictions."""
        fit, *_ = weigh(self.figures, m)
        densities: Floats = fit.sum(axis=-1) - 0.5 * np.einsum(
            "np,np->n", thetas, thetas
        )
        return densities


def weigh(given: Figures, m: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Return fit by term, and share, slope and curve by row, of predictions m."""
    value, slope, curve = log_likelihood(
        given.form, given.low, given.high, given.noise, given.scale, m
    )
    value = value + given.log_weight
    inside = np.logaddexp.reduceat(value, given.begin, axis=-1) + np.log1p(
        -np.exp(given.outlier)
    )
    fit = np.logaddexp(inside, given.outlier - np.log(given.width))
    apart = value + np.log1p(-np.exp(given.outlier))[given.term] - fit[..., given.term]
    return fit, np.exp(apart), slope, curve
