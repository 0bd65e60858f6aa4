"""The compiled way of moving people says the same as the plain one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.estimate.engine.conftest import (
    LEAVING,
    RETURNED,
    THETAS,
    run_of,
)
from tumen.estimate.engine import flows_numpy
from tumen.estimate.engine.rates import first_stocks, log_rates
from tumen.estimate.engine.sparse import Weights
from tumen.estimate.engine.system import Floats, System

pytest.importorskip("numba")
flows_numba = pytest.importorskip("tumen.estimate.engine.flows_numba")

CLOSE = 1e-9


@given(theta=THETAS)
def test_stocks_and_flows_agree(system: System, theta: Floats) -> None:
    compiled = run_of(flows_numba, system, theta)
    plain = run_of(flows_numpy, system, theta)
    assert compiled == pytest.approx(plain, rel=CLOSE, abs=CLOSE)


@given(seed=st.integers(0, 1000), runs=st.integers(1, 40))
def test_sums_of_many_runs_agree(
    system: System, weights: Weights, seed: int, runs: int
) -> None:
    thetas = np.random.default_rng(seed).standard_normal((system.parameters, runs))
    given_to_both = (
        np.exp(log_rates(system, thetas)),
        first_stocks(system, thetas),
        system.source,
        system.target,
        system.rate_of,
        weights.first,
        weights.place,
        weights.weight,
    )
    compiled = flows_numba.move_many(*given_to_both)
    plain = flows_numpy.move_many(*given_to_both)
    assert compiled == pytest.approx(plain, rel=CLOSE, abs=CLOSE)


@pytest.mark.parametrize("hazard", [1e-12, 1e-6, 0.01, 0.099, 0.1, 0.101, 1.0, 50.0])
def test_what_leaves_is_exact_at_every_hazard(system: System, hazard: float) -> None:
    hazards = np.zeros((len(system.rates), 1))
    hazards[LEAVING] = hazard
    starts = np.array([1000.0, 0.0, 0.0, 0.0])
    ways = (system.source, system.target, system.rate_of)
    vector = flows_numba.move(hazards, starts, *ways)
    assert vector[4 + RETURNED] == pytest.approx(-1000 * np.expm1(-hazard), rel=1e-12)
