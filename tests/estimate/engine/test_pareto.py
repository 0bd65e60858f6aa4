"""How heavy a tail is, told from samples of known tails."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.estimate.engine.pareto import fit_tail, tail_shape
from tumen.estimate.engine.system import Floats


def quantiles(shape: float, count: int, scale: float = 1.0) -> Floats:
    """Return evenly spread quantiles of a generalised Pareto law, sorted."""
    chance = (np.arange(count) + 0.5) / count
    values: Floats = scale * ((1 - chance) ** -shape - 1) / shape
    return values


def log_sample(shape: float, count: int, seed: int) -> Floats:
    """Return the logs of random values of a generalised Pareto law."""
    chance = np.random.default_rng(seed).random(count)
    logs: Floats = np.log(((1 - chance) ** -shape - 1) / shape)
    return logs


@pytest.mark.parametrize("shape", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_the_shape_of_a_known_tail(shape: float) -> None:
    found, scale = fit_tail(quantiles(shape, 400))
    assert found == pytest.approx(shape, abs=0.03)
    assert scale == pytest.approx(1.0, abs=0.05)


def test_the_scale_of_a_known_tail() -> None:
    found, scale = fit_tail(quantiles(0.3, 400, scale=1000.0))
    assert found == pytest.approx(0.3, abs=0.03)
    assert scale == pytest.approx(1000.0, rel=0.05)


def test_few_values_are_drawn_towards_a_half() -> None:
    few, _ = fit_tail(quantiles(0.9, 10))
    many, _ = fit_tail(quantiles(0.9, 400))
    assert 0.5 < few < 0.7 < many


@pytest.mark.parametrize("shape", [0.3, 0.9])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_shape_of_sampled_weights(shape: float, seed: int) -> None:
    assert tail_shape(log_sample(shape, 10_000, seed)) == pytest.approx(shape, abs=0.2)


def test_a_heavier_tail_has_a_larger_shape() -> None:
    light, heavy = (tail_shape(log_sample(k, 4000, seed=4)) for k in (0.3, 0.9))
    assert light < 0.7 < heavy


@given(shift=st.floats(-800, 800))
def test_a_constant_added_to_the_logs_changes_nothing(shift: float) -> None:
    logs = log_sample(0.5, 1000, seed=5)
    assert tail_shape(logs + shift) == pytest.approx(tail_shape(logs), abs=1e-6)


@given(seed=st.integers(0, 1000))
def test_the_order_of_the_draws_does_not_matter(seed: int) -> None:
    logs = log_sample(0.5, 500, seed=6)
    mixed = np.random.default_rng(seed).permutation(logs)
    assert tail_shape(mixed) == tail_shape(logs)


@pytest.mark.parametrize("count", [1, 5, 24])
def test_of_too_few_draws_the_tail_is_not_known(count: int) -> None:
    assert tail_shape(np.zeros(count)) == np.inf


def test_of_enough_draws_it_is() -> None:
    assert np.isfinite(tail_shape(log_sample(0.5, 25, seed=7)))


def test_weights_that_are_all_alike_have_no_tail() -> None:
    assert tail_shape(np.zeros(1000)) < 0


def test_one_draw_that_outweighs_all_is_told() -> None:
    logs = np.zeros(1000)
    logs[0] = 400.0
    assert tail_shape(logs) > 0.7


def test_a_long_tail_overflows_nothing() -> None:
    found, _ = fit_tail(quantiles(0.9, 2000))
    assert found == pytest.approx(0.9, abs=0.02)
