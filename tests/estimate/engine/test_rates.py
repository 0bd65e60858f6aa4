"""Parameters become monthly rates and first stocks, and gradients find their way back."""

from types import ModuleType

import msgspec
import numpy as np
import pytest

from tests.estimate.engine.conftest import (
    ARRIVALS,
    FLIGHT,
    LEAVING,
    MONTHS,
    RETURNED,
    STUDENT,
    STUDENT_ARRIVALS,
    WORKING,
    theta_of,
)
from tumen.codebook.model import Model
from tumen.estimate.engine.rates import first_stocks, log_rates, pull_back
from tumen.estimate.engine.system import Floats, System, compile_system


@pytest.fixture
def middle(system: System) -> Floats:
    return np.zeros(system.parameters)


def test_the_middle_of_the_prior_is_the_median(system: System, middle: Floats) -> None:
    rates = np.exp(log_rates(system, middle))
    assert rates[STUDENT_ARRIVALS] == pytest.approx(12)
    assert rates[ARRIVALS, :17] == pytest.approx(90)


def test_an_intervention_is_in_force_from_its_first_to_its_last_month(
    system: System, middle: Floats
) -> None:
    risen = log_rates(system, middle)[LEAVING] - np.log(0.03)
    assert list(np.flatnonzero(risen)) == [32, 33, 34]
    assert risen[33] == pytest.approx(2.0)


def test_a_level_moves_its_rate_in_every_month(system: System, middle: Floats) -> None:
    middle[FLIGHT] = 2.0
    moved = log_rates(system, middle) - log_rates(system, np.zeros_like(middle))
    assert moved[FLIGHT] == pytest.approx(2 * 0.7)
    assert np.count_nonzero(moved) == MONTHS


def test_an_innovation_moves_its_rate_as_the_drift_says(
    system: System, middle: Floats
) -> None:
    middle[len(system.rates) + 4] = 1.0
    moved = log_rates(system, middle) - log_rates(system, np.zeros_like(middle))
    assert moved[ARRIVALS] == pytest.approx(system.drift[0][:, 4])


def test_the_effect_of_an_intervention_is_uncertain(
    system: System, middle: Floats
) -> None:
    step = len(system.rates) + len(system.wandering) * system.knots
    middle[step] = 1.0
    assert log_rates(system, middle)[ARRIVALS, 20] == pytest.approx(
        np.log(90) - 1.0 + 0.5
    )


def test_first_stocks_are_those_of_the_model(system: System, middle: Floats) -> None:
    stocks = first_stocks(system, middle)
    assert stocks == pytest.approx([3000, 400, 60, 0])


def test_first_stocks_move_by_their_own_parameter(
    system: System, middle: Floats
) -> None:
    middle[system.parameters - 2] = 1.0
    stocks = first_stocks(system, middle)
    assert stocks[STUDENT] == pytest.approx(400 * np.exp(0.6))
    assert stocks[WORKING] == pytest.approx(3000)


def test_effects_on_figures_change_no_rate(system: System) -> None:
    theta = theta_of(system.parameters + 3, seed=1)
    alone = theta[: system.parameters]
    assert np.array_equal(log_rates(system, theta), log_rates(system, alone))
    assert np.array_equal(first_stocks(system, theta), first_stocks(system, alone))


def test_runs_side_by_side_are_the_same_as_alone(system: System) -> None:
    runs = theta_of(system.parameters * 2, seed=2).reshape(-1, 2)
    assert log_rates(system, runs)[..., 1] == pytest.approx(
        log_rates(system, runs[:, 1])
    )
    assert first_stocks(system, runs)[:, 1] == pytest.approx(
        first_stocks(system, runs[:, 1])
    )


@pytest.mark.parametrize("since", [0, 1, 20, 33, 35])
def test_later_months_alone_are_the_end_of_all(system: System, since: int) -> None:
    runs = theta_of(system.parameters * 2, seed=3).reshape(-1, 2)
    assert log_rates(system, runs, since) == pytest.approx(
        log_rates(system, runs)[:, since:]
    )


@pytest.mark.usefixtures("chosen")
def test_gradients_come_back_as_differences_say(system: System) -> None:
    theta = theta_of(system.parameters, seed=4)
    rng = np.random.default_rng(5)
    by_rate = rng.standard_normal((2, len(system.rates), MONTHS))
    by_start = rng.standard_normal((2, len(system.compartments))) / 1000

    def sums(at: Floats) -> Floats:
        rates = np.einsum("nrt,rt->n", by_rate, log_rates(system, at))
        total: Floats = rates + by_start @ first_stocks(system, at)
        return total

    steps = 1e-6 * np.eye(system.parameters)
    slopes = [(sums(theta + step) - sums(theta - step)) / 2e-6 for step in steps]
    found = pull_back(system, by_rate, by_start, first_stocks(system, theta))
    assert found == pytest.approx(np.transpose(slopes), rel=1e-6, abs=1e-6)


def test_what_starts_empty_pulls_at_nothing(chosen: ModuleType, system: System) -> None:
    by_rate = np.zeros((1, len(system.rates), MONTHS))
    by_start = np.zeros((1, len(system.compartments)))
    by_start[0, RETURNED] = 1.0
    starts = first_stocks(system, np.zeros(system.parameters))
    assert not pull_back(system, by_rate, by_start, starts).any()


@pytest.fixture
def steady(model: Model) -> System:
    """The model without rates that wander, and without interventions."""
    rates = tuple(msgspec.structs.replace(r, drift_sd=0.0) for r in model.rates)
    plain = msgspec.structs.replace(model, rates=rates, interventions=())
    return compile_system(plain, 12)


def test_a_model_may_do_without_wandering_rates(steady: System) -> None:
    rates = log_rates(steady, np.zeros(steady.parameters))
    assert np.exp(rates[ARRIVALS]) == pytest.approx(90)


def test_gradients_of_steady_rates_come_back(
    chosen: ModuleType, steady: System
) -> None:
    by_rate = np.ones((1, len(steady.rates), 12))
    by_start = np.zeros((1, len(steady.compartments)))
    starts = first_stocks(steady, np.zeros(steady.parameters))
    (found,) = pull_back(steady, by_rate, by_start, starts)
    assert found[: len(steady.rates)] == pytest.approx(12 * steady.log_sd)
