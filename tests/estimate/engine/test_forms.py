"""How likely a figure is, in each form of words, and how its likelihood bends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import exponnorm, norm

from tumen.estimate.engine.forms import Form, log_likelihood
from tumen.estimate.engine.system import Floats

LOW, HIGH, NOISE, SCALE = np.log(2900.0), np.log(3100.0), 0.25, 0.4
FORMS = pytest.mark.parametrize("form", list(Form), ids=lambda form: form.name)
AWAY = pytest.mark.parametrize(
    "away", [-20.0, -5.0, -1.0, -0.3, -0.03, 0.0, 0.03, 0.3, 1.0, 5.0, 20.0]
)
EVERYWHERE = np.linspace(-60, 60, 4801)
NOISES = st.floats(0.05, 3.0)
SIZES = st.floats(-2, 20)


def look(
    form: Form,
    m: Floats,
    low: float = LOW,
    high: float = HIGH,
    noise: float = NOISE,
    scale: float = SCALE,
) -> tuple[Floats, Floats, Floats]:
    """Return log L and its derivatives of one figure at many predictions."""
    rows = np.ones_like(m)
    return log_likelihood(
        np.full(m.shape, int(form)),
        low * rows,
        high * rows,
        noise * rows,
        scale * rows,
        m,
    )


@FORMS
@AWAY
def test_the_slope_is_what_differences_say(form: Form, away: float) -> None:
    m = LOW + away + np.array([-1e-5, 0.0, 1e-5])
    value, slope, _ = look(form, m)
    difference = (value[2] - value[0]) / 2e-5
    assert slope[1] == pytest.approx(difference, rel=1e-5, abs=1e-6)


@FORMS
@AWAY
def test_the_curve_is_what_differences_say(form: Form, away: float) -> None:
    m = LOW + away + np.array([-1e-4, 0.0, 1e-4])
    _, slope, curve = look(form, m)
    difference = (slope[2] - slope[0]) / 2e-4
    assert curve[1] == pytest.approx(difference, rel=1e-4, abs=1e-5)


@FORMS
@given(low=SIZES, wide=st.floats(1e-3, 5), noise=NOISES, scale=st.floats(0.1, 1))
def test_everything_is_finite_and_concave_everywhere(
    form: Form, low: float, wide: float, noise: float, scale: float
) -> None:
    value, slope, curve = look(form, EVERYWHERE, low, low + wide, noise, scale)
    assert np.isfinite(value).all()
    assert np.isfinite(slope).all()
    assert np.isfinite(curve).all()
    assert curve.max() <= 0


@given(low=SIZES, noise=NOISES)
def test_at_least_never_pulls_down(low: float, noise: float) -> None:
    _, slope, _ = look(Form.AT_LEAST, EVERYWHERE, low=low, noise=noise)
    assert slope.min() >= 0


@given(high=SIZES, noise=NOISES)
def test_at_most_never_pulls_up(high: float, noise: float) -> None:
    _, slope, _ = look(Form.AT_MOST, EVERYWHERE, high=high, noise=noise)
    assert slope.max() <= 0


@given(low=SIZES, noise=NOISES, scale=st.floats(0.1, 1))
def test_over_pulls_down_by_no_more_than_its_scale_allows(
    low: float, noise: float, scale: float
) -> None:
    _, slope, _ = look(Form.OVER, EVERYWHERE, low=low, noise=noise, scale=scale)
    assert slope.min() >= -1 / scale


@given(high=SIZES, noise=NOISES, scale=st.floats(0.1, 1))
def test_up_to_pulls_up_by_no_more_than_its_scale_allows(
    high: float, noise: float, scale: float
) -> None:
    _, slope, _ = look(Form.UP_TO, EVERYWHERE, high=high, noise=noise, scale=scale)
    assert slope.max() <= 1 / scale


def test_far_above_a_floor_all_predictions_are_alike() -> None:
    value, slope, _ = look(Form.AT_LEAST, np.array([20.0, 60.0]))
    assert value == pytest.approx(0.0)
    assert slope == pytest.approx(0.0)


def test_a_floor_met_exactly_is_even_chance() -> None:
    value, *_ = look(Form.AT_LEAST, np.array([LOW]))
    assert np.exp(value[0]) == pytest.approx(0.5)


def test_a_roof_met_exactly_is_even_chance() -> None:
    value, *_ = look(Form.AT_MOST, np.array([HIGH]))
    assert np.exp(value[0]) == pytest.approx(0.5)


@AWAY
def test_an_interval_is_the_mean_density_within_it(away: float) -> None:
    m = min(max(LOW + away, 6.0), 10.0)
    value, *_ = look(Form.INTERVAL, np.array([m]))
    mass = norm.cdf(HIGH, m, NOISE) - norm.cdf(LOW, m, NOISE)
    assert np.exp(value[0]) == pytest.approx(mass / (HIGH - LOW), rel=1e-6)


def test_a_narrow_interval_is_the_density_itself() -> None:
    value, *_ = look(Form.INTERVAL, np.array([LOW + 0.5]), LOW - 1e-6, LOW + 1e-6)
    assert value[0] == pytest.approx(norm.logpdf(0.5, 0, NOISE), rel=1e-6)


def test_an_interval_is_likeliest_in_its_middle() -> None:
    _, slope, _ = look(Form.INTERVAL, np.array([(LOW + HIGH) / 2]))
    assert slope[0] == pytest.approx(0.0, abs=1e-9)


def test_an_interval_looks_the_same_from_both_sides() -> None:
    middle = (LOW + HIGH) / 2
    value, slope, curve = look(Form.INTERVAL, middle + np.array([-9.0, 9.0]))
    assert value[0] == pytest.approx(value[1])
    assert slope[0] == pytest.approx(-slope[1])
    assert curve[0] == pytest.approx(curve[1])


@AWAY
def test_over_is_an_excess_seen_with_noise(away: float) -> None:
    m = min(max(LOW + away, 6.0), 12.0)
    value, *_ = look(Form.OVER, np.array([m]))
    expected = exponnorm.logpdf(m, SCALE / NOISE, loc=LOW, scale=NOISE)
    assert value[0] == pytest.approx(expected, rel=1e-6)


@AWAY
def test_up_to_is_the_mirror_image_of_over(away: float) -> None:
    over = look(Form.OVER, np.array([LOW + away]), low=LOW)
    up_to = look(Form.UP_TO, np.array([LOW - away]), high=LOW)
    assert up_to[0] == pytest.approx(over[0])
    assert up_to[1] == pytest.approx(-over[1])
    assert up_to[2] == pytest.approx(over[2])


def test_over_is_likelier_just_above_than_far_above() -> None:
    value, *_ = look(Form.OVER, LOW + np.array([-1.0, 0.2, 3.0]))
    assert np.argmax(value) == 1


def test_rows_of_all_forms_are_weighed_together_as_alone() -> None:
    forms = np.array([int(form) for form in Form])
    five = np.ones(5)
    m = LOW + np.array([[0.1], [0.7]]) * five
    together, *_ = log_likelihood(
        forms, LOW * five, HIGH * five, NOISE * five, SCALE * five, m
    )
    alone = [look(form, LOW + np.array([0.1, 0.7]))[0] for form in Form]
    assert together == pytest.approx(np.transpose(alone))
