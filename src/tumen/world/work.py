"""A month at work: pay and its ledger, arrears, accidents and deaths."""

from collections.abc import Mapping

import numpy as np

from tumen.world.law import Law
from tumen.world.population import NOWHERE, Floats, Ints, State, pick, pick_rarely
from tumen.world.scene import Scene

TOLD_DEAD = 2
"""Accidents that kill so many are told apart from single deaths."""


def split_pay(
    payment: Ints, debt: Ints, firm_cut: float, state_share: float, debt_share: float
) -> dict[str, Ints]:
    """Return where each worker's pay goes, in cents; what the employer pays is negative.

    Firm, then state, take their share of the payment; of the rest `debt_share` pays the
    bribe back while anything is owed; the worker keeps the remainder, so that the
    columns of every worker sum to 0 exactly.

    Hand case: 70,000 cents, cut 0.2 and state 0.5 leave 21,000; half of it, 10,500,
    goes to a debt of 50,000, and 10,500 are kept.
    """
    firm = np.floor(payment * firm_cut).astype(np.int64)
    state = np.minimum(np.floor(payment * state_share).astype(np.int64), payment - firm)
    rest = payment - firm - state
    paid_back = np.minimum(debt, np.floor(rest * debt_share).astype(np.int64))
    return {
        "employer": -payment,
        "firm": firm,
        "state": state,
        "debt": paid_back,
        "kept": rest - paid_back,
    }


def pay(scene: Scene, law: Law, workers: Ints) -> None:
    """Pay a month's work, except where the employer has stopped paying."""
    people, sites, rng = scene.people, scene.sites, scene.rng
    _stop_or_resume(scene, law)
    at = scene.site_of(workers)
    paid = np.where(sites.stopped, 0, sites.payment)[at]
    paid[pick(rng, np.arange(len(workers)), law["sick"])] = 0
    columns = split_pay(
        paid,
        people.debt[workers],
        law["firm_cut"],
        law["state_share"],
        law["debt_share"],
    )
    people.debt[workers] -= columns["debt"]
    people.saved[workers] += columns["kept"]
    _book(scene, columns)
    scene.pay["unpaid"] += int((sites.payment * sites.people)[sites.stopped].sum())
    scene.pay["workers_paid"] += int((paid > 0).sum())


def _book(scene: Scene, columns: Mapping[str, Ints]) -> None:
    for name, column in columns.items():
        total = int(column.sum())
        scene.pay[name] += -total if name == "employer" else total


def _stop_or_resume(scene: Scene, law: Law) -> None:
    sites, rng = scene.sites, scene.rng
    live = sites.live()
    stopped = sites.stopped[live]
    draw = rng.random(len(live))
    starts = live[~stopped & (draw < law["arrears_start"])]
    sites.stopped[starts] = True
    sites.stopped[live[stopped & (draw < law["arrears_end"])]] = False
    sites.arrears[live] = np.where(sites.stopped[live], sites.arrears[live] + 1, 0.0)
    for site in live[sites.arrears[live] == round(law["arrears_told"])]:
        scene.chronicle.tell(
            "event.wage_default", count=int(sites.people[site]), site=int(site)
        )


def meet_danger(scene: Scene, law: Law, workers: Ints) -> None:
    """Let accidents strike sites and deaths single workers."""
    people, rng = scene.people, scene.rng
    danger = scene.sites.trades.danger
    hazard = law["death"] * danger[scene.sites.trade]
    fallen = pick_rarely(
        rng, workers, law["death"] * danger.max(), lambda who: hazard[people.site[who]]
    )
    _die(scene, fallen)
    struck = pick(rng, scene.sites.live(), _accidents(scene, law))
    for site, alive in scene.workers_by_site(workers, struck).items():
        dead = min(
            int(rng.geometric(1 / max(1.0, law["accident_dead"]))) - 1, len(alive)
        )
        event = scene.chronicle.tell(
            "event.accident",
            count=int(min(len(alive), dead + rng.poisson(3))),
            site=site,
        )
        if dead >= TOLD_DEAD:
            scene.chronicle.tell(
                "event.death", count=dead, site=site, cause=event, way="death"
            )
        _die(scene, alive[:dead])
        scene.sites.alarm[site] += law["accident_fear"]


def _accidents(scene: Scene, law: Law) -> Floats:
    live = scene.sites.live()
    danger = scene.sites.trades.danger[scene.sites.trade[live]]
    return law["accident"] * danger * scene.sites.people[live] / 50.0


def _die(scene: Scene, who: Ints) -> None:
    scene.moves.move(who, "death", State.DEAD)
    scene.people.site[who] = NOWHERE
