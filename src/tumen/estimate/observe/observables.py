"""Which observable of the model a claim speaks about, and in which unit."""

from collections.abc import Iterable

from tumen.codebook.model import Model, Observable
from tumen.codebook.names import Names
from tumen.records.amount import Measure
from tumen.records.claim import Claim

PER_MONTH = {"month": 1.0, "year": 1 / 12, "week": 365.25 / 7 / 12, "day": 365.25 / 12}
"""People a month, for one in each of these times."""
PERCENT = "percent"


def observables_of(
    claim: Claim, house: str, model: Model, names: Names
) -> tuple[tuple[Observable, float], ...]:
    """Return the observables that a claim's words allow, with the weight of each.

    A claim whose words allow a stock and a flow speaks about both; the reading it was
    given weighs twice as much.
    """
    given = claim.amount.measure
    found = {
        measure: _first(claim, house, measure, model, names)
        for measure in _measures(claim)
    }
    known = {measure: seen for measure, seen in found.items() if seen is not None}
    weights = {measure: 2.0 if measure is given else 1.0 for measure in known}
    total = sum(weights.values())
    return tuple((known[m], weights[m] / total) for m in known)


def unit_factor(claim: Claim, observable: Observable) -> float | None:
    """Return what turns a claim's number into the model's unit, None when nothing does.

    The model counts people and papers one by one, rates by the month, shares from 0
    to 1.
    """
    unit = claim.amount.unit or ""
    if observable.of_stock:
        return 0.01 if unit == PERCENT else None
    if unit == PERCENT:
        return None
    if claim.amount.measure is Measure.RATE:
        return PER_MONTH.get(unit.rpartition("/")[2])
    return 1.0 if "/" not in unit else None


def _measures(claim: Claim) -> Iterable[Measure]:
    slot = claim.slots.get("measure")
    words = [str(word) for word in slot.alternatives] if slot else []
    if "stock_or_flow" in claim.flags:
        words += [Measure.STOCK, Measure.FLOW]
    listed = {measure.value for measure in Measure}
    others = [Measure(word) for word in words if word in listed]
    return dict.fromkeys((claim.amount.measure, *others))


def _first(
    claim: Claim, house: str, measure: Measure, model: Model, names: Names
) -> Observable | None:
    population = names.population(claim.population)
    for observable in model.observables:
        wanted = {names.population(name) for name in observable.populations}
        if (
            claim.element in observable.elements
            and measure.value in observable.measures
            and (not wanted or population in wanted)
            and (not observable.isos or claim.iso in observable.isos)
            and (not observable.houses or house in observable.houses)
            and _in_force(claim, observable)
        ):
            return observable
    return None


def _in_force(claim: Claim, observable: Observable) -> bool:
    """Tell whether a claim is about a time in which the observable is counted so."""
    day = claim.as_of.last or claim.as_of.first
    if day is None:
        return not (observable.first or observable.last)
    month = f"{day:%Y-%m}"
    return (observable.first or month) <= month <= (observable.last or month)
