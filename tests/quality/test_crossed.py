from quality.learn.crossed import HARD, trusted
from quality.learn.fit import Decided
from tumen.extract.ranking import present

OURS = Decided((present(["good"]),), frozenset({0}), "c/a01-model")
LONG = Decided(
    (present(["good"]),), frozenset({0}), f"{next(HARD.iterdir()).name}/b01-model"
)


def test_a_case_of_a_long_account_counts_at_its_trust() -> None:
    assert [case.trust for case in trusted([OURS, LONG], 0.5)] == [1.0, 0.5]


def test_without_trust_it_is_left_out() -> None:
    assert trusted([OURS, LONG], 0.0) == (OURS,)
