"""The moving of people and its gradients in NumPy: all runs or rows of a month at once."""

import numpy as np

from tumen.estimate.engine.system import Floats, Ints


def move(
    hazards: Floats, starts: Floats, source: Ints, target: Ints, rate_of: Ints
) -> Floats:
    """Return all stocks and flows of one run."""
    vectors = _run(hazards[..., None], starts[:, None], source, target, rate_of)
    one: Floats = vectors[0]
    return one


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
    """Return weighted sums of many runs."""
    vectors = _run(hazards, starts, source, target, rate_of)
    parts = vectors[:, place] * weight
    sums = np.zeros((hazards.shape[2], len(first) - 1))
    filled = np.flatnonzero(np.diff(first))
    if filled.size:
        sums[:, filled] = np.add.reduceat(parts, first[:-1][filled], axis=1)
    return sums


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
    """Return the gradients of every row."""
    months, ways, rows = hazards.shape[1], len(source), len(first) - 1
    owner = np.repeat(np.arange(rows), np.diff(first))
    by_vector = np.zeros((rows, len(vector)))
    np.add.at(by_vector, (owner, place), weight)
    stocks = vector[: (months + 1) * boxes].reshape(months + 1, boxes)
    by_stock = by_vector[:, : (months + 1) * boxes].reshape(rows, months + 1, boxes)
    by_flow = by_vector[:, (months + 1) * boxes :].reshape(rows, months, ways)
    h = hazards[rate_of].T  # (T, F)
    gone, bend = _shares(hazards, source, rate_of, boxes)
    inner = np.flatnonzero(source >= 0)
    leaves = source[inner]
    outside = np.flatnonzero(source < 0)
    by_rate = np.zeros((rows, hazards.shape[0], months))
    worth = by_stock[:, months].copy()
    for t in range(months - 1, -1, -1):
        gain = by_flow[:, t] + worth[:, target]
        gain[:, inner] -= worth[:, leaves]
        gain *= h[t]
        before = worth + by_stock[:, t]
        np.add.at(by_rate[:, :, t].T, rate_of[outside], gain[:, outside].T)
        within = gain[:, inner]
        bent = np.zeros((rows, boxes))
        np.add.at(bent.T, leaves, within.T)
        before += bent * gone[t]
        slope = stocks[t, leaves] * (
            within * gone[t, leaves] + bent[:, leaves] * bend[t, leaves] * h[t, inner]
        )
        np.add.at(by_rate[:, :, t].T, rate_of[inner], slope.T)
        worth = before
    return by_rate, worth


def _run(
    hazards: Floats, starts: Floats, source: Ints, target: Ints, rate_of: Ints
) -> Floats:
    _, months, runs = hazards.shape
    boxes, ways = len(starts), len(source)
    stocks = np.empty((runs, months + 1, boxes))
    flows = np.empty((runs, months, ways))
    stocks[:, 0] = starts.T
    inner = np.flatnonzero(source >= 0)
    leaves = source[inner]
    into = _incidence(target, np.arange(ways), boxes, ways)
    out = _incidence(leaves, inner, boxes, ways)
    h = np.ascontiguousarray(hazards[rate_of].transpose(1, 2, 0))  # (T, n, F)
    total = h @ out.T
    with np.errstate(divide="ignore", invalid="ignore"):
        gone = np.where(total > 0, -np.expm1(-total) / total, 1.0)
    for t in range(months):
        moved = h[t]
        moved[:, inner] *= stocks[:, t, leaves] * gone[t][:, leaves]
        flows[:, t] = moved
        stocks[:, t + 1] = stocks[:, t] + moved @ into.T - moved @ out.T
    return np.concatenate((stocks.reshape(runs, -1), flows.reshape(runs, -1)), axis=1)


def _incidence(boxes_of: Ints, ways_of: Ints, boxes: int, ways: int) -> Floats:
    """Return a matrix (C, F) with 1 where a flow touches a compartment."""
    touch = np.zeros((boxes, ways))
    touch[boxes_of, ways_of] = 1.0
    return touch


def _shares(
    hazards: Floats, source: Ints, rate_of: Ints, boxes: int
) -> tuple[Floats, Floats]:
    """Return (1 - exp(-H)) / H and its derivative by H, both of shape (T, C)."""
    inner = np.flatnonzero(source >= 0)
    out = _incidence(source[inner], inner, boxes, len(source))
    total = hazards[rate_of].T @ out.T
    with np.errstate(divide="ignore", invalid="ignore"):
        gone = np.where(total > 0, -np.expm1(-total) / total, 1.0)
        bend = np.where(total > 0, (np.exp(-total) - gone) / total, -0.5)
    return gone, bend
