import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.weights import Weights
from tumen.extract.ranking import Crossed, chances_of, present, score_of

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


def test_crossed_evidence_reads_as_the_names_it_stands_for() -> None:
    crossed = Crossed("flow", ("verb:leave", "unit:people"), {"rules": 1.0})
    assert dict(crossed) == present(["flow|verb:leave", "flow|unit:people", "rules"])
    assert len(crossed) == 3
    assert "flow|verb:stay" not in crossed


def test_crossed_evidence_scores_as_the_names_it_stands_for() -> None:
    weights = Weights(learned_from="-", features={"a|x": 0.5, "b|x": 4.0, "c": -2.0})
    crossed = Crossed("a", ("x", "y"), {"c": 3.0})
    assert score_of(crossed, weights) == score_of(dict(crossed), weights) == -5.5


def test_the_order_of_features_does_not_matter() -> None:
    weights = Weights(learned_from="nothing", features={"a": 0.1, "b": 0.2, "c": 0.3})
    one, other = score_of(present("abc"), weights), score_of(present("cba"), weights)
    assert one == other
