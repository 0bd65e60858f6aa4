"""One-step pulls agree with fitting again, for those that do not pull too hard."""

import numpy as np
import pytest

from tests.estimate.answers.conftest import FOUR, Weigh, target_of
from tumen.estimate.answers.influence import rows_of
from tumen.estimate.answers.weighing import Weighing
from tumen.estimate.engine.fit import find_mode
from tumen.estimate.engine.posterior import Posterior


def test_a_pull_is_what_taking_the_origin_away_would_change(agreed: Weighing) -> None:
    number = target_of(agreed)
    rows = rows_of(agreed.posterior.figures.term, [0])
    pull = agreed.influence.pull(rows)[number]
    alone = Posterior(agreed.system, agreed.observed.without([0]).figures())
    refitted = find_mode(alone, agreed.modes[0].theta, (1.0,))
    levels = [
        agreed.targets.weights.sums(mode.look.vector)[number]
        for mode in (agreed.modes[0], refitted)
    ]
    assert pull == pytest.approx(np.log(levels[0] / levels[1]), abs=0.02)


def test_an_origin_takes_away_variance_of_what_it_counts(agreed: Weighing) -> None:
    rows = rows_of(agreed.posterior.figures.term, [0])
    share = agreed.influence.narrowing(rows)
    assert 0 < share[target_of(agreed)] < 1


def test_it_takes_away_hardly_any_far_from_its_time(agreed: Weighing) -> None:
    rows = rows_of(agreed.posterior.figures.term, [0])
    share = agreed.influence.narrowing(rows)
    assert share[target_of(agreed, year=2005)] < share[target_of(agreed)] / 5


def test_all_origins_together_narrow_more_than_one(agreed: Weighing) -> None:
    term = agreed.posterior.figures.term
    one, four = rows_of(term, [0]), rows_of(term, [0, 1, 2, 3])
    number = target_of(agreed)
    narrowing = agreed.influence.narrowing
    assert narrowing(four)[number] > narrowing(one)[number]


def test_rows_of_terms_with_several_readings_are_all_found() -> None:
    found = rows_of(np.array([0, 1, 1, 2]), [1, 2])
    assert found.tolist() == [1, 2, 3]


def test_the_variance_is_that_of_the_bell(weigh_said: Weigh) -> None:
    found = weigh_said(*FOUR)
    number = target_of(found)
    spread = np.log(found.values[:, number]).std()
    assert np.sqrt(found.influence.variance[number]) == pytest.approx(spread, rel=0.25)
