"""Run a world: every month the same order of things, from the law to the tables."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np

from tumen.codebook.world import WorldRules, WorldScenario
from tumen.records.world import World, WorldEvent, WorldSite
from tumen.world.chronicle import Chronicle
from tumen.world.dispatch import arrive, depart, select
from tumen.world.hosts import press_helpers, raid, tell_policies
from tumen.world.law import Law, in_force, make_laws, policies_of
from tumen.world.papers import count_anew, count_permits, renew_papers, switch_papers
from tumen.world.population import Moves, State, make_people
from tumen.world.refuge import (
    count_course,
    cross,
    decide,
    flee,
    hide,
    hold,
    move_on,
    seek,
)
from tumen.world.returns import go_home, move_sites, order_recalls
from tumen.world.scene import Scene
from tumen.world.sites import OPEN, Sites
from tumen.world.tally import Tally, describe_sites
from tumen.world.unrest import fear, rise_up
from tumen.world.work import meet_danger, pay

Report = Callable[[int, int], None]


def run_world(
    codebook: str,
    rules: WorldRules,
    scenario: WorldScenario,
    *,
    seed: int,
    report: Report = lambda month, months: None,
) -> World:
    """Return a world of invented people; the same arguments give the same world.

    Args:
        codebook: name that the world carries.
        seed: of the generator (NumPy's PCG64).
        report: called after each month with its number, from 1, and how many there are.
    """
    laws = make_laws(rules, scenario)
    people = scenario.people or rules.people
    scene = set_scene(rules, people, round(laws[0]["helpers"]), seed)
    months = len(laws) - rules.warm_up
    tally = Tally(rules, scene.sites.regions)
    for month, law in laws.items():
        scene.start(month)
        live_month(scene, law)
        if month >= 0:
            tally.add(scene, scene.people.working())
            report(month + 1, months)
    first, policies = scenario.first or rules.first, policies_of(rules, scenario)
    return World(
        codebook=codebook,
        version=rules.version,
        scenario=scenario.name,
        label=scenario.label,
        seed=seed,
        people=scene.people.count,
        first=date.fromisoformat(f"{first}-01"),
        tables=tally.tables(rules),
        sites=_sites(scene.sites),
        events=in_order(scene.chronicle.events, rules),
        policies=in_force(policies, first, months),
        policy_labels={policy.name: policy.label for policy in policies},
    )


def set_scene(rules: WorldRules, people: int, helpers: int, seed: int) -> Scene:
    """Return a world in which everybody is still at home."""
    rng = np.random.default_rng(seed)
    crowd, sites = make_people(people), Sites(rules)
    return Scene(
        rules=rules,
        people=crowd,
        sites=sites,
        moves=Moves(crowd),
        chronicle=Chronicle(sites, rng),
        rng=rng,
        helpers=helpers,
    )


def live_month(scene: Scene, law: Law) -> None:
    """Let one month pass."""
    people = scene.people
    tell_policies(scene, law)
    select(scene, law)
    waiting = people.between(State.SELECTED, State.TRAVELLING)
    depart(scene, law, waiting)
    arrive(scene, law, waiting)
    workers = people.working()
    scene.sites.recount(people.site[workers], scene.month)
    pay(scene, law, workers)
    meet_danger(scene, law, workers)
    raid(scene, law)
    workers = people.still_working(workers)
    fear(scene, law, workers)
    rise_up(scene, law, workers)
    order_recalls(scene, law, workers)
    move_sites(scene, law, workers)
    flee(scene, law, workers)
    workers = people.still_working(workers)
    switch_papers(scene, law, workers)
    renew_papers(scene, law, workers)
    count_anew(scene, law, workers)
    go_home(scene, law, people.still_working(workers))
    cross(scene, law)
    away = people.between(State.HIDING, State.ONWARD)
    press_helpers(scene, law)
    hide(scene, law, away)
    seek(scene, law, away)
    decide(scene, law, away)
    hold(scene, law, away)
    move_on(scene, law, away)
    count_course(scene, law)
    count_permits(scene, law)


def in_order(events: list[WorldEvent], rules: WorldRules) -> tuple[WorldEvent, ...]:
    """Return events by month and day, numbered anew; ways by the codes of their arrows.

    What happened in the warm-up is left out.
    """
    told = [event for event in events if event.month >= 0]
    ordered = sorted(told, key=lambda event: (event.month, event.day, event.number))
    number = {event.number: at for at, event in enumerate(ordered)}
    return tuple(
        replace(
            event,
            number=at,
            cause=None if event.cause is None else number.get(event.cause),
            way=None if event.way is None else rules.ways[event.way],
        )
        for at, event in enumerate(ordered)
    )


def _sites(sites: Sites) -> tuple[WorldSite, ...]:
    trades = sites.rules.trades
    return tuple(
        WorldSite(
            number=number,
            region=sites.regions[int(sites.region[number])],
            trade=trades[int(sites.trade[number])].name,
            firm=int(sites.firm[number]),
            opened=max(0, int(sites.opened[number])),
            closed=_closed(int(sites.closed[number])),
            most=int(sites.most[number]),
            conditions=conditions,
        )
        for number, conditions in enumerate(describe_sites(sites))
    )


def _closed(month: int) -> int | None:
    return None if month == OPEN else max(0, month)
