"""The peak is found from a cold start, and absurd figures do not lead it astray."""

from dataclasses import replace
from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.estimate.engine.conftest import (
    FLEES,
    STUDENT,
    WORKING,
    between,
    stocks_of,
    theta_of,
)
from tumen.codebook.model import Model
from tumen.estimate.engine.fit import STAGES, find_mode, settle
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.posterior import Figures, Look, Posterior
from tumen.estimate.engine.system import Floats, System, compile_system
from tumen.estimate.engine.terms import Reading, Term, stack_terms

COLD = (1.0,)


def weighing(system: System, *readings: Reading) -> Posterior:
    terms = [
        Term(name=f"{number}", readings=(reading,), outlier=0.05)
        for number, reading in enumerate(readings)
    ]
    return Posterior(system, stack_terms(terms, 0, 6.0))


def counted(system: System, month: int, value: float, noise: float = 0.1) -> Reading:
    """Return a count of people at work, rounded to one in fifty."""
    above = {system.stock_at(month, WORKING): 1.0}
    return between(above, value, value / 50, noise)


@pytest.fixture(scope="module")
def astray(system: System) -> Posterior:
    """Four figures that agree on three times the prior, and a thousandth of them."""
    agreeing = [counted(system, month, 9000) for month in (10, 12, 14, 16)]
    return weighing(system, *agreeing, counted(system, 13, 9))


@pytest.mark.usefixtures("chosen")
def test_the_peak_is_no_lower_than_the_start(posterior: Posterior) -> None:
    start = posterior.look(np.zeros(posterior.size))
    assert find_mode(posterior).look.log_density > start.log_density


@pytest.mark.usefixtures("chosen")
def test_the_slope_at_the_peak_is_nearly_nothing(posterior: Posterior) -> None:
    assert np.abs(posterior.gradient(find_mode(posterior).look)).max() < 0.05


@settings(max_examples=30)
@given(seed=st.integers(0, 1000))
def test_climbing_on_never_goes_down(posterior: Posterior, seed: int) -> None:
    start = theta_of(posterior.size, seed, spread=1.0)
    mode = find_mode(posterior, start, COLD)
    assert mode.look.log_density >= posterior.look(start).log_density - 1e-9


def test_a_peak_stays_where_it_is(posterior: Posterior) -> None:
    mode = find_mode(posterior)
    again = find_mode(posterior, mode.theta, COLD)
    assert again.look.log_density == pytest.approx(mode.look.log_density, abs=2e-3)


def test_the_last_stage_sees_the_figures_as_they_are(posterior: Posterior) -> None:
    mode = find_mode(posterior)
    assert STAGES[-1] == 1.0
    assert mode.look.fit == pytest.approx(posterior.look(mode.theta).fit)


def test_the_same_figures_have_the_same_peak(posterior: Posterior) -> None:
    assert find_mode(posterior).theta.tobytes() == find_mode(posterior).theta.tobytes()


def test_from_a_cold_start_all_figures_look_like_outliers(astray: Posterior) -> None:
    mode = find_mode(astray, stages=COLD)
    assert mode.look.share.max() < 0.01


@pytest.mark.usefixtures("chosen")
def test_annealing_finds_the_figures_that_agree(astray: Posterior) -> None:
    mode = find_mode(astray)
    assert mode.look.share[:4].min() > 0.9
    assert mode.look.share[4] < 0.01
    stocks = stocks_of(astray.system, mode.look.vector)
    assert stocks[12, WORKING] == pytest.approx(9000, rel=0.1)


def test_the_annealed_peak_has_more_evidence(astray: Posterior) -> None:
    cold = find_mode(astray, stages=COLD)
    assert find_mode(astray).log_evidence > cold.log_evidence + 1


def test_one_figure_moves_the_peak_to_it(system: System) -> None:
    posterior = weighing(system, counted(system, 6, 4000))
    mode = find_mode(posterior)
    before = stocks_of(system, posterior.look(np.zeros(posterior.size)).vector)
    after = stocks_of(system, mode.look.vector)
    assert before[6, WORKING] < after[6, WORKING]
    assert after[6, WORKING] == pytest.approx(4000, rel=0.05)


def test_no_figures_leave_the_peak_of_the_prior(system: System) -> None:
    mode = find_mode(weighing(system))
    assert not mode.theta.any()
    assert mode.log_evidence == 0.0


@pytest.mark.parametrize("value", [1e-3, 1.0, 1e6, 1e30, 1e300])
@pytest.mark.parametrize("form", list(Form), ids=lambda form: form.name)
def test_an_absurd_value_overflows_nothing(
    system: System, form: Form, value: float
) -> None:
    absurd = Reading(
        above={system.flow_in(20, FLEES): 1.0},
        form=form,
        low=log(value) - 0.01,
        high=log(value) + 0.01,
        noise=0.2,
    )
    mode = find_mode(weighing(system, absurd, counted(system, 12, 3000)))
    assert np.isfinite(mode.log_evidence)
    assert np.abs(mode.theta).max() < 3


@pytest.mark.parametrize("value", [1e6, 1e30, 1e300])
def test_an_absurd_figure_moves_no_good_one(system: System, value: float) -> None:
    good = counted(system, 12, 3000)
    alone = find_mode(weighing(system, good))
    beside = find_mode(weighing(system, good, counted(system, 20, value)))
    assert beside.theta == pytest.approx(alone.theta, abs=0.02)


class Fenced(Posterior):
    """A posterior that is far lower outside a ball around the middle of the prior."""

    def __init__(self, system: System, figures: Figures, radius: float) -> None:
        super().__init__(system, figures)
        self.radius = radius

    def look(self, theta: Floats, figures: Figures | None = None) -> Look:
        seen = super().look(theta, figures)
        is_outside = np.linalg.norm(theta) > self.radius
        return replace(seen, fit=seen.fit - 1e6 * is_outside)


@pytest.mark.parametrize("radius", [0.001, 0.03, 0.3])
def test_a_step_that_leads_down_is_made_shorter(
    posterior: Posterior, radius: float
) -> None:
    fenced = Fenced(posterior.system, posterior.figures, radius)
    mode = find_mode(fenced)
    assert radius / 10 < np.linalg.norm(mode.theta) <= radius


def test_where_every_step_leads_down_the_start_stays(posterior: Posterior) -> None:
    fenced = Fenced(posterior.system, posterior.figures, radius=0.0)
    assert not find_mode(fenced).theta.any()


def test_a_bell_has_the_slopes_of_its_weighted_predictions(
    posterior: Posterior,
) -> None:
    mode = find_mode(posterior)
    assert mode.slopes == pytest.approx(np.sqrt(mode.curve)[:, None] * mode.jacobian)
    assert mode.root @ mode.root.T == pytest.approx(
        np.eye(len(mode.curve)) + mode.slopes @ mode.slopes.T
    )


def test_the_evidence_of_a_bell_is_its_height_times_its_volume(
    posterior: Posterior,
) -> None:
    mode = find_mode(posterior)
    precision = np.eye(posterior.size) + mode.slopes.T @ mode.slopes
    _, log_determinant = np.linalg.slogdet(precision)
    assert mode.log_evidence == pytest.approx(
        mode.look.log_density - 0.5 * log_determinant
    )


def test_an_outlier_does_not_sharpen_the_bell(astray: Posterior) -> None:
    mode = find_mode(astray)
    assert mode.curve[:4].min() > 10
    assert mode.curve[4] == pytest.approx(0.0, abs=1e-9)


def test_a_doubtful_figure_sharpens_the_bell_less(system: System) -> None:
    sure = weighing(system, counted(system, 12, 2600))
    early = replace(counted(system, 12, 2600), weight=0.5)
    late = replace(counted(system, 12, 3350), weight=0.5)
    doubtful = Posterior(
        system,
        stack_terms((Term(name="a", readings=(early, late), outlier=0.05),), 0, 6.0),
    )
    middle = np.zeros(sure.size)
    between_both = settle(doubtful, doubtful.look(middle))
    assert between_both.look.share.min() > 0.1
    assert between_both.curve.max() < settle(sure, sure.look(middle)).curve[0] / 4


def test_no_row_bends_the_bell_the_wrong_way(posterior: Posterior) -> None:
    anywhere = settle(posterior, posterior.look(theta_of(posterior.size, seed=1)))
    assert anywhere.curve.min() >= 0


def test_more_figures_than_parameters_are_weighed_alike(model: Model) -> None:
    system = compile_system(model, 1)
    student = between({system.stock_at(1, STUDENT): 1.0}, 500, 10, 0.2)
    many = weighing(system, *[student] * 20)
    assert len(many.figures.term) > many.size
    mode = find_mode(many)
    assert stocks_of(system, mode.look.vector)[1, STUDENT] == pytest.approx(
        500, rel=0.02
    )
    assert np.abs(many.gradient(mode.look)).max() < 0.05
