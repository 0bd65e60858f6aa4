"""How heavy the tail of importance weights is: the shape of a generalised Pareto law.

Vehtari, Simpson, Gelman, Yao, Gabry: Pareto smoothed importance sampling, Journal of
Machine Learning Research 25 (2024); the tail is fitted as by Zhang and Stephens,
Technometrics 51 (2009).
"""

import numpy as np
from scipy.special import logsumexp

from tumen.estimate.engine.system import Floats

FEWEST = 5
"""Tail weights below which no tail is fitted."""
SMALLEST = 1e-300


def tail_shape(log_ratio: Floats) -> float:
    """Return the shape k of the tail of importance weights.

    Args:
        log_ratio: log of target over proposal at each draw, any constant added.

    Returns:
        infinite when too few draws are left to fit a tail.
    """
    logs = log_ratio - log_ratio.max()
    count = len(logs)
    tail = int(min(0.2 * count, 3 * np.sqrt(count)))
    if tail < FEWEST:
        return float(np.inf)
    highest = np.exp(np.sort(logs)[-tail - 1 :])
    above = np.maximum(highest[1:] - highest[0], SMALLEST)
    return fit_tail(above)[0]


def fit_tail(above: Floats) -> tuple[float, float]:
    """Return shape k and scale of a generalised Pareto law from sorted excesses > 0.

    The shape is drawn a little towards 0.5, as if ten more values had said so.
    """
    count = len(above)
    tries = 30 + int(np.sqrt(count))
    quarter = above[int(count / 4 + 0.5) - 1]
    grid = 1 - np.sqrt(tries / (np.arange(1, tries + 1) - 0.5))
    grid = grid / (3 * quarter) + 1 / above[-1]
    shapes = np.log1p(-grid[:, None] * above).mean(axis=1)
    fits = count * (np.log(-grid / shapes) - shapes - 1)
    weight = np.exp(fits - logsumexp(fits))
    best = float((grid * weight).sum())
    shape = float(np.log1p(-best * above).mean())
    scale = -shape / best
    return (count * shape + 5) / (count + 10), scale
