import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.weights import Weights
from tumen.extract.ranking import chances_of, present, score_of

WEIGHTS = Weights(learned_from="two cases", features={"a": math.log(3), "b": -1.0})


def test_a_score_adds_the_weights_of_what_is_there() -> None:
    assert score_of({"b": 2.0, "unknown": 5.0}, WEIGHTS) == -2.0


def test_scores_0_and_ln_3_have_chances_1_and_3_of_4() -> None:
    assert chances_of([present([]), present(["a"])], WEIGHTS) == pytest.approx(
        (0.25, 0.75)
    )


@given(st.lists(st.floats(-700, 700), min_size=1, max_size=6))
def test_chances_add_up_to_one(values: list[float]) -> None:
    chances = chances_of([{"b": value} for value in values], WEIGHTS)
    assert math.fsum(chances) == pytest.approx(1.0)
