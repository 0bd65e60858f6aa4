"""Put the bell where the mass is, not where the peak is.

Many figures are lopsided: "up to 10,000" is likeliest just below ten thousand, yet lies
well below it on average; an outlier has a long flat tail. The bell at the peak then sits
at the edge of the mass. Each figure is therefore replaced by the normal law (its *site*)
that has the mean and variance of the figure as seen among all the others, in turn, until
the sites settle: expectation propagation (Minka 2001) on the model as it is linear at
the peak. With prior mean mu and covariance K = J J' of the predictions, site precisions
T and site values nu, the predictions have

    covariance S = K - K T^(1/2) (I + T^(1/2) K T^(1/2))^-1 T^(1/2) K,
    mean       mu + S (nu - T mu).

Against NUTS on the same posterior this took the worst median of people present, a year
in which bounds speak alone, from 90 % off to less than 10 (docs/decisions/0006).
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.linalg import cholesky, solve_triangular

from tumen.estimate.engine.fit import Mode
from tumen.estimate.engine.forms import log_likelihood
from tumen.estimate.engine.posterior import Figures, Posterior
from tumen.estimate.engine.system import Floats

SWEEPS = 5
DAMPING = 0.7
"""How far a site moves towards its new value in one sweep."""
POINTS = np.linspace(-5.0, 5.0, 101)
"""Where a figure is looked at, in standard deviations of what the others say."""
LEAST = 1e-6
SMALLEST = 1e-10


@dataclass(frozen=True)
class Sites:
    """Normal laws that stand for figures: precision, and precision times mean."""

    precision: Floats
    pull: Floats


def center(posterior: Posterior, mode: Mode) -> Mode:
    """Return the bell of a peak, moved to where the mass is.

    A figure with several readings keeps its curvature at the peak: what it says has
    several humps, and no single bell stands for them.
    """
    look, jacobian = mode.look, mode.jacobian
    prior = look.m - jacobian @ look.theta
    spread = jacobian @ jacobian.T
    sites = Sites(mode.curve, mode.curve * look.m + look.share * look.slope)
    for _ in range(SWEEPS):
        sites = _sweep(posterior.figures, sites, prior, spread)
    mean, _ = _predictions(sites, prior, spread)
    theta = jacobian.T @ (sites.pull - sites.precision * mean)
    moved = posterior.look(theta)
    slopes_at = posterior.jacobian(moved)
    slopes = np.sqrt(sites.precision)[:, None] * slopes_at
    return replace(
        mode,
        look=moved,
        jacobian=slopes_at,
        slopes=slopes,
        root=cholesky(slopes @ slopes.T + np.eye(len(slopes)), lower=True),
        curve=sites.precision,
    )


def _sweep(figures: Figures, sites: Sites, prior: Floats, spread: Floats) -> Sites:
    """Return all sites, each moved towards what its figure says among the others."""
    mean, variance = _predictions(sites, prior, spread)
    others = 1 / variance - sites.precision
    is_alone = np.bincount(figures.term)[figures.term] == 1
    moves = is_alone & (others > LEAST)
    others = np.where(moves, others, 1.0)
    middle = (mean / variance - sites.pull) / others
    seen, width = tilted(figures, middle, 1 / others)
    precision = np.maximum(1 / width - others, 0.0)
    pull = seen * (others + precision) - middle * others
    step = np.where(moves, DAMPING, 0.0)
    return Sites(
        sites.precision + step * (precision - sites.precision),
        sites.pull + step * (pull - sites.pull),
    )


def _predictions(sites: Sites, prior: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """Return mean and variance of all predictions under the sites."""
    scale = np.sqrt(sites.precision)[:, None]
    root = cholesky(np.eye(len(scale)) + scale * spread * scale.T, lower=True)
    taken = solve_triangular(root, scale * spread, lower=True)
    covariance = spread - taken.T @ taken
    mean = prior + covariance @ (sites.pull - sites.precision * prior)
    return mean, np.maximum(np.diag(covariance), SMALLEST)


def tilted(figures: Figures, middle: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Return mean and variance of N(middle, variance) times what each row says."""
    m = middle + np.sqrt(variance) * POINTS[:, None]
    value, _, _ = log_likelihood(
        figures.form, figures.low, figures.high, figures.noise, figures.scale, m
    )
    odd = figures.outlier[figures.term]
    inside = np.log1p(-np.exp(odd)) + value
    logs = (
        np.logaddexp(inside, odd - np.log(figures.width)) - 0.5 * POINTS[:, None] ** 2
    )
    weight = np.exp(logs - logs.max(axis=0))
    weight /= weight.sum(axis=0)
    mean = (weight * m).sum(axis=0)
    width = (weight * (m - mean) ** 2).sum(axis=0)
    return mean, np.maximum(width, SMALLEST)
