"""The moving of people, compiled. The maths is told in `flows`, gradients in `fused`."""

import numpy as np
from numba import njit

from tumen.estimate.engine.system import Floats, Ints

FAST = {"contract", "reassoc", "arcp", "nsz"}
"""What the compiler may do to be fast; infinities and not-a-numbers keep their meaning."""
BLOCK = 32
"""Runs that are moved side by side, so that the processor works on several at once."""


@njit(cache=True, fastmath=FAST)
def share_gone(h: float) -> float:
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
            share[c] = share_gone(total[c])
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
                    share[c, b] = share_gone(total[c, b])
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
def local_moves(
    hazards: Floats, vector: Floats, source: Ints, rate_of: Ints, boxes: int
) -> tuple[Floats, Floats, Floats]:
    """Return what each flow takes of its stock, what it moves, how that bends with H."""
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
            gone = share_gone(all_out)
            slope = (np.exp(-all_out) - gone) / all_out if all_out > 0 else -0.5
            part[t, j] = h * gone
            flow[t, j] = vector[t * boxes + c] * h * gone
            bend[t, j] = vector[t * boxes + c] * slope * h
    return part, flow, bend
