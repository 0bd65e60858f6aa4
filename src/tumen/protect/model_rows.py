"""Turn what the model says about an answer, and its what-ifs, into rows that may leave."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TypedDict

from tumen.protect.answer_view import Answers, Value
from tumen.protect.clear import clear
from tumen.protect.policy import Policy
from tumen.records.estimate import Conditional, Estimate, Projection, Pull
from tumen.records.ids import ClaimId
from tumen.records.release import (
    Cleared,
    ReleasedConditional,
    ReleasedEstimate,
    ReleasedProjection,
    ReleasedPull,
    ReleasedSensitivity,
)

Hide = Callable[[Value], Value]

BAND, NONE = "band", "none"
ORIGIN = "origin"

OUTLIER = "Taken for an outlier: {}."
ONE_ORIGIN, OTHER_ORIGIN = "one origin", "the other origin"
"""What an origin is called that may not be named: a number would join its rows."""


class WeighedFields(TypedDict, total=False):
    """The fields of a released estimate that the model fills."""

    verdict: str
    why: str | None
    evidence: float
    prior: dict[str, Value]
    conditionals: tuple[ReleasedConditional, ...]
    pulls: tuple[ReleasedPull, ...]
    notes: tuple[Cleared, ...]


def weighed_fields(estimate: Estimate, answers: Answers, hide: Hide) -> WeighedFields:
    """Return what the model adds to an estimate; nothing without a model.

    Args:
        hide: takes out counts of people that are too small to be told.
    """
    weighed = estimate.weighed
    if weighed is None:
        return {}
    return {
        "verdict": weighed.verdict.value,
        "why": weighed.why,
        "evidence": weighed.evidence,
        "prior": {name: hide(v) for name, v in asdict(weighed.prior).items()},
        "conditionals": conditional_rows(
            weighed.conditionals,
            answers,
            hide,
            (estimate.element,),
            (estimate.population,) if estimate.population else (),
        ),
        "pulls": tuple(_pull(pull, answers) for pull in weighed.pulls),
        "notes": (
            *(clear(note) for note in weighed.notes),
            *(clear(OUTLIER.format(_outlier(o, answers))) for o in weighed.outliers),
        ),
    }


def conditional_rows(
    conditionals: Iterable[Conditional],
    answers: Answers,
    hide: Hide,
    elements: tuple[str, ...],
    populations: tuple[str, ...] = (),
) -> tuple[ReleasedConditional, ...]:
    """Return conditional estimates, their origins named as far as they may be.

    Args:
        elements, populations: what the answer shows; empty populations allow all.
    """
    return tuple(
        ReleasedConditional(
            origin=_origin(side.origin, side.claims, ONE_ORIGIN, answers),
            claims=answers.shown(answers.apart(side.claims)),
            against=_origin(side.against, side.claims, OTHER_ORIGIN, answers),
            q05=hide(side.quantiles.q05),
            q25=hide(side.quantiles.q25),
            q50=hide(side.quantiles.q50),
            q75=hide(side.quantiles.q75),
            q95=hide(side.quantiles.q95),
            counted=_counted(side, answers, elements, populations),
        )
        for side in conditionals
    )


def _counted(
    side: Conditional,
    answers: Answers,
    elements: tuple[str, ...],
    populations: tuple[str, ...],
) -> Cleared | None:
    """Return what the figure of a side counts, None when the answer shows just that.

    Of people at risk a public row does not tell what their claims are about.
    """
    found = [answers.claims[claim] for claim in side.claims if claim in answers.claims]
    is_shown = all(
        claim.element in elements
        and (not populations or claim.population in populations)
        for claim in found
    )
    if (
        is_shown
        or not side.counted
        or (answers.public and answers.at_risk(side.claims))
    ):
        return None
    return clear(side.counted)


def projection_rows(
    projections: Iterable[Projection],
    labels: Mapping[str, str],
    policy: Policy,
    *,
    public: bool,
) -> tuple[ReleasedProjection, ...]:
    """Return a what-if; in public, numbers below the smallest cell are taken out.

    It is national and annual, about years ahead: no year's lag holds it back.

    Args:
        labels: of the scenarios, by name.
    """
    limit = policy.small_cell
    return tuple(_projection(row, labels, limit, public) for row in projections)


def _projection(
    row: Projection, labels: Mapping[str, str], limit: int, public: bool
) -> ReleasedProjection:
    hidden = [public and 0 < value < limit for value in asdict(row.quantiles).values()]
    shown = [
        None if hide else value
        for hide, value in zip(hidden, asdict(row.quantiles).values(), strict=True)
    ]
    return ReleasedProjection(
        scenario=row.scenario,
        label=labels.get(row.scenario, row.scenario),
        measure=row.measure,
        year=row.year,
        first=row.first,
        last=row.last,
        unit=row.unit,
        q05=shown[0],
        q25=shown[1],
        q50=shown[2],
        q75=shown[3],
        q95=shown[4],
        under=limit if any(hidden) else None,
        notes=row.notes,
    )


def sensitivity_rows(
    by_factor: Mapping[float, Sequence[ReleasedEstimate]],
) -> tuple[ReleasedSensitivity, ...]:
    """Return the medians of every answer of the model, by factor on official figures.

    An answer that is two estimates, or none, under a factor has no median there.
    """
    found: dict[tuple[object, ...], dict[float, ReleasedEstimate]] = {}
    for factor, rows in by_factor.items():
        for row in rows:
            if row.verdict is not None:
                key = (row.element, row.measure, row.unit, row.population, row.place)
                found.setdefault((*key, row.date), {})[factor] = row
    return tuple(
        ReleasedSensitivity(
            element=row.element,
            measure=row.measure,
            unit=row.unit,
            population=row.population,
            place=row.place,
            iso=row.iso,
            date=row.date,
            medians={
                f"{factor:g}": each.q50 if each.verdict == BAND else None
                for factor, each in rows.items()
            },
            verdicts={
                f"{factor:g}": each.verdict or "none" for factor, each in rows.items()
            },
        )
        for rows in found.values()
        for row in [next(iter(rows.values()))]
        if any(each.verdict != NONE for each in rows.values())
    )


def _pull(pull: Pull, answers: Answers) -> ReleasedPull:
    name = clear(pull.name)
    if pull.kind == ORIGIN:
        name = _origin(pull.name, pull.claims, ONE_ORIGIN, answers)
    return ReleasedPull(
        kind=pull.kind,
        name=name,
        factor=pull.factor,
        claims=answers.shown(answers.apart(pull.claims)),
    )


def _origin(
    name: str, claims: Iterable[ClaimId], otherwise: str, answers: Answers
) -> Cleared:
    """Return the name of an origin, or a plain word when it may not be told."""
    if answers.public and answers.at_risk(claims):
        return clear(otherwise)
    return answers.text(name, otherwise)


def _outlier(name: str, answers: Answers) -> Cleared:
    """Return the name of an origin taken for an outlier, where it may be told."""
    return answers.text(name, ONE_ORIGIN)
