"""What is known, year by year, about each box, arrow and money step of the system."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from tumen.codebook.names import make_names
from tumen.codebook.schema import Arrow, Box, Codebook, MoneyStep
from tumen.estimate.band import band_of
from tumen.estimate.evidence import Evidence, gather, is_figure
from tumen.estimate.statements import one_per_origin, speaks_about
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.estimate import BoxState
from tumen.records.group import Group
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.period import Period
from tumen.records.reviewed import ReviewedClaim

VAGUE = "vague_"
NO_PAGES: Mapping[CaptureId, Document] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Part:
    """A box, arrow or money step, with what its claims must look like."""

    code: str
    elements: tuple[str, ...]
    measures: tuple[str, ...]
    populations: tuple[str, ...]
    isos: tuple[str, ...]
    is_carried: bool


def fill_boxes(
    groups: Sequence[Group],
    reviewed: Sequence[ReviewedClaim],
    codebook: Codebook,
    *,
    today: date,
    documents: Mapping[CaptureId, Document] = NO_PAGES,
) -> tuple[BoxState, ...]:
    """Return the state of every part of the system in every year.

    Years run from the first claim about any part to the year of `today`. Values come
    from claims about whole countries that are evidence (`tumen.estimate.evidence`),
    one per origin; `low` and `high` are the envelope's. A part of which no number is
    known has None: the screen hatches it. Claims without numbers, about smaller
    places, or that are no evidence are listed all the same; rejected ones are not.

    What is in a box, and what is paid, is carried forward from the newest year with
    a number; what moved along an arrow is not.

    Args:
        documents: gives claims without any date the year of their page, as "stated
            then"; without it they stay off the screen. Such a claim never fills a
            box or arrow with a number, but a money step, for pay is told as a habit.
    """
    evidence = gather(groups, reviewed, codebook, make_names(codebook))
    printed = {
        entry.claim.id: _printed_year(entry.claim, documents) for entry in reviewed
    }
    counting = [entry for entry in reviewed if entry.counts]
    habits = [_as_printed(entry, documents) for entry in counting]
    filled = [
        (part, [e for e in entries if _belongs(e.claim, part, evidence)])
        for parts, entries in (
            (
                [*map(_of_box, codebook.boxes), *map(_of_arrow, codebook.arrows)],
                counting,
            ),
            ([*map(_of_step, codebook.money)], habits),
        )
        for part in parts
    ]
    firsts = [
        year
        for _, entries in filled
        for entry in entries
        if (year := _first_year(entry.claim, printed)) is not None
    ]
    years = range(min(firsts, default=today.year), today.year + 1)
    return tuple(
        state
        for part, entries in filled
        for state in _states(part, entries, evidence, printed, years)
    )


def _of_box(box: Box) -> _Part:
    return _Part(box.code, box.elements, box.measures, box.populations, box.isos, True)


def _of_arrow(arrow: Arrow) -> _Part:
    return _Part(arrow.code, arrow.elements, arrow.measures, (), arrow.isos, False)


def _of_step(step: MoneyStep) -> _Part:
    return _Part(step.code, step.elements, (), (), (), True)


def _belongs(claim: Claim, part: _Part, evidence: Evidence) -> bool:
    if claim.element not in part.elements or not is_figure(claim):
        return False
    population = evidence.names.population(claim.population)
    wanted = {evidence.names.population(name) for name in part.populations}
    measure = evidence.measure_of(claim).value
    return (
        (not part.measures or measure in part.measures)
        and (not wanted or population in wanted)
        and (not part.isos or claim.iso in part.isos)
    )


def _states(
    part: _Part,
    entries: Sequence[ReviewedClaim],
    evidence: Evidence,
    printed: Mapping[ClaimId, int | None],
    years: range,
) -> Iterable[BoxState]:
    newest: BoxState | None = None
    for year in years:
        state = _state(part, entries, evidence, printed, year)
        if state.low is not None or state.high is not None:
            newest = state
        elif newest is not None and part.is_carried:
            state = BoxState(
                code=part.code,
                year=year,
                low=newest.low,
                best=newest.best,
                high=newest.high,
                unit=newest.unit,
                words=state.words,
                claims=state.claims or newest.claims,
                origins=state.origins or newest.origins,
                carried_from=newest.year,
            )
        yield state


def _state(
    part: _Part,
    entries: Sequence[ReviewedClaim],
    evidence: Evidence,
    printed: Mapping[ClaimId, int | None],
    year: int,
) -> BoxState:
    here = [
        entry
        for entry in entries
        if speaks_about(entry.claim, year) or printed[entry.claim.id] == year
    ]
    claims = tuple(entry.claim for entry in here)
    counted = [
        entry.claim
        for entry in here
        if evidence.why_not_counted(entry) is None
        and evidence.names.is_national(entry.claim.place, entry.claim.iso)
    ]
    unit = _commonest_unit(counted, evidence)
    same_unit = sorted(
        (claim for claim in counted if claim.amount.unit == unit),
        key=lambda claim: (evidence.order.get(claim.id, 0), claim.id),
    )
    band = band_of(one_per_origin(same_unit, evidence.origins, year))
    origins = {evidence.origins[c.id] for c in claims if c.id in evidence.origins}
    return BoxState(
        code=part.code,
        year=year,
        low=band.low,
        best=band.middle,
        high=band.high,
        unit=unit,
        words=_words(claims),
        claims=tuple(sorted(claim.id for claim in claims)),
        origins=len(origins),
    )


def _commonest_unit(claims: Sequence[Claim], evidence: Evidence) -> str | None:
    """Return the unit that most origins use; of equals, the first by letter."""
    used = {(evidence.origins.get(claim.id), claim.amount.unit) for claim in claims}
    counts = Counter(unit for _, unit in used if unit)
    return min(counts, key=lambda unit: (-counts[unit], unit), default=None)


def _words(claims: Sequence[Claim]) -> tuple[str, ...]:
    vague = (_size_words(c) for c in claims if not c.amount.has_value)
    return tuple(dict.fromkeys(sorted(vague)))


def _size_words(claim: Claim) -> str:
    """Return the words of a size: as marked, else the vague size, else the quote."""
    slot = claim.slots.get("amount")
    if slot and slot.span and claim.span.holds(slot.span):
        start = slot.span.start - claim.span.start
        return claim.quote[start : slot.span.end - claim.span.start]
    qualifier = claim.amount.qualifier.value
    is_vague = qualifier.startswith(VAGUE)
    return qualifier.removeprefix(VAGUE) if is_vague else claim.quote


def _first_year(claim: Claim, printed: Mapping[ClaimId, int | None]) -> int | None:
    day = claim.as_of.first or claim.as_of.last
    return day.year if day else printed[claim.id]


def _as_printed(
    entry: ReviewedClaim, documents: Mapping[CaptureId, Document]
) -> ReviewedClaim:
    """Return a claim without any date as stated on the day of its page."""
    page = documents.get(entry.claim.capture)
    if not entry.claim.as_of.is_open or page is None or page.published is None:
        return entry
    day = page.published.period.last
    return replace(entry, claim=replace(entry.claim, as_of=Period(day, day)))


def _printed_year(claim: Claim, documents: Mapping[CaptureId, Document]) -> int | None:
    """Return the year of the page for a claim without any date of its own."""
    page = documents.get(claim.capture)
    if not claim.as_of.is_open or page is None or page.published is None:
        return None
    day = page.published.period.last
    return day.year if day else None
