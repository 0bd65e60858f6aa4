"""A running world: its people, sites, events, and the dice."""

from dataclasses import dataclass, field

import numpy as np

from tumen.codebook.world import WorldRules
from tumen.world.chronicle import Chronicle
from tumen.world.population import Ints, Moves, People, State
from tumen.world.sites import Sites

PAY_STEPS = (
    "employer",
    "firm",
    "state",
    "debt",
    "kept",
    "unpaid",
    "taken_home",
    "workers_paid",
)
"""Columns of the money table: the pay of a month, what was not paid, what those who went
home had kept over their tours, and how many were paid."""
PAPERS_COUNTED = (
    "visas_work",
    "visas_student",
    "visas_tourist",
    "permits_valid",
    "registrations",
    "entries",
    "entries_study",
    "requests",
    "requests_temporary",
    "in_course",
)


@dataclass(slots=True)
class Scene:
    """Everything a month changes.

    Args:
        helpers: how many people help others to a refugee office.
        pay: the month's money by step, cents (`workers_paid`: people).
        papers: the month's papers by kind.
    """

    rules: WorldRules
    people: People
    sites: Sites
    moves: Moves
    chronicle: Chronicle
    rng: np.random.Generator
    helpers: int
    month: int = 0
    pay: dict[str, int] = field(default_factory=dict)
    papers: dict[str, int] = field(default_factory=dict)

    def start(self, month: int) -> None:
        """Begin a month."""
        self.month = month
        self.moves.start(month)
        self.chronicle.start(month)
        self.pay = dict.fromkeys(PAY_STEPS, 0)
        self.papers = dict.fromkeys(PAPERS_COUNTED, 0)

    def site_of(self, who: Ints) -> Ints:
        """Return the sites where people are."""
        return self.people.site[who].astype(np.int64)

    def workers_by_site(self, workers: Ints, sites: Ints) -> dict[int, Ints]:
        """Return who works at each of some sites.

        One pass over all workers, however many sites are asked for.
        """
        asked = np.zeros(self.sites.count, np.bool_)
        asked[sites] = True
        there = workers[asked[self.people.site[workers]]]
        at = self.people.site[there]
        ordered = np.argsort(at, kind="stable")
        ends = np.searchsorted(at[ordered], sites, side="right")
        begins = np.searchsorted(at[ordered], sites, side="left")
        return {
            int(site): there[ordered[begin:end]]
            for site, begin, end in zip(sites, begins, ends, strict=True)
        }


def soldiers_of(scene: Scene) -> Ints:
    """Return the soldiers present; nobody is looked for while there are none."""
    if not scene.moves.in_state[State.SOLDIER]:
        return np.zeros(0, np.int64)
    return scene.people.in_state(State.SOLDIER)
