"""The people of a world: one row each, and the ledger of their moves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from tumen.codebook.world import ROLES, WAYS, WORKING

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class State(IntEnum):
    """What a person is; the numbers follow `ROLES`."""

    POOL = 0
    SELECTED = 1
    TRAVELLING = 2
    WORK = 3
    STUDENT = 4
    TOURIST = 5
    LAPSED = 6
    SOLDIER = 7
    HIDING = 8
    ATTEMPTING = 9
    HELD = 10
    APPLICANT = 11
    RECOGNISED = 12
    ONWARD = 13
    RESETTLED = 14
    RETURNED = 15
    DEAD = 16


NOWHERE = -1
NEVER = np.iinfo(np.int16).max


@dataclass(slots=True)
class People:
    """One entry a person in every array; n is constant for a whole run.

    Args:
        state: number of the role, int8.
        since: month of the last move, int16.
        site: number of the site, -1 away from one, int32.
        tour_end: month the tour ends; `paper_end`: month the papers run out, int16.
        recalled: month of an order home not yet obeyed, else `NEVER`, int16.
        debt: owed for the post; `saved`: kept on this tour; cents of a US dollar, int64.
        fear: 0 or more, float32.
    """

    state: npt.NDArray[np.int8]
    since: npt.NDArray[np.int16]
    site: npt.NDArray[np.int32]
    tour_end: npt.NDArray[np.int16]
    paper_end: npt.NDArray[np.int16]
    recalled: npt.NDArray[np.int16]
    debt: npt.NDArray[np.int64]
    saved: npt.NDArray[np.int64]
    fear: npt.NDArray[np.float32]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.state)

    def in_state(self, state: int, among: Ints | None = None) -> Ints:
        """Return who is in a state, of all or of those given."""
        if among is None:
            return np.flatnonzero(self.state == state)
        found: Ints = among[self.state[among] == state]
        return found

    def between(self, first: int, last: int) -> Ints:
        """Return who is in one of the states from first to last."""
        # As unsigned numbers everything below `first` wraps to the top: one comparison.
        away = self.state.view(np.uint8) - np.uint8(first)
        return np.flatnonzero(away <= last - first)

    def working(self) -> Ints:
        """Return who is present as a worker, on whatever paper."""
        return self.between(State.WORK, State.LAPSED)

    def still_working(self, workers: Ints) -> Ints:
        """Return those of the workers who are at work still."""
        away = self.state.view(np.uint8)[workers] - np.uint8(State.WORK)
        return workers[away <= State.LAPSED - State.WORK]


def make_people(count: int) -> People:
    """Return so many people, all at home."""
    return People(
        state=np.full(count, State.POOL, np.int8),
        since=np.full(count, -1, np.int16),
        site=np.full(count, NOWHERE, np.int32),
        tour_end=np.full(count, NEVER, np.int16),
        paper_end=np.full(count, NEVER, np.int16),
        recalled=np.full(count, NEVER, np.int16),
        debt=np.zeros(count, np.int64),
        saved=np.zeros(count, np.int64),
        fear=np.zeros(count, np.float32),
    )


def _allowed() -> Mapping[str, Flags]:
    """Return for each way which state may follow which."""
    table = {}
    for way, (sources, targets) in WAYS.items():
        fits = np.zeros((len(ROLES), len(ROLES)), np.bool_)
        for source in _spelled_out(sources):
            for target in _spelled_out(targets):
                fits[ROLES.index(source), ROLES.index(target)] = True
        table[way] = fits
    return table


def _spelled_out(roles: tuple[str, ...]) -> list[str]:
    return [r for role in roles for r in (WORKING if role == "working" else (role,))]


ALLOWED = _allowed()


class Moves:
    """Moves people along declared ways only, and counts them.

    Args:
        counts: people moved this month, by way; `in_state`: people in each state now.
    """

    def __init__(self, people: People) -> None:
        self.people = people
        self.month = 0
        self.counts: dict[str, int] = dict.fromkeys(WAYS, 0)
        self.in_state = np.bincount(people.state, minlength=len(ROLES))

    def start(self, month: int) -> None:
        """Begin a month: all counts are 0 again."""
        self.month = month
        self.counts = dict.fromkeys(WAYS, 0)

    def move(self, who: Ints, way: str, target: int | npt.NDArray[np.int8]) -> None:
        """Move people and count them for a way.

        Args:
            who: without repetitions.
            target: one state, or one for each of them.

        Raises:
            ValueError: the way does not lead from where they are to there.
        """
        if not len(who):
            return
        before = self.people.state[who]
        if not ALLOWED[way][before, target].all():
            raise ValueError(f"{way} does not lead from {before} to {target}")
        self.people.state[who] = target
        self.people.since[who] = self.month
        self.counts[way] += len(who)
        self.in_state -= np.bincount(before, minlength=len(ROLES))
        if isinstance(target, np.ndarray):
            self.in_state += np.bincount(target, minlength=len(ROLES))
        else:
            self.in_state[target] += len(who)

    def note(self, way: str, count: int) -> None:
        """Count people for a way on which they stay what they are."""
        self.counts[way] += count


def pick(rng: np.random.Generator, who: Ints, chance: float | Floats) -> Ints:
    """Return those of them who are met by chance, each on their own."""
    if isinstance(chance, np.ndarray):
        return who[rng.random(len(who)) < chance]
    # The same law with one draw for the number and one for each of the few.
    return sample(rng, who, int(rng.binomial(len(who), min(chance, 1.0))))


def pick_rarely(
    rng: np.random.Generator, who: Ints, most: float, chance: Callable[[Ints], Floats]
) -> Ints:
    """Return those who are met by small chances of their own, by thinning.

    The same law as `pick` with an array; `chance` is asked for a few candidates only.

    Args:
        most: no chance is larger.
    """
    candidates = pick(rng, who, most)
    if not len(candidates):
        return candidates
    return pick(rng, candidates, chance(candidates) / min(most, 1.0))


def sample(rng: np.random.Generator, who: Ints, count: int) -> Ints:
    """Return so many of them, or all, none twice."""
    if count >= len(who):
        return who
    return rng.choice(who, size=count, replace=False, shuffle=False)
