"""Draws from the bells around the peaks, bent back onto what was counted."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.estimate.engine.conftest import (
    HIDING,
    STUDENT,
    WORKING,
    between,
    theta_of,
)
from tumen.estimate.engine import draws as engine_draws
from tumen.estimate.engine.draws import (
    bend,
    draw_bell,
    draw_bent,
    draw_modes,
    mode_weights,
)
from tumen.estimate.engine.fit import Mode, find_mode, settle
from tumen.estimate.engine.posterior import Posterior
from tumen.estimate.engine.sparse import make_weights
from tumen.estimate.engine.system import Floats, System
from tumen.estimate.engine.terms import Term, stack_terms


@pytest.fixture(scope="module")
def counted(system: System) -> Posterior:
    """Three stocks that were counted well."""
    seen = ((20, WORKING, 2500.0), (24, STUDENT, 450.0), (30, HIDING, 90.0))
    terms = [
        Term(
            name=f"{month}",
            readings=(
                between({system.stock_at(month, box): 1.0}, value, value / 50, 0.1),
            ),
            outlier=0.05,
        )
        for month, box, value in seen
    ]
    return Posterior(system, stack_terms(terms, 0, 6.0))


@pytest.fixture(scope="module")
def peak(counted: Posterior) -> Mode:
    return find_mode(counted)


@pytest.fixture(scope="module")
def two(counted: Posterior, peak: Mode) -> tuple[Mode, Mode]:
    """Two bells; the first has three times the evidence of the second."""
    aside = settle(counted, counted.look(peak.theta + 0.2))
    return (
        replace(peak, log_evidence=float(np.log(0.75))),
        replace(aside, log_evidence=float(np.log(0.25))),
    )


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20)


def test_draws_of_a_bell_lie_around_its_peak(
    peak: Mode, rng: np.random.Generator
) -> None:
    drawn = draw_bell(peak, 20_000, rng)
    assert drawn.mean(axis=0) == pytest.approx(peak.theta, abs=0.04)


def test_draws_of_a_bell_are_as_wide_as_it(
    peak: Mode, rng: np.random.Generator
) -> None:
    drawn = draw_bell(peak, 20_000, rng)
    precision = np.eye(len(peak.theta)) + peak.slopes.T @ peak.slopes
    assert np.cov(drawn.T) == pytest.approx(np.linalg.inv(precision), abs=0.05)


def test_draws_of_a_bell_are_narrow_where_figures_speak(
    peak: Mode, rng: np.random.Generator
) -> None:
    along = draw_bell(peak, 20_000, rng) @ peak.slopes.T
    gram = peak.slopes @ peak.slopes.T
    expected = gram - gram @ np.linalg.inv(np.eye(len(gram)) + gram) @ gram
    assert np.cov(along.T) == pytest.approx(expected, abs=0.05)


def misses(posterior: Posterior, mode: Mode, drawn: Floats, now: Floats) -> Floats:
    """Return how far predictions are from what the bell meant, in logs."""
    meant = mode.look.m + (drawn - mode.theta) @ mode.jacobian.T
    far: Floats = np.abs(posterior.predictions(now) - meant)
    return far


@pytest.mark.usefixtures("chosen")
def test_bent_draws_predict_what_the_bell_meant(
    counted: Posterior, peak: Mode, rng: np.random.Generator
) -> None:
    drawn = draw_bell(peak, 500, rng)
    before = misses(counted, peak, drawn, drawn)
    after = misses(counted, peak, drawn, bend(counted, peak, drawn))
    assert after.max() < before.max() / 3
    assert after.mean() < before.mean() / 5


def test_a_bent_draw_is_a_draw_that_was_bent(counted: Posterior, peak: Mode) -> None:
    drawn = draw_bell(peak, 5, np.random.default_rng(1))
    bent = draw_bent(counted, peak, 5, np.random.default_rng(1))
    assert np.array_equal(bent, bend(counted, peak, drawn))


def test_the_peak_itself_is_not_bent(counted: Posterior, peak: Mode) -> None:
    assert bend(counted, peak, peak.theta[None]) == pytest.approx(peak.theta[None])


@pytest.mark.usefixtures("chosen")
def test_the_same_seed_draws_the_same_bytes(
    counted: Posterior, two: tuple[Mode, Mode]
) -> None:
    first, second = (draw_modes(counted, two, 40, seed=5) for _ in range(2))
    assert first.thetas.tobytes() == second.thetas.tobytes()
    assert first.shape == second.shape


def test_another_seed_draws_others(counted: Posterior, peak: Mode) -> None:
    first = draw_modes(counted, (peak,), 10, seed=5)
    assert not np.isin(
        draw_modes(counted, (peak,), 10, seed=6).thetas, first.thetas
    ).any()


def test_modes_weigh_by_their_evidence(two: tuple[Mode, Mode]) -> None:
    assert mode_weights(two) == pytest.approx([0.75, 0.25])


def test_evidence_counts_by_its_differences_alone(two: tuple[Mode, Mode]) -> None:
    lower = tuple(replace(mode, log_evidence=mode.log_evidence - 5000) for mode in two)
    assert mode_weights(lower) == pytest.approx([0.75, 0.25])


def test_the_heavier_bell_gives_more_draws(
    counted: Posterior, two: tuple[Mode, Mode]
) -> None:
    draws = draw_modes(counted, two, 40, seed=7)
    assert list(np.bincount(draws.mode)) == [30, 10]


@settings(max_examples=30)
@given(count=st.integers(1, 60), heavy=st.floats(0.03, 0.97))
def test_shares_of_the_draws_add_up(
    counted: Posterior, two: tuple[Mode, Mode], count: int, heavy: float
) -> None:
    modes = (
        replace(two[0], log_evidence=float(np.log(heavy))),
        replace(two[1], log_evidence=float(np.log1p(-heavy))),
    )
    draws = draw_modes(counted, modes, count, seed=8)
    numbers = np.bincount(draws.mode, minlength=2)
    assert len(draws.thetas) == numbers.sum() == count
    assert numbers == pytest.approx(count * mode_weights(modes), abs=1)


def test_a_sliver_of_the_mass_gives_nothing(
    counted: Posterior, two: tuple[Mode, Mode]
) -> None:
    modes = (
        replace(two[0], log_evidence=float(np.log(0.01))),
        replace(two[1], log_evidence=float(np.log(0.99))),
    )
    draws = draw_modes(counted, modes, 50, seed=8)
    assert set(draws.mode) == {1}


def test_a_hopeless_bell_gives_nothing(
    counted: Posterior, two: tuple[Mode, Mode]
) -> None:
    modes = (two[0], replace(two[1], log_evidence=-5000.0))
    draws = draw_modes(counted, modes, 50, seed=9)
    assert not draws.mode.any()
    assert np.isfinite(draws.shape)


def test_draws_of_a_bell_say_from_which_they_came(
    counted: Posterior, two: tuple[Mode, Mode], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumen.estimate.engine.draws.center", lambda _, mode: mode)
    draws = draw_modes(counted, two, 400, seed=10)
    first, second = (draws.thetas[draws.mode == number] for number in (0, 1))
    assert (second.mean(axis=0) - first.mean(axis=0)).mean() == pytest.approx(
        0.2, abs=0.1
    )


def test_where_the_bell_is_exact_every_draw_weighs_its_evidence(
    system: System, rng: np.random.Generator
) -> None:
    reading = between({system.stock_at(0, STUDENT): 1.0}, 700, 1, 0.3)
    term = Term(name="only", readings=(reading,), outlier=1e-12)
    posterior = Posterior(system, stack_terms((term,), 0, 6.0))
    mode = find_mode(posterior)
    thetas = draw_bent(posterior, mode, 50, rng)
    m = posterior.predictions(thetas)
    mixture = engine_draws._log_mixture((mode,), np.ones(1), thetas, m)
    ratio = posterior.log_densities(thetas, m) - mixture
    assert ratio == pytest.approx(mode.log_evidence, abs=1e-3)


def test_wanted_sums_are_those_of_each_draw(counted: Posterior, peak: Mode) -> None:
    system = counted.system
    wanted = make_weights(
        [{system.stock_at(36, WORKING): 1.0}, {system.stock_at(36, HIDING): 2.0}]
    )
    draws = draw_modes(counted, (peak,), 40, 16, wanted)
    assert draws.values == pytest.approx(counted.predict_many(draws.thetas, wanted))


def test_what_is_wanted_changes_no_draw(counted: Posterior, peak: Mode) -> None:
    wanted = make_weights([{0: 1.0}])
    with_sums = draw_modes(counted, (peak,), 40, 16, wanted)
    without = draw_modes(counted, (peak,), 40, 16)
    assert np.array_equal(with_sums.thetas, without.thetas)
    assert without.values.shape == (40, 0)


def test_of_too_few_draws_the_tail_is_not_known(counted: Posterior, peak: Mode) -> None:
    assert draw_modes(counted, (peak,), 10, seed=11).shape == np.inf


def test_good_figures_are_drawn_from_closely(counted: Posterior, peak: Mode) -> None:
    assert draw_modes(counted, (peak,), 1000, seed=12).shape < 0.7


def test_draws_of_figures_of_every_form_are_finite(posterior: Posterior) -> None:
    mode = find_mode(posterior)
    far = settle(posterior, posterior.look(theta_of(posterior.size, seed=13)))
    draws = draw_modes(posterior, (mode, far), 200, seed=14)
    assert np.isfinite(posterior.predictions(draws.thetas)).all()


def test_without_figures_draws_are_those_of_the_prior(
    system: System, rng: np.random.Generator
) -> None:
    prior = Posterior(system, stack_terms((), 0, 6.0))
    drawn = draw_bent(prior, find_mode(prior), 20_000, rng)
    assert drawn.mean(axis=0) == pytest.approx(0.0, abs=0.04)
    assert drawn.std(axis=0) == pytest.approx(1.0, abs=0.03)


def test_without_numba_the_draws_are_nearly_the_same(
    counted: Posterior, peak: Mode, request: pytest.FixtureRequest
) -> None:
    before = draw_modes(counted, (peak,), 30, seed=15)
    request.getfixturevalue("without_numba")
    again = draw_modes(counted, (find_mode(counted),), 30, seed=15)
    assert again.thetas == pytest.approx(before.thetas, abs=1e-6)
