"""How likely a figure is, in the form in which it was written.

Everything is on the log scale: m is the log of what the model predicts, s the log
standard deviation of what such a house says around what it counts. Each form gives
log L(m) and its first two derivatives; all are concave in m.

    interval   log [Phi((b - m)/s) - Phi((a - m)/s)] - log(b - a)
               a number as rounded, a range, a word, a count printed coarsely
    over       near above X: d = m - log X is exponential with mean tau = 1 / l, seen
               with noise s (exponentially modified Gaussian; Grushka 1972):
               log l - l d + (l s)^2 / 2 + log Phi(d/s - l s)
    up_to      its mirror image, d = log X - m
    at_least   log Phi((m - log X)/s): a floor that never pulls down
    at_most    log Phi((log X - m)/s): a roof that never pulls up

By hand: "at least 20,000" with s = 0.25 where the model says 20,000: Phi(0) = 1/2.
"""

from enum import IntEnum

import numpy as np
from scipy.special import log_ndtr

from tumen.estimate.engine.system import Floats, Ints

HALF_LOG_2PI = 0.5 * float(np.log(2 * np.pi))


class Form(IntEnum):
    """Which formula holds for a row."""

    INTERVAL = 0
    OVER = 1
    UP_TO = 2
    AT_LEAST = 3
    AT_MOST = 4


def log_likelihood(
    form: Ints, low: Floats, high: Floats, noise: Floats, scale: Floats, m: Floats
) -> tuple[Floats, Floats, Floats]:
    """Return log L, its first and its second derivative by m, for every row.

    Args:
        form: of each row; low, high: logs of the bounds (the one a form does not use
            is not read); noise: s > 0; scale: tau > 0 of `over` and `up_to`.
        m: log of the prediction; may have more dimensions before the rows.
    """
    value = np.zeros_like(m)
    slope = np.zeros_like(m)
    curve = np.zeros_like(m)
    for kind, formula in _FORMULAS.items():
        at = np.flatnonzero(form == kind)
        if at.size:
            value[..., at], slope[..., at], curve[..., at] = formula(
                low[at], high[at], noise[at], scale[at], m[..., at]
            )
    return value, slope, curve


Triple = tuple[Floats, Floats, Floats]


def _interval(low: Floats, high: Floats, s: Floats, _: Floats, m: Floats) -> Triple:
    a, b = (low - m) / s, (high - m) / s
    # In the upper tail both Phi are near 1: mirror them to keep their difference.
    swap = a + b > 0
    lower = np.where(swap, -b, a)
    upper = np.where(swap, -a, b)
    top = log_ndtr(upper)
    between = top + np.log1p(-np.exp(np.minimum(log_ndtr(lower) - top, -1e-15)))
    at_low = np.exp(_log_phi(a) - between)
    at_high = np.exp(_log_phi(b) - between)
    slope = (at_low - at_high) / s
    curve = (a * at_low - b * at_high) / s**2 - slope**2
    return between - np.log(high - low), slope, np.minimum(curve, 0.0)


def _over(low: Floats, _: Floats, s: Floats, tau: Floats, m: Floats) -> Triple:
    return _tail(m - low, s, tau)


def _up_to(_: Floats, high: Floats, s: Floats, tau: Floats, m: Floats) -> Triple:
    value, slope, curve = _tail(high - m, s, tau)
    return value, -slope, curve


def _tail(d: Floats, s: Floats, tau: Floats) -> Triple:
    u = d / s - s / tau
    bulk, slope, curve = _log_cdf(u)
    value = -np.log(tau) - d / tau + 0.5 * (s / tau) ** 2 + bulk
    return value, slope / s - 1 / tau, curve / s**2


def _at_least(low: Floats, _: Floats, s: Floats, __: Floats, m: Floats) -> Triple:
    value, slope, curve = _log_cdf((m - low) / s)
    return value, slope / s, curve / s**2


def _at_most(_: Floats, high: Floats, s: Floats, __: Floats, m: Floats) -> Triple:
    value, slope, curve = _log_cdf((high - m) / s)
    return value, -slope / s, curve / s**2


def _log_cdf(u: Floats) -> Triple:
    """Return log Phi(u) and its derivatives."""
    value = log_ndtr(u)
    ratio = np.exp(_log_phi(u) - value)
    return value, ratio, -ratio * (u + ratio)


def _log_phi(u: Floats) -> Floats:
    logs: Floats = -0.5 * u**2 - HALF_LOG_2PI
    return logs


_FORMULAS = {
    Form.INTERVAL: _interval,
    Form.OVER: _over,
    Form.UP_TO: _up_to,
    Form.AT_LEAST: _at_least,
    Form.AT_MOST: _at_most,
}
