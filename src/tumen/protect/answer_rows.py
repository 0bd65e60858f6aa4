"""Turn groups, estimates and boxes into rows that may leave."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tumen.codebook.schema import Arrow, Box
from tumen.protect.answer_view import Answers, small_hider
from tumen.protect.claim_rows import coarse_where_when
from tumen.protect.clear import Ledger, clear, clear_if
from tumen.protect.coarse import is_national
from tumen.protect.model_rows import conditional_rows, weighed_fields
from tumen.protect.risk import SMALL
from tumen.records.amount import Qualifier
from tumen.records.estimate import BoxState, Estimate
from tumen.records.group import Group, Lineage
from tumen.records.ids import ClaimId
from tumen.records.release import (
    ReleasedBox,
    ReleasedEstimate,
    ReleasedGroup,
    ReleasedLineage,
)

LAG = "year_lag"
FINER = "finer_than_national"
VAGUE = "vague_"
SAME_ORIGIN = "repeats the same origin"
NO_EVIDENCE = "no evidence for this series"


def group_rows(groups: Iterable[Group], answers: Answers) -> tuple[ReleasedGroup, ...]:
    """Return the groups; those that touch a labelled claim get a neutral name."""
    rows = [_group(group, answers) for group in groups]
    open_rows = [row for row in rows if row.group]
    closed = sorted((row for row in rows if not row.group), key=repr)
    named = [
        replace(row, group=clear(f"group-{number:04d}"))
        for number, row in enumerate(closed, start=1)
    ]
    return (*open_rows, *named)


def _group(group: Group, answers: Answers) -> ReleasedGroup:
    members = [claim for line in group.lineages for claim in _members(line)]
    guarded = answers.at_risk(members) if answers.public else []
    guarded_ids = {claim.id for claim in guarded}
    as_of, place, names = group.as_of, group.place, answers.guard.names
    first, last = as_of.first, as_of.last
    if guarded:
        annual = any(answers.guard.is_annual(claim.element) for claim in guarded)
        whole = replace(guarded[0], as_of=as_of, place=place, iso=group.iso)
        place, _, first, last = coarse_where_when(whole, answers.guard, annual=annual)
    known = not answers.public or names.allows(place)
    labelled = answers.public and any(str(answers.ids.get(c)) != c for c in members)
    return ReleasedGroup(
        group=clear("" if labelled else group.id),
        element=group.element,
        measure=group.measure.value,
        population=clear_if(
            group.population,
            allowed=not answers.public or names.allows(group.population),
        ),
        place=clear_if(place, allowed=known),
        iso=group.iso,
        as_of_start=first,
        as_of_end=last,
        lineages=tuple(
            _lineage(line, number, answers)
            for number, line in enumerate(group.lineages, start=1)
        ),
        relations=tuple(
            {"a": answers.ids[r.a], "b": answers.ids[r.b], "kind": r.kind.value}
            for r in group.relations
            if r.a in answers.ids
            and r.b in answers.ids
            # Which rows are of one origin would show in what they are not compared with.
            and not guarded_ids & {r.a, r.b}
        ),
        grade=group.grade,
    )


def _members(line: Lineage) -> tuple[ClaimId, ...]:
    return (*line.claims, *(echo.id for echo in line.echoes))


def _lineage(line: Lineage, number: int, answers: Answers) -> ReleasedLineage:
    guarded = bool(answers.public and answers.at_risk(_members(line)))
    other = f"origin {number}"
    together = set(answers.apart(_members(line)))
    return ReleasedLineage(
        origin=clear(other) if guarded else answers.text(line.origin, other),
        claims=answers.shown(claim for claim in line.claims if claim in together),
        echoes=tuple(
            {
                "id": answers.ids[echo.id],
                "why": clear(SAME_ORIGIN)
                if guarded
                else answers.text(echo.why, SAME_ORIGIN),
            }
            for echo in line.echoes
            if echo.id in together
        ),
    )


def estimate_rows(
    estimates: Iterable[Estimate], answers: Answers, ledger: Ledger
) -> tuple[ReleasedEstimate, ...]:
    """Return the estimates; hiding and escape national and annual, and a year late."""
    rows = []
    for estimate in estimates:
        rule = _held_back(estimate, answers)
        if rule:
            ledger.note("estimates", (rule,))
        else:
            rows.append(_estimate(estimate, answers, ledger))
    return tuple(rows)


def _held_back(estimate: Estimate, answers: Answers) -> str | None:
    """Return why an estimate may not be shown in this view, None when it may."""
    guard, day = answers.guard, estimate.date
    told = (*estimate.claims, *(each.id for each in estimate.excluded))
    if (
        answers.public
        and not is_national(estimate.place, guard.places)
        and answers.at_risk(told)
    ):
        return FINER
    if not guard.is_annual(estimate.element):
        return None
    if not is_national(estimate.place, guard.places) or (day.month, day.day) != (
        12,
        31,
    ):
        return FINER
    return LAG if answers.public and too_fresh(day.year, answers.made_on) else None


def too_fresh(year: int, made_on: date) -> bool:
    """Tell whether a year of hiding or escape ended less than a year ago."""
    return date(year + 1, 12, 31) > made_on


def _estimate(estimate: Estimate, answers: Answers, ledger: Ledger) -> ReleasedEstimate:
    hide = small_hider(answers, (estimate.element,))
    quantiles = [
        hide(v)
        for v in (estimate.q05, estimate.q25, estimate.q50, estimate.q75, estimate.q95)
    ]
    simple = estimate.comparators
    before = (estimate.q05, estimate.q50, estimate.q95)
    small = [v for v in before if v is not None and hide(v) is None]
    ledger.note_many("estimates", SMALL, bool(small))
    names = answers.guard.names
    guarded = bool(answers.public and answers.at_risk(estimate.claims))
    return ReleasedEstimate(
        element=estimate.element,
        measure=estimate.measure,
        unit=estimate.unit,
        population=clear_if(
            estimate.population,
            allowed=not answers.public or names.allows(estimate.population),
        ),
        place=clear_if(
            estimate.place, allowed=not answers.public or names.allows(estimate.place)
        ),
        iso=estimate.iso,
        date=estimate.date,
        q05=quantiles[0],
        q25=quantiles[1],
        q50=quantiles[2],
        q75=quantiles[3],
        q95=quantiles[4],
        engine=estimate.engine,
        carried_from=None if guarded else estimate.carried_from,
        comparators={
            "min": hide(simple.min),
            "max": hide(simple.max),
            "latest": hide(simple.latest),
            "mean": hide(simple.mean),
        },
        lineages=tuple(
            clear(f"origin {n}") if guarded else answers.text(line, f"origin {n}")
            for n, line in enumerate(estimate.lineages, start=1)
        ),
        claims=answers.shown(estimate.claims),
        excluded=tuple(
            {"id": answers.ids[e.id], "reason": answers.text(e.reason, NO_EVIDENCE)}
            for e in estimate.excluded
            if e.id in answers.ids
        ),
        flags=(SMALL,) if small else (),
        **weighed_fields(estimate, answers, hide),
    )


def box_rows(
    boxes: Iterable[BoxState], answers: Answers, ledger: Ledger
) -> tuple[ReleasedBox, ...]:
    """Return the boxes; what may not be told is emptied and says so."""
    codebook = answers.guard.codebook
    entries: dict[str, Box | Arrow] = {box.code: box for box in codebook.boxes}
    entries.update((arrow.code, arrow) for arrow in codebook.arrows)
    return tuple(_box(box, entries.get(box.code), answers, ledger) for box in boxes)


def _box(
    box: BoxState, entry: Box | Arrow | None, answers: Answers, ledger: Ledger
) -> ReleasedBox:
    elements = entry.elements if entry else ()
    annual = entry is not None and any(answers.guard.is_annual(e) for e in elements)
    if answers.public and annual and too_fresh(box.year, answers.made_on):
        ledger.note("boxes", (LAG,))
        return _emptied(box)
    hide = small_hider(answers, elements)
    values = (box.low, box.best, box.high)
    small = any(v is not None and hide(v) is None for v in values)
    ledger.note_many("boxes", SMALL, small)
    names, guarded = answers.guard.names, bool(answers.at_risk(box.claims))
    sizes = {q.value.removeprefix(VAGUE) for q in Qualifier if q.startswith(VAGUE)}
    return ReleasedBox(
        code=box.code,
        year=box.year,
        low=hide(box.low),
        best=hide(box.best),
        high=hide(box.high),
        unit=box.unit,
        words=tuple(
            clear(w)
            for w in box.words
            if not answers.public or (w in sizes if guarded else names.allows(w))
        ),
        claims=answers.shown(box.claims),
        origins=box.origins,
        carried_from=box.carried_from,
        under=answers.guard.policy.small_cell if small else None,
        verdict=box.verdict,
        conditionals=conditional_rows(
            box.conditionals,
            answers,
            hide,
            elements,
            entry.populations if isinstance(entry, Box) else (),
        ),
    )


def _emptied(box: BoxState) -> ReleasedBox:
    return ReleasedBox(
        code=box.code,
        year=box.year,
        low=None,
        best=None,
        high=None,
        unit=None,
        words=(),
        claims=(),
        origins=0,
        carried_from=None,
        withheld=(LAG,),
    )
