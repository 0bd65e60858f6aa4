"""How much each of two opinions should count follows from what was right."""

import numpy as np
import pytest

from quality.encoder.shares import Judged, accuracy, fit_shares, report

RNG = np.random.default_rng(0)


def judged(own_knows: float, read_knows: float, count: int = 400) -> list[Judged]:
    """Numbers with three candidates, of which each opinion knows the right one more
    or less."""
    found = []
    for _ in range(count):
        right = int(RNG.integers(3))
        told = [RNG.normal(size=3) for _ in range(2)]
        told[0][right] += own_knows
        told[1][right] += read_knows
        own, read = (scores - np.logaddexp.reduce(scores) for scores in told)
        found.append(Judged(own, read, (right,), is_labelled=True))
    return found


def test_an_opinion_that_knows_nothing_hardly_counts() -> None:
    own, read = fit_shares({"measures": judged(2.0, 0.0)})["measures"]
    assert own > 0.5
    assert abs(read) < 0.2


def test_two_that_know_as_much_count_alike_and_choose_better() -> None:
    numbers = judged(1.5, 1.5)
    own, read = share = fit_shares({"measures": numbers})["measures"]
    assert own == pytest.approx(read, abs=0.3)
    alone = accuracy("measures", numbers, (1.0, 0.0))
    assert accuracy("measures", numbers, share) > alone


def test_pooled_chances_add_up_to_one() -> None:
    (number,) = judged(1.0, 1.0, count=1)
    assert np.exp(number.pooled((0.3, 0.9))).sum() == pytest.approx(1)


def test_a_labelled_number_is_about_something() -> None:
    own = np.log([0.2, 0.1, 0.7])
    number = Judged(own, own, (0,), is_labelled=True)
    assert accuracy("elements", [number], (1.0, 0.0)) == 1.0
    assert accuracy("measures", [number], (1.0, 0.0)) == 0.0


def test_the_report_names_all_three() -> None:
    (line,) = report({"voices": judged(1.0, 1.0, count=50)})
    assert "weights" in line
    assert "encoder" in line
    assert "both" in line
