"""Flight and refuge: hiding, trying, caught, applying, recognised, resettled.

Nobody here has a place: the site is forgotten at the moment of flight, and events name
no region.
"""

import numpy as np

from tumen.world.law import Law
from tumen.world.population import (
    NEVER,
    NOWHERE,
    Floats,
    Ints,
    State,
    pick,
    pick_rarely,
    sample,
)
from tumen.world.scene import Scene
from tumen.world.sites import Sites
from tumen.world.unrest import grievance

MOST_FEAR = 5.0
LEEWAY_FELT = (-1.5, 1.5)
"""Beyond these, leeway changes the chance to flee no further."""
GROUP = 3
"""From so many on, arrivals and flights are told."""


def flee(scene: Scene, law: Law, workers: Ints) -> None:
    """Let workers leave their site, seldom alone, more when a recall frightens them."""
    people, rng = scene.people, scene.rng
    wronged = grievance(scene.sites, law) * leeway(scene.sites)
    most = law["flight"] * (1.0 + law["fear_weight"] * MOST_FEAR)
    most *= max(1.0, law["recall_flight"]) * float(wronged.max(initial=0.0))
    fled = pick_rarely(
        rng, workers, most, lambda who: flight_hazard(scene, law, who, wronged)
    )
    with_others = pick(rng, fled, law["company"])
    companions = _companions(scene, workers, fled, with_others)
    gone = np.union1d(fled, companions)
    scene.sites.alarm[np.unique(scene.site_of(gone))] += law["flight_fear"]
    _forget_site(scene, gone)
    scene.moves.move(gone, "flight", State.HIDING)
    if len(gone) >= GROUP:
        scene.chronicle.tell("event.escape", count=len(gone), way="flight")
    direct = people.still_working(pick(rng, workers, law["attempt_work"]))
    _forget_site(scene, direct)
    scene.moves.move(direct, "attempt", State.ATTEMPTING)


def flight_hazard(scene: Scene, law: Law, workers: Ints, wronged: Floats) -> Floats:
    """Return each worker's chance to flee this month.

    flight * grievance and leeway of the site * (1 + fear_weight * fear)
           * (recall_flight for those ordered home).

    Args:
        wronged: grievance times leeway of every site.
    """
    people = scene.people
    felt = wronged[people.site[workers]]
    dread = 1.0 + law["fear_weight"] * np.minimum(people.fear[workers], MOST_FEAR)
    ordered = people.recalled[workers] <= scene.month
    push = np.where(ordered, law["recall_flight"], 1.0)
    return law["flight"] * felt * dread * push


def leeway(sites: Sites) -> Floats:
    """Return how far minders, informers and freedom to move help or hinder flight."""
    return np.asarray(np.exp(np.clip(sites.leeway, *LEEWAY_FELT)))


def _companions(scene: Scene, workers: Ints, fled: Ints, leaders: Ints) -> Ints:
    """Return who goes along: one from the same site for each leader, where there is one."""
    sites = np.unique(scene.site_of(leaders))
    there = scene.workers_by_site(workers, sites)
    staying = {
        site: np.setdiff1d(who, fled, assume_unique=True) for site, who in there.items()
    }
    found = [
        sample(scene.rng, staying[int(scene.people.site[leader])], 1)
        for leader in leaders
    ]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)


def _forget_site(scene: Scene, who: Ints) -> None:
    scene.people.site[who] = NOWHERE
    scene.people.recalled[who] = NEVER


def hide(scene: Scene, law: Law, away: Ints) -> None:
    """Let people in hiding be found, try for refuge, or die."""
    people, rng = scene.people, scene.rng
    hiding = people.in_state(State.HIDING, away)
    draw = rng.random(len(hiding))
    edges = np.cumsum([law["found"], law["attempt"], law["hiding_death"]])
    returned = hiding[draw < edges[0]]
    _return_by_force(scene, law, returned)
    trying = hiding[(draw >= edges[0]) & (draw < edges[1])]
    scene.moves.move(trying, "attempt", State.ATTEMPTING)
    scene.moves.move(
        hiding[(draw >= edges[1]) & (draw < edges[2])], "death", State.DEAD
    )


def cross(scene: Scene, law: Law) -> None:
    """Let a few reach the host country without having been sent, if it is open."""
    at_home = int(scene.moves.in_state[State.POOL])
    count = int(scene.rng.poisson(law["crossing"] * at_home))
    if not count or law.closed:
        return
    crossed = sample(scene.rng, scene.people.in_state(State.POOL), count)
    scene.moves.move(crossed, "crossing", State.ATTEMPTING)


def seek(scene: Scene, law: Law, away: Ints) -> None:
    """Let those who try be caught, or reach an office with a helper's aid."""
    people, rng = scene.people, scene.rng
    trying = people.in_state(State.ATTEMPTING, away)
    trying = trying[people.since[trying] < scene.month]
    helped = min(1.0, scene.helpers / max(1.0, law["helpers"]))
    draw = rng.random(len(trying))
    caught = trying[draw < law["caught"]]
    scene.moves.move(caught, "interception", State.HELD)
    reaching = law["caught"] + law["apply"] * helped
    applied = trying[(draw >= law["caught"]) & (draw < reaching)]
    scene.moves.move(applied, "application", State.APPLICANT)
    repeated = int(rng.poisson(len(applied) * law["repeat_request"]))
    temporary = rng.binomial(len(applied) + repeated, law["temporary"])
    scene.papers["requests"] += len(applied) + repeated
    scene.papers["requests_temporary"] += int(temporary)
    if len(caught) >= GROUP:
        scene.chronicle.tell("event.arrest", count=len(caught), way="interception")


def decide(scene: Scene, law: Law, away: Ints) -> None:
    """Decide on applications; some wait, some disappear."""
    people, rng = scene.people, scene.rng
    waiting = people.in_state(State.APPLICANT, away)
    waiting = waiting[people.since[waiting] < scene.month]
    draw = rng.random(len(waiting))
    edges = np.cumsum([law["recognise"], law["refuse"], law["abducted"]])
    scene.moves.move(waiting[draw < edges[0]], "recognition", State.RECOGNISED)
    refused = waiting[(draw >= edges[0]) & (draw < edges[1])]
    held = rng.random(len(refused)) < law["refuse_held"]
    target = np.where(held, np.int8(State.HELD), np.int8(State.HIDING))
    scene.moves.move(refused, "refusal", target)
    _return_by_force(scene, law, waiting[(draw >= edges[1]) & (draw < edges[2])])


def hold(scene: Scene, law: Law, away: Ints) -> None:
    """Send those who are held back, sooner or later."""
    people, rng = scene.people, scene.rng
    held = people.in_state(State.HELD, away)
    held = held[people.since[held] < scene.month]
    draw = rng.random(len(held))
    scene.moves.move(held[draw < law["held_death"]], "death", State.DEAD)
    back = held[
        (draw >= law["held_death"]) & (draw < law["held_death"] + law["held_return"])
    ]
    _return_by_force(scene, law, back)


def _return_by_force(scene: Scene, law: Law, who: Ints) -> None:
    """Send people back; behind a closed border they stay what they are."""
    if law.closed:
        return
    scene.moves.move(who, "forced_return", State.RETURNED)
    scene.people.saved[who] = 0
    if len(who):
        scene.chronicle.tell("event.forced_return", count=len(who), way="forced_return")


def move_on(scene: Scene, law: Law, away: Ints) -> None:
    """Let recognised people lose their protection, travel on and be resettled."""
    people, rng = scene.people, scene.rng
    onward = people.in_state(State.ONWARD, away)
    arriving = pick(rng, onward, law["arrive_south"])
    scene.moves.move(arriving, "resettlement", State.RESETTLED)
    if len(arriving) >= GROUP:
        scene.chronicle.tell("event.arrival", count=len(arriving), way="resettlement")
    recognised = people.in_state(State.RECOGNISED, away)
    recognised = recognised[people.since[recognised] < scene.month]
    draw = rng.random(len(recognised))
    lapsed = recognised[draw < law["expire"]]
    scene.moves.move(lapsed, "expiry", State.HIDING)
    leaving = recognised[
        (draw >= law["expire"]) & (draw < law["expire"] + law["onward"])
    ]
    scene.moves.move(leaving, "onward", State.ONWARD)


def count_course(scene: Scene, law: Law) -> None:
    """Count who takes the course that follows arrival for good."""
    if scene.moves.in_state[State.RESETTLED]:
        settled = scene.people.in_state(State.RESETTLED)
        months = scene.month - scene.people.since[settled]
        scene.papers["in_course"] = int((months < law["course"]).sum())
