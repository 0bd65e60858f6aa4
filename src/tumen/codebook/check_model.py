"""Find what does not fit together in a model: names, months, numbers."""

import math
import re
from collections.abc import Iterator

from tumen.codebook.model import Model

MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
OUTSIDE = "outside"
BOUNDS = ("figure", "ceiling")
MOST_LOG = 12.0
"""Largest log of a factor: e to the 12th is 160,000 times."""
MOST_PEOPLE = 1e9
VAGUE = {"vague_dozens", "vague_hundreds", "vague_thousands"}


def find_trouble(model: Model) -> tuple[str, ...]:
    """Return what is wrong with a model, in plain words; empty when nothing is."""
    return tuple(trouble for check in CHECKS for trouble in check(model))


def _names(model: Model) -> Iterator[str]:
    boxes = {c.name for c in model.compartments}
    rates = {r.name for r in model.rates}
    flows = {f.name for f in model.flows}
    for flow in model.flows:
        yield from _unknown(f"flow {flow.name}", {flow.source} - {OUTSIDE}, boxes)
        yield from _unknown(f"flow {flow.name}", {flow.target}, boxes)
        yield from _unknown(f"flow {flow.name}", {flow.rate}, rates)
        if flow.source == flow.target:
            yield f"flow {flow.name}: leads from {flow.source} to itself"
    changes = [(i.name, i.effects) for i in model.interventions]
    changes += [(s.name, s.effects) for s in model.scenarios]
    for name, effects in changes:
        yield from _unknown(name, {effect.rate for effect in effects}, rates)
    if model.need:
        yield from _unknown("need", set(model.need.unprotected), boxes)
        yield from _unknown("need", set(model.need.returned), flows)
        codes = {answer.code for answer in model.answers}
        yield from _unknown("need", set(model.need.beside), codes)


def _scenarios(model: Model) -> Iterator[str]:
    boxes = {c.name for c in model.compartments}
    for scenario in model.scenarios:
        where = f"scenario {scenario.name}"
        yield from _unknown(where, {scenario.into or ""} - {""}, boxes)
        yield from _not_negative(where, scenario.arrivals)
        if scenario.months is not None and scenario.months < 1:
            yield f"{where}: months is {scenario.months}; give 1 or more"
        if scenario.arrivals and scenario.into is None:
            yield f"{where}: say in `into` where the people come to"
        if scenario.arrivals and scenario.months is None:
            yield f"{where}: say in `months` over how long the people come"
        if scenario.arrivals > MOST_PEOPLE:
            yield f"{where}: {scenario.arrivals:g} people are more than there are"


def _twice(model: Model) -> Iterator[str]:
    for names in (
        [c.name for c in model.compartments],
        [r.name for r in model.rates],
        [f.name for f in model.flows],
        [o.name for o in model.observables],
        [i.name for i in model.interventions],
        [s.name for s in model.scenarios],
        [a.code for a in model.answers],
        [m.name for m in model.money],
        [h.code for h in model.houses],
        [kind for house in model.houses for kind in house.kinds],
    ):
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"{name!r} is defined twice"


def _months(model: Model) -> Iterator[str]:
    dated = [("model", model.first)]
    dated += [(i.name, i.first) for i in model.interventions]
    dated += [(i.name, i.last) for i in model.interventions if i.last]
    dated += [(b.name, b.first) for b in model.breaks]
    for seen in model.observables:
        dated += [(seen.name, month) for month in (seen.first, seen.last) if month]
    for name, month in dated:
        if not MONTH.fullmatch(month):
            yield f"{name}: {month!r} is no month; write 2019-09"
    for order in model.interventions:
        if order.last and order.last < order.first:
            yield f"{order.name}: ends in {order.last}, before it begins"
    for seen in model.observables:
        if seen.first and seen.last and seen.last < seen.first:
            yield f"{seen.name}: ends in {seen.last}, before it begins"


def _numbers(model: Model) -> Iterator[str]:
    for rate in model.rates:
        yield from _positive(f"rate {rate.name}", rate.median, rate.half_life_years)
        yield from _not_negative(f"rate {rate.name}", rate.log_sd, rate.drift_sd)
    for box in model.compartments:
        yield from _not_negative(f"compartment {box.name}", box.median, box.log_sd)
    for house in model.houses:
        yield from _positive(f"house {house.code}", house.noise, house.bias_sd)
    for word in model.words:
        yield from _positive(f"word {word.qualifier}", word.low, word.high - word.low)
    for currency in model.currencies:
        yield from _positive(
            f"currency {currency.currency}", *currency.per_usd.values()
        )
    if model.knot_months < 1:
        yield f"knot_months is {model.knot_months}; give 1 or more"
    if not 0 < model.rules.outlier < 1:
        yield f"rules: outlier is {model.rules.outlier:g}; give a chance between 0 and 1"


def _widths(model: Model) -> Iterator[str]:
    """Check the numbers that say how uncertain something is."""
    widths = [(f"observable {o.name}", o.log_sd) for o in model.observables]
    widths += [(f"break {b.name}", b.log_sd) for b in model.breaks]
    widths += [(f"record {r.name}", r.log_sd) for r in model.records]
    widths += [(f"part {p.place}", p.log_sd) for p in model.parts]
    widths += [(i.name, e.sd) for i in model.interventions for e in i.effects]
    widths += [(s.name, e.sd) for s in model.scenarios for e in s.effects]
    for where, width in widths:
        yield from _not_negative(where, width)
    for part in model.parts:
        if not 0 < part.median <= 1:
            yield f"part {part.place}: {part.median:g} is no share above 0, up to 1"
    for rule in model.disclosures:
        yield from _positive(f"disclosure of {rule.house}", rule.high - rule.low)
    for factor in model.money:
        yield from _positive(f"money {factor.name}", factor.median, factor.log_sd)
        if factor.most is not None:
            yield from _positive(f"money {factor.name}", factor.most)


def _rules(model: Model) -> Iterator[str]:
    rules = model.rules
    yield from _positive("rules", rules.outlier_width, rules.origin_months)
    yield from _positive("rules", rules.least_origins)
    if not rules.conflict_factor > 1:
        yield f"rules: conflict_factor is {rules.conflict_factor:g}; give more than 1"
    if not 0 <= rules.least_evidence < 1:
        yield f"rules: least_evidence is {rules.least_evidence:g}; give 0 to below 1"


def _means(model: Model) -> Iterator[str]:
    """Check the logs of factors: beyond some size they are slips of the pen."""
    means = [(f"observable {o.name}", o.mean) for o in model.observables]
    means += [(f"house {h.code}", h.bias_mean) for h in model.houses]
    means += [(i.name, e.mean) for i in model.interventions for e in i.effects]
    means += [(s.name, e.mean) for s in model.scenarios for e in s.effects]
    for where, mean in means:
        if not abs(mean) <= MOST_LOG:
            yield f"{where}: a log factor of {mean:g}; give {-MOST_LOG:g} to {MOST_LOG:g}"


def _currencies(model: Model) -> Iterator[str]:
    for currency in model.currencies:
        where = f"currency {currency.currency}"
        if not currency.per_usd:
            yield f"{where}: per_usd holds no year"
        for year in currency.per_usd:
            if not year.isdecimal():
                yield f"{where}: {year!r} is no year"


def _observables(model: Model) -> Iterator[str]:
    boxes = {c.name for c in model.compartments}
    flows = {f.name for f in model.flows}
    names = {o.name for o in model.observables}
    houses = {house.code for house in model.houses}
    for seen in model.observables:
        yield from _unknown(seen.name, {*seen.stock, *seen.of_stock}, boxes)
        yield from _unknown(seen.name, set(seen.flow), flows)
        yield from _unknown(seen.name, set(seen.houses), houses)
        if bool(seen.stock) == bool(seen.flow):
            yield f"observable {seen.name}: give a stock or a flow, and not both"
        if seen.of_stock and not seen.stock:
            yield f"observable {seen.name}: a share needs the stock it is a share of"
        if seen.bound not in BOUNDS:
            yield f"observable {seen.name}: bound {seen.bound!r} is none of {BOUNDS}"
    for change in model.breaks:
        yield from _unknown(change.name, {change.observable}, names)
    for record in model.records:
        yield from _unknown(record.name, set(record.observables), names)
    for part in model.parts:
        yield from _unknown(part.place, set(part.observables), names)


def _houses(model: Model) -> Iterator[str]:
    codes = {house.code for house in model.houses}
    kinds = {kind for house in model.houses for kind in house.kinds}
    words = {word.qualifier for word in model.words}
    yield from _unknown("words", words, VAGUE)
    wanted = {"named", "pseudonymous", "anonymous", "institution", "document", "author"}
    for kind in sorted(wanted - kinds):
        yield f"no house stands for {kind} voices; list the kind in one of them"
    named = [(b.name, b.houses) for b in model.breaks]
    named += [(r.name, r.houses) for r in model.records]
    for name, houses in named:
        yield from _unknown(name, set(houses), codes)
    for rule in model.disclosures:
        yield from _unknown("disclosure", {rule.house}, codes)


def _answers(model: Model) -> Iterator[str]:
    boxes = {c.name for c in model.compartments}
    flows = {f.name for f in model.flows}
    for answer in model.answers:
        yield from _unknown(f"answer {answer.code}", set(answer.stock), boxes)
        yield from _unknown(f"answer {answer.code}", set(answer.flow), flows)
        if bool(answer.stock) == bool(answer.flow):
            yield f"answer {answer.code}: give a stock or a flow, and not both"
    codes = {answer.code for answer in model.answers}
    factors = {factor.name for factor in model.money}
    for income in model.incomes:
        yield from _unknown(income.label, {income.answer}, codes)
        used = {name.removeprefix("1-") for name in income.factors}
        yield from _unknown(income.label, used, factors)


def _unknown(where: str, used: set[str], known: set[str]) -> Iterator[str]:
    for name in sorted(used - known):
        yield f"{where}: {name!r} is not defined; known: {', '.join(sorted(known))}"


def _positive(where: str, *numbers: float) -> Iterator[str]:
    for number in numbers:
        if not (number > 0 and math.isfinite(number)):
            yield f"{where}: {number:g} must be above 0"


def _not_negative(where: str, *numbers: float) -> Iterator[str]:
    for number in numbers:
        if not (number >= 0 and math.isfinite(number)):
            yield f"{where}: {number:g} must not be below 0"


CHECKS = (
    _twice,
    _names,
    _scenarios,
    _months,
    _numbers,
    _widths,
    _rules,
    _means,
    _currencies,
    _observables,
    _houses,
    _answers,
)
