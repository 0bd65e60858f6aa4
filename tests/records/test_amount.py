"""Bounds of a figure are those of its words, or it is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import FigureError
from tumen.records.amount import FILLED, Amount, Qualifier

Bounds = tuple[float | None, float | None, float | None]

VALUE = st.none() | st.floats(0, 1e9)


@pytest.mark.parametrize(
    ("qualifier", "bounds"),
    [
        (Qualifier.EXACT, (13, 13, 13)),
        (Qualifier.ABOUT, (None, 3000, None)),
        (Qualifier.OVER, (20000, None, None)),
        (Qualifier.AT_LEAST, (3, None, None)),
        (Qualifier.UP_TO, (None, None, 50000)),
        (Qualifier.UNDER, (None, None, 10000)),
        (Qualifier.BETWEEN, (4, None, 5)),
        (Qualifier.VAGUE_DOZENS, (None, None, None)),
        (Qualifier.VAGUE_HUNDREDS, (None, None, None)),
        (Qualifier.VAGUE_THOUSANDS, (None, None, None)),
        (Qualifier.NONE, (None, None, None)),
    ],
)
def test_each_qualifier_fills_its_bounds(qualifier: Qualifier, bounds: Bounds) -> None:
    low, best, high = bounds
    amount = Amount(low=low, best=best, high=high, qualifier=qualifier)
    assert amount.has_value is any(value is not None for value in bounds)


@given(st.sampled_from(Qualifier), VALUE, VALUE, VALUE)
def test_no_bound_is_filled_that_the_words_do_not_give(
    qualifier: Qualifier, low: float | None, best: float | None, high: float | None
) -> None:
    given_ = tuple(value is not None for value in (low, best, high))
    fits = given_ == FILLED.get(qualifier, (False, False, False))
    in_order = low is None or high is None or low <= high
    made = made_or_none(low, best, high, qualifier)
    assert (made is not None) is (fits and in_order)


def made_or_none(
    low: float | None, best: float | None, high: float | None, qualifier: Qualifier
) -> Amount | None:
    with suppress(FigureError):
        return Amount(low=low, best=best, high=high, qualifier=qualifier)
    return None


def test_low_above_high_is_refused() -> None:
    with pytest.raises(FigureError, match="low 9 is above high 2"):
        Amount(low=9, high=2, qualifier=Qualifier.BETWEEN)


def test_a_missing_bound_names_the_qualifier() -> None:
    with pytest.raises(FigureError, match="do not fit the qualifier about") as caught:
        Amount(low=9, qualifier=Qualifier.ABOUT)
    assert "(low 9)" in caught.value.problem
    assert "goes with best:" in caught.value.remedy


def test_nothing_said_is_no_value() -> None:
    assert not Amount().has_value
