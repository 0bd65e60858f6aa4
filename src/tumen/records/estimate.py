"""Dated answers, and what they rest on."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Quantiles:
    """Quantiles of an answer, in the unit of its series."""

    q05: float
    q25: float
    q50: float
    q75: float
    q95: float


@dataclass(frozen=True, slots=True)
class Conditional:
    """The answer if one side of a conflict is right and the other is left out.

    Args:
        origin: whose figure is taken to be right; `claims` state it.
        against: whose figure is then left out.
        counted: what that figure counts, in words of the model; it may be another
            thing than the answer, e.g. border crossings for people present.
    """

    origin: str
    claims: tuple[ClaimId, ...]
    against: str
    quantiles: Quantiles
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Pull:
    """How much an origin, or a house with all its origins, moves an answer.

    Args:
        kind: `origin`, `house`, or for money `factor`.
        name: of the origin, the house or the factor.
        factor: the answer with it, over the answer without it; 1.2 pulls up by a fifth.
        claims: what it says.
    """

    kind: str
    name: str
    factor: float
    claims: tuple[ClaimId, ...] = ()


class Verdict(StrEnum):
    """What kind of answer the model gives."""

    BAND = "band"
    CONDITIONAL = "conditional"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What the model adds to an answer.

    Args:
        verdict: one band; two conditional estimates; or no estimate, and the answer
            stays the envelope.
        why: why there is no estimate, else None.
        evidence: how much of the prior's width the figures took away, 0 to 1.
        prior: quantiles before any figure was seen.
        origins: the independent origins that speak about it near its time; `claims`
            are what they say there.
        conditionals: two when the verdict is conditional.
        pulls: of origins and houses, the strongest first.
        outliers: origins near it that were taken for outliers.
        notes: what to know with the number, in plain words; no origin is named.
    """

    verdict: Verdict
    why: str | None
    evidence: float
    prior: Quantiles
    origins: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    conditionals: tuple[Conditional, ...] = ()
    pulls: tuple[Pull, ...] = ()
    outliers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The answer for one series on one date.

    Args:
        element, place, iso, population, measure, unit: which series.
        date: the day the answer is for.
        q05, q25, q50, q75, q95: quantiles. For the engine `envelope` they order the
            values of independent origins (q05 and q95 are the lowest and highest)
            and are no probabilities; None when no origin gives such a value. For the
            engine `model` they are quantiles of the posterior; None when the answer
            is two conditional estimates.
        engine: `model`, `envelope` (origins speak about this date) or `carried` (the
            newest earlier origins carried forward; `carried_from` says from when).
        lineages: names of the origins used.
        claims: ids of the claims used.
        excluded: claims of the same series that are no evidence, and why.
        weighed: what the model adds, None where it has no part for the series.
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
    weighed: Weighed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxState:
    """What is known about one box, arrow or money step of the system in one year.

    Args:
        code: of the codebook's system file (`C3w`, `T9`, `M1`).
        year: calendar year.
        low, high: lowest and highest value of independent origins, None when nobody
            has counted it; `best` their median. With the verdict `band` the 90 % band
            and the median of the model.
        words: vague sizes stated without numbers ("hundreds"), as quoted.
        claims: all claims about it in that year, values or not.
        origins: how many independent origins these have.
        carried_from: year the values were carried forward from, else None.
        verdict: of the model, None where it has no part; then, and for `none`, the
            values are those of the origins.
        conditionals: two when the verdict is conditional; low, best and high are then
            None.
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
    verdict: Verdict | None = None
    conditionals: tuple[Conditional, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """One number of a what-if in one year ahead.

    Args:
        scenario: its name; `measure`: what is counted, e.g. `unmet need`.
        year: 1 is the first year ahead.
        first, last: days it covers, both included.
        unit: `persons` at the end of the year, `persons/year` or
            `person-months/year`.
        notes: what to know with the number, in plain words.
    """

    scenario: str
    measure: str
    year: int
    first: datetime.date
    last: datetime.date
    unit: str
    quantiles: Quantiles
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PriorBand:
    """What a model answers for one year without a single figure."""

    code: str
    label: str
    unit: str
    year: int
    quantiles: Quantiles
