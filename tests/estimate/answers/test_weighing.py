"""What figures add up to: origins count once, outliers give way, seeds repeat."""

from datetime import date

import numpy as np
import pytest

from tests.estimate.answers.conftest import (
    FOUR,
    Make,
    Weigh,
    band_of,
    median_of,
    said,
)
from tumen.codebook.model import Model
from tumen.codebook.schema import Codebook
from tumen.estimate.answers.weighing import Weighing, weigh

MOVES_LITTLE = 0.1


@pytest.mark.parametrize("times", [2, 13, 1001])
def test_copies_of_one_origin_change_no_quantile(
    weigh_said: Weigh, agreed: Weighing, times: int
) -> None:
    copied = weigh_said(said("A", 30000, times=times), *FOUR[1:])
    assert np.abs(copied.quantiles - agreed.quantiles).max() < 1e-9


def test_a_figure_a_hundred_times_too_large_moves_the_median_little(
    weigh_said: Weigh, agreed: Weighing
) -> None:
    found = weigh_said(*FOUR, said("E", 3_000_000))
    assert abs(median_of(found) / median_of(agreed) - 1) < MOVES_LITTLE


def test_it_is_taken_for_an_outlier(weigh_said: Weigh) -> None:
    found = weigh_said(*FOUR, said("E", 3_000_000))
    origins = [statement.origin for statement in found.observed.statements]
    assert found.inside[origins.index("E")] < 0.1


def test_multiplying_one_of_four_figures_by_a_hundred_moves_the_median_little(
    weigh_said: Weigh, agreed: Weighing
) -> None:
    found = weigh_said(said("A", 3_000_000), *FOUR[1:])
    assert abs(median_of(found) / median_of(agreed) - 1) < MOVES_LITTLE


def test_an_agreeing_origin_narrows_the_band(
    weigh_said: Weigh, agreed: Weighing
) -> None:
    found = weigh_said(*FOUR, said("E", 30500))
    before, after = band_of(agreed), band_of(found)
    assert after[4] / after[0] < before[4] / before[0]


def test_the_same_seed_gives_the_same_numbers_bit_for_bit(
    weigh_said: Weigh, agreed: Weighing
) -> None:
    again = weigh_said(*FOUR)
    assert again.values.tobytes() == agreed.values.tobytes()


def test_another_seed_gives_other_draws(weigh_said: Weigh, agreed: Weighing) -> None:
    other = weigh_said(*FOUR, seed=1)
    assert other.values.tobytes() != agreed.values.tobytes()


@pytest.mark.parametrize("value", [5000, 20000, 40000])
def test_at_least_never_pulls_the_peak_down(
    weigh_said: Weigh, agreed: Weighing, value: float
) -> None:
    floor = weigh_said(*FOUR, said("E", value, qualifier="at_least"))
    targets = agreed.targets.weights
    before = targets.sums(agreed.modes[0].look.vector)
    after = targets.sums(floor.modes[0].look.vector)
    present = list(agreed.targets.of("C3"))
    assert (after[present] >= before[present] * (1 - 1e-3)).all()


def test_over_pulls_down_towards_what_it_says(
    weigh_said: Weigh, agreed: Weighing
) -> None:
    found = weigh_said(*FOUR, said("E", 20000, qualifier="over"))
    assert 0.8 < median_of(found) / median_of(agreed) < 1.0


def test_a_figure_about_2018_moves_2018(weigh_said: Weigh, agreed: Weighing) -> None:
    late = {"first": "2018-12-01", "last": "2018-12-31"}
    found = weigh_said(
        *FOUR, said("E", 90000, slots=late), said("F", 80000, slots=late)
    )
    moved = [median_of(found, year=y) / median_of(agreed, year=y) for y in (2015, 2018)]
    assert moved[1] > 2 * moved[0]


@pytest.mark.parametrize("value", [0, 0.5, 1e12])
def test_absurd_figures_leave_finite_bands(weigh_said: Weigh, value: float) -> None:
    found = weigh_said(*FOUR, said("E", value))
    assert np.isfinite(found.quantiles).all()


def test_one_figure_is_enough_to_be_weighed(weigh_said: Weigh) -> None:
    found = weigh_said(said("A", 30000))
    assert np.isfinite(found.quantiles).all()


def test_without_a_figure_nothing_is_weighed(
    make: Make, real: Codebook, model: Model
) -> None:
    case = make()
    found = weigh(case.groups, case.reviewed, real, model, today=date(2020, 12, 31))
    assert found is None


def test_people_are_conserved_at_the_peak(agreed: Weighing) -> None:
    system, vector = agreed.system, agreed.modes[0].look.vector
    boxes = len(system.compartments)
    stocks = vector[: (system.months + 1) * boxes].reshape(-1, boxes)
    flows = vector[(system.months + 1) * boxes :].reshape(system.months, -1)
    came = flows[:, system.source < 0].sum()
    assert stocks[-1].sum() - stocks[0].sum() == pytest.approx(came, abs=1e-6)


def test_official_figures_can_be_multiplied(weigh_said: Weigh) -> None:
    official = [said("Ministry", 30000), said("Agency", 31000)]
    plain = weigh_said(*official)
    assert plain.observed.statements[0].house == "named"
    assert median_of(weigh_said(*official, official_factor=1.4)) == median_of(plain)


def test_figures_take_away_what_was_unknown(agreed: Weighing) -> None:
    learnt = {year: agreed.learnt[n] for year, n in _by_year(agreed).items()}
    assert learnt[2015] > 0.5 > learnt[2010]


def _by_year(weighing: Weighing) -> dict[int, int]:
    listed = weighing.targets.listed
    return {listed[n].date.year: n for n in weighing.targets.of("C3")}
