"""Terms become arrays: rows of one term together, each with its own words."""

from math import exp

import numpy as np
import pytest

from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.posterior import Figures
from tumen.estimate.engine.terms import Reading, Term, stack_terms


@pytest.fixture(scope="module")
def stacked() -> Figures:
    one = Reading(above={3: 1.0}, form=Form.INTERVAL, low=1.0, high=2.0, noise=0.3)
    other = Reading(
        above={5: 0.5, 4: 0.5},
        below={7: 1.0},
        weight=0.25,
        form=Form.OVER,
        low=0.5,
        noise=0.4,
        scale=0.6,
        effects={1: 0.2},
        offset=-0.1,
    )
    third = Reading(above={4: 1.0}, weight=0.75, form=Form.UP_TO, high=3.0, noise=0.5)
    terms = (
        Term(name="a", readings=(one,), outlier=0.05),
        Term(name="b", readings=(other, third), outlier=0.1),
    )
    return stack_terms(terms, effects=2, width=6.0)


def test_readings_of_a_term_stand_together(stacked: Figures) -> None:
    assert list(stacked.term) == [0, 1, 1]
    assert list(stacked.begin) == [0, 1]


def test_every_row_has_the_form_of_its_words(stacked: Figures) -> None:
    assert list(stacked.form) == [Form.INTERVAL, Form.OVER, Form.UP_TO]


def test_bounds_noise_and_scale_keep_their_rows(stacked: Figures) -> None:
    assert list(stacked.low) == [1.0, 0.5, 0.0]
    assert list(stacked.high) == [2.0, 0.0, 3.0]
    assert list(stacked.noise) == [0.3, 0.4, 0.5]
    assert list(stacked.scale) == [1.0, 0.6, 1.0]


def test_weights_are_kept_as_logs(stacked: Figures) -> None:
    assert np.exp(stacked.log_weight) == pytest.approx([1.0, 0.25, 0.75])
    assert np.exp(stacked.outlier) == pytest.approx([0.05, 0.1])


def test_loadings_stand_under_the_number_of_their_effect(stacked: Figures) -> None:
    assert stacked.effects.tolist() == [[0.0, 0.0], [0.0, 0.2], [0.0, 0.0]]
    assert list(stacked.offset) == [0.0, -0.1, 0.0]


def test_only_shares_have_something_below(stacked: Figures) -> None:
    assert list(stacked.has_below) == [0.0, 1.0, 0.0]
    assert stacked.below.sums(np.arange(8.0)) == pytest.approx([0.0, 7.0, 0.0])


def test_sums_are_those_of_the_readings(stacked: Figures) -> None:
    assert stacked.above.sums(np.arange(8.0)) == pytest.approx([3.0, 4.5, 4.0])


def test_a_plain_reading_weighs_all_and_shares_no_effect() -> None:
    reading = Reading(above={0: 1.0}, form=Form.AT_LEAST, noise=0.3)
    assert (reading.weight, dict(reading.effects), reading.offset) == (1.0, {}, 0.0)


def test_softened_figures_are_noisier_and_no_outliers(stacked: Figures) -> None:
    soft = stacked.softened(5.0)
    assert soft.noise == pytest.approx(5 * stacked.noise)
    assert soft.outlier.max() == pytest.approx(np.log(1e-6))


def test_figures_softened_by_nothing_stay_as_they_are(stacked: Figures) -> None:
    assert stacked.softened(1.0) is stacked
    assert exp(stacked.outlier[0]) == pytest.approx(0.05)
