"""Sites and people of the simulated world as Mesa has them: one agent a person."""

from typing import TYPE_CHECKING

import mesa

from tumen.world.population import NEVER
from tumen.world.refuge import MOST_FEAR
from tumen.world.unrest import HARDSHIP_FELT

if TYPE_CHECKING:
    from benchmarks.peer_mesa import MesaWorld

# Plain numbers of `State`: asking an enumeration costs more than the comparison.
POOL, SELECTED, TRAVELLING, WORK, STUDENT, TOURIST, LAPSED = range(7)
SOLDIER, HIDING, ATTEMPTING, HELD, APPLICANT, RECOGNISED, ONWARD = range(7, 14)
RESETTLED, RETURNED, DEAD = range(14, 17)


class Site:
    """A place of work; `split` is how a month's pay for one worker is divided."""

    def __init__(
        self, trade: int, region: int, month: int, payment: int, hardship: float
    ) -> None:
        self.trade, self.region, self.payment = trade, region, payment
        self.conditions: tuple[float, ...] = ()
        self.felt = min(max(hardship, HARDSHIP_FELT[0]), HARDSHIP_FELT[1])
        self.opened, self.people, self.most, self.is_gone = month, 0, 0, False
        self.arrears, self.stopped, self.alarm, self.unrest = 0.0, False, 0.0, 0.0
        self.workers: dict[Person, None] = {}
        self.split = (0, 0, 0, 0)
        self.death, self.grown, self.flight = 0.0, 0.0, 0.0
        self.paid, self.debt = 0, 0


class Person(mesa.Agent):  # type: ignore[misc]  # Mesa ships no types
    """One person, at home at first."""

    def __init__(self, model: "MesaWorld") -> None:
        super().__init__(model)
        self.state, self.since = POOL, -1
        self.site: Site | None = None
        self.tour_end = self.paper_end = self.recalled = NEVER
        self.debt = self.saved = 0
        self.fear = 0.0

    def work(self) -> None:
        """Be paid for a month, or not; few die."""
        site, random = self.site, self.random.random
        assert site is not None  # noqa: S101  everybody at work has a site
        if not site.stopped and random() >= self.model.law["sick"]:
            _, _, rest, most_back = site.split
            back = min(self.debt, most_back)
            self.debt -= back
            self.saved += rest - back
            site.paid += 1
            site.debt += back
        if random() < site.death:
            self.model.move(self, "death", DEAD)

    def be_afraid(self) -> None:
        """Let fear fade, and grow with the alarm of the site."""
        assert self.site is not None  # noqa: S101
        self.fear = self.model.fear_fades * self.fear + self.site.grown

    def flees(self) -> bool:
        """Tell whether this person leaves the site this month."""
        model = self.model
        assert self.site is not None  # noqa: S101
        chance = self.site.flight * (
            1.0 + model.fear_weight * min(self.fear, MOST_FEAR)
        )
        if self.recalled <= model.month:
            chance *= model.law["recall_flight"]
        return bool(self.random.random() < chance)

    def hide(self) -> None:
        """Be found, try for refuge, or die."""
        law, draw, move = self.model.law, self.random.random(), self.model.move
        if draw < law["found"]:
            move(self, "forced_return", RETURNED)
        elif draw < law["found"] + law["attempt"]:
            move(self, "attempt", ATTEMPTING)
        elif draw < law["found"] + law["attempt"] + law["hiding_death"]:
            move(self, "death", DEAD)

    def seek(self) -> None:
        """Be caught, or reach an office."""
        model, draw = self.model, self.random.random()
        if self.since == model.month:
            return
        if draw < model.law["caught"]:
            model.move(self, "interception", HELD)
        elif draw < model.law["caught"] + model.law["apply"] * model.helped:
            model.move(self, "application", APPLICANT)

    def wait(self) -> None:
        """Be recognised, be refused, disappear, or wait on."""
        law, draw, move = self.model.law, self.random.random(), self.model.move
        if self.since == self.model.month:
            return
        if draw < law["recognise"]:
            move(self, "recognition", RECOGNISED)
        elif draw < law["recognise"] + law["refuse"]:
            held = self.random.random() < law["refuse_held"]
            move(self, "refusal", HELD if held else HIDING)
        elif draw < law["recognise"] + law["refuse"] + law["abducted"]:
            move(self, "forced_return", RETURNED)

    def be_held(self) -> None:
        """Die, be sent back, or be held on."""
        law, draw = self.model.law, self.random.random()
        if self.since == self.model.month:
            return
        if draw < law["held_death"]:
            self.model.move(self, "death", DEAD)
        elif draw < law["held_death"] + law["held_return"]:
            self.model.move(self, "forced_return", RETURNED)

    def stay(self) -> None:
        """Lose protection, travel on, or stay."""
        law, draw = self.model.law, self.random.random()
        if self.since == self.model.month:
            return
        if draw < law["expire"]:
            self.model.move(self, "expiry", HIDING)
        elif draw < law["expire"] + law["onward"]:
            self.model.move(self, "onward", ONWARD)
