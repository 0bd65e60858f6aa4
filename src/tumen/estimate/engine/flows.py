"""Move people month by month, and carry gradients back through the months.

In month t a compartment with stock x and hazards h_j of its flows out loses

    v_j = x (1 - exp(-H)) h_j / H,     H = sum of the h_j,

the exact split of competing exponential risks; flows from outside bring v_j = h_j. The
next stock is x minus what left plus what came: people are conserved and no stock can
fall below zero.

Compiled with Numba where it is installed (`flows_numba`, and `fused` for many runs and
gradients); else the same arithmetic in NumPy, all rows of a month at once. Tests hold
them to each other.
"""

from types import ModuleType

import numpy as np

from tumen.estimate.engine import flows_numpy
from tumen.estimate.engine.sparse import Weights
from tumen.estimate.engine.system import Floats, System

try:
    from tumen.estimate.engine import flows_numba, fused
except ImportError:  # Numba is an extra: the NumPy path needs nothing more.
    flows_numba = None  # type: ignore[assignment]  # the module is missing


def kernels() -> ModuleType:
    """Return the compiled kernels when Numba is installed, else those in NumPy."""
    return flows_numba or flows_numpy


def fused_kernels() -> ModuleType | None:
    """Return the kernels that go all the way from parameters, None without Numba."""
    return fused if flows_numba else None


def move(system: System, hazards: Floats, starts: Floats) -> Floats:
    """Return all stocks and flows as one vector; see `System.stock_at` and `flow_in`.

    Args:
        hazards: rates, not their logs, shape (R, T); starts: first stocks (C,).
    """
    vector: Floats = kernels().move(
        hazards, starts, system.source, system.target, system.rate_of
    )
    return vector


def move_many(
    system: System, hazards: Floats, starts: Floats, weights: Weights
) -> Floats:
    """Return weighted sums of stocks and flows of many runs, shape (n, rows).

    Args:
        hazards: shape (R, T, n); starts: shape (C, n).
    """
    sums: Floats = kernels().move_many(
        hazards,
        starts,
        system.source,
        system.target,
        system.rate_of,
        weights.first,
        weights.place,
        weights.weight,
    )
    return sums


def carry_back(
    system: System, hazards: Floats, vector: Floats, weights: Weights
) -> tuple[Floats, Floats]:
    """Return gradients of weighted sums by log rates (rows, R, T) and starts (rows, C)."""
    return flows_numpy.carry_back(
        hazards,
        np.ascontiguousarray(vector),
        system.source,
        system.target,
        system.rate_of,
        weights.first,
        weights.place,
        weights.weight,
        len(system.compartments),
    )
