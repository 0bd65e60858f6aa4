"""People move month by month: nobody is lost, nobody is made, no stock falls below zero."""

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given

from tests.estimate.engine.conftest import (
    ARRIVALS,
    COMPILED,
    FLEES,
    HIDING,
    HOME_WORK,
    LEAVING,
    MONTHS,
    PLAIN,
    SENT_STUDENT,
    SENT_WORK,
    THETAS,
    WORKING,
    flows_of,
    run_of,
    stocks_of,
    theta_of,
)
from tumen.estimate import engine
from tumen.estimate.engine.flows import carry_back, kernels, move, move_many
from tumen.estimate.engine.rates import first_stocks, log_rates
from tumen.estimate.engine.sparse import Weights, make_weights
from tumen.estimate.engine.system import Floats, System

OUTSIDE_WAYS = [SENT_WORK, SENT_STUDENT]


def hazards_of(system: System, theta: Floats) -> Floats:
    return np.exp(log_rates(system, theta))


@pytest.fixture(scope="module")
def weights(system: System) -> Weights:
    """Sums of stocks and of flows, an early and a late one, and an empty row."""
    return make_weights(
        [
            {system.stock_at(1, WORKING): 1.0},
            {system.stock_at(36, HIDING): 2.0, system.stock_at(30, WORKING): -0.5},
            {},
            {system.flow_in(month, FLEES): 1.0 for month in range(12, 24)},
            {system.flow_in(35, HOME_WORK): 1.0, system.stock_at(0, HIDING): 3.0},
            {system.flow_in(0, SENT_WORK): 1.0},
        ]
    )


@given(theta=THETAS)
def test_people_are_conserved(
    kernel: ModuleType, system: System, theta: Floats
) -> None:
    vector = run_of(kernel, system, theta)
    stocks, moved = stocks_of(system, vector), flows_of(system, vector)
    arrived = moved[:, OUTSIDE_WAYS].sum()
    assert stocks[-1].sum() == pytest.approx(stocks[0].sum() + arrived, abs=1e-6)


@given(theta=THETAS)
def test_people_are_conserved_in_every_month(
    kernel: ModuleType, system: System, theta: Floats
) -> None:
    vector = run_of(kernel, system, theta)
    grown = np.diff(stocks_of(system, vector).sum(axis=1))
    arrived = flows_of(system, vector)[:, OUTSIDE_WAYS].sum(axis=1)
    assert grown == pytest.approx(arrived, abs=1e-6)


@given(theta=THETAS)
def test_no_stock_and_no_flow_falls_below_zero(
    kernel: ModuleType, system: System, theta: Floats
) -> None:
    assert run_of(kernel, system, theta).min() >= 0


def test_even_the_fastest_leaving_leaves_nobody_missing(
    kernel: ModuleType, system: System
) -> None:
    theta = np.zeros(system.parameters)
    theta[LEAVING] = 20.0
    vector = run_of(kernel, system, theta)
    assert vector.min() >= 0
    assert flows_of(system, vector)[0, HOME_WORK] <= 3000


def test_a_month_by_hand(kernel: ModuleType, system: System) -> None:
    vector = run_of(kernel, system, np.zeros(system.parameters))
    left = 3000 * (1 - np.exp(-0.032))
    moved = flows_of(system, vector)[0]
    assert moved[[SENT_WORK, HOME_WORK, FLEES]] == pytest.approx(
        [90, left * 30 / 32, left * 2 / 32]
    )
    assert stocks_of(system, vector)[1, WORKING] == pytest.approx(3000 + 90 - left)


def test_nobody_leaves_at_a_rate_of_nothing(kernel: ModuleType, system: System) -> None:
    hazards = np.zeros((len(system.rates), MONTHS))
    starts = np.array([3000.0, 400.0, 60.0, 0.0])
    vector = kernel.move(hazards, starts, system.source, system.target, system.rate_of)
    assert np.array_equal(stocks_of(system, vector)[-1], starts)


@pytest.mark.usefixtures("chosen")
def test_one_run_is_what_the_kernel_moves(kernel: ModuleType, system: System) -> None:
    theta = theta_of(system.parameters, seed=1)
    vector = move(system, hazards_of(system, theta), first_stocks(system, theta))
    assert np.array_equal(vector, run_of(kernel, system, theta))


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize("runs", [1, 31, 32, 33, 70])
def test_many_runs_are_each_of_them_alone(
    system: System, weights: Weights, runs: int
) -> None:
    thetas = theta_of(system.parameters * runs, seed=2).reshape(-1, runs)
    found = move_many(
        system, hazards_of(system, thetas), first_stocks(system, thetas), weights
    )
    alone = [
        weights.sums(move(system, hazards_of(system, one), first_stocks(system, one)))
        for one in thetas.T
    ]
    assert found == pytest.approx(np.array(alone), rel=1e-9)


@pytest.mark.usefixtures("chosen")
@given(theta=THETAS)
def test_gradients_by_rates_are_what_differences_say(
    system: System, weights: Weights, theta: Floats
) -> None:
    logs, starts = log_rates(system, theta), first_stocks(system, theta)
    way = np.random.default_rng(3).standard_normal(logs.shape)

    def sums(length: float) -> Floats:
        return weights.sums(move(system, np.exp(logs + length * way), starts))

    by_rate, _ = carry_back(
        system, np.exp(logs), move(system, np.exp(logs), starts), weights
    )
    slopes = (sums(1e-5) - sums(-1e-5)) / 2e-5
    scale = np.abs(sums(0.0)) + 1
    assert np.einsum("nrt,rt->n", by_rate, way) / scale == pytest.approx(
        slopes / scale, rel=1e-5, abs=1e-6
    )


@pytest.mark.usefixtures("chosen")
def test_gradients_by_starts_are_what_differences_say(
    system: System, weights: Weights
) -> None:
    theta = theta_of(system.parameters, seed=4)
    hazards, starts = hazards_of(system, theta), first_stocks(system, theta)
    _, by_start = carry_back(system, hazards, move(system, hazards, starts), weights)
    slopes = [
        weights.sums(move(system, hazards, starts + one))
        - weights.sums(move(system, hazards, starts))
        for one in np.eye(len(starts))
    ]
    assert by_start == pytest.approx(np.transpose(slopes), abs=1e-8)


@pytest.mark.usefixtures("chosen")
def test_rates_after_a_figure_cannot_move_it(system: System) -> None:
    theta = theta_of(system.parameters, seed=5)
    hazards, starts = hazards_of(system, theta), first_stocks(system, theta)
    early = make_weights([{system.stock_at(10, WORKING): 1.0}])
    by_rate, _ = carry_back(system, hazards, move(system, hazards, starts), early)
    assert not by_rate[0, :, 10:].any()
    assert by_rate[0, ARRIVALS, :10].all()


def test_without_numba_the_plain_way_is_taken(without_numba: ModuleType) -> None:
    assert kernels() is without_numba


def test_the_engine_starts_where_numba_is_not_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(engine, "flows_numba", raising=False)
    monkeypatch.setitem(sys.modules, COMPILED, None)
    spec = find_spec("tumen.estimate.engine.flows")
    assert spec is not None
    assert spec.loader is not None
    started = module_from_spec(spec)
    spec.loader.exec_module(started)
    assert started.kernels().__name__ == PLAIN


def test_with_numba_the_compiled_way_is_taken() -> None:
    assert kernels() is pytest.importorskip(COMPILED)
