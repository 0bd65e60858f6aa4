"""From parameters to monthly log rates and first stocks, and the way back for gradients.

    log rate_r(t) = log median_r + log_sd_r level_r
                  + sum_k drift_r(t, k) z_rk              (rates that wander)
                  + sum_i [t in force of i] (mean_i + sd_i beta_i)
    log stock_c(0) = log median_c + log_sd_c theta_c

Many runs stand side by side in the last dimension.
"""

import numpy as np

from tumen.estimate.engine.system import Floats, System


def log_rates(system: System, theta: Floats, since: int = 0) -> Floats:
    """Return the log rates, (R, T) or (R, T, n), of parameters (P,) or (P, n).

    Args:
        since: first month that is returned; the T months are those from it on.
    """
    runs = theta.shape[1:]
    levels, walks, steps, _ = _parts(system, theta)
    rates = np.empty((len(system.rates), system.months - since, *runs))
    rates[:] = (_tall(system.log_median, theta) + _tall(system.log_sd, theta) * levels)[
        :, None
    ]
    flat = walks.reshape(len(system.wandering), system.knots, *(runs or (1,)))
    for row, rate in enumerate(system.wandering):
        moved = system.drift[row, since:] @ flat[row]
        rates[rate] += moved.reshape(rates[rate].shape)
    for number, step in enumerate(system.steps):
        inside = slice(max(step.first - since, 0), max(step.end - since, 0))
        rates[step.rate, inside] += step.mean + step.sd * steps[number]
    return rates


def rate_factors(system: System, theta: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the factors whose product a rate is, for many runs.

    Args:
        theta: shape (P, n).

    Returns:
        level: medians times exp(log_sd level), shape (R, n); walk: exp of a month's
        part (1 / knot_months) of the deviation at each knot, shape (K, D, n): to the
        power of `knot_months` it is the factor at the knot, and the quotient of two
        neighbours is the growth from month to month; step: of every intervention.
    """
    levels, walks, steps, _ = _parts(system, theta)
    runs = theta.shape[1]
    level = np.exp(system.log_median[:, None] + system.log_sd[:, None] * levels)
    fresh = walks.reshape(len(system.wandering), system.knots, runs)
    keep = system.keep[:, None]
    walk = np.empty((system.knots, len(system.wandering), runs))
    walk[0] = fresh[:, 0]
    for knot in range(1, system.knots):
        walk[knot] = keep * walk[knot - 1] + np.sqrt(1 - keep**2) * fresh[:, knot]
    walk *= (system.drift_sd / system.knot_months)[:, None]
    np.exp(walk, out=walk)
    means = np.array([step.mean for step in system.steps])
    step = np.exp(means[:, None] + system.plan.step_sd[:, None] * steps)
    return level, walk, step


def first_stocks(system: System, theta: Floats) -> Floats:
    """Return the stocks at the beginning of the first month, (C,) or (C, n)."""
    *_, starts = _parts(system, theta)
    stocks = np.zeros((len(system.compartments), *theta.shape[1:]))
    logs = _tall(system.start_log, theta) + _tall(system.start_sd, theta) * starts
    stocks[system.starting] = np.exp(logs)
    return stocks


def pull_back(
    system: System, by_rate: Floats, by_start: Floats, starts: Floats
) -> Floats:
    """Return gradients by theta from gradients by log rates and first stocks.

    Args:
        by_rate: shape (n, R, T); by_start: shape (n, C).
        starts: the first stocks, shape (C,).

    Returns:
        shape (n, `system.parameters`).
    """
    rows = len(by_rate)
    levels = by_rate.sum(axis=2) * system.log_sd
    walks = np.empty((rows, len(system.wandering), system.knots))
    for row, rate in enumerate(system.wandering):
        walks[:, row] = by_rate[:, rate] @ system.drift[row]
    steps = np.empty((rows, len(system.steps)))
    for number, step in enumerate(system.steps):
        inside = by_rate[:, step.rate, step.first : step.end]
        steps[:, number] = step.sd * inside.sum(axis=1)
    held = system.starting
    begun = by_start[:, held] * starts[held] * system.start_sd
    flat = walks.reshape(rows, len(system.wandering) * system.knots)
    return np.concatenate((levels, flat, steps, begun), axis=1)


def _parts(system: System, theta: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    levels = len(system.rates)
    walks = levels + len(system.wandering) * system.knots
    steps = walks + len(system.steps)
    starts = steps + len(system.starting)
    return theta[:levels], theta[levels:walks], theta[walks:steps], theta[steps:starts]


def _tall(numbers: Floats, theta: Floats) -> Floats:
    """Return a column that can be added to parameters with or without runs."""
    return numbers.reshape(-1, *(1,) * (theta.ndim - 1))
