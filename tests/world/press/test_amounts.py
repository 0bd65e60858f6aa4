"""Values are rounded the way they are told; bounds are never invented."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.press.conftest import RULES
from tumen.records.amount import FILLED, Amount, Qualifier
from tumen.world.press.amounts import Told, amount_words, grain_of, tell

STYLES = ("exact", "about", "over", "at_least", "up_to", "under", "between")


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("exact", Told("exact", 12000, 12000, 12000)),
        ("about", Told("about", best=12000)),
        ("over", Told("over", low=12000)),
        ("at_least", Told("at_least", low=12000)),
        ("up_to", Told("up_to", high=13000)),
        ("under", Told("under", high=13000)),
        ("between", Told("between", low=11000, high=14000)),
    ],
)
def test_a_qualifier_fills_what_it_says(style: str, told: Told) -> None:
    assert tell(12340, style, digits=2, step=1) == told


@given(
    st.floats(min_value=1, max_value=1e9),
    st.sampled_from(STYLES),
    st.integers(min_value=0, max_value=3),
)
def test_what_is_told_is_an_amount_that_a_claim_may_hold(
    value: float, style: str, digits: int
) -> None:
    told = tell(value, style, digits=digits, step=1)
    amount = Amount(
        low=told.low,
        best=told.best,
        high=told.high,
        unit="persons",
        qualifier=Qualifier(told.qualifier),
    )
    filled = (amount.low, amount.best, amount.high)
    assert tuple(n is not None for n in filled) == FILLED[amount.qualifier]
    assert told.low is None or told.qualifier == "exact" or told.low <= value * 1.0001
    assert told.high is None or told.qualifier == "exact" or told.high >= value * 0.9999


def test_small_ranges_begin_above_nothing() -> None:
    assert tell(0.6, "over", digits=2, step=1).qualifier == "about"


@pytest.mark.parametrize(
    ("value", "word"),
    [(40, "vague_dozens"), (400, "vague_hundreds"), (4000, "vague_thousands")],
)
def test_a_vague_word_fits_the_value(value: float, word: str) -> None:
    assert tell(value, "vague", digits=1, step=1) == Told(word)


def test_too_few_for_a_vague_word_are_told_as_a_number() -> None:
    assert tell(3, "vague", digits=1, step=1) == Told("about", best=3)


def test_the_grain_follows_the_digits() -> None:
    assert grain_of(12340, 2, 1) == 1000
    assert grain_of(12340, 0, 1) == 1
    assert grain_of(42, 2, 5) == 5


def words(told: Told, form: str) -> set[str]:
    return {
        amount_words(told, form, RULES, np.random.default_rng(seed))
        for seed in range(200)
    }


def test_the_words_hold_the_number_and_its_sign() -> None:
    assert "about 12,000" in words(Told("about", best=12000), "amount")
    assert "up to $150" in words(Told("up_to", high=150), "dollars")
    assert "1.5 million dollars" in words(Told("exact", 1.5e6, 1.5e6, 1.5e6), "dollars")
    assert "about 2 billion US dollars" in words(Told("about", best=2e9), "dollars")
    assert "between 40 percent and 50 percent" in words(
        Told("between", low=40, high=50), "percent"
    )


def test_small_numbers_are_often_words() -> None:
    assert {"nine", "9"} <= words(Told("exact", 9, 9, 9), "amount")


def test_a_vague_word_needs_no_number() -> None:
    assert words(Told("vague_dozens"), "amount") == {"dozens of", "several dozen"}


def test_the_first_way_is_the_plain_number() -> None:
    told = Told("exact", 41000, 41000, 41000)
    said = {
        amount_words(told, "percent", RULES, np.random.default_rng(n), first_way=True)
        for n in range(100)
    }
    assert not any("exactly" in each for each in said)
