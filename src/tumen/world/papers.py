"""Papers: renewed, changed, run out; soldiers counted as workers and back."""

import numpy as np

from tumen.world.dispatch import paper_terms
from tumen.world.law import Law
from tumen.world.population import NEVER, NOWHERE, Ints, State, pick, sample
from tumen.world.scene import Scene, soldiers_of

RENEWED = (
    (State.WORK, "visas_work"),
    (State.STUDENT, "visas_student"),
    (State.TOURIST, "visas_tourist"),
)


def renew_papers(scene: Scene, law: Law, workers: Ints) -> None:
    """Renew the papers that end this month, or let them lapse.

    Tourists renew by leaving and coming back: one person, one more border crossing. With
    the border closed fewer can.
    """
    people, rng = scene.people, scene.rng
    ending = workers[people.paper_end[workers] <= scene.month]
    for state, name in RENEWED:
        held = ending[people.state[ending] == state]
        chance = law["renew"]
        if state == State.TOURIST and law.closed:
            chance *= law["renew_closed"]
        renewed = rng.random(len(held)) < chance
        _prolong(scene, law, held[renewed], name)
        scene.moves.move(held[~renewed], "lapse", State.LAPSED)


def _prolong(scene: Scene, law: Law, who: Ints, name: str) -> None:
    people = scene.people
    people.paper_end[who] = scene.month + paper_terms(people.state[who], law)
    scene.papers[name] += len(who)
    scene.papers["registrations"] += len(who)
    if name == "visas_tourist" and not law.closed:
        scene.papers["entries"] += len(who)


def switch_papers(scene: Scene, law: Law, workers: Ints) -> None:
    """Move people from work visas to student and tourist visas; end work papers.

    When a policy ends work papers, those who did not go home change to a short visa with
    the chance `switch_at_end`; the others have no valid paper any more.
    """
    people, rng = scene.people, scene.rng
    work = people.in_state(State.WORK, workers)
    if law.ends_work:
        changing = pick(rng, work, law["switch_at_end"])
        _to_short(scene, law, changing)
        scene.moves.move(people.in_state(State.WORK, work), "lapse", State.LAPSED)
        scene.chronicle.tell("event.deadline", count=len(work))
        return
    _to_short(scene, law, pick(rng, work, law["switch"]))


def _to_short(scene: Scene, law: Law, who: Ints) -> None:
    student = scene.rng.random(len(who)) < law["student_share"]
    target = np.where(student, np.int8(State.STUDENT), np.int8(State.TOURIST))
    scene.moves.move(who, "visa_switch", target)
    scene.people.paper_end[who] = scene.month + paper_terms(target, law)
    scene.papers["visas_student"] += int(student.sum())
    scene.papers["visas_tourist"] += int((~student).sum())
    scene.papers["registrations"] += len(who)


def count_anew(scene: Scene, law: Law, workers: Ints) -> None:
    """Count soldiers of building units as workers, and some workers as soldiers."""
    people, rng = scene.people, scene.rng
    live = scene.sites.live()
    soldiers = pick(rng, soldiers_of(scene), law["reclassify"])
    if len(soldiers) and len(live):
        scene.moves.move(soldiers, "reclassified", State.STUDENT)
        people.site[soldiers] = rng.choice(live)
        people.tour_end[soldiers] = scene.month + round(law["tour_short"])
        people.paper_end[soldiers] = scene.month + round(law["paper_student"])
    students = people.in_state(State.STUDENT, workers)
    drafted = sample(rng, students, int(len(students) * law["draft"]))
    scene.moves.move(drafted, "reclassified", State.SOLDIER)
    people.site[drafted] = NOWHERE
    people.recalled[drafted] = NEVER


def count_permits(scene: Scene, law: Law) -> None:
    """Count valid permits: papers of those at work, and some that outlived the stay."""
    held = int(scene.moves.in_state[State.WORK])
    stale = scene.moves.counts["rotation"] + scene.moves.counts["contract_end"]
    scene.papers["permits_valid"] = int(held * (1 + law["permit_excess"])) + stale
    others = scene.rng.poisson(law["other_entries"] * scene.people.count)
    scene.papers["entries"] += 0 if law.closed else int(others)
