"""The plain way of moving people needs no Numba, and takes all runs at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.estimate.engine.conftest import HIDING, LEAVING, RETURNED, WORKING
from tumen.estimate.engine import flows_numpy
from tumen.estimate.engine.rates import first_stocks, log_rates
from tumen.estimate.engine.sparse import make_weights
from tumen.estimate.engine.system import System


@pytest.mark.parametrize("hazard", [1e-12, 1e-6, 0.01, 0.1, 1.0, 50.0, 1e6])
def test_what_leaves_is_exact_at_every_hazard(system: System, hazard: float) -> None:
    hazards = np.zeros((len(system.rates), 1))
    hazards[LEAVING] = hazard
    starts = np.array([1000.0, 0.0, 0.0, 0.0])
    ways = (system.source, system.target, system.rate_of)
    vector = flows_numpy.move(hazards, starts, *ways)
    assert vector[4 + RETURNED] == pytest.approx(-1000 * np.expm1(-hazard), rel=1e-12)


def test_moving_leaves_what_it_was_given_as_it_was(system: System) -> None:
    hazards = np.exp(log_rates(system, np.zeros(system.parameters)))
    before = hazards.copy()
    starts = first_stocks(system, np.zeros(system.parameters))
    flows_numpy.move(hazards, starts, system.source, system.target, system.rate_of)
    assert np.array_equal(hazards, before)


@pytest.mark.parametrize(
    ("rows", "sums"),
    [
        ([{}], [0.0]),
        ([{}, {0: 1.0}], [0.0, 3000.0]),
        ([{0: 1.0}, {}], [3000.0, 0.0]),
        ([{0: 1.0}, {}, {}, {2: 0.5}], [3000.0, 0.0, 0.0, 30.0]),
    ],
)
def test_empty_rows_are_nothing_wherever_they_stand(
    system: System, rows: list[dict[int, float]], sums: list[float]
) -> None:
    theta = np.zeros((system.parameters, 1))
    weights = make_weights(rows)
    found = flows_numpy.move_many(
        np.exp(log_rates(system, theta)),
        first_stocks(system, theta),
        system.source,
        system.target,
        system.rate_of,
        weights.first,
        weights.place,
        weights.weight,
    )
    assert found == pytest.approx(np.array([sums]))


@given(month=st.integers(0, 36))
def test_a_first_stock_is_worth_what_is_left_of_it(system: System, month: int) -> None:
    hazards = np.zeros((len(system.rates), 36))
    hazards[LEAVING] = 0.05
    starts = np.array([1000.0, 0.0, 10.0, 0.0])
    ways = (system.source, system.target, system.rate_of)
    vector = flows_numpy.move(hazards, starts, *ways)
    weights = make_weights([{system.stock_at(month, WORKING): 1.0}])
    _, by_start = flows_numpy.carry_back(
        hazards,
        vector,
        system.source,
        system.target,
        system.rate_of,
        weights.first,
        weights.place,
        weights.weight,
        4,
    )
    assert by_start[0, WORKING] == pytest.approx(np.exp(-0.05 * month))
    assert by_start[0, HIDING] == 0
