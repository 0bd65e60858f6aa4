"""Selection and dispatch: batches of people are chosen, wait, travel and arrive."""

import numpy as np

from tumen.codebook.world import PAPERS, Trade
from tumen.world.law import Law
from tumen.world.population import (
    NEVER,
    NOWHERE,
    Ints,
    State,
    sample,
)
from tumen.world.scene import Scene

PAPER_STATES = np.array([State[paper.upper()] for paper in PAPERS], np.int8)
FEWEST = 3
"""A batch has at least so many people."""
TOLD_FROM = 100
"""Batches of so many are noticed where they arrive."""


def select(scene: Scene, law: Law) -> None:
    """Choose new people, in batches of very different size, each for one site.

    So many are chosen as fill a part (`pace`) of the gap between those wanted abroad
    and those there or under way; waves (`waves`) make it uneven.
    """
    people, rng = scene.people, scene.rng
    engaged = scene.moves.in_state[State.SELECTED : State.LAPSED + 1].sum()
    gap = law.posts * law["demand"] * people.count - engaged
    if gap <= 0:
        return
    wave = np.exp(law["waves"] * rng.standard_normal() - law["waves"] ** 2 / 2)
    wanted = int(gap * min(law["pace"] * law["dispatch"] * wave, 1.0))
    sizes, trades = draw_batches(scene.rules.trades, wanted, scene.month, rng)
    chosen = _candidates(scene, law, int(sizes.sum()))
    sizes = _fitted(sizes, len(chosen))
    if not len(sizes):
        return
    chosen = chosen[: sizes.sum()]
    sites = scene.sites.open_sites(
        trades[: len(sizes)], scene.month, law["payment"], rng
    )
    fresh = people.state[chosen] == State.POOL
    scene.moves.move(chosen[fresh], "selection", State.SELECTED)
    # Those sent again were vetted before; they wait among the travellers.
    scene.moves.move(chosen[~fresh], "dispatch", State.TRAVELLING)
    scene.moves.counts["dispatch"] -= int((~fresh).sum())
    people.site[chosen] = np.repeat(sites, sizes)
    bribe = np.exp(0.3 * rng.standard_normal(len(chosen))) * law["bribe"]
    people.debt[chosen] = np.round(100 * bribe).astype(np.int64)
    people.recalled[chosen] = NEVER
    people.fear[chosen] = 0.0


def draw_batches(
    trades: tuple[Trade, ...], wanted: int, month: int, rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Return sizes and trades of batches, together about as many people as wanted."""
    weights = np.array([t.share * t.season[month % 12] for t in trades])
    mean = sum(t.share * t.site_people * np.exp(t.site_spread**2 / 2) for t in trades)
    if weights.sum() <= 0:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    count = rng.poisson(wanted / mean * weights.sum() / sum(t.share for t in trades))
    drawn = rng.choice(len(trades), size=count, p=weights / weights.sum())
    middle = np.array([t.site_people for t in trades])[drawn]
    spread = np.array([t.site_spread for t in trades])[drawn]
    sizes = middle * np.exp(spread * rng.standard_normal(count))
    return np.maximum(np.round(sizes), FEWEST).astype(np.int64), drawn


def _candidates(scene: Scene, law: Law, wanted: int) -> Ints:
    """Return whom to send: some who came home and rested, the rest for the first time."""
    people, rng = scene.people, scene.rng
    back = people.in_state(State.RETURNED)
    rested = back[scene.month - people.since[back] >= law["rest"]]
    again = sample(rng, rested, int(wanted * law["rotation"]))
    new = sample(rng, people.in_state(State.POOL), wanted - len(again))
    return rng.permutation(np.concatenate([again, new]))


def _fitted(sizes: Ints, available: int) -> Ints:
    """Return the batches that the available people fill, the last one cut short."""
    full = sizes[np.cumsum(sizes) <= available]
    rest = available - int(full.sum())
    is_cut = len(full) < len(sizes) and rest >= FEWEST
    return np.append(full, rest) if is_cut else full


def depart(scene: Scene, law: Law, waiting: Ints) -> None:
    """Send those who waited long enough on their way, if the border is open."""
    people = scene.people
    selected = people.in_state(State.SELECTED, waiting)
    if law.closed or not len(selected):
        return
    ready = selected[scene.month - people.since[selected] >= law["lead"]]
    scene.moves.move(ready, "dispatch", State.TRAVELLING)
    # People sent are counted where they arrive.
    scene.moves.counts["dispatch"] -= len(ready)


def arrive(scene: Scene, law: Law, waiting: Ints) -> None:
    """Let travellers of earlier months arrive on the papers that the law gives."""
    people, rng = scene.people, scene.rng
    travelling = people.in_state(State.TRAVELLING, waiting)
    here = travelling[people.since[travelling] < scene.month]
    if law.closed:
        scene.moves.note("stranded", len(here))
        return
    if not len(here):
        return
    sites, batch, sizes = np.unique(
        people.site[here], return_inverse=True, return_counts=True
    )
    paper = PAPER_STATES[_papers(law, len(sites), batch, rng)]
    scene.moves.move(here, "dispatch", paper)
    soldiers = here[paper == State.SOLDIER]
    people.site[soldiers] = NOWHERE
    workers = here[paper != State.SOLDIER]
    _give_terms(scene, law, workers)
    _count_papers(scene, paper)
    for site, size in zip(sites, sizes, strict=True):
        if size >= TOLD_FROM:
            scene.chronicle.tell(
                "event.dispatch", count=size, site=site, way="dispatch"
            )


def _papers(law: Law, batches: int, batch: Ints, rng: np.random.Generator) -> Ints:
    """Return the paper of each arrival: one for most of a batch, soldiers only together."""
    edges = np.cumsum(law.papers)[:-1]
    of_batch = np.searchsorted(edges, rng.random(batches), side="right")
    own = np.searchsorted(edges, rng.random(len(batch)), side="right")
    soldier = PAPERS.index("soldier")
    mixed = (of_batch[batch] != soldier) & (own != soldier)
    mixed &= rng.random(len(batch)) < law["mixed_papers"]
    return np.where(mixed, own, of_batch[batch])


def _give_terms(scene: Scene, law: Law, workers: Ints) -> None:
    """Give tours and papers their last month."""
    people, rng, month = scene.people, scene.rng, scene.month
    is_work = people.state[workers] == State.WORK
    tour = np.where(is_work, law["tour_work"], law["tour_short"])
    spread = np.exp(law["tour_spread"] * rng.standard_normal(len(workers)))
    people.tour_end[workers] = month + 1 + np.round(tour * spread).astype(np.int16)
    people.paper_end[workers] = month + paper_terms(people.state[workers], law)


def paper_terms(states: np.ndarray[tuple[int], np.dtype[np.int8]], law: Law) -> Ints:
    """Return how many months papers run, by state."""
    months = np.zeros(len(State), np.int64)
    months[State.WORK] = round(law["paper_work"])
    months[State.STUDENT] = round(law["paper_student"])
    months[State.TOURIST] = round(law["paper_tourist"])
    return np.maximum(months[states], 1)


def _count_papers(
    scene: Scene, paper: np.ndarray[tuple[int], np.dtype[np.int8]]
) -> None:
    counts = np.bincount(paper, minlength=len(State))
    for name, state in (
        ("visas_work", State.WORK),
        ("visas_student", State.STUDENT),
        ("visas_tourist", State.TOURIST),
    ):
        scene.papers[name] += int(counts[state])
    workers = int(counts.sum() - counts[State.SOLDIER])
    scene.papers["registrations"] += workers
    scene.papers["entries"] += workers
    scene.papers["entries_study"] += int(counts[State.STUDENT])
