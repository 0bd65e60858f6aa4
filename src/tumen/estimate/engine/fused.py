"""Many runs, or many rows of gradients, from parameters to results in one compiled pass.

The same arithmetic as `rates` with `flows_numba`, without the arrays of monthly rates in
between: for a thousand runs those are 30 MB, and writing them took longer than moving
the people. Runs, and rows, stand side by side in blocks, so that the processor works on
several at once; whatever belongs to a month is looked up by month. A test holds it to
the plain path.
"""

import numpy as np
from numba import njit

from tumen.estimate.engine.flows_numba import FAST, local_moves, share_gone
from tumen.estimate.engine.system import Floats, Ints, Plan

BLOCK = 64
SMALL, MIDDLE = 0.1, 1.6
"""Hazards up to which the series holds as it is, and after four halvings."""


@njit(cache=True, fastmath=FAST)
def predict_many(
    plan: Plan,
    level: Floats,
    walk: Floats,
    step: Floats,
    starts: Floats,
    first: Ints,
    place: Ints,
    weight: Floats,
) -> Floats:
    """Return weighted sums of many runs, shape (n, rows).

    Args:
        level, walk, step: factors of the rates, see `rates.rate_factors`.
        starts: first stocks, shape (C, n).
    """
    runs, rows = level.shape[1], first.size - 1
    where = _by_month(plan, first, place)
    hazards = np.zeros((level.shape[0], plan.months, BLOCK))
    now = np.zeros((plan.boxes + plan.source.size, BLOCK))
    found = np.empty((runs, rows))
    sums = np.empty((rows, BLOCK))
    for at in range(0, runs, BLOCK):
        wide = min(BLOCK, runs - at)
        _rates(plan, level, walk, step, at, wide, hazards)
        now[: plan.boxes, :wide] = starts[:, at : at + wide]
        sums[:] = 0.0
        _move(plan, hazards, now, where, weight, sums)
        for b in range(wide):
            for i in range(rows):
                found[at + b, i] = sums[i, b]
    return found


@njit(cache=True, fastmath=FAST)
def _by_month(plan: Plan, first: Ints, place: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Sort entries by month: stocks at its end and flows during it, first stocks first.

    Returns:
        begin: where the entries of each month begin in `order`; order: their numbers;
        which: the row of stocks, then flows, each entry reads; row: whose it is.
    """
    ways, behind = plan.source.size, (plan.months + 1) * plan.boxes
    slot, which = np.empty(place.size, np.int64), np.empty(place.size, np.int64)
    row, order = np.empty(place.size, np.int64), np.empty(place.size, np.int64)
    begin = np.zeros(plan.months + 2, np.int64)
    for i in range(first.size - 1):
        for k in range(first[i], first[i + 1]):
            row[k] = i
            if place[k] < behind:
                slot[k], which[k] = place[k] // plan.boxes, place[k] % plan.boxes
            else:
                slot[k] = (place[k] - behind) // ways + 1
                which[k] = plan.boxes + (place[k] - behind) % ways
            begin[slot[k] + 1] += 1
    for t in range(plan.months + 1):
        begin[t + 1] += begin[t]
    free = begin.copy()
    for k in range(place.size):
        order[free[slot[k]]] = k
        free[slot[k]] += 1
    return begin, order, which, row


@njit(cache=True, fastmath=FAST)
def _rates(
    plan: Plan,
    level: Floats,
    walk: Floats,
    step: Floats,
    at: int,
    wide: int,
    hazards: Floats,
) -> None:
    """Fill in the rates of a block; between knots they grow by the same factor."""
    here, growth = np.ones(BLOCK), np.ones(BLOCK)
    for r in range(level.shape[0]):
        flat = level[r, at : at + wide]
        for t in range(plan.months):
            for b in range(wide):
                hazards[r, t, b] = flat[b]
    for d in range(plan.wandering.size):
        r = plan.wandering[d]
        for k in range(plan.knots - 1):
            now, then = walk[k, d, at : at + wide], walk[k + 1, d, at : at + wide]
            for b in range(wide):
                here[b] = now[b]
            for b in range(wide):
                growth[b] = then[b] / now[b]
            for _ in range(plan.knot_months - 1):
                for b in range(wide):
                    here[b] *= now[b]
            begin = k * plan.knot_months
            for t in range(begin, min(begin + plan.knot_months, plan.months)):
                for b in range(BLOCK):
                    hazards[r, t, b] *= here[b]
                for b in range(BLOCK):
                    here[b] *= growth[b]
    for i in range(plan.step_rate.size):
        times, r = step[i, at : at + wide], plan.step_rate[i]
        for t in range(plan.step_first[i], plan.step_end[i]):
            for b in range(wide):
                hazards[r, t, b] *= times[b]


@njit(cache=True, fastmath=FAST)
def _move(
    plan: Plan,
    hazards: Floats,
    now: Floats,
    where: tuple[Ints, Ints, Ints, Ints],
    weight: Floats,
    sums: Floats,
) -> None:
    """Move a block through all months; `now` holds stocks, then the month's flows."""
    begin, order, which, row = where
    total, share = np.empty((plan.boxes, BLOCK)), np.empty((plan.boxes, BLOCK))
    for e in range(begin[0], begin[1]):
        k = order[e]
        for b in range(BLOCK):
            sums[row[k], b] += weight[k] * now[which[k], b]
    for t in range(plan.months):
        _shares(plan, hazards, t, now, total, share)
        for j in range(plan.source.size):
            c, r, f, g = (
                plan.source[j],
                plan.rate_of[j],
                plan.boxes + j,
                plan.target[j],
            )
            if c < 0:
                for b in range(BLOCK):
                    now[f, b] = hazards[r, t, b]
            else:
                for b in range(BLOCK):
                    now[f, b] = hazards[r, t, b] * share[c, b]
                for b in range(BLOCK):
                    now[c, b] -= now[f, b]
            for b in range(BLOCK):
                now[g, b] += now[f, b]
        for e in range(begin[t + 1], begin[t + 2]):
            k = order[e]
            for b in range(BLOCK):
                sums[row[k], b] += weight[k] * now[which[k], b]


@njit(cache=True, fastmath=FAST)
def _shares(
    plan: Plan, hazards: Floats, t: int, now: Floats, total: Floats, share: Floats
) -> None:
    """Fill in stock times (1 - exp(-H)) / H of every compartment."""
    total[:] = 0.0
    for j in range(plan.source.size):
        c, r = plan.source[j], plan.rate_of[j]
        if c >= 0:
            for b in range(BLOCK):
                total[c, b] += hazards[r, t, b]
    for c in range(plan.boxes):
        _gone_of(total[c], share[c])
        for b in range(BLOCK):
            share[c, b] *= now[c, b]


@njit(cache=True, fastmath=FAST)
def _gone_of(h: Floats, share: Floats) -> None:
    """Fill in (1 - exp(-h)) / h of a block, by g(2h) = g(h) (1 - h g(h) / 2)."""
    most = 0.0
    for b in range(BLOCK):
        most = max(most, h[b])
    if most > MIDDLE:
        for b in range(BLOCK):
            share[b] = share_gone(h[b])
        return
    halved = 1.0 if most <= SMALL else 1 / 16
    for b in range(BLOCK):
        x = h[b] * halved
        tail = 1 - x / 8 * (1 - x / 9)
        tail = 1 - x / 5 * (1 - x / 6 * (1 - x / 7 * tail))
        share[b] = 1 - x / 2 * (1 - x / 3 * (1 - x / 4 * tail))
    if most > SMALL:
        for b in range(BLOCK):
            x, g = h[b] / 16, share[b]
            g *= 1 - 0.5 * x * g
            g *= 1 - x * g
            g *= 1 - 2 * x * g
            share[b] = g * (1 - 4 * x * g)


@njit(cache=True, fastmath=FAST)
def gradients(
    plan: Plan,
    hazards: Floats,
    vector: Floats,
    first: Ints,
    place: Ints,
    weight: Floats,
) -> Floats:
    """Return gradients of weighted sums by theta, shape (rows, P), effects left out.

    Rows that end about the same month stand in one block.
    """
    rows = first.size - 1
    local = local_moves(hazards, vector, plan.source, plan.rate_of, plan.boxes)
    last = np.zeros(rows, np.int64)
    ways, behind = plan.source.size, (plan.months + 1) * plan.boxes
    for i in range(rows):
        for k in range(first[i], first[i + 1]):
            month = place[k] // plan.boxes
            if place[k] >= behind:
                month = (place[k] - behind) // ways + 1
            last[i] = max(last[i], month)
    ranked = np.argsort(last)
    steps = plan.log_sd.size + plan.wandering.size * plan.knots
    starts = steps + plan.step_rate.size
    found = np.empty((rows, starts + plan.starting.size))
    slopes = np.empty((found.shape[1], BLOCK))
    worth = np.empty((plan.boxes, BLOCK))
    for at in range(0, rows, BLOCK):
        block = ranked[at : at + BLOCK]
        slopes[:] = 0.0
        months = last[block[-1]]
        _back(
            plan, hazards, local, block, months, (first, place, weight), slopes, worth
        )
        _by_theta(plan, vector, worth, slopes)
        for b in range(block.size):
            for p in range(found.shape[1]):
                found[block[b], p] = slopes[p, b]
    return found


@njit(cache=True, fastmath=FAST)
def _back(
    plan: Plan,
    hazards: Floats,
    local: tuple[Floats, Floats, Floats],
    block: Ints,
    months: int,
    rows: tuple[Ints, Ints, Floats],
    slopes: Floats,
    worth: Floats,
) -> None:
    """Go back through the months; add up what log rates are worth, by parameter."""
    part, flow, bend = local
    begin, order, which, lane, weight = _of_block(plan, block, rows)
    direct = np.zeros((plan.source.size, BLOCK))
    before, bent = np.empty((plan.boxes, BLOCK)), np.empty((plan.boxes, BLOCK))
    gain, by_rate = np.empty(BLOCK), np.empty((plan.log_sd.size, BLOCK))
    worth[:] = 0.0
    for t in range(months - 1, -1, -1):
        for e in range(begin[t + 1], begin[t + 2]):
            k = order[e]
            if which[k] < plan.boxes:
                worth[which[k], lane[k]] += weight[k]
            else:
                direct[which[k] - plan.boxes, lane[k]] += weight[k]
        before[:] = worth
        bent[:] = 0.0
        by_rate[:] = 0.0
        for j in range(plan.source.size):
            c, g, r, moved = plan.source[j], plan.target[j], plan.rate_of[j], flow[t, j]
            for b in range(BLOCK):
                gain[b] = direct[j, b] + worth[g, b]
            if c >= 0:
                taken, h = part[t, j], hazards[r, t]
                for b in range(BLOCK):
                    gain[b] -= worth[c, b]
                for b in range(BLOCK):
                    before[c, b] += gain[b] * taken
                for b in range(BLOCK):
                    bent[c, b] += gain[b] * h
            for b in range(BLOCK):
                by_rate[r, b] += gain[b] * moved
        for j in range(plan.source.size):
            c, r, slope = plan.source[j], plan.rate_of[j], bend[t, j]
            if c >= 0:
                for b in range(BLOCK):
                    by_rate[r, b] += bent[c, b] * slope
        worth[:] = before
        for e in range(begin[t + 1], begin[t + 2]):
            k = order[e]
            if which[k] >= plan.boxes:
                direct[which[k] - plan.boxes, lane[k]] = 0.0
        _add_month(plan, t, by_rate, slopes)
    for e in range(begin[0], begin[1]):
        k = order[e]
        worth[which[k], lane[k]] += weight[k]


@njit(cache=True, fastmath=FAST)
def _of_block(
    plan: Plan, block: Ints, rows: tuple[Ints, Ints, Floats]
) -> tuple[Ints, Ints, Ints, Ints, Floats]:
    """Return the entries of the rows of a block, by month, with their lane and weight."""
    first, place, weight = rows
    ends = np.zeros(block.size + 1, np.int64)
    for b in range(block.size):
        ends[b + 1] = ends[b] + first[block[b] + 1] - first[block[b]]
    places, weights = np.empty(ends[-1], np.int64), np.empty(ends[-1])
    for b in range(block.size):
        begin, end = first[block[b]], first[block[b] + 1]
        places[ends[b] : ends[b + 1]] = place[begin:end]
        weights[ends[b] : ends[b + 1]] = weight[begin:end]
    months, order, which, lane = _by_month(plan, ends, places)
    return months, order, which, lane, weights


@njit(cache=True, fastmath=FAST)
def _add_month(plan: Plan, t: int, by_rate: Floats, slopes: Floats) -> None:
    """Add a month's slopes by log rate to levels, both its knots, and orders in force."""
    levels = plan.log_sd.size
    for r in range(levels):
        for b in range(BLOCK):
            slopes[r, b] += by_rate[r, b]
    knot = t // plan.knot_months
    share = (t - knot * plan.knot_months) / plan.knot_months
    for d in range(plan.wandering.size):
        r, p = plan.wandering[d], levels + d * plan.knots + knot
        for b in range(BLOCK):
            slopes[p, b] += (1 - share) * by_rate[r, b]
        for b in range(BLOCK):
            slopes[p + 1, b] += share * by_rate[r, b]
    steps = levels + plan.wandering.size * plan.knots
    for i in range(plan.step_rate.size):
        if plan.step_first[i] <= t < plan.step_end[i]:
            r = plan.step_rate[i]
            for b in range(BLOCK):
                slopes[steps + i, b] += by_rate[r, b]


@njit(cache=True, fastmath=FAST)
def _by_theta(plan: Plan, vector: Floats, worth: Floats, slopes: Floats) -> None:
    """Turn slopes by levels, knots, orders and first stocks into slopes by theta."""
    levels = plan.log_sd.size
    for r in range(levels):
        slopes[r] *= plan.log_sd[r]
    for d in range(plan.wandering.size):
        begin, keep = levels + d * plan.knots, plan.keep[d]
        for k in range(plan.knots - 2, -1, -1):
            for b in range(BLOCK):
                slopes[begin + k, b] += keep * slopes[begin + k + 1, b]
        new = plan.drift_sd[d] * np.sqrt(1 - keep**2)
        slopes[begin] *= plan.drift_sd[d]
        slopes[begin + 1 : begin + plan.knots] *= new
    steps = levels + plan.wandering.size * plan.knots
    for i in range(plan.step_rate.size):
        slopes[steps + i] *= plan.step_sd[i]
    starts = steps + plan.step_rate.size
    for i in range(plan.starting.size):
        c = plan.starting[i]
        slopes[starts + i] = worth[c] * (vector[c] * plan.start_sd[i])
