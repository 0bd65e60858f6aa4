"""What of the model a figure counts, and how surely."""

from math import log

import pytest

from tests.estimate.observe.conftest import (
    MARCH,
    OVER_THE_CLIFF,
    PERSON,
    YEAR,
    Watch,
    only,
    reading_of,
    said,
    told,
)
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.system import System


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"element": "people.permit_valid", "unit": "permits"}, "permits"),
        (
            {"element": "people.visa_issued", "measure": "flow", "unit": "visas"},
            "visas",
        ),
        (
            {"element": "people.entries", "measure": "flow", "unit": "entries"},
            "entries",
        ),
        ({"element": "people.visa_issued", "flags": ("stock_or_flow",)}, "visas"),
    ],
)
def test_papers_and_crossings_are_never_people_present(
    watch: Watch, change: dict[str, object], name: str
) -> None:
    assert only(watch(told(3000, **change))).observables == (name,)


def test_a_stock_is_compared_with_the_end_of_its_month(
    watch: Watch, system: System
) -> None:
    reading = reading_of(watch(told(3000, **MARCH)))
    assert reading.above == {system.stock_at(27, 0): 1.0, system.stock_at(27, 1): 1.0}
    assert reading.below == {}


def test_a_stock_over_a_year_is_compared_with_its_mean(watch: Watch) -> None:
    reading = reading_of(watch(told(3000, **YEAR)))
    assert len(reading.above) == 24
    assert sum(reading.above.values()) == pytest.approx(2.0)


def test_a_flow_is_the_sum_over_its_months(watch: Watch) -> None:
    reading = reading_of(watch(told(3000, measure="flow", **YEAR)))
    assert sorted(reading.above.values()) == [1.0] * 24


def test_a_rate_is_the_mean_over_its_months(watch: Watch) -> None:
    claim = told(120, measure="rate", unit="persons/year", **YEAR)
    reading = reading_of(watch(claim))
    assert sum(reading.above.values()) == pytest.approx(2.0)
    assert (reading.low, reading.high) == pytest.approx(
        (log(119.5 / 12), log(120.5 / 12))
    )


def test_a_share_is_a_part_of_those_present(watch: Watch, system: System) -> None:
    claim = told(30, measure="share", unit="percent", **MARCH)
    reading = reading_of(watch(claim))
    assert reading.above == {system.stock_at(27, 1): 1.0}
    assert reading.below == {system.stock_at(27, 0): 1.0, system.stock_at(27, 1): 1.0}
    assert (reading.low, reading.high) == pytest.approx((log(0.295), log(0.305)))


def test_small_counts_are_noisier(watch: Watch) -> None:
    reading = reading_of(watch(said((100, 400), qualifier="between")))
    assert reading.noise == pytest.approx((0.15**2 + 1 / 200) ** 0.5)


def test_a_share_is_as_noisy_as_its_house(watch: Watch) -> None:
    claim = told(30, measure="share", unit="percent")
    reading = reading_of(watch(claim))
    assert reading.noise == 0.15


@pytest.mark.parametrize(
    ("value", "qualifier", "top"),
    [
        (5000, "exact", 5000),
        (5000, "about", 5000),
        (5000, "over", 5000),
        ((4000, 5000), "between", 5000),
    ],
)
def test_a_ceiling_reads_every_number_as_up_to(
    watch: Watch, value: float, qualifier: str, top: float
) -> None:
    claim = said(value, qualifier=qualifier, element="people.entries", measure="flow")
    reading = reading_of(watch(claim))
    assert reading.form is Form.UP_TO
    assert reading.high == pytest.approx(log(top))


def test_a_ceiling_of_nobody_is_nobody(watch: Watch) -> None:
    claim = told(0, element="people.entries", measure="flow", **YEAR)
    reading = reading_of(watch(claim))
    assert (reading.form, reading.high) == (Form.AT_MOST, log(0.5))


@pytest.mark.parametrize(
    ("last", "unit", "form"),
    [
        ("2024-03-01", "persons", Form.AT_LEAST),
        ("2024-04-30", "persons", Form.AT_LEAST),
        ("2024-05-02", "persons", Form.INTERVAL),
        ("2024-03-01", "arrivals", Form.INTERVAL),
    ],
)
def test_people_who_came_within_two_months_are_a_floor(
    watch: Watch, last: str, unit: str, form: Form
) -> None:
    claim = told(200, measure="flow", unit=unit, first="2024-03-01", last=last)
    reading = reading_of(watch(claim))
    assert reading.form is form
    assert reading.low == pytest.approx(log(199.5))


def test_people_present_within_two_months_are_no_floor(watch: Watch) -> None:
    reading = reading_of(watch(told(3000, **MARCH)))
    assert reading.form is Form.INTERVAL


@pytest.mark.parametrize(("value", "qualifier"), [(0, "exact"), (40, "up_to")])
def test_a_roof_over_a_short_time_is_no_floor(
    watch: Watch, value: float, qualifier: str
) -> None:
    claim = said(value, qualifier=qualifier, measure="flow")
    reading = reading_of(watch(claim))
    assert reading.form in (Form.AT_MOST, Form.UP_TO)


def test_a_printed_five_of_its_house_may_be_fewer(watch: Watch) -> None:
    claims = (
        said(5, element="people.hiding"),
        said(5, PERSON, element="people.hiding", page="b"),
    )
    tops = [s.term.readings[0].high for s in watch(*claims).statements]
    lows = [s.term.readings[0].low for s in watch(*claims).statements]
    assert tops == pytest.approx([log(5.5), log(5.5)])
    assert sorted(lows)[1] == pytest.approx(log(4.5))
    assert sorted(lows)[0] < log(1)


def test_a_vague_word_is_a_range(watch: Watch) -> None:
    claim = said(None, qualifier="vague_hundreds")
    reading = reading_of(watch(claim))
    assert (reading.low, reading.high) == pytest.approx((log(150), log(1000)))


def test_words_that_allow_both_are_read_both_ways(watch: Watch) -> None:
    claim = told(3000, flags=("stock_or_flow",), **YEAR)
    statement = only(watch(claim))
    assert statement.observables == ("present", "sent")
    weights = [reading.weight for reading in statement.term.readings]
    assert weights == pytest.approx([2 / 3, 1 / 3])


def test_a_reading_without_a_size_leaves_the_other_whole(watch: Watch) -> None:
    claim = told(30, unit="percent", either="share")
    statement = only(watch(claim))
    assert statement.observables == ("share_student",)
    assert [reading.weight for reading in statement.term.readings] == [1.0]


def test_months_that_are_tried_share_the_weight_of_their_reading(watch: Watch) -> None:
    claim = told(3000, flags=("stock_or_flow",), **OVER_THE_CLIFF)
    weights = [reading.weight for reading in only(watch(claim)).term.readings]
    assert weights == pytest.approx([*[2 / 3 / 12] * 12, 1 / 3])


def test_over_a_cliff_every_month_is_tried(watch: Watch) -> None:
    readings = only(watch(told(3000, **OVER_THE_CLIFF))).term.readings
    assert [reading.weight for reading in readings] == pytest.approx([1 / 12] * 12)
    assert [len(reading.above) for reading in readings] == [2] * 12


def test_over_a_cliff_long_windows_are_tried_twelve_times(watch: Watch) -> None:
    claim = told(3000, first="2023-01-01", last="2025-06-30")
    assert len(only(watch(claim)).term.readings) == 12


def test_a_flow_over_a_cliff_is_one_sum(watch: Watch) -> None:
    claim = told(3000, measure="flow", **OVER_THE_CLIFF)
    assert len(only(watch(claim)).term.readings) == 1


def test_a_term_has_the_outlier_chance_of_the_model(watch: Watch) -> None:
    observed = watch(said())
    assert (only(observed).term.outlier, observed.width) == (0.05, 6.0)
