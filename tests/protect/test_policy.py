"""The policy is data; a broken policy lets nothing out."""

import pytest

from tumen.errors import ProtectionError
from tumen.protect.policy import is_listed, load_policy, read_policy


def test_small_cells_end_below_five() -> None:
    assert load_policy().small_cell == 5


@pytest.mark.parametrize(
    "text", ["small_cell = 5", "small_cell =", "small_cell = 'five'"]
)
def test_a_broken_policy_stops_everything(text: str) -> None:
    with pytest.raises(ProtectionError, match=r"policy\.toml"):
        read_policy(text)


def test_every_word_of_the_policy_is_in_lower_case_where_it_must_be() -> None:
    words = load_policy().words
    lists = (
        words.ordinary,
        words.fled,
        words.arrested,
        words.public_roles,
        words.bodies,
    )
    assert [w for words in lists for w in words if w != w.lower()] == []


def test_a_star_stands_for_any_ending() -> None:
    assert is_listed("people.asylum_granted", ("people.asylum_*",))
    assert not is_listed("people.present", ("people.asylum_*",))
