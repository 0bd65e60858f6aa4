"""Find the estimates and claims of one series, or of one part of the system."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from tumen.codebook.model import Income, ModelAnswer
from tumen.codebook.schema import Arrow, Box, Codebook, MoneyStep
from tumen.records.release import Release, ReleasedClaim, ReleasedEstimate

Series = tuple[ReleasedEstimate, ...]
Part = Box | Arrow | MoneyStep
Lines = list[tuple[tuple[str, ...], tuple[Mapping[str, str], ...]]]


def find_series(release: Release, element: str, place: str | None = None) -> Series:
    """Return the estimates of the series of an element with most origins, in order."""
    return _fullest(
        e
        for e in release.estimates
        if e.element == element and (place is None or e.place == place)
    )


def element_label(codebook: Codebook, element: str) -> str:
    """Return what people call an element; of an income, what the model calls it."""
    incomes = codebook.model.incomes if codebook.model else ()
    labels = {income.element: income.label for income in incomes}
    found = codebook.elements.get(element)
    return found.label if found else labels.get(element, element)


def find_part(codebook: Codebook, code: str) -> Part | None:
    """Return the box, arrow or money step with this code."""
    parts: tuple[Part, ...] = (*codebook.boxes, *codebook.arrows, *codebook.money)
    return next((part for part in parts if part.code == code), None)


def series_of_part(release: Release, codebook: Codebook, code: str) -> Series:
    """Return the estimates of a box, arrow or money step: those its model answers."""
    for answer in _answers(codebook):
        if answer.code == code:
            series = _fullest(
                e
                for e in release.estimates
                if (e.element, e.population) == (answer.element, answer.population)
                and (e.place, e.unit) == (answer.place, answer.unit)
            )
            if series:
                return series
    part = find_part(codebook, code)
    return _fullest(e for e in release.estimates if part and _counts_for(e, part))


def _answers(codebook: Codebook) -> tuple[ModelAnswer | Income, ...]:
    model = codebook.model
    return (*model.answers, *model.incomes) if model else ()


def _counts_for(estimate: ReleasedEstimate, part: Part) -> bool:
    measures, isos = getattr(part, "measures", ()), getattr(part, "isos", ())
    populations = part.populations if isinstance(part, Box) else ()
    return (
        estimate.element in part.elements
        and (not measures or estimate.measure in measures)
        and (not isos or estimate.iso in isos)
        and (not populations or estimate.population in populations)
    )


def _fullest(estimates: Iterable[ReleasedEstimate]) -> Series:
    """Return the series with most origins among estimates of several."""
    found = list(estimates)
    keys: Counter[tuple[str, ...]] = Counter()
    for e in found:
        keys[series_key(e)] += len(e.lineages) if e.engine != "carried" else 0
    if not keys:
        return ()
    best = max(sorted(keys), key=lambda key: keys[key])
    return tuple(
        sorted((e for e in found if series_key(e) == best), key=lambda e: e.date)
    )


def series_key(estimate: ReleasedEstimate) -> tuple[str, ...]:
    """Return what estimates of one series have in common."""
    return (
        estimate.element,
        estimate.measure,
        estimate.unit or "",
        estimate.population or "",
        estimate.place or "",
    )


def answer_of(series: Series, year: int) -> ReleasedEstimate | None:
    """Return the last answer of a series in a year."""
    return next((e for e in reversed(series) if e.date.year == year), None)


def find_claims(
    release: Release, element: str, series: Series
) -> tuple[ReleasedClaim, ...]:
    """Return the dated figures of a series: used, repeated and excluded ones."""
    used = {claim for e in series for claim in e.claims}
    excluded = {row["id"] for e in series for row in e.excluded}
    echoes = {e["id"] for line in _lines(release) if used & {*line[0]} for e in line[1]}
    wanted: set[str] = {*used, *excluded, *echoes}
    if not series:
        wanted = {claim.id for claim in release.claims if claim.element == element}
    return _dated(release, wanted)


def claims_of_part(
    release: Release, codebook: Codebook, code: str
) -> tuple[ReleasedClaim, ...]:
    """Return the dated figures about a box, arrow or money step, in all years."""
    series = series_of_part(release, codebook, code)
    if series:
        return find_claims(release, series[0].element, series)
    boxes = (box for box in release.boxes if box.code == code)
    return _dated(release, {claim for box in boxes for claim in box.claims})


def _dated(release: Release, wanted: Iterable[str]) -> tuple[ReleasedClaim, ...]:
    ids = set(wanted)
    return tuple(
        c
        for c in release.claims
        if c.id in ids and _has_value(c) and (c.as_of_start or c.as_of_end)
    )


def _has_value(claim: ReleasedClaim) -> bool:
    return any(v is not None for v in (claim.low, claim.best, claim.high))


def _lines(release: Release) -> Lines:
    return [
        (line.claims, line.echoes)
        for group in release.origins
        for line in group.lineages
    ]


def find_roles(release: Release, codebook: Codebook, series: Series) -> dict[str, str]:
    """Return for each claim whether it is an origin, an echo, excluded or other.

    An `other` figure counts something else, but the model weighs it for this series:
    how many are present tells how many came.
    """
    excluded = {row["id"] for e in series for row in e.excluded}
    roles: dict[str, str] = {}
    for claims, echoes in _lines(release):
        roles.update(dict.fromkeys(claims, "origin"))
        roles.update({row["id"]: "echo" for row in echoes})
    if series:
        roles.update({c: "other" for c in _other(release, codebook, series)})
    return roles | dict.fromkeys(excluded, "excluded")


def _other(release: Release, codebook: Codebook, series: Series) -> set[str]:
    used = {claim for e in series for claim in e.claims}
    kind = (series[0].element, series[0].measure)
    who = {
        population
        for box in codebook.boxes
        if series[0].element in box.elements and series[0].population in box.populations
        for population in box.populations
    }
    return {
        claim.id
        for claim in release.claims
        if claim.id in used
        and (
            (claim.element, claim.measure) != kind
            or (who and (claim.population or "").partition(",")[0] not in who)
        )
    }


def coarsen(
    claims: Iterable[ReleasedClaim], codebook: Codebook
) -> tuple[ReleasedClaim, ...]:
    """Return claims as a picture may place them.

    Where only yearly national values may be shown (hiding, escape, asylum), claims of
    a smaller place are left out and the others stand for whole years, in every view.
    """
    parts: tuple[Box | Arrow, ...] = (*codebook.boxes, *codebook.arrows)
    annual = {e for part in parts if part.annual for e in part.elements}
    nations = {place.name for place in codebook.places if place.level == "country"}
    kept = []
    for claim in claims:
        if claim.element not in annual:
            kept.append(claim)
        elif claim.place is None or claim.place in nations:
            kept.append(_whole_years(claim))
    return tuple(kept)


def _whole_years(claim: ReleasedClaim) -> ReleasedClaim:
    first, last = claim.as_of_start, claim.as_of_end
    return replace(
        claim,
        as_of_start=date(first.year, 1, 1) if first else None,
        as_of_end=date(last.year, 12, 31) if last else None,
    )
