import pytest

from quality.learn.fit import Decided, fit_weights
from tumen.codebook.weights import Weights
from tumen.extract.ranking import chances_of, present


def case(*candidates: str, right: int) -> Decided:
    found = tuple(present(names.split()) for names in candidates)
    return Decided(found, frozenset({right}), "a text")


def test_what_is_always_right_weighs_most() -> None:
    cases = [case("good both", "bad both", right=0)] * 20
    weights = fit_weights(cases, 0.1)
    assert weights["good"] > 0 > weights["bad"]
    assert "both" not in weights


def test_chances_follow_how_often_a_feature_was_right() -> None:
    cases = [case("a", "b", right=0)] * 300 + [case("a", "b", right=1)] * 100
    weights = Weights(learned_from="", features=fit_weights(cases, 0.01))
    assert chances_of(cases[0].candidates, weights)[0] == pytest.approx(0.75, abs=0.01)


def test_a_stronger_pull_keeps_weights_smaller() -> None:
    cases = [case("good", "bad", right=0)] * 20
    assert fit_weights(cases, 10.0)["good"] < fit_weights(cases, 0.1)["good"]


def test_what_was_seen_once_is_not_learned() -> None:
    cases = [case("good", "bad", right=0)] * 5 + [case("once", "bad", right=0)]
    assert "once" not in fit_weights(cases, 0.1)


def test_several_candidates_may_be_right() -> None:
    found = Decided(
        (present(["a"]), present(["b"]), present(["c"])), frozenset({0, 1}), "a text"
    )
    weights = fit_weights([found] * 20, 0.1)
    assert weights["a"] == pytest.approx(weights["b"])
    assert weights["c"] < 0
