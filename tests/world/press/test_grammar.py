"""Templates are said in one of their ways, and their marks are lifted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.world.press.grammar import (
    Mark,
    capital,
    choose,
    closing,
    lift_marks,
    say,
    split_choice,
    tidy,
    weighted,
)

RNG = np.random.default_rng
RULES = {"men": ["builders", "loggers"], "all": ["<men> [here|there]"]}


def no_slot(name: str) -> str:
    return ""


def test_a_choice_gives_one_of_its_options() -> None:
    said = {say("[a|b [c|d]]", RULES, no_slot, RNG(seed)) for seed in range(40)}
    assert said == {"a", "b c", "b d"}


def test_a_rule_may_use_other_rules() -> None:
    said = {say("<all>", RULES, no_slot, RNG(seed)) for seed in range(40)}
    assert said == {"builders here", "builders there", "loggers here", "loggers there"}


def test_a_slot_is_filled_and_an_empty_one_leaves_no_gap() -> None:
    assert (
        say(
            "{n} men {when}, he said.",
            RULES,
            {"n": "5", "when": ""}.__getitem__,
            RNG(0),
        )
        == "5 men, he said."
    )


def test_marks_are_lifted_with_their_places() -> None:
    text, marks = lift_marks("Then «a:«b:five men» left» home.")
    assert text == "Then five men left home."
    assert marks == (Mark("a", 5, 18), Mark("b", 5, 13))


@given(st.text(alphabet="abc xyz", min_size=1), st.text(alphabet="abc xyz"))
def test_what_a_mark_holds_is_what_stood_in_it(inside: str, after: str) -> None:
    text, marks = lift_marks(f"«x:{inside}»{after}")
    assert text[marks[0].start : marks[0].end] == inside


def test_a_clause_gets_its_capital_inside_the_mark() -> None:
    assert capital("«a:«:five men» left»") == "«a:«:Five men» left»"


def test_an_open_bracket_is_an_error() -> None:
    with pytest.raises(ValueError, match="not closed"):
        closing("[a|b", 0)


def test_options_of_inner_choices_stay_together() -> None:
    assert split_choice("a|b [c|d]|") == ("a", "b [c|d]", "")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a  b", "a b"),
        ("a , b", "a, b"),
        ("a,, b", "a, b"),
        ("said a,.", "said a."),
        (" , «:a b»", "«:a b»"),
    ],
)
def test_words_are_tidied(text: str, clean: str) -> None:
    assert tidy(text) == clean


def test_weights_decide_how_often() -> None:
    rng = RNG(1)
    drawn = [weighted({"often": 9.0, "seldom": 1.0}, rng) for _ in range(400)]
    assert 320 < drawn.count("often") < 395


def test_each_option_is_as_likely() -> None:
    rng = RNG(1)
    assert {choose((1, 2, 3), rng) for _ in range(40)} == {1, 2, 3}
