"""Figures and priors together: the density, its gradient, and every figure's part."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from tests.estimate.engine.conftest import (
    HIDING,
    STUDENT,
    THETAS,
    WORKING,
    between,
    theta_of,
)
from tumen.estimate.engine.flows import move
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.posterior import FLOOR, Figures, Posterior, weigh
from tumen.estimate.engine.rates import first_stocks, log_rates
from tumen.estimate.engine.sparse import make_weights
from tumen.estimate.engine.system import Floats, System
from tumen.estimate.engine.terms import Reading, Term, stack_terms

SEEDS = pytest.mark.parametrize("seed", [1, 2, 3])
DOUBLE = [(6, 7), (8, 9)]


def differences(posterior: Posterior, theta: Floats, step: float = 1e-5) -> Floats:
    """Return the gradient of log p by central differences."""
    slopes = [
        posterior.look(theta + way).log_density
        - posterior.look(theta - way).log_density
        for way in step * np.eye(posterior.size)
    ]
    return np.array(slopes) / (2 * step)


@pytest.mark.usefixtures("chosen")
@SEEDS
def test_the_gradient_is_what_differences_say(posterior: Posterior, seed: int) -> None:
    theta = theta_of(posterior.size, seed)
    found = posterior.gradient(posterior.look(theta))
    assert found == pytest.approx(differences(posterior, theta), rel=1e-5, abs=1e-6)


@pytest.mark.usefixtures("chosen")
@SEEDS
def test_the_gradient_is_the_pull_of_every_row(posterior: Posterior, seed: int) -> None:
    look = posterior.look(theta_of(posterior.size, seed))
    pull = posterior.jacobian(look).T @ (look.share * look.slope)
    assert posterior.gradient(look) == pytest.approx(pull - look.theta, abs=1e-9)


@pytest.mark.usefixtures("chosen")
def test_predictions_move_as_the_jacobian_says(posterior: Posterior) -> None:
    theta = theta_of(posterior.size, seed=4)
    slopes = [
        (posterior.look(theta + way).m - posterior.look(theta - way).m) / 2e-5
        for way in 1e-5 * np.eye(posterior.size)
    ]
    found = posterior.jacobian(posterior.look(theta))
    assert found == pytest.approx(np.transpose(slopes), rel=1e-5, abs=1e-7)


def test_the_size_counts_effects_on_figures(posterior: Posterior) -> None:
    assert posterior.size == posterior.system.parameters + 2


@pytest.mark.usefixtures("chosen")
@SEEDS
def test_many_predictions_are_each_of_them_alone(
    posterior: Posterior, seed: int
) -> None:
    thetas = theta_of(3 * posterior.size, seed).reshape(3, -1)
    alone = [posterior.look(theta).m for theta in thetas]
    assert posterior.predictions(thetas) == pytest.approx(np.array(alone), rel=1e-9)


@pytest.mark.usefixtures("chosen")
def test_other_sums_come_in_the_same_pass(posterior: Posterior) -> None:
    thetas = theta_of(3 * posterior.size, seed=12).reshape(3, -1)
    others = make_weights([{posterior.system.stock_at(20, HIDING): 2.0}])
    m, sums = posterior.predictions_and(thetas, others)
    assert m == pytest.approx(posterior.predictions(thetas))
    assert sums == pytest.approx(posterior.predict_many(thetas, others))


@pytest.mark.usefixtures("chosen")
def test_many_densities_are_each_of_them_alone(posterior: Posterior) -> None:
    thetas = theta_of(3 * posterior.size, seed=5).reshape(3, -1)
    alone = [posterior.look(theta).log_density for theta in thetas]
    found = posterior.log_densities(thetas, posterior.predictions(thetas))
    assert found == pytest.approx(alone, rel=1e-9)


def only(system: System, reading: Reading, effects: int = 0) -> Posterior:
    term = Term(name="only", readings=(reading,), outlier=0.05)
    return Posterior(system, stack_terms((term,), effects, 6.0))


def test_a_prediction_is_the_log_of_what_is_counted(system: System) -> None:
    counted = {system.stock_at(0, WORKING): 1.0, system.stock_at(0, STUDENT): 0.5}
    reading = Reading(above=counted, form=Form.AT_LEAST, noise=0.3)
    look = only(system, reading).look(np.zeros(system.parameters))
    assert look.m == pytest.approx([np.log(3200 + FLOOR)])


def test_a_share_is_a_difference_of_logs(system: System) -> None:
    student, working = system.stock_at(0, STUDENT), system.stock_at(0, WORKING)
    reading = Reading(
        above={student: 1.0},
        below={student: 1.0, working: 1.0},
        form=Form.AT_LEAST,
        noise=0.3,
    )
    look = only(system, reading).look(np.zeros(system.parameters))
    assert look.m == pytest.approx([np.log(400 / 3400)], abs=1e-5)


def test_effects_and_offset_shift_a_prediction(system: System) -> None:
    reading = Reading(
        above={system.stock_at(0, WORKING): 1.0},
        form=Form.AT_LEAST,
        noise=0.3,
        effects={0: 0.2, 1: -0.5},
        offset=0.1,
    )
    theta = np.zeros(system.parameters + 2)
    theta[-2:] = (1.0, 2.0)
    look = only(system, reading, effects=2).look(theta)
    assert look.m == pytest.approx([np.log(3000) + 0.2 - 1.0 + 0.1], abs=1e-5)


def test_an_empty_compartment_has_a_finite_prediction(system: System) -> None:
    reading = Reading(
        above={system.stock_at(0, 3): 1.0}, form=Form.AT_LEAST, low=3.0, noise=0.3
    )
    posterior = only(system, reading)
    look = posterior.look(np.zeros(posterior.size))
    assert look.m == pytest.approx([np.log(FLOOR)])
    assert np.isfinite(posterior.gradient(look)).all()


def test_the_density_is_prior_and_fit(posterior: Posterior) -> None:
    look = posterior.look(theta_of(posterior.size, seed=6))
    expected = look.fit.sum() - 0.5 * np.square(look.theta).sum()
    assert look.log_density == pytest.approx(expected)


@given(theta=THETAS)
def test_rows_of_a_term_share_what_is_no_outlier(
    posterior: Posterior, theta: Floats
) -> None:
    look = posterior.look(np.concatenate((theta, [0.0, 0.0])))
    given_shares = np.bincount(posterior.figures.term, look.share)
    outlier = np.exp(posterior.figures.outlier - np.log(6.0) - look.fit)
    assert given_shares + outlier == pytest.approx(1.0)


def test_a_figure_never_costs_more_than_being_an_outlier(figures: Figures) -> None:
    fit, share, *_ = weigh(figures, np.full(len(figures.term), 50.0))
    assert fit[0] == pytest.approx(np.log(0.05 / 6.0))
    assert share[0] == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize("pair", DOUBLE)
def test_the_reading_that_fits_takes_the_term(
    figures: Figures, pair: tuple[int, int]
) -> None:
    m = np.full(len(figures.term), 0.0)
    m[pair[1]] = (figures.low[pair[1]] + figures.high[pair[1]]) / 2
    _, share, *_ = weigh(figures, m)
    assert share[pair[1]] > 0.95
    assert share[pair[0]] == pytest.approx(0.0, abs=1e-12)


def test_readings_that_fit_alike_keep_their_weights(figures: Figures) -> None:
    m = (figures.low + figures.high) / 2
    _, share, *_ = weigh(figures, m)
    assert share[8] == pytest.approx(2 * share[9])


def test_readings_make_a_term_by_their_weighted_sum(figures: Figures) -> None:
    m = np.full(len(figures.term), np.log(2500.0))
    fit, *_ = weigh(figures, m)
    alone = replace(figures, log_weight=np.zeros_like(figures.log_weight))
    rows, *_ = weigh(
        replace(alone, term=np.arange(10), outlier=np.full(10, np.log(1e-300))), m
    )
    inside = 0.5 * np.exp(rows[6]) + 0.5 * np.exp(rows[7])
    assert fit[6] == pytest.approx(np.log(0.95 * inside + 0.05 / 6))


def test_weighed_sums_are_those_of_stocks_and_flows(posterior: Posterior) -> None:
    system = posterior.system
    theta = theta_of(system.parameters, seed=7)
    weights = make_weights([{system.stock_at(20, HIDING): 2.0}])
    vector = move(system, np.exp(log_rates(system, theta)), first_stocks(system, theta))
    assert posterior.predict_many(theta[None], weights) == pytest.approx(
        weights.sums(vector)[None]
    )


def test_figures_without_shares_have_nothing_below(system: System) -> None:
    reading = between({system.stock_at(6, WORKING): 1.0}, 2500, 50, 0.3)
    posterior = only(system, reading)
    assert posterior.figures.both is posterior.figures.above
    theta = theta_of(posterior.size, seed=8)
    assert posterior.predictions(theta[None]) == pytest.approx(
        posterior.look(theta).m[None]
    )


def test_softened_figures_may_stand_in(posterior: Posterior) -> None:
    theta = theta_of(posterior.size, seed=9)
    soft = posterior.look(theta, posterior.figures.softened(5.0))
    assert soft.m == pytest.approx(posterior.look(theta).m)
    assert soft.fit != pytest.approx(posterior.look(theta).fit)


def test_figures_of_the_engine_without_numba_are_the_same(
    posterior: Posterior, request: pytest.FixtureRequest
) -> None:
    theta = theta_of(posterior.size, seed=10)
    before = posterior.look(theta).log_density
    request.getfixturevalue("without_numba")
    assert posterior.look(theta).log_density == pytest.approx(before, rel=1e-12)


def test_no_figures_leave_the_prior(system: System) -> None:
    posterior = Posterior(system, stack_terms((), 0, 6.0))
    theta = theta_of(posterior.size, seed=11)
    assert posterior.look(theta).log_density == pytest.approx(-0.5 * theta @ theta)
