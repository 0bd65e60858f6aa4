"""Dated answers, and what they rest on."""

import datetime
from dataclasses import dataclass

from tumen.records.ids import ClaimId


@dataclass(frozen=True, slots=True)
class Excluded:
    """A claim that is not evidence for a series, and why."""

    id: ClaimId
    reason: str


@dataclass(frozen=True, slots=True)
class Comparators:
    """Simple answers to compare with, in the unit of the series; None when empty.

    `latest` is the newest origin's value carried forward to the date.
    """

    min: float | None
    max: float | None
    latest: float | None
    mean: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The answer for one series on one date.

    Args:
        element, place, iso, population, measure, unit: which series.
        date: the day the answer is for.
        q05, q25, q50, q75, q95: quantiles. For the engine `envelope` they order the
            values of independent origins (q05 and q95 are the lowest and highest)
            and are no probabilities; None when no origin gives such a value.
        engine: `envelope` (origins speak about this date) or `carried` (the newest
            earlier origins carried forward; `carried_from` says from when).
        lineages: names of the origins used.
        claims: ids of the claims used.
        excluded: claims of the same series that are no evidence, and why.
    """

    element: str
    measure: str
    unit: str | None
    population: str | None
    place: str | None
    iso: str | None
    date: datetime.date
    q05: float | None
    q25: float | None
    q50: float | None
    q75: float | None
    q95: float | None
    engine: str
    carried_from: datetime.date | None = None
    comparators: Comparators
    lineages: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    excluded: tuple[Excluded, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxState:
    """What is known about one box, arrow or money step of the system in one year.

    Args:
        code: of the codebook's system file (`C3w`, `T9`, `M1`).
        year: calendar year.
        low, high: lowest and highest value of independent origins, None when nobody
            has counted it; `best` their median.
        words: vague sizes stated without numbers ("hundreds"), as quoted.
        claims: all claims about it in that year, values or not.
        origins: how many independent origins these have.
        carried_from: year the values were carried forward from, else None.
    """

    code: str
    year: int
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    words: tuple[str, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    origins: int = 0
    carried_from: int | None = None
