"""A world drawn from the prior of a model, and what so many origins say about it.

The origins speak about everything the model has observables for, in every form a figure
can have, with the noise, the biases and the share of gross errors that the model itself
expects. The same seed gives the same world.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from tumen.codebook.model import House, Model, Observable
from tumen.estimate.answers.targets import Targets, make_targets, months_until
from tumen.estimate.engine.flows import move
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.months import MONTHS
from tumen.estimate.engine.rates import first_stocks, log_rates
from tumen.estimate.engine.system import Floats, System, compile_system
from tumen.estimate.engine.terms import Reading, Sum, Term
from tumen.estimate.observe.bounds import OVER_SCALE, UP_TO_SCALE
from tumen.estimate.observe.effects import Effect, EffectBook
from tumen.estimate.observe.observe import Observed, Statement
from tumen.estimate.observe.windows import (
    Window,
    cut_by_cliff,
    mean_stock,
    tried_months,
    whole_flow,
)

LAST_DAY = date(2026, 12, 31)
"""264 months from January 2005, as in the prototype."""
FORMS = (Form.INTERVAL, Form.OVER, Form.UP_TO, Form.AT_LEAST, Form.AT_MOST)
FORM_SHARES = (0.6, 0.12, 0.1, 0.1, 0.08)
ROUNDED, ROUGHLY = 0.75, 0.35
"""How many intervals are rounded numbers; half width of the others (words), in logs."""
LONG_STOCK = 0.15
"""How many stocks are about a whole year, so that some fall on a cliff."""
MONTH_DAYS, YEAR_DAYS = 30, 365
FEWEST = 0.5


@dataclass(frozen=True)
class World:
    """A true course of things, and what is said about it."""

    model: Model
    system: System
    observed: Observed
    targets: Targets
    truth: Floats


@dataclass
class _Crowd:
    """Those who speak; each bias is drawn once and then kept."""

    model: Model
    system: System
    vector: Floats
    rng: np.random.Generator
    book: EffectBook = field(default_factory=EffectBook)
    shifts: dict[int, float] = field(default_factory=dict)

    def say(self, number: int) -> Statement:
        """Return what an origin says about something at some time."""
        rng, model = self.rng, self.model
        house = model.houses[rng.integers(len(model.houses))]
        observable = model.observables[rng.integers(len(model.observables))]
        origin = f"origin {number:04}"
        window = self._window(observable)
        sums = self._sums(observable, window)
        above, below = sums[rng.integers(len(sums))]
        loadings, offset, shift = self._effects(house, observable, origin)
        counted = self._value(above) / (self._value(below) if below else 1.0)
        noise = house.noise
        if not observable.of_stock:
            noise = (noise**2 + 1 / max(counted, 1.0)) ** 0.5
        said = np.log(counted) + offset + shift + noise * rng.standard_normal()
        if rng.random() < model.rules.outlier:
            said += model.rules.outlier_width * (rng.random() - 0.5)
        form, low, high, scale = self._words(float(said), bool(observable.of_stock))
        readings = tuple(
            Reading(
                above=over,
                below=under,
                weight=1 / len(sums),
                form=form,
                low=low,
                high=high,
                noise=noise,
                scale=scale,
                effects=loadings,
                offset=offset,
            )
            for over, under in sums
        )
        term = Term(name=origin, readings=readings, outlier=model.rules.outlier)
        return Statement(
            term=term,
            origin=origin,
            house=house.code,
            claims=(),
            observables=(observable.name,),
            window=window,
        )

    def _value(self, total: Sum) -> float:
        return max(sum(w * float(self.vector[at]) for at, w in total.items()), 1e-3)

    def _window(self, observable: Observable) -> Window:
        last = int(self.rng.integers(MONTHS - 1, self.system.months))
        if observable.flow or self.rng.random() < LONG_STOCK:
            return Window(last - MONTHS + 1, last, YEAR_DAYS)
        return Window(last, last, MONTH_DAYS)

    def _sums(self, seen: Observable, window: Window) -> list[tuple[Sum, Sum]]:
        months = range(window.first, window.last + 1)
        if seen.flow:
            return [(whole_flow(self.system, seen.flow, months), {})]
        spans: list[Sequence[int]] = [months]
        if cut_by_cliff(window, self.model):
            spans = [(month,) for month in tried_months(window)]
        return [
            (
                mean_stock(self.system, seen.stock, span),
                mean_stock(self.system, seen.of_stock, span),
            )
            for span in spans
        ]

    def _effects(
        self, house: House, seen: Observable, origin: str
    ) -> tuple[dict[int, float], float, float]:
        """Return loadings on the effects, the sum of their means, the shift they make."""
        kind, name = ("voice", origin) if house.kinds else ("house", house.code)
        effects = (
            Effect(kind, name, house.bias_mean, house.bias_sd),
            Effect("definition", seen.name, seen.mean, seen.log_sd),
        )
        loadings = {self.book.number(effect): effect.sd for effect in effects}
        for number in loadings:
            self.shifts.setdefault(number, float(self.rng.standard_normal()))
        shift = sum(sd * self.shifts[number] for number, sd in loadings.items())
        return loadings, sum(effect.mean for effect in effects), shift

    def _words(self, said: float, share: bool) -> tuple[Form, float, float, float]:
        """Return form, bounds and scale of the words for a number, given as its log."""
        rng = self.rng
        form = FORMS[int(rng.choice(len(FORMS), p=FORM_SHARES))]
        if form is Form.INTERVAL:
            half = ROUGHLY
            if rng.random() < ROUNDED:
                value = np.exp(said) if share else max(np.exp(said), FEWEST)
                unit = 10 ** (np.floor(np.log10(value)) - 1)
                half = float(np.log1p(min(unit / 2 / value, 0.2)))
            return form, said - half, said + half, 1.0
        if form is Form.OVER:
            said -= rng.exponential(OVER_SCALE)
            return form, said, 0.0, OVER_SCALE
        if form is Form.UP_TO:
            said += rng.exponential(UP_TO_SCALE)
            return form, 0.0, said, UP_TO_SCALE
        return form, said, said, 1.0


def make_world(model: Model, seed: int, origins: int = 200) -> World:
    """Return a world drawn from the prior, one statement from each origin."""
    rng = np.random.default_rng(seed)
    system = compile_system(model, months_until(model, LAST_DAY))
    theta = rng.standard_normal(system.parameters)
    hazards = np.exp(log_rates(system, theta))
    vector = move(system, hazards, first_stocks(system, theta))
    crowd = _Crowd(model, system, vector, rng)
    statements = tuple(crowd.say(number) for number in range(origins))
    observed = Observed(statements, tuple(crowd.book), (), model.rules.outlier_width)
    return World(model, system, observed, make_targets(model, system, LAST_DAY), vector)
