"""Fear and unrest: what people dread, and sites that stop work together."""

import numpy as np

from tumen.world.law import Law
from tumen.world.population import Floats, Ints, pick
from tumen.world.scene import Scene
from tumen.world.sites import Sites

TAKING_PART = (4.0, 2.0)
"""Beta law of the share of a site that takes part: two thirds in the middle."""
PUNISHED = 0.2
"""Share of a site ordered home after unrest that was not heard."""
HEARD_SHARE = 0.05
"""`contagion` is added when this share of the other sites of a region is in unrest."""
MOST_HEARD = 3.0
"""More unrest around adds no more than so many times `contagion`."""
FADES = 0.5
"""Unrest of a site counts half as much a month later."""
HARDSHIP_FELT = (-1.0, 2.0)
"""Beyond these, hardship is felt no more than at them."""
MOST_OWED = 12.0
CALM = 0.7
"""What is left of a site's alarm after a month."""


def fear(scene: Scene, law: Law, workers: Ints) -> None:
    """Let fear fade, and grow where there is reason for it."""
    people, sites = scene.people, scene.sites
    sites.alarm *= CALM
    at = scene.site_of(workers)
    grown = sites.alarm[at] + law["alarm"]
    people.fear[workers] = law["fear_fades"] * people.fear[workers] + grown


def grievance(sites: Sites, law: Law) -> Floats:
    """Return how much there is to complain about at each site, 1 in the middle.

    exp(hardship_weight * hardship) * (1 + arrears_weight * months of pay owed).
    """
    hard = np.clip(sites.hardship, *HARDSHIP_FELT)
    owed = np.minimum(sites.arrears, MOST_OWED)
    return np.asarray(
        np.exp(law["hardship_weight"] * hard) * (1.0 + law["arrears_weight"] * owed)
    )


def rise_up(scene: Scene, law: Law, workers: Ints) -> None:
    """Let sites stop work: grievance at home, and news of others in the region."""
    sites, rng = scene.sites, scene.rng
    live = sites.live()
    sites.unrest *= FADES
    if not len(live):
        return
    region, unrest = sites.region[live], sites.unrest[live]
    near = np.bincount(region, weights=unrest, minlength=len(sites.regions))
    others = np.bincount(region, minlength=len(sites.regions)) - 1
    share = (near[region] - unrest) / np.maximum(others[region], 1)
    heard = np.minimum(share / HEARD_SHARE, MOST_HEARD)
    contagion = 1.0 + law["contagion"] * heard
    hazard = law["unrest"] * grievance(sites, law)[live] * contagion
    struck = live[rng.random(len(live)) < hazard]
    for site, there in scene.workers_by_site(workers, struck).items():
        if len(there):
            _break_out(scene, law, site, there)


def _break_out(scene: Scene, law: Law, site: int, there: Ints) -> None:
    """Tell what happens at one site, and how it ends."""
    sites, rng = scene.sites, scene.rng
    count = max(1, round(len(there) * float(rng.beta(*TAKING_PART))))
    days = 1 + int(rng.geometric(0.4))
    kind = "event.strike" if rng.random() < law["strike_share"] else "event.protest"
    paid = rng.random() < law["gives_in"]
    first = scene.chronicle.tell(
        kind, count=count, site=site, days=days, outcome="paid" if paid else None
    )
    sites.unrest[site] = 1.0
    if rng.random() < law["hostage"]:
        held = 1 + int(rng.poisson(1.0))
        scene.chronicle.tell(
            "event.hostage", count=held, site=site, days=days, cause=first
        )
    if paid:
        sites.stopped[site] = False
        sites.arrears[site] = 0.0
        return
    sites.alarm[site] += law["punished_fear"]
    _order_home(scene, site, there, first)


def _order_home(scene: Scene, site: int, there: Ints, cause: int) -> None:
    """Order some of those who stopped work home."""
    people, rng = scene.people, scene.rng
    ordered = pick(rng, there, PUNISHED)
    people.recalled[ordered] = np.minimum(people.recalled[ordered], scene.month)
    if len(ordered):
        scene.chronicle.tell(
            "event.recall",
            count=len(ordered),
            site=site,
            cause=cause,
            outcome="punished",
        )
