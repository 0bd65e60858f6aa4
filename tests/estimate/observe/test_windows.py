"""The months a figure speaks about, and what of the model they add up to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.estimate.observe.conftest import MONTHS
from tumen.codebook.model import Model
from tumen.estimate.engine.system import System
from tumen.estimate.observe.windows import (
    Window,
    cut_by_cliff,
    mean_stock,
    months_of_year,
    tried_months,
    whole_flow,
    window_of,
)
from tumen.records.period import Period

WINDOWS = st.tuples(st.integers(0, MONTHS - 1), st.integers(0, MONTHS - 1)).map(
    lambda pair: Window(min(pair), max(pair), 30)
)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2024-03-15", "2024-03-15", (26, 26)),
        ("2024-01-01", "2024-12-31", (24, 35)),
        ("2021-06-01", "2022-02-28", (0, 1)),
        ("2025-12-01", "2030-01-31", (47, 47)),
        ("2020-01-01", "2030-01-01", (0, 47)),
        (None, "2024-03-31", (26, 26)),
        ("2024-03-01", None, (26, 26)),
    ],
)
def test_the_months_of_a_period(
    model: Model, first: str | None, last: str | None, months: tuple[int, int]
) -> None:
    window = window_of(Period(day(first), day(last)), model, MONTHS)
    assert window is not None
    assert (window.first, window.last) == months


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (None, None),
        ("2019-01-01", "2021-12-31"),
        ("2026-01-01", "2026-12-31"),
        (None, "2021-12-31"),
        ("2026-01-01", None),
    ],
)
def test_a_period_outside_the_model_has_no_months(
    model: Model, first: str | None, last: str | None
) -> None:
    assert window_of(Period(day(first), day(last)), model, MONTHS) is None


@pytest.mark.parametrize(
    ("last", "is_batch"),
    [
        ("2024-03-01", True),
        ("2024-04-30", True),
        ("2024-05-01", True),
        ("2024-05-02", False),
    ],
)
def test_a_batch_came_within_two_months(
    model: Model, last: str, is_batch: bool
) -> None:
    window = window_of(Period(day("2024-03-01"), day(last)), model, MONTHS)
    assert window is not None
    assert window.is_batch is is_batch


def test_days_are_those_of_the_words_not_of_the_model(model: Model) -> None:
    window = window_of(Period(day("2021-01-01"), day("2022-01-31")), model, MONTHS)
    assert window == Window(0, 0, 396)


def test_a_window_counts_both_ends() -> None:
    assert Window(24, 35, 366).months == 12


@pytest.mark.parametrize(
    ("months", "is_cut"),
    [
        ((20, 31), False),
        ((20, 32), True),
        ((24, 35), True),
        ((32, 33), True),
        ((34, 40), True),
        ((35, 40), False),
        ((33, 33), False),
        ((32, 32), False),
        ((10, 20), False),
    ],
)
def test_a_cliff_cuts_windows_in_which_it_begins_or_ends(
    model: Model, months: tuple[int, int], is_cut: bool
) -> None:
    assert cut_by_cliff(Window(*months, days=365), model) is is_cut


@pytest.mark.parametrize("count", [1, 2, 11, 12])
def test_every_month_of_a_short_window_is_tried(count: int) -> None:
    window = Window(5, 4 + count, 365)
    assert tried_months(window) == tuple(range(5, 5 + count))


def test_a_long_window_is_tried_evenly() -> None:
    assert tried_months(Window(0, 22, 700)) == tuple(range(0, 23, 2))


@given(WINDOWS)
def test_at_most_twelve_months_are_tried_both_ends_among_them(window: Window) -> None:
    tried = tried_months(window)
    assert len(tried) == len(set(tried)) == min(window.months, 12)
    assert (tried[0], tried[-1]) == (window.first, window.last)


@given(WINDOWS)
def test_the_weights_of_a_mean_stock_add_up_to_one(
    system: System, window: Window
) -> None:
    months = range(window.first, window.last + 1)
    mean = mean_stock(system, ["working"], months)
    assert sum(mean.values()) == pytest.approx(1.0)


def test_a_stock_is_taken_at_the_ends_of_months(system: System) -> None:
    assert mean_stock(system, ["working", "student"], [3, 4]) == {
        system.stock_at(4, 0): 0.5,
        system.stock_at(4, 1): 0.5,
        system.stock_at(5, 0): 0.5,
        system.stock_at(5, 1): 0.5,
    }


def test_no_compartments_are_nothing(system: System) -> None:
    assert mean_stock(system, [], [3, 4]) == {}


def test_flows_are_summed_over_months(system: System) -> None:
    assert whole_flow(system, ["flees", "found"], [0, 1]) == {
        system.flow_in(0, 4): 1.0,
        system.flow_in(0, 5): 1.0,
        system.flow_in(1, 4): 1.0,
        system.flow_in(1, 5): 1.0,
    }


@pytest.mark.parametrize(
    ("year", "months"),
    [
        (2021, range(0)),
        (2022, range(12)),
        (2024, range(24, 36)),
        (2025, range(36, 48)),
        (2026, range(48, 48)),
    ],
)
def test_the_months_of_a_year(model: Model, year: int, months: range) -> None:
    assert list(months_of_year(year, model, MONTHS)) == list(months)


def test_a_year_that_the_model_ends_in_is_clipped(model: Model) -> None:
    assert months_of_year(2024, model, 30) == range(24, 30)
