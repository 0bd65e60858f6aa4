"""The moving of people and its gradients, compiled. The maths is told in `flows`."""

import numpy as np
from numba import njit

from tumen.estimate.engine.system import Floats, Ints

FAST = {"contract", "reassoc", "arcp", "nsz"}
"""What the compiler may do to be fast; infinities and not-a-numbers keep their meaning."""
BLOCK = 32
"""Runs that are moved side by side, so that the processor works on several at once."""


@njit(cache=True, fastmath=FAST)
def _gone(h: float) -> float:
    """Return (1 - exp(-h)) / h; below 0.1 by its series, whose rest is under 1e-13."""
    if h > 0.1:
        return -float(np.expm1(-h)) / h
    tail = 1 - h / 8 * (1 - h / 9)
    tail = 1 - h / 5 * (1 - h / 6 * (1 - h / 7 * tail))
    return 1 - h / 2 * (1 - h / 3 * (1 - h / 4 * tail))


@njit(cache=True, fastmath=FAST)
def _run(
    hazards: Floats, starts: Floats, source: Ints, target: Ints, rate_of: Ints
) -> Floats:
    months = hazards.shape[1]
    boxes, ways = starts.size, source.size
    vector = np.empty((months + 1) * boxes + months * ways)
    vector[:boxes] = starts
    total = np.empty(boxes)
    share = np.empty(boxes)
    behind = (months + 1) * boxes
    for t in range(months):
        now = t * boxes
        total[:] = 0.0
        for j in range(ways):
            if source[j] >= 0:
                total[source[j]] += hazards[rate_of[j], t]
        for c in range(boxes):
            share[c] = _gone(total[c])
            vector[now + boxes + c] = vector[now + c]
        for j in range(ways):
            moved = hazards[rate_of[j], t]
            if source[j] >= 0:
                moved *= vector[now + source[j]] * share[source[j]]
                vector[now + boxes + source[j]] -= moved
            vector[now + boxes + target[j]] += moved
            vector[behind + t * ways + j] = moved
    return vector


@njit(cache=True, fastmath=FAST)
def move(
    hazards: Floats, starts: Floats, source: Ints, target: Ints, rate_of: Ints
) -> Floats:
    """Return all stocks and flows of one run."""
    return _run(hazards, starts, source, target, rate_of)


@njit(cache=True, fastmath=FAST)
def move_many(
    hazards: Floats,
    starts: Floats,
    source: Ints,
    target: Ints,
    rate_of: Ints,
    first: Ints,
    place: Ints,
    weight: Floats,
) -> Floats:
    """Return weighted sums of many runs, a block of them side by side."""
    months, runs = hazards.shape[1], hazards.shape[2]
    boxes, ways, rows = starts.shape[0], source.size, first.size - 1
    behind = (months + 1) * boxes
    vector = np.zeros((behind + months * ways, BLOCK))
    total, share = np.empty((boxes, BLOCK)), np.empty((boxes, BLOCK))
    sums = np.zeros((runs, rows))
    for begin in range(0, runs, BLOCK):
        wide = min(BLOCK, runs - begin)
        for c in range(boxes):
            vector[c, :wide] = starts[c, begin : begin + wide]
        for t in range(months):
            now, then = t * boxes, (t + 1) * boxes
            total[:] = 0.0
            for j in range(ways):
                if source[j] >= 0:
                    h = hazards[rate_of[j], t, begin : begin + wide]
                    out = total[source[j]]
                    for b in range(wide):
                        out[b] += h[b]
            for c in range(boxes):
                for b in range(wide):
                    share[c, b] = _gone(total[c, b])
                vector[then + c] = vector[now + c]
            for j in range(ways):
                h = hazards[rate_of[j], t, begin : begin + wide]
                flow = vector[behind + t * ways + j]
                into = vector[then + target[j]]
                if source[j] < 0:
                    for b in range(wide):
                        flow[b] = h[b]
                        into[b] += h[b]
                else:
                    stock, left = vector[now + source[j]], vector[then + source[j]]
                    part = share[source[j]]
                    for b in range(wide):
                        flow[b] = h[b] * stock[b] * part[b]
                        left[b] -= flow[b]
                        into[b] += flow[b]
        for i in range(rows):
            total[0] = 0.0
            for k in range(first[i], first[i + 1]):
                total[0] += weight[k] * vector[place[k]]
            sums[begin : begin + wide, i] = total[0, :wide]
    return sums


@njit(cache=True, fastmath=FAST)
def carry_back(
    hazards: Floats,
    vector: Floats,
    source: Ints,
    target: Ints,
    rate_of: Ints,
    first: Ints,
    place: Ints,
    weight: Floats,
    boxes: int,
) -> tuple[Floats, Floats]:
    """Return the gradients of every row, going back from its last month."""
    months, ways, rows = hazards.shape[1], source.size, first.size - 1
    behind = (months + 1) * boxes
    # What a flow takes of its stock, what it moves, and how that bends with H.
    part, flow, bend = _local(hazards, vector, source, rate_of, boxes)
    by_rate = np.zeros((rows, hazards.shape[0], months))
    by_start = np.zeros((rows, boxes))
    by_vector = np.zeros(vector.size)
    worth, before, bent = np.empty(boxes), np.empty(boxes), np.empty(boxes)
    for i in range(rows):
        last = 0
        for k in range(first[i], first[i + 1]):
            by_vector[place[k]] += weight[k]
            month = place[k] // boxes
            if place[k] >= behind:
                month = (place[k] - behind) // ways + 1
            last = max(last, month)
        worth[:] = by_vector[last * boxes : (last + 1) * boxes]
        for t in range(last - 1, -1, -1):
            before[:] = worth
            bent[:] = 0.0
            for j in range(ways):
                gain = by_vector[behind + t * ways + j] + worth[target[j]]
                c = source[j]
                if c >= 0:
                    gain -= worth[c]
                    before[c] += gain * part[t, j]
                    bent[c] += gain * hazards[rate_of[j], t]
                by_rate[i, rate_of[j], t] += gain * flow[t, j]
            for j in range(ways):
                if source[j] >= 0:
                    by_rate[i, rate_of[j], t] += bent[source[j]] * bend[t, j]
            for c in range(boxes):
                worth[c] = before[c] + by_vector[t * boxes + c]
        by_start[i] = worth
        for k in range(first[i], first[i + 1]):
            by_vector[place[k]] = 0.0
    return by_rate, by_start


@njit(cache=True, fastmath=FAST)
def _local(
    hazards: Floats, vector: Floats, source: Ints, rate_of: Ints, boxes: int
) -> tuple[Floats, Floats, Floats]:
    months, ways = hazards.shape[1], source.size
    part, flow = np.empty((months, ways)), np.empty((months, ways))
    bend = np.zeros((months, ways))
    total = np.empty(boxes)
    for t in range(months):
        total[:] = 0.0
        for j in range(ways):
            if source[j] >= 0:
                total[source[j]] += hazards[rate_of[j], t]
        for j in range(ways):
            c, h = source[j], hazards[rate_of[j], t]
            if c < 0:
                part[t, j], flow[t, j] = 0.0, h
                continue
            all_out = total[c]
            gone = _gone(all_out)
            slope = (np.exp(-all_out) - gone) / all_out if all_out > 0 else -0.5
            part[t, j] = h * gone
            flow[t, j] = vector[t * boxes + c] * h * gone
            bend[t, j] = vector[t * boxes + c] * slope * h
    return part, flow, bend


@njit(cache=True, fastmath=FAST)
def pull_walks(
    by_rate: Floats,
    wandering: Ints,
    drift_sd: Floats,
    keep: Floats,
    knot_months: int,
    knots: int,
    drift: Floats,
) -> Floats:
    """Return gradients by innovations (n, D, K); `drift` is what NumPy uses instead."""
    rows, months = by_rate.shape[0], by_rate.shape[2]
    walks = np.zeros((rows, wandering.size, knots))
    step = 1.0 / knot_months
    for i in range(rows):
        for d in range(wandering.size):
            for k in range(knots - 1):
                begin = k * knot_months
                here, next_one = 0.0, 0.0
                for t in range(begin, min(begin + knot_months, months)):
                    pull = by_rate[i, wandering[d], t]
                    share = (t - begin) * step
                    here += pull - share * pull
                    next_one += share * pull
                walks[i, d, k] += drift_sd[d] * here
                walks[i, d, k + 1] = drift_sd[d] * next_one
            for k in range(knots - 2, -1, -1):
                walks[i, d, k] += keep[d] * walks[i, d, k + 1]
            new = np.sqrt(1 - keep[d] ** 2)
            for k in range(1, knots):
                walks[i, d, k] *= new
    return walks
