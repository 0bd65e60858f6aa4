"""Everything a world holds, in columns of equal length."""

from datetime import date

import pytest

from tumen.publish.world_tables import (
    event_columns,
    month_columns,
    site_columns,
    world_columns,
)
from tumen.records.world import World, WorldEvent, WorldSite, WorldTable

STOCKS = WorldTable(
    name="stocks",
    label="people at the end of the month",
    unit="persons",
    columns=("C0", "C4"),
    rows=((9.0, 1.0), (8.0, 2.0)),
)
SITE = WorldSite(
    number=0,
    region="Primorsky Krai",
    trade="building",
    firm=3,
    opened=0,
    closed=None,
    most=7,
    conditions={"cond.hours": 14.0, "cond.wage_gross": 700.0},
)
STRIKE = WorldEvent(
    number=0,
    month=1,
    day=9,
    element="event.strike",
    region="Primorsky Krai",
    site=0,
    trade="building",
    count=5,
    days=2,
)
FLIGHT = WorldEvent(
    number=1, month=1, day=20, element="event.escape", way="T9", count=3, cause=0
)


@pytest.fixture
def world() -> World:
    return World(
        codebook="invented",
        version="1",
        scenario="plain",
        label="as it was",
        seed=1,
        people=10,
        first=date(2005, 12, 1),
        tables={"stocks": STOCKS},
        sites=(SITE,),
        events=(STRIKE, FLIGHT),
        policies={},
    )


def test_every_table_and_events_and_sites_are_there(world: World) -> None:
    assert list(world_columns(world)) == ["stocks", "events", "sites"]


def test_columns_of_a_table_are_of_equal_length(world: World) -> None:
    lengths = [
        {len(column) for column in columns.values()}
        for columns in world_columns(world).values()
    ]
    assert lengths == [{2}, {2}, {1}]


def test_months_stand_in_front_by_the_calendar(world: World) -> None:
    columns = month_columns(world, STOCKS)
    assert list(columns) == ["month", "C0", "C4"]
    assert columns["month"] == ["2005-12", "2006-01"]


def test_numbers_stand_under_their_names(world: World) -> None:
    assert tuple(month_columns(world, STOCKS)["C4"]) == (1.0, 2.0)


def test_events_have_a_date_in_place_of_month_and_day(world: World) -> None:
    columns = event_columns(world)
    assert columns["date"] == ["2006-01-09", "2006-01-20"]
    assert not {"month", "day"} & columns.keys()


def test_events_keep_everything_else_that_they_say(world: World) -> None:
    columns = event_columns(world)
    assert columns["element"] == ["event.strike", "event.escape"]
    assert columns["cause"] == [None, 0]
    assert columns["region"] == ["Primorsky Krai", None]
    assert columns.keys() - {"date"} == set(WorldEvent.__slots__) - {"month", "day"}


def test_a_site_has_a_column_for_each_condition(world: World) -> None:
    columns = site_columns(world)
    assert columns["cond.hours"] == [14.0]
    assert columns["closed"] == [None]
    assert "conditions" not in columns


def test_a_world_without_sites_and_events_has_columns_all_the_same() -> None:
    empty = World(
        codebook="invented",
        version="1",
        scenario="plain",
        label="as it was",
        seed=1,
        people=10,
        first=date(2005, 12, 1),
        tables={},
        sites=(),
        events=(),
        policies={},
    )
    assert site_columns(empty)["region"] == []
    assert event_columns(empty)["date"] == []
