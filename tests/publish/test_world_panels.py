"""Panels share one axis of time; labels do not touch."""

from datetime import date

import pytest

from tumen.publish.axes import Days
from tumen.publish.world_months import Months
from tumen.publish.world_panels import (
    END_APART,
    LEFT,
    Frame,
    columns,
    fill,
    mark_policies,
    month_days,
    stack,
    time_axis,
    trace,
)
from tumen.records.world import World

DAYS = (date(2020, 1, 1), date(2021, 1, 1))


@pytest.fixture
def frame() -> Frame:
    axis = Days(DAYS[0], DAYS[1], 0.0, 100.0)
    return Frame(axis, 0.0, 100.0, "Present", "people")


def test_the_axis_reaches_to_the_end_of_the_last_month(world: World) -> None:
    axis = time_axis(world)
    assert (axis.first, axis.last) == (date(2017, 1, 1), date(2018, 3, 1))
    assert axis.x(world.first) == LEFT


def test_a_number_stands_at_the_end_of_its_month(world: World) -> None:
    assert month_days(world)[0] == date(2017, 2, 1)


def test_parts_are_stacked_on_each_other(frame: Frame) -> None:
    panel = stack(frame, DAYS, [("a", (0.0, 40.0)), ("b", (0.0, 60.0))])
    assert panel.areas == (
        "0.0,100.0 100.0,60.0 100.0,100.0 0.0,100.0",
        "0.0,100.0 100.0,0.0 100.0,60.0 0.0,100.0",
    )
    assert [end.text for end in panel.ends] == ["a 40", "b 60"]


def test_lines_have_one_scale(frame: Frame) -> None:
    panel = trace(frame, DAYS, [("a", (50.0, 100.0)), ("b", (0.0, 25.0))])
    assert panel.lines == ("0.0,50.0 100.0,0.0", "0.0,100.0 100.0,75.0")


def test_labels_at_the_end_are_moved_apart(frame: Frame) -> None:
    ends = trace(frame, DAYS, [("a", (0.0, 99.0)), ("b", (0.0, 100.0))]).ends
    assert ends[0].y - ends[1].y >= END_APART


def test_an_area_on_its_own_is_named_by_its_panel(frame: Frame) -> None:
    panel = fill(frame, DAYS, ("", (1.0, 4.0)))
    assert (len(panel.areas), panel.ends) == (1, ())


def test_a_year_has_a_bar_and_its_number(frame: Frame) -> None:
    bar = columns(frame, [2020], [50.0]).bars[0]
    assert (bar.text, bar.y + bar.height) == ("50", 100.0)
    assert bar.x >= 0.0
    assert bar.x + bar.width <= 100.0


def test_a_scale_of_nothing_is_a_scale(frame: Frame) -> None:
    assert columns(frame, [2020], [0.0]).bars[0].height == 0.0


def test_marks_that_would_touch_stand_on_different_lines(
    months: Months, world: World
) -> None:
    marks, bottom = mark_policies(months.policies, world, time_axis(world), 50.0)
    assert [mark.text for mark in marks] == [
        "early, 2016-10 to 2017-02",
        "own order, 2017-03 to 2017-06",
        "permit ban, 2017-09",
    ]
    assert marks[0].y != marks[1].y
    assert bottom > marks[1].y


def test_a_policy_from_before_begins_with_the_world(
    months: Months, world: World
) -> None:
    marks, _ = mark_policies(months.policies, world, time_axis(world), 50.0)
    assert marks[0].x == LEFT
