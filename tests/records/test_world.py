"""A world is a record like any other: frozen, and read back as it was."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from tumen.records.world import INVENTED, World, WorldEvent, WorldSite, WorldTable
from tumen.store.codec import decode_record, encode_record

TABLE = WorldTable(
    name="stocks",
    label="people at the end of the month",
    unit="persons",
    columns=("C0", "C4"),
    rows=((9.0, 1.0), (8.0, 2.0), (8.5, 1.5)),
)
SITE = WorldSite(
    number=0,
    region="Primorsky Krai",
    trade="building",
    firm=3,
    opened=0,
    closed=None,
    most=7,
    conditions={"cond.hours": 14.0},
)
EVENT = WorldEvent(number=0, month=1, day=9, element="event.escape", way="T9", count=3)


def make_world(first: date = date(2005, 11, 1)) -> World:
    return World(
        codebook="invented",
        version="1",
        scenario="plain",
        label="as it was",
        seed=1,
        people=10,
        first=first,
        tables={"stocks": TABLE},
        sites=(SITE,),
        events=(EVENT,),
        policies={"ban": (0, 2)},
    )


def test_a_column_is_read_month_by_month() -> None:
    assert TABLE.column("C4") == (1.0, 2.0, 1.5)


def test_a_column_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="tuple"):
        TABLE.column("C99")


def test_months_are_counted_by_the_rows() -> None:
    assert make_world().months == 3


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (0, date(2005, 11, 1)),
        (1, date(2005, 12, 1)),
        (2, date(2006, 1, 1)),
        (14, date(2007, 1, 1)),
    ],
)
def test_a_month_begins_on_its_first_day(month: int, day: date) -> None:
    assert make_world().month_start(month) == day


def test_a_world_says_that_it_is_invented() -> None:
    assert make_world().notice == INVENTED
    assert INVENTED.startswith("INVENTED: ")


def test_an_event_has_no_place_unless_it_is_given_one() -> None:
    assert (EVENT.region, EVENT.site, EVENT.trade) == (None, None, None)


def test_written_and_read_it_is_the_same_world() -> None:
    world = make_world()
    assert decode_record(encode_record(world), World) == world


def test_a_world_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        make_world().people = 11  # type: ignore[misc]  # the point of the test
