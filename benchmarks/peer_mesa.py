"""The simulated world once more in Mesa, a library of agent-based models.

One agent a person, one model step a month, the laws and the order of steps of
`tumen.world.run`. It is written to be fast for what it is: people are kept in one
AgentSet a state, so that nobody at home is asked anything; what all workers of a site
share is worked out once a site; rare draws of one chance are a binomial draw and a
sample. `AskingWorld` is the same without the sets: everybody is asked for their state,
as the tutorials of Mesa do. Mesa is no part of Tumen; this module cannot be imported
where it is not installed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import mesa
import numpy as np
from mesa.agent import AgentSet

from benchmarks.peer_mesa_month import STEPS
from benchmarks.peer_mesa_people import (
    LAPSED,
    POOL,
    RETURNED,
    WORK,
    Person,
    Site,
)
from tumen.codebook.world import ROLES, WAYS, WorldRules, WorldScenario
from tumen.world.law import Law, make_laws
from tumen.world.population import NEVER
from tumen.world.scene import PAPERS_COUNTED, PAY_STEPS
from tumen.world.sites import Sites

VERSION: str = mesa.__version__


class MesaWorld(mesa.Model):  # type: ignore[misc]  # Mesa ships no types
    """The world; `step` is a month."""

    def __init__(self, rules: WorldRules, scenario: WorldScenario, seed: int) -> None:
        super().__init__(seed=seed)
        self.rules, self.laws = rules, make_laws(rules, scenario)
        self.month = min(self.laws) - 1
        self.people = scenario.people or rules.people
        self.dangers = tuple(trade.danger for trade in rules.trades)
        self.regions = Sites(rules).regions
        self.sites: list[Site] = []
        self.live: list[Site] = []
        self.events: list[tuple[int, int, str, int]] = []
        self.helpers = round(self.laws[self.month + 1]["helpers"])
        everybody = Person.create_agents(self, self.people)
        self.set_up(everybody)
        self.collected = mesa.DataCollector(
            model_reporters={
                "stocks": lambda world: world.stocks(),
                "flows": lambda world: [world.counts[way] for way in WAYS],
                "regions": lambda world: world.present_by(lambda site: site.region),
                "trades": lambda world: world.present_by(lambda site: site.trade),
                "papers": lambda world: dict(world.papers),
                "money": lambda world: dict(world.pay),
                "conditions": lambda world: world.conditions(),
            }
        )

    # Who is in which state: kept up to date at every move.

    def set_up(self, everybody: Iterable[Person]) -> None:
        """Put everybody into the set of those at home."""
        self.sets = [AgentSet([], self.random) for _ in ROLES]
        self.at_work = AgentSet([], self.random)
        self.sets[POOL] = everybody

    def among(self, state: int) -> AgentSet:
        """Return the people in a state."""
        return self.sets[state]

    def present(self) -> AgentSet:
        """Return the workers, on whatever paper."""
        return self.at_work

    def stocks(self) -> list[int]:
        """Return how many people are in each state."""
        return [len(people) for people in self.sets]

    def put(self, person: Person, state: int) -> None:
        """Give a person another state."""
        self.sets[person.state].discard(person)
        self.sets[state].add(person)
        if WORK <= state <= LAPSED:
            self.at_work.add(person)
        else:
            self.at_work.discard(person)
        person.state = state

    def move(self, person: Person, way: str | None, state: int) -> None:
        """Move a person along a way, counted unless it is None."""
        self.put(person, state)
        person.since = self.month
        if way is not None:
            self.counts[way] += 1
        if state > LAPSED and person.site is not None:
            person.site.workers.pop(person, None)
            person.site, person.recalled = None, NEVER
        if state == RETURNED:
            person.saved = 0

    def enter(self, person: Person, site: Site) -> None:
        """Let a person begin at a site; one that was given up opens again."""
        if site.is_gone:
            site.is_gone = False
            self.sites.append(site)
        person.site = site
        site.workers[person] = None

    def tell(self, element: str, count: int = 0) -> None:
        """Note an event on some day of the month."""
        day = self.random.randint(1, 28)
        self.events.append((self.month, day, element, count))

    def events_told(self) -> int:
        """Return how many events there were, those of the warm-up left out."""
        return sum(month >= 0 for month, *_ in self.events)

    def some(self, people: Iterable[Person], chance: float) -> list[Person]:
        """Return those who are met by one and the same small chance."""
        whole = list(people)
        count = int(self.rng.binomial(len(whole), chance))
        met: list[Person] = self.random.sample(whole, count)
        return met

    def at_most(self, people: Iterable[Person], count: int) -> list[Person]:
        """Return so many of them at random, or all."""
        whole = list(people)
        taken: list[Person] = self.random.sample(whole, min(count, len(whole)))
        return taken

    def struck(self, chance: float) -> list[Site]:
        """Return the sites that something happens to."""
        draw = self.random.random
        return [site for site in self.live if draw() < chance]

    def run(self) -> None:
        """Live all months."""
        for _ in self.laws:
            self.step()

    def step(self) -> None:
        """Live one month, in the order of `tumen.world.run.live_month`."""
        self.month += 1
        self.law: Law = self.laws[self.month]
        self.fear_fades, self.fear_weight = (
            self.law["fear_fades"],
            self.law["fear_weight"],
        )
        self.counts: Counter[str] = Counter()
        self.papers: Counter[str] = Counter(dict.fromkeys(PAPERS_COUNTED, 0))
        self.pay: Counter[str] = Counter(dict.fromkeys(PAY_STEPS, 0))
        for policy in (*self.law.begins, *self.law.ends):
            self.tell(policy.code)
        for happens in STEPS:
            happens(self, self.law)
        if self.month >= 0:
            self.collected.collect(self)

    def open_sites(self, trades: list[int]) -> list[Site]:
        """Open sites, drawn as the world draws them."""
        drawn = Sites(self.rules)
        drawn.open_sites(
            np.array(trades, np.int64), self.month, self.law["payment"], self.rng
        )
        fresh = []
        for at, trade in enumerate(trades):
            site = Site(
                trade,
                int(drawn.region[at]),
                self.month,
                int(drawn.payment[at]),
                float(drawn.hardship[at]),
            )
            site.conditions = tuple(drawn.conditions[at].tolist())
            fresh.append(site)
        self.sites += fresh
        return fresh

    def present_by(self, key: Callable[[Site], int]) -> Mapping[int, int]:
        """Return the workers present by something their sites have."""
        found: Counter[int] = Counter()
        for site in self.sites:
            found[key(site)] += len(site.workers)
        return found

    def conditions(self) -> list[float]:
        """Return means over the workers present, arrears included."""
        there = [(site, len(site.workers)) for site in self.sites if site.workers]
        total = max(1, sum(count for _, count in there))
        columns = zip(*(site.conditions for site, _ in there), strict=True)
        means = [
            sum(v * c for v, (_, c) in zip(column, there, strict=True)) / total
            for column in columns
        ]
        owed = sum(count for site, count in there if site.arrears > 0)
        return [*means, owed / total]


class AskingWorld(MesaWorld):
    """The same world, in which everybody is asked for their state when it matters."""

    def set_up(self, everybody: Iterable[Person]) -> None:
        """Keep nothing."""

    def among(self, state: int) -> AgentSet:
        """Return the people in a state."""
        return self.agents.select(lambda person: person.state == state)

    def present(self) -> AgentSet:
        """Return the workers, on whatever paper."""
        return self.agents.select(lambda person: WORK <= person.state <= LAPSED)

    def stocks(self) -> list[int]:
        """Return how many people are in each state."""
        found = Counter(self.agents.get("state"))
        return [found[state] for state in range(len(ROLES))]

    def put(self, person: Person, state: int) -> None:
        """Give a person another state."""
        person.state = state
