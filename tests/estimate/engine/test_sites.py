"""The bell stands where the mass is."""

from math import log

import numpy as np
import pytest

from tests.estimate.engine.conftest import WORKING
from tumen.estimate.engine.fit import find_mode
from tumen.estimate.engine.forms import Form, log_likelihood
from tumen.estimate.engine.posterior import Figures, Posterior
from tumen.estimate.engine.sites import center, tilted
from tumen.estimate.engine.system import System
from tumen.estimate.engine.terms import Reading, Term, stack_terms


def said(system: System, form: Form, value: float, **slots: float) -> Reading:
    return Reading(
        above={system.stock_at(12, WORKING): 1.0},
        form=form,
        low=log(value) - 0.05,
        high=log(value) + 0.05,
        noise=slots.get("noise", 0.2),
        scale=slots.get("scale", 0.5),
        weight=slots.get("weight", 1.0),
    )


def figures(*readings: Reading, outlier: float = 1e-9) -> Figures:
    terms = [
        Term(name=str(n), readings=(r,), outlier=outlier)
        for n, r in enumerate(readings)
    ]
    return stack_terms(terms, 0, 6.0)


def posterior(system: System, *readings: Reading, outlier: float = 1e-9) -> Posterior:
    return Posterior(system, figures(*readings, outlier=outlier))


@pytest.mark.parametrize("form", list(Form), ids=lambda form: form.name)
def test_moments_are_those_of_a_fine_grid(system: System, form: Form) -> None:
    given = figures(said(system, form, 3000), outlier=0.04)
    middle, spread = log(2000), 1.5
    grid = np.linspace(middle - 8 * spread, middle + 8 * spread, 40_001)[:, None]
    value, _, _ = log_likelihood(
        given.form, given.low, given.high, given.noise, given.scale, grid
    )
    says = 0.96 * np.exp(value) + 0.04 / 6
    weight = says * np.exp(-0.5 * ((grid - middle) / spread) ** 2)
    weight /= weight.sum()
    exact = float((weight * grid).sum())
    width = float((weight * (grid - exact) ** 2).sum())
    mean, variance = tilted(given, np.array([middle]), np.array([spread**2]))
    assert mean[0] == pytest.approx(exact, abs=0.01)
    assert variance[0] == pytest.approx(width, rel=0.03)


def test_a_normal_figure_multiplies_as_normals_do(system: System) -> None:
    """N(0, 1) times N(1, 1/4) is N(0.8, 0.2)."""
    given = figures(said(system, Form.INTERVAL, np.e, noise=0.5))
    mean, variance = tilted(given, np.array([0.0]), np.array([1.0]))
    assert mean[0] == pytest.approx(0.8, abs=0.01)
    assert variance[0] == pytest.approx(0.2, abs=0.01)


def test_a_figure_that_says_nothing_here_changes_nothing(system: System) -> None:
    given = figures(said(system, Form.AT_LEAST, 1.0))
    mean, variance = tilted(given, np.array([9.0]), np.array([1.0]))
    assert (mean[0], variance[0]) == pytest.approx((9.0, 1.0), abs=1e-3)


def test_under_a_roof_the_bell_stands_lower_than_the_peak(system: System) -> None:
    weighed = posterior(system, said(system, Form.UP_TO, 3000))
    peak = find_mode(weighed)
    assert center(weighed, peak).look.m[0] < peak.look.m[0] - 0.05


def test_over_a_floor_it_stands_higher(system: System) -> None:
    weighed = posterior(system, said(system, Form.OVER, 3000))
    peak = find_mode(weighed)
    assert center(weighed, peak).look.m[0] > peak.look.m[0] + 0.05


def test_an_even_figure_leaves_the_bell_where_it_is(system: System) -> None:
    weighed = posterior(system, said(system, Form.INTERVAL, 3000, noise=0.1))
    peak = find_mode(weighed)
    assert center(weighed, peak).look.m[0] == pytest.approx(peak.look.m[0], abs=0.02)


def test_figures_with_several_readings_keep_their_curvature(system: System) -> None:
    readings = tuple(
        said(system, Form.UP_TO, value, weight=0.5) for value in (3000, 5000)
    )
    term = Term(name="two", readings=readings, outlier=1e-9)
    weighed = Posterior(system, stack_terms((term,), 0, 6.0))
    peak = find_mode(weighed)
    assert center(weighed, peak).curve == pytest.approx(peak.curve)


def test_the_evidence_stays_that_of_the_peak(system: System) -> None:
    weighed = posterior(system, said(system, Form.UP_TO, 3000))
    peak = find_mode(weighed)
    assert center(weighed, peak).log_evidence == peak.log_evidence


def test_an_absurd_figure_leaves_everything_finite(system: System) -> None:
    weighed = posterior(
        system,
        said(system, Form.INTERVAL, 3000),
        said(system, Form.INTERVAL, 1e12),
        outlier=0.04,
    )
    bell = center(weighed, find_mode(weighed))
    assert np.isfinite(bell.slopes).all()
    assert bell.look.m[0] == pytest.approx(log(3000), abs=0.3)


def test_the_draws_have_the_mean_that_a_sum_over_a_grid_gives(system: System) -> None:
    """One figure: the exact mean of its prediction, by sampling the prior."""
    weighed = posterior(system, said(system, Form.UP_TO, 3000))
    rng = np.random.default_rng(2)
    thetas = rng.standard_normal((40_000, weighed.size))
    m = weighed.predictions(thetas)
    fit = weighed.log_densities(thetas, m) + 0.5 * (thetas**2).sum(axis=1)
    weight = np.exp(fit - fit.max())
    exact = float((weight * m[:, 0]).sum() / weight.sum())
    bell = center(weighed, find_mode(weighed))
    assert bell.look.m[0] == pytest.approx(exact, abs=0.05)
