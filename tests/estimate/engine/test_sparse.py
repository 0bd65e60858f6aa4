"""Weighted sums are kept row by row, whatever is joined to them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.estimate.engine.sparse import NOTHING, join_rows, make_weights, stack_rows

VECTOR = np.array([1.0, 10.0, 100.0, 1000.0])
ROW = st.dictionaries(st.integers(0, 3), st.floats(-9, 9), max_size=4)


def test_a_row_is_a_weighted_sum() -> None:
    weights = make_weights([{0: 1.0, 2: 0.5}, {3: -1.0}])
    assert list(weights.sums(VECTOR)) == [51.0, -1000.0]


def test_an_empty_row_is_nothing() -> None:
    weights = make_weights([{}, {1: 1.0}, {}])
    assert list(weights.sums(VECTOR)) == [0.0, 10.0, 0.0]


def test_no_rows_have_no_sums() -> None:
    weights = make_weights([])
    assert (weights.rows, weights.sums(VECTOR).size) == (0, 0)


def test_nothing_stacked_below_changes_nothing() -> None:
    weights = make_weights([{0: 1.0}])
    assert list(stack_rows(weights, NOTHING).sums(VECTOR)) == [1.0]
    assert NOTHING.rows == 0


def test_every_entry_knows_its_row() -> None:
    weights = make_weights([{0: 1.0, 2: 1.0}, {}, {3: 1.0}])
    assert list(weights.owner) == [0, 0, 2]


@given(st.lists(ROW, min_size=1, max_size=5))
def test_sums_are_those_written_out(rows: list[dict[int, float]]) -> None:
    written = [sum(w * VECTOR[place] for place, w in row.items()) for row in rows]
    assert make_weights(rows).sums(VECTOR) == pytest.approx(written)


@given(st.lists(st.tuples(ROW, st.floats(-9, 9)), min_size=1, max_size=5))
def test_scaled_rows_have_scaled_sums(
    rows: list[tuple[dict[int, float], float]],
) -> None:
    weights = make_weights(row for row, _ in rows)
    factors = np.array([factor for _, factor in rows])
    assert weights.scaled(factors).sums(VECTOR) == pytest.approx(
        weights.sums(VECTOR) * factors
    )


@given(st.lists(st.tuples(ROW, ROW), min_size=1, max_size=5))
def test_joined_rows_add_up(
    pairs: list[tuple[dict[int, float], dict[int, float]]],
) -> None:
    left = make_weights(row for row, _ in pairs)
    right = make_weights(row for _, row in pairs)
    assert join_rows(left, right).sums(VECTOR) == pytest.approx(
        left.sums(VECTOR) + right.sums(VECTOR)
    )


@given(st.lists(ROW, max_size=5), st.lists(ROW, max_size=5))
def test_stacked_rows_stand_behind_each_other(
    upper: list[dict[int, float]], lower: list[dict[int, float]]
) -> None:
    both = stack_rows(make_weights(upper), make_weights(lower)).sums(VECTOR)
    apart = [make_weights(rows).sums(VECTOR) for rows in (upper, lower)]
    assert np.array_equal(both, np.concatenate(apart))
