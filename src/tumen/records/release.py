"""What may leave: cleared rows by kind, and what was withheld.

Only `tumen.protect` makes these records; a test reads the source tree to be sure.
Field names are those of the machine answers.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

Cleared = NewType("Cleared", str)
"""Text that the protection policy lets out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedClaim:
    """A claim with names and units of the annotation guide; absent is None.

    Args:
        auto: True while no person has decided on it or added it.
        status: see `tumen.records.reviewed.Status`.
        withheld: rules that took something out of this row; in an inside view the
            rules that would, while the row itself is complete.
        fields as in `tumen.records.claim.Claim`; the flag `under_5` stands for a
            value that may not be shown because it is smaller than 5.
    """

    id: Cleared
    doc: Cleared | None
    start: int | None
    end: int | None
    quote: Cleared | None
    kind: str
    element: str
    measure: str | None
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    qualifier: str | None
    as_of_start: datetime.date | None
    as_of_end: datetime.date | None
    place: Cleared | None
    iso: str | None
    population: Cleared | None
    speaker: Cleared | None
    speaker_kind: str
    via: Cleared | None
    chain: tuple[Cleared, ...]
    hedge: str
    flags: tuple[str, ...]
    confidence: float | None
    inherited: tuple[str, ...]
    alternatives: Mapping[str, tuple[str | float | None, ...]]
    rule: str | None
    found_by: Cleared
    auto: bool
    status: str
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleasedEvidence:
    """Words of the page that prove something about it."""

    start: int
    end: int
    quote: Cleared
    says: str


@dataclass(frozen=True, slots=True)
class ReleasedDate:
    """A day or interval, and what proves it."""

    first: datetime.date | None
    last: datetime.date | None
    certainty: str
    evidence: tuple[ReleasedEvidence, ...]


@dataclass(frozen=True, slots=True)
class ReleasedMask:
    """A name to be masked; `quote` is filled in inside views only."""

    quote: Cleared | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedDocument:
    """A page, without its text; `header` names the columns of a table."""

    doc: Cleared
    capture: Cleared | None
    title: Cleared | None
    original_outlet: Cleared | None
    host: Cleared | None
    published: ReleasedDate | None
    updated: ReleasedDate | None
    captured: ReleasedDate | None
    language: str | None
    authors: tuple[Mapping[str, Cleared], ...]
    byline_quote: Cleared | None
    reprint_of: Mapping[str, Cleared] | None
    translated_from: str | None
    regions: tuple[Mapping[str, int | str], ...]
    caption_dates: tuple[ReleasedEvidence, ...]
    caption_conflicts: tuple[ReleasedEvidence, ...]
    mask: tuple[ReleasedMask, ...]
    sources_independent: str | None
    is_relevant: bool
    address: Cleared | None = None
    header: tuple[Cleared, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleasedLineage:
    """An independent origin; echoes carry `id` and `why`."""

    origin: Cleared
    claims: tuple[Cleared, ...]
    echoes: tuple[Mapping[str, Cleared], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedGroup:
    """Claims about one fact; relations carry `a`, `b` and `kind`."""

    group: Cleared
    element: str
    measure: str
    population: Cleared | None
    place: Cleared | None
    iso: str | None
    as_of_start: datetime.date | None
    as_of_end: datetime.date | None
    lineages: tuple[ReleasedLineage, ...]
    relations: tuple[Mapping[str, str], ...]
    grade: int


@dataclass(frozen=True, slots=True)
class ReleasedConditional:
    """The answer if the figure of `origin` is right and that of `against` is not.

    Args:
        counted: what that figure counts, None when it is what the answer shows.
    """

    origin: Cleared
    claims: tuple[Cleared, ...]
    against: Cleared
    q05: float | None
    q25: float | None
    q50: float | None
    q75: float | None
    q95: float | None
    counted: Cleared | None = None


@dataclass(frozen=True, slots=True)
class ReleasedPull:
    """How much an origin, a house or a factor moves an answer; see `Pull`."""

    kind: str
    name: Cleared
    factor: float
    claims: tuple[Cleared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedEstimate:
    """A dated answer; see `tumen.records.estimate.Estimate`.

    Args:
        verdict: `band`, `conditional` or `none`; None where no model has a part.
        why: why there is no estimate.
        evidence: share of the prior's width that figures took away, 0 to 1.
        prior: quantiles before any figure, by name.
        notes: what to know with the number; a bias shared by all is always among them.
    """

    element: str
    measure: str
    unit: str | None
    population: Cleared | None
    place: Cleared | None
    iso: str | None
    date: datetime.date
    q05: float | None
    q25: float | None
    q50: float | None
    q75: float | None
    q95: float | None
    engine: str
    carried_from: datetime.date | None
    comparators: Mapping[str, float | None]
    lineages: tuple[Cleared, ...]
    claims: tuple[Cleared, ...]
    excluded: tuple[Mapping[str, Cleared], ...]
    flags: tuple[str, ...] = ()
    verdict: str | None = None
    why: str | None = None
    evidence: float | None = None
    prior: Mapping[str, float | None] | None = None
    conditionals: tuple[ReleasedConditional, ...] = ()
    pulls: tuple[ReleasedPull, ...] = ()
    notes: tuple[Cleared, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedBox:
    """One box, arrow or money step in one year; see `BoxState`.

    Args:
        under: 5 when a value below 5 was taken out, else None.
        withheld: rules that emptied the box; an emptied box is not an unknown one.
    """

    code: str
    year: int
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    words: tuple[Cleared, ...]
    claims: tuple[Cleared, ...]
    origins: int
    carried_from: int | None
    under: int | None = None
    withheld: tuple[str, ...] = ()
    verdict: str | None = None
    conditionals: tuple[ReleasedConditional, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedProjection:
    """One number of a what-if; see `Projection`. It is national and annual.

    Args:
        label: of the scenario.
        under: 5 when a value below 5 was taken out, else None.
    """

    scenario: str
    label: str
    measure: str
    year: int
    first: datetime.date
    last: datetime.date
    unit: str
    q05: float | None
    q25: float | None
    q50: float | None
    q75: float | None
    q95: float | None
    under: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedSensitivity:
    """An answer with all official figures multiplied, by factor (`0.7`, `1`, `1.4`).

    Args:
        medians: None where the answer is two estimates or none under that factor.
    """

    element: str
    measure: str
    unit: str | None
    population: Cleared | None
    place: Cleared | None
    iso: str | None
    date: datetime.date
    medians: Mapping[str, float | None]
    verdicts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Withheld:
    """How many rows or slots a rule held back; never what they said."""

    rule: str
    rows: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Everything one exit may show.

    Args:
        view: `public` for exits, `inside` for the analyst's own screen, `raw` for
            `--raw REASON`.
        head: hash of the last review decision; 64 zeros without any.
        versions: of code, codebook and model.
    """

    case: Cleared
    codebook: str
    view: str
    made_on: datetime.date
    head: str
    versions: Mapping[str, str]
    claims: tuple[ReleasedClaim, ...] = ()
    documents: tuple[ReleasedDocument, ...] = ()
    origins: tuple[ReleasedGroup, ...] = ()
    estimates: tuple[ReleasedEstimate, ...] = ()
    boxes: tuple[ReleasedBox, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    withheld: tuple[Withheld, ...] = ()
