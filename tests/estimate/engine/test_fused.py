"""The fused kernels say the same as the plain path, from parameters to results."""

from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.estimate.engine.conftest import (
    THETAS,
    WORKING,
)
from tumen.estimate.engine import flows, flows_numpy
from tumen.estimate.engine.flows import carry_back, fused_kernels, move
from tumen.estimate.engine.rates import (
    first_stocks,
    log_rates,
    pull_back,
    rate_factors,
)
from tumen.estimate.engine.sparse import Weights, make_weights
from tumen.estimate.engine.system import Floats, System

pytest.importorskip("numba")
fused = pytest.importorskip("tumen.estimate.engine.fused")

CLOSE = 1e-9


def plain_sums(system: System, thetas: Floats, weights: Weights) -> Floats:
    sums: Floats = flows_numpy.move_many(
        np.exp(log_rates(system, thetas)),
        first_stocks(system, thetas),
        system.source,
        system.target,
        system.rate_of,
        weights.first,
        weights.place,
        weights.weight,
    )
    return sums


def fused_sums(system: System, thetas: Floats, weights: Weights) -> Floats:
    sums: Floats = fused.predict_many(
        system.plan,
        *rate_factors(system, thetas),
        first_stocks(system, thetas),
        weights.first,
        weights.place,
        weights.weight,
    )
    return sums


@given(seed=st.integers(0, 1000), runs=st.integers(1, 150))
def test_sums_of_many_runs_agree(
    system: System, weights: Weights, seed: int, runs: int
) -> None:
    thetas = np.random.default_rng(seed).standard_normal((system.parameters, runs))
    plain = plain_sums(system, thetas, weights)
    assert fused_sums(system, thetas, weights) == pytest.approx(
        plain, rel=CLOSE, abs=CLOSE
    )


@pytest.mark.parametrize("shift", [-8.0, 0.0, 4.0, 8.0])
def test_sums_agree_at_slow_and_at_fast_rates(
    system: System, weights: Weights, shift: float
) -> None:
    thetas = np.full((system.parameters, 3), shift / 4)
    plain = plain_sums(system, thetas, weights)
    assert fused_sums(system, thetas, weights) == pytest.approx(
        plain, rel=CLOSE, abs=CLOSE
    )


@given(theta=THETAS)
def test_gradients_agree(system: System, weights: Weights, theta: Floats) -> None:
    hazards = np.exp(log_rates(system, theta))
    starts = first_stocks(system, theta)
    vector = move(system, hazards, starts)
    by_rate, by_start = carry_back(system, hazards, vector, weights)
    plain = pull_back(system, by_rate, by_start, starts)
    found = fused.gradients(
        system.plan, hazards, vector, weights.first, weights.place, weights.weight
    )
    assert found == pytest.approx(plain, rel=1e-7, abs=1e-7)


def test_more_rows_than_a_block_agree(system: System) -> None:
    theta = np.random.default_rng(5).standard_normal(system.parameters)
    weights = make_weights(
        {system.stock_at(month % 36 + 1, WORKING): 1.0} for month in range(150)
    )
    hazards, starts = np.exp(log_rates(system, theta)), first_stocks(system, theta)
    vector = move(system, hazards, starts)
    plain = pull_back(system, *carry_back(system, hazards, vector, weights), starts)
    found = fused.gradients(
        system.plan, hazards, vector, weights.first, weights.place, weights.weight
    )
    assert found == pytest.approx(plain, rel=1e-7, abs=1e-7)


def test_they_are_taken_where_numba_is() -> None:
    assert fused_kernels() is fused


def test_without_numba_there_are_none(without_numba: ModuleType) -> None:
    assert flows.fused_kernels() is None
