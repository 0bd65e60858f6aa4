"""Papers, return and refuge in Mesa, and all that happens in a month, in order."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks.peer_mesa_people import (
    APPLICANT,
    ATTEMPTING,
    HELD,
    HIDING,
    LAPSED,
    ONWARD,
    POOL,
    RECOGNISED,
    RESETTLED,
    RETURNED,
    SOLDIER,
    STUDENT,
    TOURIST,
    WORK,
    Person,
)
from benchmarks.peer_mesa_work import (
    arrive,
    depart,
    fear,
    flee,
    give_paper,
    meet_accidents,
    move_sites,
    order_recalls,
    pay,
    raid,
    recount,
    rise_up,
    select,
)
from tumen.world.law import Law
from tumen.world.refuge import GROUP

if TYPE_CHECKING:
    from benchmarks.peer_mesa import MesaWorld


def switch_papers(world: "MesaWorld", law: Law) -> None:
    """Move people to short visas; end work papers when a policy does."""
    work = world.among(WORK)
    chance = law["switch_at_end"] if law.ends_work else law["switch"]
    changing = world.some(work, chance)
    told = len(work)
    for person in changing:
        is_student = world.random.random() < law["student_share"]
        world.move(person, "visa_switch", STUDENT if is_student else TOURIST)
        give_paper(world, law, person)
    if law.ends_work:
        for person in list(world.among(WORK)):
            world.move(person, "lapse", LAPSED)
        world.tell("event.deadline", told)


def renew_papers(world: "MesaWorld", law: Law) -> None:
    """Renew the papers that end this month, or let them lapse."""
    month, draw = world.month, world.random.random
    for person in world.present().select(lambda p: p.paper_end <= month):
        if person.state == LAPSED:
            continue
        is_tourist = person.state == TOURIST
        chance = law["renew"]
        if is_tourist and law.closed:
            chance *= law["renew_closed"]
        if draw() >= chance:
            world.move(person, "lapse", LAPSED)
            continue
        give_paper(world, law, person)
        if is_tourist and not law.closed:
            world.papers["entries"] += 1


def count_anew(world: "MesaWorld", law: Law) -> None:
    """Count soldiers as workers, and some workers as soldiers."""
    soldiers = world.some(world.among(SOLDIER), law["reclassify"])
    if soldiers and world.live:
        site = world.random.choice(world.live)
        for person in soldiers:
            world.move(person, "reclassified", STUDENT)
            world.enter(person, site)
            person.tour_end = world.month + round(law["tour_short"])
            person.paper_end = world.month + round(law["paper_student"])
    students = world.among(STUDENT)
    for person in world.at_most(students, int(len(students) * law["draft"])):
        world.move(person, "reclassified", SOLDIER)


def go_home(world: "MesaWorld", law: Law) -> None:
    """Take home who may go and is due, as far as transport reaches."""
    month = world.month
    leaving = world.present().select(
        lambda p: p.recalled <= month or p.tour_end <= month
    )
    if law.closed:
        world.counts["stranded"] += len(leaving)
        return
    room = int(law["transport"] * world.people) + 1
    ordered = world.at_most(leaving.select(lambda p: p.recalled <= month), room)
    due = leaving.select(lambda p: p.recalled > month)
    for person in world.at_most(due, room - len(ordered)):
        again = world.random.random() < law["rotation"]
        world.move(person, "rotation" if again else "contract_end", RETURNED)
    for person in ordered:
        world.move(person, "recall", RETURNED)
    for person in world.some(world.among(SOLDIER), law["soldiers_home"]):
        world.move(person, "rotation", RETURNED)


def cross(world: "MesaWorld", law: Law) -> None:
    """Let a few reach the host country without having been sent."""
    at_home = world.among(POOL)
    count = int(world.rng.poisson(law["crossing"] * len(at_home)))
    for person in world.at_most(at_home, count) if count else ():
        world.move(person, "crossing", ATTEMPTING)


def press_helpers(world: "MesaWorld", law: Law) -> None:
    """Arrest helpers; others take their place."""
    arrested = int(world.rng.binomial(world.helpers, min(law["helper_arrest"], 1.0)))
    missing = max(0, round(law["helpers"]) - world.helpers)
    world.helpers += int(world.rng.binomial(missing, law["helper_back"])) - arrested
    world.helped = min(1.0, world.helpers / max(1.0, law["helpers"]))
    if arrested:
        world.tell("event.arrest", arrested)


def seek_refuge(world: "MesaWorld", law: Law) -> None:
    """Hide, try, wait, be held, stay, travel on."""
    world.among(HIDING).do(Person.hide)
    _tell_returns(world, 0)
    returned = world.counts["forced_return"]
    world.among(ATTEMPTING).do(Person.seek)
    _count_requests(world, law)
    world.among(APPLICANT).do(Person.wait)
    _tell_returns(world, returned)
    returned = world.counts["forced_return"]
    world.among(HELD).do(Person.be_held)
    _tell_returns(world, returned)
    arriving = world.some(world.among(ONWARD), law["arrive_south"])
    for person in arriving:
        world.move(person, "resettlement", RESETTLED)
    if len(arriving) >= GROUP:
        world.tell("event.arrival", len(arriving))
    world.among(RECOGNISED).do(Person.stay)


def _tell_returns(world: "MesaWorld", before: int) -> None:
    if world.counts["forced_return"] > before:
        world.tell("event.forced_return", world.counts["forced_return"] - before)


def _count_requests(world: "MesaWorld", law: Law) -> None:
    applied, caught = world.counts["application"], world.counts["interception"]
    requests = applied + int(world.rng.poisson(applied * law["repeat_request"]))
    world.papers["requests"] += requests
    temporary = int(world.rng.binomial(requests, law["temporary"]))
    world.papers["requests_temporary"] += temporary
    if caught >= GROUP:
        world.tell("event.arrest", caught)


def count_permits(world: "MesaWorld", law: Law) -> None:
    """Count valid permits, and border crossings of others."""
    stale = world.counts["rotation"] + world.counts["contract_end"]
    held = len(world.among(WORK))
    world.papers["permits_valid"] = int(held * (1 + law["permit_excess"])) + stale
    if not law.closed:
        others = world.rng.poisson(law["other_entries"] * world.people)
        world.papers["entries"] += int(others)


STEPS: tuple[Callable[["MesaWorld", Law], None], ...] = (
    select,
    depart,
    arrive,
    recount,
    pay,
    meet_accidents,
    raid,
    fear,
    rise_up,
    order_recalls,
    move_sites,
    flee,
    switch_papers,
    renew_papers,
    count_anew,
    go_home,
    cross,
    press_helpers,
    seek_refuge,
    count_permits,
)
"""What happens in a month, in order."""
