import pytest

from quality.learn.crossed import mixed, without_dense, without_hard
from quality.learn.fit import Decided
from quality.learn.texts import DENSE, HARD
from tumen.extract.ranking import present

OURS = Decided((present(["good"]),), frozenset({0}), "c/a01-model")
LONG = Decided(
    (present(["good"]),), frozenset({0}), f"{next(HARD.iterdir()).name}/b01-model"
)

THICK = Decided(
    (present(["good"]),), frozenset({0}), f"{next(DENSE.iterdir()).name}/b01-model"
)


def test_dense_texts_can_be_left_out() -> None:
    assert without_dense([OURS, THICK, LONG]) == (OURS, LONG)


def test_texts_with_long_accounts_can_be_left_out() -> None:
    assert without_hard([OURS, LONG]) == (OURS,)


def test_weights_are_mixed_by_share() -> None:
    found = mixed([(0.25, {"a": 1.0, "b": 4.0}), (0.75, {"a": 2.0})], 0.02)
    assert found == pytest.approx({"a": 1.75, "b": 1.0})


def test_one_share_alone_changes_nothing() -> None:
    assert mixed([(1.0, {"a": 0.125})], 0.02) == {"a": 0.125}


def test_weights_near_zero_are_left_out() -> None:
    assert mixed([(0.5, {"a": 0.03, "b": 0.5}), (0.5, {"b": -0.5})], 0.02) == {}
