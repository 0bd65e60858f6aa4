"""A whole run: nobody is lost, causes come first, the same seed gives the same world."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.world.conftest import PLAIN, RULES, WHOLE, lived, make_policy
from tumen.codebook.load import load_codebook
from tumen.codebook.world import WorldScenario
from tumen.records.world import World, WorldEvent
from tumen.store.codec import encode_record
from tumen.world.check import broken_rules
from tumen.world.draw import random_scenario
from tumen.world.law import make_laws
from tumen.world.population import NOWHERE, State
from tumen.world.run import in_order, run_world, set_scene
from tumen.world.scene import Scene
from tumen.world.sites import OPEN

SHORT = msgspec.structs.replace(PLAIN, months=40)
BOX, ARROW = RULES.roles, RULES.ways
CLOSED = msgspec.structs.replace(
    SHORT,
    first="2019-07",
    people=6000,
    policies=(
        msgspec.structs.replace(
            make_policy("border_closed", "2020-02", "2021-12"), closed=True
        ),
    ),
)
HOMEWARD = ("rotation", "recall", "contract_end")


def run(scenario: WorldScenario = SHORT, seed: int = 1) -> World:
    return run_world("dprk-labour", RULES, scenario, seed=seed)


def scenes(scenario: WorldScenario, seed: int = 1) -> Iterator[Scene]:
    laws = make_laws(RULES, scenario)
    return lived(set_scene(RULES, scenario.people or 1500, 40, seed), laws)


def stock(world: World, role: str) -> list[float]:
    return list(world.tables["stocks"].column(BOX[role]))


def flow(world: World, *ways: str) -> list[float]:
    columns = [world.tables["flows"].column(ARROW[way]) for way in ways]
    return [sum(month) for month in zip(*columns, strict=True)]


def changes(numbers: list[float]) -> list[float]:
    return [after - before for before, after in pairwise(numbers)]


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert encode_record(run()) == encode_record(run())


def test_another_seed_gives_another_world() -> None:
    assert run(seed=1).tables != run(seed=2).tables


def test_the_random_state_of_others_does_not_matter() -> None:
    before = run()
    np.random.default_rng().random(1000)
    assert run() == before


def test_everybody_is_in_one_box_in_every_month(world: World) -> None:
    rows = world.tables["stocks"].rows
    assert {sum(row) for row in rows} == {world.people}


def test_money_sums_to_nothing_in_every_month(world: World) -> None:
    money = world.tables["money"]
    parts = [money.column(step) for step in ("firm", "state", "debt", "kept")]
    spent = [sum(month) for month in zip(*parts, strict=True)]
    assert spent == pytest.approx(list(money.column("employer")), abs=0.01)


@pytest.mark.parametrize(
    ("role", "into", "out"),
    [
        ("pool", (), ("selection", "crossing")),
        ("dead", ("death",), ()),
        ("resettled", ("resettlement",), ()),
        ("onward", ("onward",), ("resettlement",)),
        ("recognised", ("recognition",), ("onward", "expiry")),
        ("attempting", ("attempt", "crossing"), ("interception", "application")),
    ],
)
def test_what_is_in_a_box_changes_by_what_flows(
    world: World, role: str, into: tuple[str, ...], out: tuple[str, ...]
) -> None:
    nothing = [0.0] * world.months
    entered = flow(world, *into) if into else nothing
    left = flow(world, *out) if out else nothing
    net = [a - b for a, b in zip(entered, left, strict=True)]
    assert changes(stock(world, role)) == net[1:]


def test_the_dead_and_the_resettled_do_not_come_back(world: World) -> None:
    assert min(changes(stock(world, "dead"))) >= 0
    assert min(changes(stock(world, "resettled"))) >= 0


@pytest.mark.parametrize("table", ["regions", "trades"])
def test_workers_of_all_places_and_trades_are_all_workers(
    world: World, table: str
) -> None:
    roles = ("work", "student", "tourist", "lapsed")
    at_work = zip(*(stock(world, role) for role in roles), strict=True)
    by_part = [sum(row) for row in world.tables[table].rows]
    assert by_part == [sum(month) for month in at_work]


def test_time_never_runs_backwards(world: World) -> None:
    times = [(event.month, event.day, event.number) for event in world.events]
    assert times == sorted(times)
    assert [event.number for event in world.events] == list(range(len(times)))


def test_causes_come_before_their_effects(world: World) -> None:
    caused = [e for e in world.events if e.cause is not None]
    pairs = [(world.events[e.cause or 0], e) for e in caused]
    assert pairs
    assert all(
        (cause.month, cause.day, cause.number)
        < (effect.month, effect.day, effect.number)
        for cause, effect in pairs
    )


def test_what_happens_has_a_name_in_the_codebook(world: World) -> None:
    elements = load_codebook("dprk-labour").elements
    assert {event.element for event in world.events} <= elements.keys()


def test_who_is_at_risk_has_no_place_in_any_event(world: World) -> None:
    hidden = {"event.escape", "event.forced_return", "event.arrest", "event.arrival"}
    events = [e for e in world.events if e.element in hidden]
    assert events
    assert {(e.region, e.site, e.trade) for e in events} == {(None, None, None)}


def test_a_placed_event_happens_at_a_site_that_was_open(world: World) -> None:
    placed = [(e, world.sites[e.site]) for e in world.events if e.site is not None]
    assert placed
    assert all(
        site.opened <= event.month and event.region == site.region
        for event, site in placed
    )


def test_the_warm_up_is_lived_but_not_told(world: World) -> None:
    assert stock(world, "work")[0] > 0
    assert min(event.month for event in world.events) >= 0
    assert min(site.opened for site in world.sites) == 0
    assert world.months == 252


def test_policies_of_the_warm_up_are_in_force_but_not_told_again(world: World) -> None:
    assert world.policies["early_years"][0] == 0
    begun = [e.policy for e in world.events if e.outcome == "begins"]
    assert "early_years" not in begun
    assert "permit_ban" in begun


def test_after_each_month_it_is_told_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    run_world(
        "dprk-labour",
        RULES,
        msgspec.structs.replace(SHORT, months=3),
        seed=1,
        report=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_scenario_changes_people_months_and_the_beginning() -> None:
    asked = msgspec.structs.replace(SHORT, people=700, months=5, first="2016-04")
    made = run(asked)
    assert (made.people, made.months) == (700, 5)
    assert f"{made.first:%Y-%m}" == "2016-04"


def test_a_world_carries_its_scenario_and_seed() -> None:
    made = run(seed=9)
    assert (made.scenario, made.label, made.seed) == (SHORT.name, SHORT.label, 9)
    assert "INVENTED" in made.notice


def test_a_world_carries_the_words_of_its_own_policies() -> None:
    own = msgspec.structs.replace(make_policy("war", "2005-01"), label="no war")
    asked = msgspec.structs.replace(PLAIN, policies=(own,), people=9, months=1)
    assert run(asked).policy_labels["war"] == "no war"


@pytest.mark.parametrize("people", [1, 2, 5])
def test_a_world_of_hardly_anybody_runs(people: int) -> None:
    asked = msgspec.structs.replace(WHOLE, people=people)
    assert broken_rules(run(asked), RULES) == ()


def test_where_nobody_is_wanted_abroad_nobody_is_sent() -> None:
    asked = msgspec.structs.replace(SHORT, rules={"dispatch": 0.0, "crossing": 0.0})
    assert run(asked).tables["flows"].rows == ((0.0,) * len(ARROW),) * 40


@pytest.fixture(scope="module")
def behind_a_border() -> World:
    return run(CLOSED)


def test_nobody_is_sent_or_goes_home_through_a_closed_border(
    behind_a_border: World,
) -> None:
    first, last = behind_a_border.policies["border_closed"]
    crossed = flow(behind_a_border, "dispatch", *HOMEWARD)
    assert set(crossed[first : last + 1]) == {0.0}
    assert sum(crossed[:first]) > 0
    assert sum(crossed[last + 1 :]) > 0


def test_nobody_is_sent_back_by_force_through_a_closed_border(
    behind_a_border: World,
) -> None:
    first, last = behind_a_border.policies["border_closed"]
    returned = flow(behind_a_border, "forced_return")
    assert set(returned[first : last + 1]) == {0.0}


def test_no_border_crossing_is_counted_while_the_border_is_closed(
    behind_a_border: World,
) -> None:
    first, last = behind_a_border.policies["border_closed"]
    entries = behind_a_border.tables["papers"].column("entries")
    assert set(entries[first : last + 1]) == {0.0}


def test_people_are_stranded_only_while_the_border_is_closed(
    behind_a_border: World,
) -> None:
    first, last = behind_a_border.policies["border_closed"]
    stranded = flow(behind_a_border, "stranded")
    months = [month for month, people in enumerate(stranded) if people]
    assert first <= min(months)
    assert max(months) <= last


def closed_places(scene: Scene) -> int:
    sites = scene.people.site[scene.people.working()]
    return int((scene.sites.closed[sites] != OPEN).sum())


def test_nobody_works_at_a_site_that_has_closed() -> None:
    assert {closed_places(scene) for scene in scenes(CLOSED)} == {0}


def without_site(scene: Scene, first: State, last: State) -> set[bool]:
    who = scene.people.between(first, last)
    return {bool(at == NOWHERE) for at in scene.people.site[who]}


def test_workers_have_a_site_and_others_who_are_away_have_none() -> None:
    asked = msgspec.structs.replace(SHORT, rules={"flight": 10.0})
    found = [
        (
            without_site(scene, State.WORK, State.LAPSED),
            without_site(scene, State.SOLDIER, State.DEAD),
        )
        for scene in scenes(asked)
    ]
    assert set.union(*(at_work for at_work, _ in found)) == {False}
    assert set.union(*(away for _, away in found)) == {True}


def test_nobody_has_debts_or_savings_or_fear_below_nothing() -> None:
    lowest = [
        min(s.people.debt.min(), s.people.saved.min(), s.people.fear.min())
        for s in scenes(SHORT)
    ]
    assert min(lowest) >= 0


def test_after_work_papers_end_nobody_has_one() -> None:
    end = msgspec.structs.replace(
        make_policy("end", "2005-06", "2005-12"), no_work_papers=True
    )
    asked = msgspec.structs.replace(SHORT, policies=(end,))
    work = stock(run(asked), "work")
    assert work[10] > 0
    assert work[11] == 0


@settings(max_examples=12)
@given(st.integers(0, 10_000), st.sampled_from([0.35, 1.0, 2.0]))
def test_no_random_scenario_breaks_a_rule(seed: int, spread: float) -> None:
    drawn = random_scenario(RULES, seed, spread=spread)
    asked = msgspec.structs.replace(drawn, people=1500, months=60)
    assert broken_rules(run(asked, seed), RULES) == ()


def note(number: int, month: int, day: int, cause: int | None = None) -> WorldEvent:
    return WorldEvent(
        number=number,
        month=month,
        day=day,
        element="event.recall",
        way="recall",
        cause=cause,
    )


def test_events_are_put_in_order_and_numbered_anew() -> None:
    told = in_order([note(0, 0, 9), note(1, 0, 3), note(2, 1, 1)], RULES)
    assert [(e.number, e.month, e.day) for e in told] == [
        (0, 0, 3),
        (1, 0, 9),
        (2, 1, 1),
    ]


def test_a_cause_keeps_pointing_at_the_same_event() -> None:
    told = in_order([note(0, 0, 9), note(1, 0, 3), note(2, 0, 20, cause=0)], RULES)
    assert told[2].cause == 1


def test_a_cause_in_the_warm_up_is_forgotten() -> None:
    (told,) = in_order([note(0, -1, 9), note(1, 0, 3, cause=0)], RULES)
    assert (told.number, told.cause) == (0, None)


def test_ways_are_told_by_the_codes_of_their_arrows() -> None:
    (told,) = in_order([note(0, 0, 9)], RULES)
    assert told.way == ARROW["recall"]
