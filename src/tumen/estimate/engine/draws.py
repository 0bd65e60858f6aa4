"""Draw parameters from bells around the mass, bent back onto what was counted.

A draw from a bell with precision I + B'B needs no large factor (perturb and solve):

    theta = peak + z - B' (I + B B')^-1 (B z + e),    z, e standard normal.

A stock is a product of many rates, so a straight step along the bell leaves what was
counted: arrivals and returns both up, and the stock with them. Each draw is therefore
moved until it predicts what the bell meant it to predict (randomise, then optimise;
Bardsley, Solonen, Haario, Laine 2014, with the derivatives of the peak kept fixed):

    theta <- theta - B' (I + B B')^-1 W^(1/2) (m(theta) - m(peak) - J (theta_0 - peak)).

Two such moves took the coverage of 80 % intervals of worlds drawn from the prior from
69 to 78 % (docs/decisions/0006). Several bells are mixed by the evidence of their peaks,
and each is first moved to where the mass is (`tumen.estimate.engine.sites`).
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_solve, solve_triangular
from scipy.special import logsumexp

from tumen.estimate.engine.fit import Mode
from tumen.estimate.engine.pareto import tail_shape
from tumen.estimate.engine.posterior import Posterior
from tumen.estimate.engine.sites import center
from tumen.estimate.engine.sparse import NOTHING, Weights
from tumen.estimate.engine.system import Floats, Ints

BENDS = 2
SLIVER = 0.02
"""Share of the mass below which a peak is left out: it could move no quantile."""
FURTHEST = 2.0
"""Longest way, in logs, that one move corrects a prediction."""


@dataclass(frozen=True)
class Draws:
    """Points of the posterior, all of one weight.

    Args:
        thetas: shape (n, size); mode: from which bell each came.
        shape: Pareto shape k of true density over that of the bent bells, their
            change of volume left out; above 0.7 they are only an approximation.
        values: the targets that were asked for, shape (n, targets).
    """

    thetas: Floats
    mode: Ints
    shape: float
    values: Floats


def draw_modes(
    posterior: Posterior,
    modes: tuple[Mode, ...],
    count: int,
    seed: int,
    targets: Weights = NOTHING,
) -> Draws:
    """Return draws from a mixture of bent bells, the heavier ones giving more.

    Args:
        targets: sums of stocks and flows that are wanted of every draw.
    """
    rng = np.random.default_rng(seed)
    kept = np.flatnonzero(mode_weights(modes) >= SLIVER)
    share = mode_weights(modes)[kept]
    share = share / share.sum()
    counts = _apportion(share, count)
    bells = tuple(center(posterior, modes[number]) for number in kept)
    drawn = [
        draw_bent(posterior, bell, number, rng)
        for bell, number in zip(bells, counts, strict=True)
        if number
    ]
    thetas = np.concatenate(drawn)
    m, values = posterior.predictions_and(thetas, targets)
    ratio = posterior.log_densities(thetas, m) - _log_mixture(bells, share, thetas, m)
    return Draws(thetas, np.repeat(kept, counts), tail_shape(ratio), values)


def mode_weights(modes: tuple[Mode, ...]) -> Floats:
    """Return the share of each bell in the mixture, by its evidence."""
    logs = np.array([mode.log_evidence for mode in modes])
    share: Floats = np.exp(logs - logsumexp(logs))
    return share


def draw_bent(
    posterior: Posterior,
    mode: Mode,
    count: int,
    rng: np.random.Generator,
    bends: int = BENDS,
) -> Floats:
    """Return draws from one bell, bent onto what was counted, shape (count, size)."""
    return bend(posterior, mode, draw_bell(mode, count, rng), bends)


def draw_bell(mode: Mode, count: int, rng: np.random.Generator) -> Floats:
    """Return draws from one bell, shape (count, size)."""
    z = rng.standard_normal((count, len(mode.theta)))
    e = rng.standard_normal((count, len(mode.slopes)))
    inner = solve_triangular(mode.root, (z @ mode.slopes.T + e).T, lower=True)
    back = solve_triangular(mode.root.T, inner, lower=False)
    drawn: Floats = mode.theta + z - back.T @ mode.slopes
    return drawn


def bend(
    posterior: Posterior, mode: Mode, thetas: Floats, bends: int = BENDS
) -> Floats:
    """Return draws moved until they predict what the bell meant them to predict."""
    meant = mode.look.m + (thetas - mode.theta) @ mode.jacobian.T
    for _ in range(bends):
        miss = np.clip(posterior.predictions(thetas) - meant, -FURTHEST, FURTHEST)
        thetas = thetas - _answer_to(mode, miss)
    return thetas


def _answer_to(mode: Mode, miss: Floats) -> Floats:
    """Return the change of theta that takes misses of the predictions away."""
    back = cho_solve((mode.root, True), (miss * np.sqrt(mode.curve)).T)
    change: Floats = back.T @ mode.slopes
    return change


def _apportion(share: Floats, count: int) -> Ints:
    """Return whole numbers that add up to count, by largest remainder."""
    exact = share * count
    whole = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: count - int(whole.sum())]] += 1
    return whole


def _log_mixture(
    modes: tuple[Mode, ...], share: Floats, thetas: Floats, m: Floats
) -> Floats:
    """Return the log density of the bent bells where the draws lie."""
    logs = []
    for mode, part in zip(modes, share, strict=True):
        straight = mode.look.m + (thetas - mode.theta) @ mode.jacobian.T
        away = thetas + _answer_to(mode, m - straight) - mode.theta
        far = np.einsum("np,np->n", away, away)
        far += np.square(away @ mode.slopes.T).sum(axis=1)
        with np.errstate(divide="ignore"):
            weight = np.log(part)
        logs.append(weight + np.log(np.diag(mode.root)).sum() - 0.5 * far)
    mixed: Floats = logsumexp(logs, axis=0)
    return mixed
