"""One scenario is drawn at a time, each measure on its own scale."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from tumen.publish.fan_svg import draw_fan
from tumen.records.release import ReleasedProjection

Rows = tuple[ReleasedProjection, ...]


@pytest.fixture
def rows(make_projection: Callable[..., ReleasedProjection]) -> Rows:
    return (
        make_projection(1),
        make_projection(2),
        make_projection(1, measure="people present", unit="persons", q50=9700.0),
        make_projection(2, measure="people present", unit="persons", q50=9800.0),
        make_projection(1, scenario="same", label="no new order"),
        make_projection(2, scenario="same", label="no new order"),
        make_projection(1, scenario="closed", label="border closed"),
    )


@pytest.fixture
def svg(rows: Rows) -> str:
    return draw_fan(rows, "recall", baseline="same")


def test_the_picture_is_well_formed(svg: str) -> None:
    assert ET.fromstring(svg).tag.endswith("svg")  # noqa: S314  # our own text


def test_each_measure_has_a_panel_with_a_fan(svg: str) -> None:
    assert svg.count('<polygon class="band90"') == 2
    assert svg.count('<polyline class="median"') == 2


def test_measures_stand_in_the_order_given(svg: str) -> None:
    assert svg.index("unmet need") < svg.index("people present")


def test_no_change_is_a_dashed_line_where_it_has_a_number(svg: str) -> None:
    assert svg.count('<polyline class="dashed"') == 1
    assert "median of: no new order" in svg


def test_other_scenarios_are_not_drawn_beside_it(svg: str) -> None:
    assert "border closed" not in svg


def test_without_a_baseline_nothing_is_dashed(rows: Rows) -> None:
    assert '<polyline class="dashed"' not in draw_fan(rows, "recall")


def test_no_change_is_not_compared_with_itself(rows: Rows) -> None:
    assert '<polyline class="dashed"' not in draw_fan(rows, "same", baseline="same")


@pytest.mark.parametrize(
    "words",
    [
        "What if: all recalled",
        "year 1",
        "to Jan 2027",
        "persons/year",
        ">100<",
        ">9,800<",
    ],
)
def test_years_units_and_the_last_median_are_written(svg: str, words: str) -> None:
    assert words in svg


def test_the_picture_says_what_it_is_not(svg: str) -> None:
    assert "not what to order" in svg
    assert "invisible to this estimate" in svg


def test_a_number_below_five_is_not_told(
    make_projection: Callable[..., ReleasedProjection],
) -> None:
    row = make_projection(1, q05=None, q25=None, q50=None, under=5)
    svg = draw_fan((row,), "recall")
    assert ">under 5</text>" in svg


def test_an_unknown_scenario_draws_nothing(rows: Rows) -> None:
    assert draw_fan(rows, "nothing") == ""
