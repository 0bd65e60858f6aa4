"""Counts become shares, with an interval over pages."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.score.shares import (
    found_over_pages,
    make_found,
    make_share,
    share_over_pages,
)

COUNTS = st.lists(st.tuples(*[st.integers(0, 20)] * 3), max_size=12)


def test_f1_is_the_harmonic_mean_worked_by_hand() -> None:
    found = make_found(6, 2, 4)
    assert (found.precision, found.recall) == (0.6, 0.75)
    assert found.f1 == pytest.approx(2 / (1 / 0.6 + 1 / 0.75))


def test_nothing_asked_has_no_share() -> None:
    assert make_share(0, 0).share is None
    assert make_found(0, 0, 0).f1 is None


def test_no_pages_have_no_interval(rng: np.random.Generator) -> None:
    assert share_over_pages([], rng).low is None


def test_pages_that_are_all_alike_have_no_width(rng: np.random.Generator) -> None:
    share = share_over_pages([(1, 2)] * 8, rng)
    assert (share.low, share.high) == (0.5, 0.5)


@given(COUNTS)
def test_the_whole_lies_between_the_ends_or_close_by(
    pages: list[tuple[int, int, int]],
) -> None:
    found = found_over_pages(pages, np.random.default_rng(1))
    low, high = found.low or 0.0, 1.0 if found.high is None else found.high
    assert low <= high
    assert found.found == sum(page[0] for page in pages)
