"""A compiled model numbers its parts, and lets rates wander as it says."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.estimate.engine.conftest import (
    ARRIVALS,
    FLEES,
    FLIGHT,
    LEAVING,
    MONTHS,
    RETURNED,
    SENT_WORK,
    WORKING,
)
from tumen.codebook.load import load_codebook
from tumen.codebook.model import Model
from tumen.estimate.engine.system import (
    Floats,
    Step,
    System,
    compile_system,
)


@pytest.fixture(scope="module")
def built_in() -> Model:
    model = load_codebook("dprk-labour").model
    assert model is not None
    return model


def test_flows_know_where_they_come_from_and_go_to(system: System) -> None:
    assert (system.source[SENT_WORK], system.target[SENT_WORK]) == (-1, WORKING)
    assert system.source[FLEES] == WORKING


def test_flows_may_share_a_rate(system: System) -> None:
    assert list(system.rate_of) == [0, 1, LEAVING, LEAVING, 3, 4]


def test_only_rates_that_drift_wander(system: System) -> None:
    assert list(system.wandering) == [ARRIVALS, LEAVING]


def test_what_starts_empty_has_no_prior(system: System) -> None:
    assert RETURNED not in system.starting
    assert np.exp(system.start_log) == pytest.approx([3000, 400, 60])


def test_an_intervention_is_a_step_for_each_rate_it_changes(system: System) -> None:
    assert system.steps == (
        Step(ARRIVALS, 17, 36, -1.0, 0.5),
        Step(LEAVING, 32, 35, 2.0, 0.5),
        Step(FLIGHT, 32, 35, 0.5, 0.5),
    )


def only_order(model: Model, first: str, last: str | None) -> Model:
    order = msgspec.structs.replace(model.interventions[0], first=first, last=last)
    return msgspec.structs.replace(model, interventions=(order,))


def test_an_intervention_before_the_first_month_begins_with_it(model: Model) -> None:
    (step,) = compile_system(only_order(model, "2019-03", "2022-04"), 36).steps
    assert (step.first, step.end) == (0, 4)


@pytest.mark.parametrize(
    ("first", "last"), [("2019-01", "2021-12"), ("2025-01", None), ("2030-01", None)]
)
def test_an_intervention_outside_the_months_is_left_out(
    model: Model, first: str, last: str | None
) -> None:
    assert compile_system(only_order(model, first, last), 36).steps == ()


@pytest.mark.parametrize(
    ("months", "knots"), [(1, 2), (3, 2), (4, 3), (6, 3), (7, 4), (36, 13)]
)
def test_the_last_knot_lies_at_or_behind_the_last_month(
    model: Model, months: int, knots: int
) -> None:
    assert compile_system(model, months).knots == knots


def test_parameters_are_counted_once(system: System) -> None:
    assert system.parameters == 5 + 2 * 13 + 3 + 3


def test_stocks_and_flows_have_places_of_their_own(system: System) -> None:
    places = [
        system.stock_at(month, box)
        for month in range(MONTHS + 1)
        for box in range(len(system.compartments))
    ]
    places += [
        system.flow_in(month, way)
        for month in range(MONTHS)
        for way in range(len(system.flows))
    ]
    assert places == list(range(system.size))


def spread_at(walk: Floats) -> Floats:
    """Return the standard deviation of a deviation in each month."""
    spread: Floats = np.sqrt(np.square(walk).sum(axis=1))
    return spread


@pytest.mark.parametrize("row", [0, 1])
def test_a_rate_wanders_as_far_at_every_knot(system: System, row: int) -> None:
    at_knots = spread_at(system.drift[row])[:: system.knot_months]
    assert at_knots == pytest.approx(system.drift_sd[row], rel=1e-12)


@pytest.mark.parametrize(("row", "half_life_months"), [(0, 12), (1, 6)])
def test_half_of_a_deviation_is_left_after_its_half_life(
    system: System, row: int, half_life_months: int
) -> None:
    walk = system.drift[row]
    now, later = walk[3], walk[3 + half_life_months]
    correlation = now @ later / np.sqrt((now @ now) * (later @ later))
    assert correlation == pytest.approx(0.5, rel=1e-12)


def test_between_knots_a_deviation_runs_straight(system: System) -> None:
    walk = system.drift[0]
    assert walk[4] == pytest.approx((2 * walk[3] + walk[6]) / 3)


def test_an_innovation_changes_nothing_before_its_stretch(system: System) -> None:
    assert np.all(system.drift[0][:7, 3] == 0)
    assert system.drift[0][7, 3] > 0


@given(months=st.integers(1, 40), knot_months=st.integers(1, 12))
def test_every_length_has_a_deviation_for_every_month(
    model: Model, months: int, knot_months: int
) -> None:
    changed = msgspec.structs.replace(model, knot_months=knot_months)
    system = compile_system(changed, months)
    assert system.drift.shape == (2, months, system.knots)
    assert (system.knots - 1) * knot_months >= months - 1


def test_the_built_in_model_compiles(built_in: Model) -> None:
    system = compile_system(built_in, 252)
    assert len(system.compartments) == len(built_in.compartments)
    assert np.isfinite(system.drift).all()
