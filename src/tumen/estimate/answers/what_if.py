"""What if: the months ahead under a scenario, from the draws of the posterior.

Each draw goes on from where it stands: its stocks at the end of the last month, its
levels, interventions that are still in force, and fresh innovations of the rates that
wander, the same ones in every scenario. A scenario changes rates (flight is tied to
recall there, for orders home make people run) or brings people. Soldiers are no part of
the model. There are no sweeps and no rankings: one scenario, its need, its bands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import msgspec
import numpy as np

from tumen.codebook.model import Flow, Model, Need, Rate, Scenario
from tumen.estimate.answers.verdicts import INVISIBLE, Judge, quantiles_of
from tumen.estimate.answers.weighing import SEED, Weighing
from tumen.estimate.engine.flows import move_many
from tumen.estimate.engine.months import MONTHS, last_day_of
from tumen.estimate.engine.rates import log_rates
from tumen.estimate.engine.sparse import make_weights
from tumen.estimate.engine.system import (
    OUTSIDE,
    Floats,
    Step,
    System,
    compile_system,
)
from tumen.estimate.engine.terms import Sum
from tumen.estimate.observe.windows import mean_stock, whole_flow
from tumen.records.estimate import Projection, Verdict

YEARS = 5
COMING = "scenario_arrivals"
CERTAIN = 1e-12
UNMET, UNPROTECTED = "unmet need", "person-months unprotected"
PER_YEAR, PERSON_MONTHS = "persons/year", "person-months/year"
PERSONS = "persons"
PRIOR_ONLY = "This is mostly the prior, for there is no estimate now of"
MIXED = "Both sides of a conflict are mixed here, for there are two estimates now of"


def project(
    weighing: Weighing, scenarios: Sequence[Scenario], *, years: int = YEARS
) -> tuple[Projection, ...]:
    """Return what each scenario would mean, year by year.

    Args:
        years: how far ahead, at least 1.
    """
    base, notes = _stocks_now(weighing), _notes(weighing)
    return tuple(
        replace(row, notes=notes)
        for scenario in scenarios
        for row in _project(weighing, scenario, base, years)
    )


def _notes(weighing: Weighing) -> tuple[str, ...]:
    """Return what a what-if starts from: an estimate, two, or hardly more than a prior."""
    judge, notes = Judge(weighing), [INVISIBLE]
    beside = weighing.model.need.beside if weighing.model.need else ()
    for code in beside:
        latest = weighing.targets.of(code)[-1]
        label = weighing.targets.listed[latest].answer.label
        found = judge.weighed(latest)
        if found.verdict is Verdict.NONE:
            notes.append(f"{PRIOR_ONLY} {label} ({found.why}).")
        if found.verdict is Verdict.CONDITIONAL:
            notes.append(f"{MIXED} {label}.")
    return tuple(notes)


def _stocks_now(weighing: Weighing) -> Floats:
    """Return every draw's stocks at the end of the last month, shape (C, n)."""
    system = weighing.system
    rows = make_weights(
        {system.stock_at(system.months, c): 1.0}
        for c in range(len(system.compartments))
    )
    values = weighing.posterior.predict_many(weighing.draws.thetas, rows)
    return np.ascontiguousarray(values.T)


def _project(
    weighing: Weighing, scenario: Scenario, base: Floats, years: int
) -> Iterator[Projection]:
    model = _with_arrivals(weighing.model, scenario)
    ahead = years * MONTHS
    whole = compile_system(model, weighing.system.months + ahead)
    hazards = _hazards(weighing, whole, scenario, ahead)
    layout = compile_system(model, ahead)
    asked = list(_asked(model, layout, years))
    values = move_many(
        layout, hazards, base, make_weights(row for _, _, _, row in asked)
    )
    for number, (measure, unit, year, _) in enumerate(asked):
        yield Projection(
            scenario=scenario.name,
            measure=measure,
            year=year,
            first=_end_of(weighing, year - 1) + timedelta(days=1),
            last=_end_of(weighing, year),
            unit=unit,
            quantiles=quantiles_of(values[:, number]),
        )


def _end_of(weighing: Weighing, year: int) -> date:
    """Return the last day of a year ahead; year 0 ends with the last month known."""
    last = weighing.system.months + year * MONTHS - 1
    return last_day_of(last, weighing.model.first)


def _with_arrivals(model: Model, scenario: Scenario) -> Model:
    """Return the model with a way for the people a scenario brings."""
    months = scenario.months or YEARS * MONTHS
    rate = Rate(
        name=COMING,
        label=scenario.label,
        median=max(scenario.arrivals / months, CERTAIN),
        log_sd=CERTAIN,
        source=scenario.source,
    )
    into = scenario.into or model.compartments[0].name
    flow = Flow(name=COMING, source=OUTSIDE, target=into, rate=COMING)
    return msgspec.structs.replace(
        model, rates=(*model.rates, rate), flows=(*model.flows, flow)
    )


def _hazards(
    weighing: Weighing, whole: System, scenario: Scenario, ahead: int
) -> Floats:
    """Return the rates of the months ahead, shape (R, months, n)."""
    rng = np.random.default_rng(SEED)
    now = weighing.system.months
    logs = log_rates(whole, _longer(weighing, whole, rng), since=now)
    end = min(scenario.months or ahead, ahead)
    for effect in scenario.effects:
        shift = effect.mean + effect.sd * rng.standard_normal(logs.shape[2])
        logs[whole.rates.index(effect.rate), :end] += shift
    hazards: Floats = np.exp(logs)
    hazards[whole.rates.index(COMING), end:] = 0.0
    return hazards


def _longer(weighing: Weighing, whole: System, rng: np.random.Generator) -> Floats:
    """Return the draws with innovations for the knots ahead, shape (P, n)."""
    known = weighing.system
    thetas = weighing.draws.thetas.T
    runs = thetas.shape[1]
    levels = len(known.rates)
    walks = levels + len(known.wandering) * known.knots
    orders = walks + len(known.steps)
    drawn = thetas[levels:walks].reshape(len(known.wandering), known.knots, runs)
    fresh = rng.standard_normal((len(known.wandering), whole.knots - known.knots, runs))
    both = np.concatenate((drawn, fresh), axis=1).reshape(-1, runs)
    return np.concatenate(
        (
            thetas[:levels],
            np.zeros((1, runs)),
            both,
            _orders(known.steps, whole.steps, thetas[walks:orders], rng),
            thetas[orders : known.parameters],
        )
    )


def _orders(
    known: Sequence[Step],
    whole: Sequence[Step],
    drawn: Floats,
    rng: np.random.Generator,
) -> Floats:
    """Return the draws of all orders, fresh ones for those that are still to come."""
    places = {_name(step): number for number, step in enumerate(known)}
    fresh = rng.standard_normal((len(whole), drawn.shape[1]))
    for number, step in enumerate(whole):
        if _name(step) in places:
            fresh[number] = drawn[places[_name(step)]]
    return fresh


def _name(step: Step) -> tuple[int, int, float, float]:
    """Return what an order is known by; how long it lasts depends on the months seen."""
    return step.rate, step.first, step.mean, step.sd


Asked = Iterator[tuple[str, str, int, Sum]]


def _asked(model: Model, layout: System, years: int) -> Asked:
    for year in range(1, years + 1):
        months = range((year - 1) * MONTHS, year * MONTHS)
        if model.need is not None:
            yield from _need(model.need, layout, year, months)
        for answer in model.answers:
            if answer.code in (model.need.beside if model.need else ()):
                total = (
                    mean_stock(layout, answer.stock, months[-1:])
                    if answer.stock
                    else whole_flow(layout, answer.flow, months)
                )
                unit = PERSONS if answer.stock else PER_YEAR
                yield answer.label, unit, year, total


def _need(need: Need, layout: System, year: int, months: range) -> Asked:
    at_end = mean_stock(layout, need.unprotected, months[-1:])
    returned = whole_flow(layout, need.returned, months)
    yield UNMET, PER_YEAR, year, {**at_end, **returned}
    waiting = mean_stock(layout, need.unprotected, months)
    yield (
        UNPROTECTED,
        PERSON_MONTHS,
        year,
        {place: weight * MONTHS for place, weight in waiting.items()},
    )
