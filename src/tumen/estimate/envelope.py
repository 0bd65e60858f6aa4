"""The honest baseline: dated low-high envelopes of independent origins.

Every later model must beat it. For each series and calendar year the origins that
speak about the year give one value each; the answer is how far they lie apart. Where
nobody speaks about a year, a stock is carried forward from the newest year in which
somebody did, and says so; a flow is not, for the arrivals of one year are not those
of the next.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tumen.codebook.names import make_names
from tumen.codebook.schema import Codebook
from tumen.estimate.band import band_of
from tumen.estimate.evidence import Evidence, Series, gather, is_figure
from tumen.estimate.statements import (
    Statement,
    last_day,
    one_per_origin,
    years_of,
)
from tumen.records.amount import Measure
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.estimate import Comparators, Estimate, Excluded
from tumen.records.group import Group
from tumen.records.ids import CaptureId
from tumen.records.reviewed import ReviewedClaim

ENVELOPE = "envelope"
CARRIED = "carried"

CARRIED_MEASURES = frozenset(
    {Measure.STOCK, Measure.RATE, Measure.SHARE, Measure.MONEY, Measure.DURATION}
)


def estimate_series(
    groups: Sequence[Group],
    reviewed: Sequence[ReviewedClaim],
    documents: Mapping[CaptureId, Document],
    codebook: Codebook,
    *,
    today: date,
) -> tuple[Estimate, ...]:
    """Return the yearly answers of every series that has figures.

    Args:
        documents: whose printed dates say beside which year a claim without any
            date is listed; it changes no number.
        today: the last answer is for this day, earlier ones for 31 December.

    Returns:
        by series and year. `q05` and `q95` are the lowest and highest value (see
        `tumen.estimate.band.band_of` for what bounds do), `q50` the median. A year
        in which all claims were left out has None throughout, with the reasons.
    """
    evidence = gather(groups, reviewed, codebook, make_names(codebook))
    figures = [entry for entry in reviewed if is_figure(entry.claim)]
    found = _sort_claims(figures, evidence, _printed_years(documents))
    return tuple(
        estimate
        for series in sorted({*found.used, *found.left_out}, key=_order)
        for estimate in _answers(series, found, evidence, today)
    )


Left = tuple[Claim, str]


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Claims by series: evidence, others with the reason, and others beside it.

    `beside` holds claims about something else that is often mistaken for the series;
    they are listed where there is an answer, but ask for none. `printed` is the year
    printed on each page.
    """

    used: Mapping[Series, Sequence[Claim]]
    left_out: Mapping[Series, Sequence[Left]]
    beside: Mapping[Series, Sequence[Left]]
    printed: Mapping[CaptureId, int]


def _sort_claims(
    figures: Sequence[ReviewedClaim],
    evidence: Evidence,
    printed: Mapping[CaptureId, int],
) -> _Sorted:
    used: dict[Series, list[Claim]] = {}
    left_out: dict[Series, list[Left]] = {}
    for entry in figures:
        series = evidence.series_of(entry.claim)
        reason = evidence.why_not(entry)
        if series is not None and reason is None:
            used.setdefault(series, []).append(entry.claim)
        elif series is not None and reason is not None:
            left_out.setdefault(series, []).append((entry.claim, reason))
    for claims in used.values():
        claims.sort(key=lambda claim: (evidence.order.get(claim.id, 0), claim.id))
    beside: dict[Series, list[Left]] = {}
    for claim in (entry.claim for entry in figures if entry.counts):
        for series in _mistaken_for(claim, used, evidence):
            other = (claim, evidence.why_other(claim))
            beside.setdefault(series, []).append(other)
    return _Sorted(used, left_out, beside, printed)


def _printed_years(documents: Mapping[CaptureId, Document]) -> dict[CaptureId, int]:
    days = {
        capture: page.published.period.last
        for capture, page in documents.items()
        if page.published
    }
    return {capture: day.year for capture, day in days.items() if day}


def _mistaken_for(
    claim: Claim, used: Mapping[Series, Sequence[Claim]], evidence: Evidence
) -> Iterable[Series]:
    """Yield the series whose count the claim is often mistaken for.

    Boxes of the codebook say so; only stocks of the same whole country are meant.
    """
    wanted = {
        element.evidence_for
        for box in evidence.codebook.boxes
        if claim.element in box.mistaken
        for code in box.elements
        if (element := evidence.codebook.elements.get(code))
    }
    for series in used:
        is_here = series.iso == claim.iso and evidence.names.is_national(
            series.place, series.iso
        )
        if series.element in wanted and series.measure is Measure.STOCK and is_here:
            yield series


def _answers(
    series: Series, found: _Sorted, evidence: Evidence, today: date
) -> Iterable[Estimate]:
    known = [c for c in found.used.get(series, ()) if _begins(c) <= today]
    left_out = found.left_out.get(series, ())
    listed = [*left_out, *found.beside.get(series, ())]
    spoken = [year for year in years_of(known) if year <= today.year]
    other = [year for year in years_of([c for c, _ in left_out]) if year <= today.year]
    is_carried = series.measure in CARRIED_MEASURES
    wanted = {*spoken, *other}
    if is_carried and spoken:
        wanted.update(range(spoken[0], today.year + 1))
    if not wanted and left_out:
        wanted.add(today.year)
    years = sorted(wanted)
    by_year = _by_year(listed, years, found) if years else {}
    newest: int | None = None
    for year in years:
        day = min(date(year, 12, 31), today)
        if year in spoken:
            newest = year
        source = newest if is_carried else (year if year in spoken else None)
        yield _answer(series, known, by_year, evidence, day, source)


def _answer(
    series: Series,
    claims: Sequence[Claim],
    listed: Mapping[int, Sequence[Left]],
    evidence: Evidence,
    day: date,
    source: int | None,
) -> Estimate:
    """Return the answer for a day, from what was said about the year `source`."""
    said: tuple[Statement, ...] = ()
    if source is not None:
        said = one_per_origin(claims, evidence.origins, source)
    is_carried = source is not None and source < day.year
    band = band_of(said)
    return Estimate(
        element=series.element,
        measure=series.measure.value,
        unit=series.unit,
        population=series.population,
        place=series.place,
        iso=series.iso,
        date=day,
        q05=band.low,
        q25=band.quarter,
        q50=band.middle,
        q75=band.three_quarters,
        q95=band.high,
        engine=CARRIED if is_carried else ENVELOPE,
        carried_from=max((s.day for s in said), default=None) if is_carried else None,
        comparators=Comparators(
            min=band.low,
            max=band.high,
            latest=_latest(claims, evidence, source),
            mean=band.mean,
        ),
        lineages=tuple(s.origin for s in said),
        claims=tuple(s.claim for s in said),
        excluded=_excluded(listed, day),
    )


def _latest(
    claims: Sequence[Claim], evidence: Evidence, source: int | None
) -> float | None:
    """Return the newest single number up to the year, None when there is none.

    Of numbers about the same day the one about the shortest time is the newest.
    """
    if source is None:
        return None
    singles = [
        statement
        for year in years_of(claims)
        if year <= source
        for statement in one_per_origin(claims, evidence.origins, year)
        if statement.is_single
    ]
    newest = max(singles, key=lambda s: (s.day, -s.days, s.origin), default=None)
    return newest.low if newest else None


def _excluded(listed: Mapping[int, Sequence[Left]], day: date) -> tuple[Excluded, ...]:
    return tuple(
        Excluded(claim.id, reason)
        for claim, reason in sorted(
            listed.get(day.year, ()), key=lambda left: left[0].id
        )
    )


def _by_year(
    listed: Sequence[Left], years: Sequence[int], found: _Sorted
) -> dict[int, list[Left]]:
    """Return claims that are no evidence by the years of the series they touch.

    A claim without any date stands in the year of its page, else in the last one.
    """
    by_year: dict[int, list[Left]] = {year: [] for year in years}
    for left in listed:
        claim = left[0]
        if claim.as_of.is_open:
            printed = found.printed.get(claim.capture, years[-1])
            by_year[printed if printed in by_year else years[-1]].append(left)
            continue
        for year in years:
            if _touches(claim, year):
                by_year[year].append(left)
    return by_year


def _touches(claim: Claim, year: int) -> bool:
    first, last = claim.as_of.first or claim.as_of.last, last_day(claim)
    return first is not None and last is not None and first.year <= year <= last.year


def _begins(claim: Claim) -> date:
    return claim.as_of.first or claim.as_of.last or date.max


def _order(series: Series) -> tuple[str, ...]:
    return (
        series.element,
        series.iso or "",
        series.place or "",
        series.population or "",
        series.measure.value,
        series.unit or "",
    )
