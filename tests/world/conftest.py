"""Small scenes by hand: nothing happens in them but what a test asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import msgspec
import numpy as np
import pytest

from tumen.codebook.load_world import load_world_rules
from tumen.codebook.world import Policy, WorldRules, WorldScenario
from tumen.records.world import World
from tumen.world.chronicle import Chronicle
from tumen.world.law import Law
from tumen.world.population import Ints, Moves, People, State, make_people
from tumen.world.run import live_month, run_world
from tumen.world.scene import Scene
from tumen.world.sites import Sites

MONTH = 10
RULES = load_world_rules("dprk-labour")
PLAIN = WorldScenario(name="plain", label="as it was", source="invented", people=1500)
WHOLE = msgspec.structs.replace(PLAIN, months=252)


def make_law(
    *,
    papers: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 0.0),
    posts: float = 0.5,
    closed: bool = False,
    ends_work: bool = False,
    begins: tuple[Policy, ...] = (),
    ends: tuple[Policy, ...] = (),
    **rules: float,
) -> Law:
    """A law under which every rule is 0, except those that are given."""
    return Law(
        rules={rule.name: 0.0 for rule in RULES.rules} | rules,
        papers=papers,
        posts=posts,
        closed=closed,
        ends_work=ends_work,
        begins=begins,
        ends=ends,
    )


def law_of(rules: Mapping[str, float]) -> Law:
    """A law under which only these rules are not 0."""
    quiet = make_law()
    return replace(quiet, rules={**quiet.rules, **rules})


def make_workers(
    count: int,
    *,
    sites: int = 1,
    state: State = State.WORK,
    at_home: int = 0,
    seed: int = 1,
) -> Scene:
    """Workers dealt out to sites of middling hardship, and others at home after them."""
    people = make_people(count + at_home)
    rng = np.random.default_rng(seed)
    places = Sites(RULES)
    places.open_sites(np.zeros(sites, np.int64), MONTH, 1.0, rng)
    places.hardship[:] = 0.0
    places.payment[:] = 70_000
    people.state[:count] = state
    people.site[:count] = np.arange(count) % sites
    places.recount(people.site[people.working()], MONTH)
    return begin(people, places, rng)


def make_away(count: int, state: State, *, at_home: int = 0, helpers: int = 0) -> Scene:
    """People in one state, without a site."""
    people = make_people(count + at_home)
    people.state[:count] = state
    scene = begin(people, Sites(RULES), np.random.default_rng(1))
    scene.helpers = helpers
    return scene


def begin(people: People, sites: Sites, rng: np.random.Generator) -> Scene:
    scene = Scene(
        rules=RULES,
        people=people,
        sites=sites,
        moves=Moves(people),
        chronicle=Chronicle(sites, rng),
        rng=rng,
        helpers=0,
    )
    scene.start(MONTH)
    return scene


def everybody(scene: Scene) -> Ints:
    return np.arange(scene.people.count)


def count(scene: Scene, state: State) -> int:
    return int((scene.people.state == state).sum())


def told(scene: Scene) -> list[str]:
    return [event.element for event in scene.chronicle.events]


def lived(scene: Scene, laws: Mapping[int, Law]) -> Iterator[Scene]:
    """Live month after month; the same scene is handed out after each."""
    for month, law in laws.items():
        scene.start(month)
        live_month(scene, law)
        yield scene


def make_policy(name: str, first: str, last: str | None = None) -> Policy:
    return Policy(
        name=name,
        label=name,
        code="policy.compliance",
        first=first,
        last=last,
        source="invented",
    )


@pytest.fixture(scope="session")
def rules() -> WorldRules:
    return RULES


@pytest.fixture(scope="session")
def world() -> World:
    """The built-in run with few people."""
    return run_world("dprk-labour", RULES, WHOLE, seed=1)
