"""The envelope states what origins say and makes up nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.estimate.band import Band, band_of, quantile
from tumen.estimate.statements import Statement
from tumen.records.ids import ClaimId

Sides = tuple[float | None, float | None]


def say(*sides: Sides) -> Band:
    return band_of(
        [
            Statement(str(n), ClaimId(str(n)), low, high, date(2024, 12, 31))
            for n, (low, high) in enumerate(sides)
        ]
    )


@pytest.mark.parametrize(
    ("sides", "low", "middle", "high"),
    [
        ((), None, None, None),
        (((3000, 3000),), 3000, 3000, 3000),
        (((3000, 3000), (4000, 4000)), 3000, 3500, 4000),
        (((30000, 30000), (30000, 30000), (34000, 34000)), 30000, 30000, 34000),
        (((100, 500),), 100, None, 500),
        (((20000, None),), 20000, None, None),
        (((10000, None), (20000, None)), 20000, None, None),
        (((None, 37000),), None, None, 37000),
        (((None, 37000), (None, 10000)), None, None, 10000),
        (((3000, None), (None, 9000)), 3000, None, 9000),
        (((20000, None), (None, 10000)), 10000, None, 20000),
        (
            ((34000, 34000), (31000, 31000), (25000, 30000), (20000, None)),
            25000,
            31000,
            34000,
        ),
    ],
)
def test_the_band_of(
    sides: tuple[Sides, ...],
    low: float | None,
    middle: float | None,
    high: float | None,
) -> None:
    band = say(*sides)
    assert (band.low, band.middle, band.high) == (low, middle, high)


def test_at_least_never_pulls_down() -> None:
    assert say((30000, 30000), (20000, None)) == say((30000, 30000))


def test_at_least_lifts_what_lies_below_it() -> None:
    band = say((10000, 10000), (20000, None))
    assert (band.low, band.middle, band.high) == (10000, 10000, 20000)


def test_up_to_never_pulls_up() -> None:
    assert say((8000, 8000), (None, 10000)) == say((8000, 8000))


def test_up_to_takes_down_what_lies_above_it() -> None:
    band = say((12000, 12000), (None, 10000))
    assert (band.low, band.middle, band.high) == (10000, 12000, 12000)


def test_a_range_weighs_as_much_as_a_number() -> None:
    assert say((1000, 1000), (2000, 4000)).mean == 2000


def test_quarters_lie_between_the_values() -> None:
    band = say(*[(n * 1000, n * 1000) for n in range(1, 6)])
    assert (band.quarter, band.three_quarters) == (1750, 4250)


SIDE = st.floats(0, 1e6)
ANY = st.one_of(
    SIDE.map(lambda v: (v, v)),
    st.tuples(SIDE, SIDE).map(lambda pair: (min(pair), max(pair))),
    SIDE.map(lambda v: (v, None)),
    SIDE.map(lambda v: (None, v)),
)


@given(st.lists(ANY, max_size=8))
def test_the_five_numbers_are_in_order(sides: list[Sides]) -> None:
    band = say(*sides)
    five = (band.low, band.quarter, band.middle, band.three_quarters, band.high)
    stated = [value for value in five if value is not None]
    assert stated == sorted(stated)


@given(st.lists(ANY, min_size=1, max_size=8))
def test_the_ends_are_stated_by_somebody(sides: list[Sides]) -> None:
    band = say(*sides)
    stated = {side for pair in sides for side in pair}
    assert {band.low, band.high} - {None} <= stated


@given(st.lists(ANY, max_size=6), SIDE)
def test_a_lower_bound_never_lowers_anything(sides: list[Sides], bound: float) -> None:
    before, after = say(*sides), say(*sides, (bound, None))
    assert before.low is None or (after.low is not None and after.low >= before.low)


@given(st.floats(0, 1))
def test_a_quantile_of_one_value_is_that_value(share: float) -> None:
    assert quantile([(7.0, 1.0)], share) == 7.0
