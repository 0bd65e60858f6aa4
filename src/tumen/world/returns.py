"""Going home: ends of tours, rotation, and recall of whole sites by order."""

import numpy as np

from tumen.world.law import Law
from tumen.world.population import NEVER, NOWHERE, Ints, State, pick, sample
from tumen.world.scene import Scene, soldiers_of

TOLD_FROM = 50
"""Recalls of so many are noticed."""


def order_recalls(scene: Scene, law: Law, workers: Ints) -> None:
    """Order whole sites home; they go when there is room on flights and trains."""
    sites, people, rng = scene.sites, scene.people, scene.rng
    live = sites.live()
    struck = pick(rng, live, min(law["recall"], 1.0))
    if not len(struck):
        return
    flags = np.zeros(sites.count, np.bool_)
    flags[struck] = True
    ordered = workers[flags[people.site[workers]]]
    people.recalled[ordered] = np.minimum(people.recalled[ordered], scene.month)
    sites.alarm[struck] += law["recall_fear"]
    for site in struck[sites.people[struck] >= TOLD_FROM]:
        scene.chronicle.tell(
            "event.recall", count=int(sites.people[site]), site=int(site)
        )


def go_home(scene: Scene, law: Law, workers: Ints) -> None:
    """Take home who may go and is due, as far as transport reaches.

    With the border closed nobody goes: those due are stranded.
    """
    people, rng = scene.people, scene.rng
    is_ordered = people.recalled[workers] <= scene.month
    is_due = people.tour_end[workers] <= scene.month
    if law.closed:
        scene.moves.note("stranded", int((is_ordered | is_due).sum()))
        return
    room = int(law["transport"] * people.count) + 1
    ordered = sample(rng, workers[is_ordered], room)
    _send_home(scene, ordered, "recall")
    due = sample(rng, workers[is_due & ~is_ordered], room - len(ordered))
    again = rng.random(len(due)) < law["rotation"]
    _send_home(scene, due[again], "rotation")
    _send_home(scene, due[~again], "contract_end")
    soldiers = pick(rng, soldiers_of(scene), law["soldiers_home"])
    _send_home(scene, soldiers, "rotation")


def _send_home(scene: Scene, who: Ints, way: str) -> None:
    people = scene.people
    scene.moves.move(who, way, State.RETURNED)
    people.site[who] = NOWHERE
    people.recalled[who] = NEVER
    scene.pay["taken_home"] += int(people.saved[who].sum())
    people.saved[who] = 0


def move_sites(scene: Scene, law: Law, workers: Ints) -> None:
    """Move the workers of some sites to a new project, often in another region."""
    sites, people, rng = scene.sites, scene.people, scene.rng
    live = sites.live()
    leaving = pick(rng, live, law["site_move"])
    if not len(leaving):
        return
    fresh = sites.open_sites(sites.trade[leaving], scene.month, law["payment"], rng)
    sites.arrears[fresh] = sites.arrears[leaving]
    sites.stopped[fresh] = sites.stopped[leaving]
    new_site = np.arange(sites.count)
    new_site[leaving] = fresh
    at = scene.site_of(workers)
    moved = workers[new_site[at] != at]
    people.site[moved] = new_site[scene.site_of(moved)]
    scene.moves.note("site_move", len(moved))
    for old, new in zip(leaving, fresh, strict=True):
        if sites.people[old] >= TOLD_FROM:
            scene.chronicle.tell(
                "event.transfer", count=int(sites.people[old]), site=int(new)
            )
