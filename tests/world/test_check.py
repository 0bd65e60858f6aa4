"""A world that breaks a rule of all worlds is found out."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.world.conftest import RULES
from tumen.codebook.world import Condition
from tumen.records.world import World, WorldEvent, WorldSite, WorldTable
from tumen.world.check import PLACELESS_WAYS, broken_rules
from tumen.world.sites import YES


def with_row(world: World, table: str, change: Mapping[str, float]) -> World:
    """The same world with some numbers of month 3 moved by so much."""
    held = world.tables[table]
    rows = list(held.rows)
    moved = zip(held.columns, rows[3], strict=True)
    rows[3] = tuple(number + change.get(column, 0.0) for column, number in moved)
    return with_table(world, replace(held, rows=tuple(rows)))


def with_table(world: World, table: WorldTable) -> World:
    return replace(world, tables={**world.tables, table.name: table})


def with_events(world: World, *events: WorldEvent) -> World:
    return replace(world, events=events)


def with_site(world: World, **change: object) -> World:
    first, *others = world.sites
    return replace(world, sites=(changed(first, **change), *others))


def changed(site: WorldSite, **change: object) -> WorldSite:
    return replace(site, **change)  # type: ignore[arg-type]  # fields by name


def event(number: int, month: int, day: int = 5, **change: object) -> WorldEvent:
    plain = WorldEvent(number=number, month=month, day=day, element="event.raid")
    return replace(plain, **change)  # type: ignore[arg-type]  # fields by name


def test_a_world_as_it_ran_breaks_nothing(world: World) -> None:
    assert broken_rules(world, RULES) == ()


@pytest.mark.parametrize("change", [1.0, -1.0])
def test_a_person_more_or_less_is_found(world: World, change: float) -> None:
    spoilt = with_row(world, "stocks", {RULES.roles["pool"]: change})
    (text,) = broken_rules(spoilt, RULES)
    assert text.startswith("month 3: ")
    assert text.endswith(f"people, not {world.people}")


def test_fewer_than_no_people_in_a_box_are_found(world: World) -> None:
    shift = {RULES.roles["pool"]: 9.0, RULES.roles["hiding"]: -9.0}
    (text,) = broken_rules(with_row(world, "stocks", shift), RULES)
    assert "month 3: fewer than no people" in text


@pytest.mark.parametrize(
    ("table", "column"),
    [("flows", "T7"), ("papers", "entries"), ("trades", "farming")],
)
def test_a_count_below_nothing_is_found(world: World, table: str, column: str) -> None:
    spoilt = with_row(world, table, {column: -1e9})
    assert broken_rules(spoilt, RULES) == (f"{table}, month 3: below 0",)


def test_workers_of_a_region_below_nothing_are_found(world: World) -> None:
    region = world.tables["regions"].columns[0]
    spoilt = with_row(world, "regions", {region: -1e9})
    assert broken_rules(spoilt, RULES) == ("regions, month 3: below 0",)


@pytest.mark.parametrize("step", ["firm", "state", "debt", "kept"])
def test_money_that_comes_from_nowhere_is_found(world: World, step: str) -> None:
    (text,) = broken_rules(with_row(world, "money", {step: 50.0}), RULES)
    assert "month 3: employers pay" in text


def test_money_that_is_lost_is_found(world: World) -> None:
    (text,) = broken_rules(with_row(world, "money", {"employer": 50.0}), RULES)
    assert "month 3: employers pay" in text


def test_money_below_nothing_is_found(world: World) -> None:
    spoilt = with_row(world, "money", {"unpaid": -1e9})
    assert broken_rules(spoilt, RULES) == ("month 3: money below 0",)


@pytest.mark.parametrize(("month", "day"), [(2, 28), (3, 4)])
def test_an_event_before_the_one_told_last_is_found(
    world: World, month: int, day: int
) -> None:
    spoilt = with_events(world, event(0, 3), event(1, month, day))
    assert broken_rules(spoilt, RULES) == ("event 1 is out of time",)


def test_an_event_after_the_end_is_found(world: World) -> None:
    spoilt = with_events(world, event(0, world.months))
    assert broken_rules(spoilt, RULES) == ("event 0 is out of time",)


def test_an_event_before_the_beginning_is_found(world: World) -> None:
    spoilt = with_events(world, event(0, -1))
    assert broken_rules(spoilt, RULES) == ("event 0 is out of time",)


@pytest.mark.parametrize("cause", [1, 2])
def test_an_effect_before_its_cause_is_found(world: World, cause: int) -> None:
    spoilt = with_events(world, event(0, 3), event(1, 3, cause=cause))
    assert broken_rules(spoilt, RULES) == ("event 1 comes before its cause",)


def test_an_effect_after_its_cause_is_well(world: World) -> None:
    spoilt = with_events(world, event(0, 3), event(1, 3, cause=0))
    assert broken_rules(spoilt, RULES) == ()


@pytest.mark.parametrize("way", PLACELESS_WAYS)
@pytest.mark.parametrize(("region", "site"), [("Primorsky Krai", None), (None, 0)])
def test_a_place_of_people_at_risk_is_found(
    world: World, way: str, region: str | None, site: int | None
) -> None:
    spoilt = with_events(
        world, event(0, 3, way=RULES.ways[way], region=region, site=site)
    )
    assert broken_rules(spoilt, RULES) == ("event 0 gives people at risk a place",)


def test_a_place_of_workers_is_well(world: World) -> None:
    placed = event(0, 3, way=RULES.ways["dispatch"], region="Primorsky Krai", site=0)
    assert broken_rules(with_events(world, placed), RULES) == ()


@pytest.mark.parametrize("condition", RULES.conditions, ids=lambda c: str(c.element))
@pytest.mark.parametrize("away", [1.0, -1.0])
def test_a_condition_out_of_its_bounds_is_found(
    world: World, condition: Condition, away: float
) -> None:
    bounds = (condition.least, condition.most) if condition.unit != YES else (0.0, 1.0)
    beyond = {1.0: bounds[1] + 1.0, -1.0: bounds[0] - 1.0}[away]
    held = world.sites[0].conditions
    spoilt = with_site(world, conditions={**held, condition.element: beyond})
    assert broken_rules(spoilt, RULES) == (
        f"site 0: {condition.element} is out of bounds",
    )


def test_a_site_that_closes_before_it_opens_is_found(world: World) -> None:
    spoilt = with_site(world, opened=5, closed=4)
    assert broken_rules(spoilt, RULES) == ("site 0 closes before it opens",)


def test_every_breach_is_named(world: World) -> None:
    twice = with_row(world, "stocks", {RULES.roles["pool"]: 1.0})
    twice = with_row(twice, "money", {"kept": 50.0})
    assert len(broken_rules(twice, RULES)) == 2
