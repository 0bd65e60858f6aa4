"""Worlds drawn from the prior, reported by invented houses, and answered again.

Truth: parameters drawn from the prior of the built-in model. Figures: for each a random
observable, time and house; what it counts is shifted by the definition effect and the
house's bias, both drawn from their priors, and blurred by the house's noise; a few are
gross errors. The figure is then written down in one of the forms people use: rounded,
"about", a range, "over", "at least", "up to". The estimator sees the words only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import msgspec
import numpy as np

from tumen.codebook.model import House, Model, Observable
from tumen.estimate.answers.targets import Targets
from tumen.estimate.answers.weighing import Weighing, weigh_figures
from tumen.estimate.engine.flows import move
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.posterior import FLOOR
from tumen.estimate.engine.rates import first_stocks, log_rates
from tumen.estimate.engine.system import Floats, System
from tumen.estimate.engine.terms import Reading, Sum, Term
from tumen.estimate.observe.bounds import LEAST, OVER_SCALE, UP_TO_SCALE
from tumen.estimate.observe.effects import Effect, EffectBook
from tumen.estimate.observe.observe import Observed, Statement
from tumen.estimate.observe.windows import Window, mean_stock, whole_flow

T = TypeVar("T")

GROSS = 3.0
"""A gross error is off by up to so much, in logs, to either side."""
YEAR = 12
FORMS = ("rounded", "about", "range", "over", "at_least", "up_to")
SHARES = (0.4, 0.15, 0.1, 0.15, 0.1, 0.1)
AT_LEAST_SCALE = 0.7
"""Mean shortfall, in logs, of what somebody who says "at least" has seen."""


@dataclass(frozen=True)
class World:
    """A truth and what was said about it.

    Args:
        vector: all true stocks and flows.
        observed: the figures, as the estimator sees them.
    """

    vector: Floats
    observed: Observed


def with_every_compartment(model: Model) -> Model:
    """Return a model that answers for each compartment that no answer shows alone."""
    alone = {answer.stock for answer in model.answers}
    first = model.answers[0]
    others = tuple(
        msgspec.structs.replace(
            first, code=f"only {box.name}", label=box.label, stock=(box.name,)
        )
        for box in model.compartments
        if (box.name,) not in alone
    )
    return msgspec.structs.replace(model, answers=(*model.answers, *others))


def draw_world(model: Model, system: System, figures: int, seed: int) -> World:
    """Return a world drawn from the prior, reported by so many figures."""
    rng = np.random.default_rng(seed)
    theta = rng.standard_normal(system.parameters)
    vector = move(system, np.exp(log_rates(system, theta)), first_stocks(system, theta))
    book = EffectBook()
    drawn: dict[int, float] = {}
    statements = tuple(
        _statement(number, model, system, vector, (book, drawn), rng)
        for number in range(figures)
    )
    ordered = tuple(sorted(statements, key=lambda said: said.term.name))
    width = model.rules.outlier_width
    return World(vector, Observed(ordered, tuple(book), (), width))


def answer_world(
    world: World, model: Model, system: System, targets: Targets
) -> Weighing:
    """Return what the estimator makes of a world's figures."""
    return weigh_figures(world.observed, model, system, targets, {})


def _statement(
    number: int,
    model: Model,
    system: System,
    vector: Floats,
    effects: tuple[EffectBook, dict[int, float]],
    rng: np.random.Generator,
) -> Statement:
    seen = _pick(model.observables, rng)
    house = _pick(model.houses, rng)
    window = _window(seen, system, rng)
    above, below = _sums(seen, system, window)
    size = _sum(above, vector) / (_sum(below, vector) if below else 1.0)
    loadings, offset = _shifts(number, seen, house, effects[0])
    for effect in loadings:
        effects[1].setdefault(effect, float(rng.standard_normal()))
    shift = offset + sum(sd * effects[1][effect] for effect, sd in loadings.items())
    reading = _written(size * np.exp(shift), seen, house, model, rng)
    named = Reading(
        above=above,
        below=below,
        form=reading.form,
        low=reading.low,
        high=reading.high,
        noise=reading.noise,
        scale=reading.scale,
        effects=loadings,
        offset=offset,
    )
    name = f"{number:04d}"
    return Statement(
        term=Term(name=name, readings=(named,), outlier=model.rules.outlier),
        origin=f"voice {name}" if house.kinds else house.code,
        house=house.code,
        claims=(),
        observables=(seen.name,),
        window=window,
    )


def _window(seen: Observable, system: System, rng: np.random.Generator) -> Window:
    last = int(rng.integers(YEAR, system.months))
    if seen.stock:
        return Window(last, last, 30)
    return Window(last - YEAR + 1, last, 365)


def _sums(seen: Observable, system: System, window: Window) -> tuple[Sum, Sum]:
    months = range(window.first, window.last + 1)
    if seen.flow:
        return whole_flow(system, seen.flow, months), {}
    return (
        mean_stock(system, seen.stock, months),
        mean_stock(system, seen.of_stock, months),
    )


def _sum(weights: Sum, vector: Floats) -> float:
    return (
        sum(weight * float(vector[place]) for place, weight in weights.items()) + FLOOR
    )


def _shifts(
    number: int, seen: Observable, house: House, book: EffectBook
) -> tuple[dict[int, float], float]:
    kind, name = ("voice", f"{number}") if house.kinds else ("house", house.code)
    shared = (
        Effect(kind, name, house.bias_mean, house.bias_sd),
        Effect("definition", seen.name, seen.mean, seen.log_sd),
    )
    loadings = {book.number(e): e.sd for e in shared if e.sd > 0}
    return loadings, sum(effect.mean for effect in shared)


def _written(
    size: float, seen: Observable, house: House, model: Model, rng: np.random.Generator
) -> Reading:
    """Return a figure as somebody writes it down; what it counts is added later."""
    noise = float((house.noise**2 + 1 / max(size, 1.0)) ** 0.5)
    if seen.of_stock:
        noise = house.noise
    value = size * float(np.exp(noise * rng.standard_normal()))
    if rng.random() < model.rules.outlier:
        value = size * float(np.exp(rng.uniform(-GROSS, GROSS)))
    form = str(rng.choice(FORMS, p=SHARES))
    if seen.bound == "ceiling":
        form = "up_to"
    return _in_form(form, value, noise, seen, rng)


def _in_form(
    form: str, value: float, noise: float, seen: Observable, rng: np.random.Generator
) -> Reading:
    if form == "over":
        low = value * float(np.exp(-rng.exponential(OVER_SCALE)))
        return _reading(Form.OVER, low, 1.0, noise, OVER_SCALE)
    if form == "at_least":
        low = value * float(np.exp(-rng.exponential(AT_LEAST_SCALE)))
        return _reading(Form.AT_LEAST, low, 1.0, noise, 1.0)
    if form == "up_to":
        high = value * float(np.exp(rng.exponential(UP_TO_SCALE)))
        return _reading(Form.UP_TO, 1.0, high, noise, UP_TO_SCALE)
    if form == "range":
        begin = value * float(np.exp(-rng.uniform(0.0, 0.5)))
        return _reading(Form.INTERVAL, begin, begin * np.exp(0.5), noise, 1.0)
    digits = 1 if form == "about" else 2
    step = 10.0 ** (np.floor(np.log10(max(value, LEAST))) - digits + 1)
    if not seen.of_stock:
        step = max(step, 1.0)
    rounded = max(round(value / step) * step, step / 2)
    half = min(step / 2, 0.9 * rounded)
    return _reading(Form.INTERVAL, rounded - half, rounded + half, noise, 1.0)


def _reading(
    form: Form, low: float, high: float, noise: float, scale: float
) -> Reading:
    tiny = 1e-6
    return Reading(
        above={},
        form=form,
        low=float(np.log(max(low, tiny))),
        high=float(np.log(max(high, low * 1.001, tiny))),
        noise=noise,
        scale=scale,
    )


def _pick(listed: tuple[T, ...], rng: np.random.Generator) -> T:
    return listed[int(rng.integers(len(listed)))]


def ranks(world: World, weighing: Weighing, seed: int) -> Iterator[tuple[str, float]]:
    """Yield, for each answer at a random year, which share of draws lies below the truth."""
    rng = np.random.default_rng(seed)
    listed = weighing.targets.listed
    truth = weighing.targets.weights.sums(world.vector)
    for code in dict.fromkeys(target.answer.code for target in listed):
        number = int(rng.choice(weighing.targets.of(code)[2:-1]))
        below = weighing.values[:, number] < truth[number]
        yield listed[number].answer.label, float(below.mean())
