"""Years in a row join to a band; conflicts are pairs of bars; gaps stay gaps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.publish.conftest import HARBOUR, SIDES, UNION, cleared
from tumen.publish.axes import Days, Numbers
from tumen.publish.series_bands import (
    colours_of,
    day_of,
    envelope_steps,
    has_model,
    model_runs,
    outline,
    side_bars,
    spread,
    values_of,
)
from tumen.records.release import ReleasedEstimate

Estimates = Callable[..., ReleasedEstimate]
DAYS = Days(date(2019, 1, 1), date(2026, 12, 31), 0.0, 800.0)
NUMBERS = Numbers(0.0, 100_000.0, 400.0, 0.0, by_tens=False)


def test_years_in_a_row_join(make_band: Estimates) -> None:
    series = [make_band(2019), make_band(2020), make_band(2021)]
    (run,) = model_runs(series, DAYS, NUMBERS)
    assert len(run.middle.split()) == 3
    assert len(run.outer.split()) == 6


@pytest.mark.parametrize("between", ["make_untold", "make_split"])
def test_a_year_without_a_band_cuts_it(
    request: pytest.FixtureRequest, make_band: Estimates, between: str
) -> None:
    other = request.getfixturevalue(between)
    series = [make_band(2019), make_band(2020), other(2021), make_band(2022)]
    assert len(model_runs(series, DAYS, NUMBERS)) == 2


def test_a_missing_year_cuts_the_band(make_band: Estimates) -> None:
    assert len(model_runs([make_band(2019), make_band(2021)], DAYS, NUMBERS)) == 2


def test_a_year_alone_is_broad_enough_to_be_seen(make_band: Estimates) -> None:
    (run,) = model_runs([make_band(2020)], DAYS, NUMBERS)
    left, right = (float(point.split(",")[0]) for point in run.middle.split())
    assert right - left == pytest.approx(18)


def test_an_end_below_five_reaches_the_floor(make_band: Estimates) -> None:
    (run,) = model_runs([make_band(2020, q05=None, q25=None)], DAYS, NUMBERS)
    assert run.outer.endswith(",400.0")


def test_today_is_left_out_beside_the_end_of_the_year(make_band: Estimates) -> None:
    today = make_band(date=date(2026, 1, 5))
    assert [e.date.year for e in spread([make_band(2025), today])] == [2025]


def test_what_happened_in_a_year_stands_in_its_middle(make_band: Estimates) -> None:
    assert day_of(make_band(2024, measure="flow")) == date(2024, 7, 2)
    assert day_of(make_band(2024)) == date(2024, 12, 31)


def test_a_conflict_is_two_bars_side_by_side(make_split: Estimates) -> None:
    lower, upper = side_bars([make_split(2024)], DAYS, NUMBERS)
    assert upper.x - lower.x == 8
    assert lower.middle > upper.middle
    assert (lower.label, upper.label) == (f"if {HARBOUR}", f"if {UNION}")


def test_only_the_last_conflict_is_labelled(make_split: Estimates) -> None:
    bars = side_bars([make_split(2023), make_split(2024)], DAYS, NUMBERS)
    assert [bool(bar.label) for bar in bars] == [False, False, True, True]


def test_an_origin_keeps_its_colour(make_split: Estimates) -> None:
    series = [make_split(2023), make_split(2024, conditionals=SIDES[::-1])]
    conditions = [f"if {origin} is right" for origin in (HARBOUR, UNION)]
    assert colours_of(series) == dict(zip(conditions, (0, 1), strict=True))


def test_a_bar_by_other_things_than_people_says_so(make_split: Estimates) -> None:
    sides = (SIDES[0], replace(SIDES[1], counted=cleared("border crossings")))
    lower, upper = side_bars([make_split(2024, conditionals=sides)], DAYS, NUMBERS)
    assert (lower.label, upper.label) == ("by border crossings", f"if {UNION}")


def test_the_envelope_is_drawn_where_the_model_is_silent(
    make_band: Estimates, make_untold: Estimates
) -> None:
    series = [make_band(2020), make_untold(2021), make_untold(2022, engine="carried")]
    steps = envelope_steps(series, DAYS, NUMBERS)
    assert [step.carried for step in steps] == [False, True]
    assert steps[0].x == pytest.approx(DAYS.x(date(2020, 12, 31)))


def test_an_answer_without_numbers_has_no_step(make_untold: Estimates) -> None:
    assert envelope_steps([make_untold(q05=None)], DAYS, NUMBERS) == []


def test_an_axis_holds_both_sides_of_a_conflict(
    make_split: Estimates, make_untold: Estimates
) -> None:
    values = values_of([make_split(2024), make_untold(2023)])
    assert (min(values), max(values)) == (2801.0 / 2, 14023.0 * 2)


def test_an_envelope_is_no_model(make_band: Estimates, make_untold: Estimates) -> None:
    assert has_model([make_untold(), make_band()])
    assert not has_model([make_untold()])


def test_an_outline_goes_along_the_top_and_back_along_the_bottom() -> None:
    assert outline([1, 2], [9, 8], [3, 4]) == "1.0,3.0 2.0,4.0 2.0,8.0 1.0,9.0"
