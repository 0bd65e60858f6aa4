"""Scales place values where a reader expects them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.publish.axes import make_days, make_numbers, round_step


@pytest.mark.parametrize(
    ("values", "by_tens"), [([70, 50000], True), ([20, 79], False), ([], False)]
)
def test_far_values_are_scaled_by_tens(values: list[float], by_tens: bool) -> None:
    assert make_numbers(values, 400, 50).by_tens is by_tens


@given(st.lists(st.floats(1, 1e9), min_size=1))
def test_every_value_lies_inside_the_drawing(values: list[float]) -> None:
    scale = make_numbers(values, 400, 50)
    assert all(50 <= scale.y(value) <= 400 for value in values)


def test_larger_is_higher() -> None:
    scale = make_numbers([70, 50000], 400, 50)
    assert scale.y(50000) < scale.y(70)
    assert scale.y(0) == 400


@pytest.mark.parametrize(
    ("values", "ticks"),
    [([20, 79], (0, 20, 40, 60, 80)), ([90, 4000], (100, 200, 500, 1000, 2000, 5000))],
)
def test_ticks_are_round(values: list[float], ticks: tuple[float, ...]) -> None:
    assert make_numbers(values, 400, 50).ticks()[: len(ticks)] == ticks


@pytest.mark.parametrize(("value", "step"), [(7, 10), (2, 2), (31, 50), (0.3, 0.5)])
def test_steps_are_one_two_or_five(value: float, step: float) -> None:
    assert round_step(value) == pytest.approx(step)


def test_days_cover_whole_years() -> None:
    days = make_days([date(2017, 5, 5), date(2019, 2, 2)], 0, 100)
    assert (days.first, days.last) == (date(2017, 1, 1), date(2019, 12, 31))
    assert days.years() == (2017, 2018, 2019)


def test_long_times_print_at_most_twelve_years() -> None:
    assert len(make_days([date(1950, 1, 1), date(2025, 1, 1)], 0, 100).years()) <= 12


def test_days_outside_stand_at_the_edge() -> None:
    assert make_days([date(2017, 5, 5)], 0, 100).x(date(2030, 1, 1)) == 100


@pytest.mark.parametrize(
    ("height", "ticks"), [(400, (100, 200, 500, 1000)), (60, (100, 1000))]
)
def test_numbers_that_would_touch_are_left_out(
    height: float, ticks: tuple[float, ...]
) -> None:
    scale = make_numbers([90, 700_000], height, 0)
    assert [tick for tick in scale.ticks() if 100 <= tick <= 1000] == list(ticks)
