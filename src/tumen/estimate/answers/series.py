"""Put the answers of the model beside the envelope of what origins say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tumen.codebook.model import Model
from tumen.estimate.answers.money import MONEY, money_estimates
from tumen.estimate.answers.targets import Target
from tumen.estimate.answers.verdicts import Judge
from tumen.estimate.answers.weighing import Weighing
from tumen.records.estimate import (
    BoxState,
    Comparators,
    Estimate,
    Quantiles,
    Verdict,
    Weighed,
)

MODEL = "model"
ENVELOPE = "envelope"


def model_estimates(
    weighing: Weighing, envelopes: Sequence[Estimate]
) -> tuple[Estimate, ...]:
    """Return all answers of a case: the model's where it gives one, else the envelope's.

    Where the model has no estimate the envelope stays, with the reason; where nobody
    said anything either, there is no row.
    """
    judge = Judge(weighing)
    by_key = {_key(envelope): envelope for envelope in envelopes}
    answered: dict[tuple[object, ...], Estimate] = {}
    for number, target in enumerate(weighing.targets.listed):
        key = _target_key(target)
        if judge.is_silent(number) and key not in by_key:
            continue
        row = _merge(
            target,
            by_key.get(key),
            judge.weighed(number),
            Quantiles(*map(float, weighing.quantiles[:, number])),
        )
        if row is not None:
            answered[key] = row
    rows = [*answered.values(), *money_estimates(weighing, judge)]
    rows += [envelope for key, envelope in by_key.items() if key not in answered]
    return tuple(sorted(rows, key=_order))


def _merge(
    target: Target, envelope: Estimate | None, weighed: Weighed, band: Quantiles
) -> Estimate | None:
    if weighed.verdict is Verdict.NONE:
        return replace(envelope, weighed=weighed) if envelope else None
    row = envelope or _empty(target)
    is_band = weighed.verdict is Verdict.BAND
    return replace(
        row,
        q05=band.q05 if is_band else None,
        q25=band.q25 if is_band else None,
        q50=band.q50 if is_band else None,
        q75=band.q75 if is_band else None,
        q95=band.q95 if is_band else None,
        engine=MODEL,
        carried_from=None,
        lineages=weighed.origins,
        claims=weighed.claims,
        excluded=tuple(e for e in row.excluded if e.id not in weighed.claims),
        weighed=weighed,
    )


def _empty(target: Target) -> Estimate:
    answer = target.answer
    return Estimate(
        element=answer.element,
        measure=answer.measure,
        unit=answer.unit,
        population=answer.population,
        place=answer.place,
        iso=answer.iso,
        date=target.date,
        q05=None,
        q25=None,
        q50=None,
        q75=None,
        q95=None,
        engine=MODEL,
        comparators=Comparators(None, None, None, None),
        lineages=(),
        claims=(),
    )


def _target_key(target: Target) -> tuple[object, ...]:
    answer = target.answer
    return (
        answer.element,
        answer.measure,
        answer.unit,
        answer.population,
        answer.place,
        answer.iso,
        target.date,
    )


def _key(row: Estimate) -> tuple[object, ...]:
    return (
        row.element,
        row.measure,
        row.unit,
        row.population,
        row.place,
        row.iso,
        row.date,
    )


def _order(row: Estimate) -> tuple[str, ...]:
    return (
        row.element,
        row.iso or "",
        row.place or "",
        row.population or "",
        row.measure,
        row.unit or "",
        row.date.isoformat(),
    )


def fill_with_model(
    boxes: Iterable[BoxState],
    estimates: Sequence[Estimate],
    codes: Mapping[str, tuple[object, ...]],
) -> Iterator[BoxState]:
    """Yield the boxes of the screen, with the model's answer where it gives one.

    Args:
        codes: the series (key without the date) of each box the model answers.
    """
    rows: dict[tuple[object, ...], dict[int, Estimate]] = {}
    for row in estimates:
        if row.weighed is not None:
            rows.setdefault(_key(row)[:-1], {})[row.date.year] = row
    for box in boxes:
        found = rows.get(codes.get(box.code, ()), {}).get(box.year)
        yield box if found is None else _filled(box, found)


def _filled(box: BoxState, row: Estimate) -> BoxState:
    weighed = row.weighed
    if weighed is None or weighed.verdict is Verdict.NONE:
        return replace(box, verdict=Verdict.NONE)
    return replace(
        box,
        low=row.q05,
        best=row.q50,
        high=row.q95,
        unit=row.unit,
        claims=row.claims,
        origins=len(weighed.origins),
        carried_from=None,
        verdict=weighed.verdict,
        conditionals=weighed.conditionals,
    )


def series_by_box(model: Model) -> Mapping[str, tuple[object, ...]]:
    """Return the series of every box, arrow and money step that the model answers."""
    answers = {
        a.code: (a.element, a.measure, a.unit, a.population, a.place, a.iso)
        for a in model.answers
    }
    incomes = {
        i.code: (i.element, MONEY, i.unit, i.population, i.place, i.iso)
        for i in model.incomes
    }
    return answers | incomes
