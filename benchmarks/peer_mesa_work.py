"""Dispatch and work in Mesa: the first half of a month, as `tumen.world` orders it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import takewhile
from math import exp
from typing import TYPE_CHECKING

from benchmarks.peer_mesa_people import (
    ATTEMPTING,
    DEAD,
    HIDING,
    LAPSED,
    POOL,
    RETURNED,
    SELECTED,
    SOLDIER,
    STUDENT,
    TOURIST,
    TRAVELLING,
    WORK,
    Person,
    Site,
)
from tumen.world.dispatch import TOLD_FROM, draw_batches
from tumen.world.law import Law
from tumen.world.population import NEVER
from tumen.world.refuge import GROUP
from tumen.world.returns import TOLD_FROM as TOLD_HOME_FROM
from tumen.world.unrest import CALM, FADES, MOST_OWED
from tumen.world.work import TOLD_DEAD

if TYPE_CHECKING:
    from benchmarks.peer_mesa import MesaWorld

ARRIVALS = (WORK, STUDENT, TOURIST, SOLDIER)
VISAS = {WORK: "visas_work", STUDENT: "visas_student", TOURIST: "visas_tourist"}
TERMS = {WORK: "paper_work", STUDENT: "paper_student", TOURIST: "paper_tourist"}


def select(world: "MesaWorld", law: Law) -> None:
    """Choose people in batches, each for a new site."""
    stocks = world.stocks()
    gap = law.posts * law["demand"] * world.people - sum(stocks[SELECTED : LAPSED + 1])
    if gap <= 0:
        return
    wave = world.random.lognormvariate(-(law["waves"] ** 2) / 2, law["waves"])
    wanted = int(gap * min(law["pace"] * law["dispatch"] * wave, 1.0))
    sizes, trades = draw_batches(world.rules.trades, wanted, world.month, world.rng)
    chosen = _candidates(world, law, int(sizes.sum()))
    ends = list(takewhile(lambda end: end <= len(chosen), sizes.cumsum().tolist()))
    sites = world.open_sites(trades.tolist()[: len(ends)])
    for site, size, end in zip(sites, sizes.tolist(), ends, strict=False):
        for person in chosen[end - size : end]:
            _engage(world, law, person, site)


def _candidates(world: "MesaWorld", law: Law, wanted: int) -> list[Person]:
    rest = law["rest"]
    rested = world.among(RETURNED).select(lambda p: world.month - p.since >= rest)
    again = world.at_most(rested, int(wanted * law["rotation"]))
    chosen = again + world.at_most(world.among(POOL), wanted - len(again))
    world.random.shuffle(chosen)
    return chosen


def _engage(world: "MesaWorld", law: Law, person: Person, site: Site) -> None:
    if person.state == POOL:
        world.move(person, "selection", SELECTED)
    else:
        world.move(person, None, TRAVELLING)
    person.site, person.recalled, person.fear = site, NEVER, 0.0
    person.debt = round(100 * law["bribe"] * world.random.lognormvariate(0.0, 0.3))


def depart(world: "MesaWorld", law: Law) -> None:
    """Send those who waited long enough on their way."""
    if law.closed:
        return
    lead = law["lead"]
    for person in world.among(SELECTED).select(lambda p: world.month - p.since >= lead):
        world.move(person, None, TRAVELLING)


def arrive(world: "MesaWorld", law: Law) -> None:
    """Let travellers of earlier months arrive on the papers that the law gives."""
    here = world.among(TRAVELLING).select(lambda p: p.since < world.month)
    if law.closed:
        world.counts["stranded"] += len(here)
        return
    choices, draw = world.random.choices, world.random.random
    of_batch: dict[Site, int] = {}
    sizes: Counter[Site] = Counter()
    for person in list(here):
        site = person.site
        if site not in of_batch:
            of_batch[site] = choices(ARRIVALS, law.papers)[0]
        sizes[site] += 1
        paper = of_batch[site]
        if paper != SOLDIER and draw() < law["mixed_papers"]:
            own = choices(ARRIVALS, law.papers)[0]
            paper = paper if own == SOLDIER else own
        _begin(world, law, person, paper)
    for size in sizes.values():
        if size >= TOLD_FROM:
            world.tell("event.dispatch", size)


def _begin(world: "MesaWorld", law: Law, person: Person, paper: int) -> None:
    world.move(person, "dispatch", paper)
    if paper == SOLDIER:
        return
    assert person.site is not None  # noqa: S101  chosen for one
    world.enter(person, person.site)
    tour = law["tour_work"] if paper == WORK else law["tour_short"]
    months = tour * world.random.lognormvariate(0.0, law["tour_spread"])
    person.tour_end = world.month + 1 + round(months)
    give_paper(world, law, person)
    world.papers["entries"] += 1
    if paper == STUDENT:
        world.papers["entries_study"] += 1


def give_paper(world: "MesaWorld", law: Law, person: Person) -> None:
    """Give a person new papers of the kind held, and count them."""
    months = max(round(law[TERMS[person.state]]), 1)
    person.paper_end = world.month + months
    world.papers[VISAS[person.state]] += 1
    world.papers["registrations"] += 1


def recount(world: "MesaWorld", law: Law) -> None:
    """Count the workers of sites, and forget those that are empty since a while."""
    for site in world.sites:
        site.people = len(site.workers)
        site.most = max(site.most, site.people)
        site.is_gone = not site.people and site.opened < world.month - 3
    world.sites = [site for site in world.sites if not site.is_gone]
    world.live = [site for site in world.sites if site.people]


def pay(world: "MesaWorld", law: Law) -> None:
    """Pay a month's work; let single deaths strike."""
    for site in world.live:
        _stop_or_resume(world, law, site)
        due = site.payment
        firm = int(due * law["firm_cut"])
        state = min(int(due * law["state_share"]), due - firm)
        rest = due - firm - state
        site.split = (firm, state, rest, int(rest * law["debt_share"]))
        site.death = law["death"] * world.dangers[site.trade]
        site.paid = site.debt = 0
    world.present().do(Person.work)
    for site in world.live:
        firm, state, rest, _ = site.split
        world.pay["employer"] += site.paid * site.payment
        world.pay["firm"] += site.paid * firm
        world.pay["state"] += site.paid * state
        world.pay["debt"] += site.debt
        world.pay["kept"] += site.paid * rest - site.debt
        world.pay["workers_paid"] += site.paid
        world.pay["unpaid"] += site.people * site.payment if site.stopped else 0


def _stop_or_resume(world: "MesaWorld", law: Law, site: Site) -> None:
    draw = world.random.random()
    change = law["arrears_end"] if site.stopped else law["arrears_start"]
    if draw < change:
        site.stopped = not site.stopped
    site.arrears = site.arrears + 1 if site.stopped else 0.0
    if site.arrears == round(law["arrears_told"]):
        world.tell("event.wage_default", site.people)


def meet_accidents(world: "MesaWorld", law: Law) -> None:
    """Let accidents strike sites."""
    draw = world.random.random
    for site in world.live:
        chance = law["accident"] * world.dangers[site.trade] * site.people / 50.0
        if draw() < chance:
            _strike(world, law, site)


def _strike(world: "MesaWorld", law: Law, site: Site) -> None:
    alive = list(site.workers)
    dead = min(int(world.rng.geometric(1 / law["accident_dead"])) - 1, len(alive))
    world.tell("event.accident", min(len(alive), dead + int(world.rng.poisson(3))))
    if dead >= TOLD_DEAD:
        world.tell("event.death", dead)
    for person in alive[:dead]:
        world.move(person, "death", DEAD)
    site.alarm += law["accident_fear"]


def raid(world: "MesaWorld", law: Law) -> None:
    """Raid sites; sometimes somebody is beaten."""
    for site in world.struck(law["raid"]):
        world.tell("event.raid", 10 + int(world.rng.geometric(1 / 20)))
        site.alarm += law["raid_fear"]
        if world.random.random() < law["violence"]:
            world.tell("event.violence", 1)


def fear(world: "MesaWorld", law: Law) -> None:
    """Let fear fade, and grow where there is reason for it."""
    for site in world.sites:
        site.alarm *= CALM
        site.grown = site.alarm + law["alarm"]
    world.present().do(Person.be_afraid)


def grievance(site: Site, law: Law) -> float:
    """Return how much there is to complain about at a site."""
    owed = min(site.arrears, MOST_OWED)
    return exp(law["hardship_weight"] * site.felt) * (
        1.0 + law["arrears_weight"] * owed
    )


def rise_up(world: "MesaWorld", law: Law) -> None:
    """Let sites stop work: grievance at home, and news of others in the region."""
    near: dict[int, float] = defaultdict(float)
    for site in world.sites:
        site.unrest *= FADES
    for site in world.live:
        near[site.region] += site.unrest
    struck = []
    for site in world.live:
        contagion = law["contagion"] * min(near[site.region] - site.unrest, 3.0)
        hazard = law["unrest"] * grievance(site, law) * (1.0 + contagion)
        if world.random.random() < hazard:
            struck.append(site)
    for site in struck:
        _break_out(world, law, site)


def _break_out(world: "MesaWorld", law: Law, site: Site) -> None:
    draw = world.random.random
    count = max(1, round(site.people * world.random.betavariate(4, 2)))
    is_strike = draw() < law["strike_share"]
    world.tell("event.strike" if is_strike else "event.protest", count)
    site.unrest = 1.0
    if draw() < law["hostage"]:
        world.tell("event.hostage", 1 + int(world.rng.poisson(1.0)))
    if draw() < law["gives_in"]:
        site.stopped, site.arrears = False, 0.0
        return
    site.alarm += law["punished_fear"]
    ordered = [person for person in site.workers if draw() < 0.2]
    _order(world, ordered)
    if ordered:
        world.tell("event.recall", len(ordered))


def _order(world: "MesaWorld", people: Iterable[Person]) -> None:
    for person in people:
        person.recalled = min(person.recalled, world.month)


def order_recalls(world: "MesaWorld", law: Law) -> None:
    """Order whole sites home."""
    for site in world.struck(min(law["recall"], 1.0)):
        _order(world, site.workers)
        site.alarm += law["recall_fear"]
        if site.people >= TOLD_HOME_FROM:
            world.tell("event.recall", site.people)


def move_sites(world: "MesaWorld", law: Law) -> None:
    """Move the workers of some sites to a new project."""
    leaving = world.struck(law["site_move"])
    fresh = world.open_sites([site.trade for site in leaving])
    for old, new in zip(leaving, fresh, strict=True):
        for person in old.workers:
            person.site = new
        world.counts["site_move"] += len(old.workers)
        old.workers, new.workers = new.workers, old.workers
        if old.people >= TOLD_HOME_FROM:
            world.tell("event.transfer", old.people)


def flee(world: "MesaWorld", law: Law) -> None:
    """Let workers leave their site, seldom alone; a few turn to a helper directly."""
    for site in world.sites:
        site.flight = law["flight"] * grievance(site, law)
    gone = dict.fromkeys(world.present().select(Person.flees))
    for leader in list(gone):
        if world.random.random() < law["company"]:
            staying = [p for p in leader.site.workers if p not in gone]
            gone |= dict.fromkeys(world.at_most(staying, 1))
    for site in {person.site for person in gone}:
        site.alarm += law["flight_fear"]
    for person in gone:
        world.move(person, "flight", HIDING)
    if len(gone) >= GROUP:
        world.tell("event.escape", len(gone))
    for person in world.some(world.present(), law["attempt_work"]):
        world.move(person, "attempt", ATTEMPTING)
