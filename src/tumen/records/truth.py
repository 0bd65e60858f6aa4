"""What is known about a set of pages: labels, and the invented truth behind a press.

A run is scored against these rows. Each is one line of a JSON lines file; keys that are
not listed here are passed over.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from tumen.records.claim import Kind

Reading = str | float | None
"""A value of a slot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthClaim:
    """A statement that stands on a page, with the slots of a claim.

    Args:
        start, end: code points of the page's text, end exclusive; without them `quote`
            is looked up.
        also: further readings of a slot that are right too.
        origin: equal for all claims that go back to one voice saying one thing.
        other fields as in `tumen.records.claim.Claim`.
    """

    doc: str
    kind: Kind
    element: str
    claim_id: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    measure: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    qualifier: str | None = None
    as_of_start: datetime.date | None = None
    as_of_end: datetime.date | None = None
    place: str | None = None
    iso: str | None = None
    population: str | None = None
    speaker: str | None = None
    speaker_kind: str | None = None
    via: str | None = None
    chain: tuple[str, ...] | None = None
    hedge: str | None = None
    flags: tuple[str, ...] = ()
    also: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class TruthRegion:
    """A stretch of the page's text and its role, as in `Block`."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class TruthDate:
    """First and last possible day; the same for a day that is known."""

    first: datetime.date | None
    last: datetime.date | None
    certainty: str | None = None


@dataclass(frozen=True, slots=True)
class TruthReprint:
    """The outlet a page copies."""

    outlet: str


@dataclass(frozen=True, slots=True)
class TruthMask:
    """A name that may not leave, and why."""

    quote: str
    why: str = "a name to mask"


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthDocument:
    """A page as it is known to be.

    Args:
        regions: empty when nobody listed them.
        origin_doc: page it copies, else None.
    """

    doc: str
    title: str | None = None
    original_outlet: str | None = None
    published: TruthDate | None = None
    language: str | None = None
    reprint_of: TruthReprint | None = None
    regions: tuple[TruthRegion, ...] = ()
    mask: tuple[TruthMask, ...] = ()
    origin_doc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthOrigin:
    """A voice that said one thing once, however often it was told on.

    Args:
        value: what the voice held.
        true_value: what there was by the voice's own definition.
        world_value: what there was by the definition of `series`.
        claims: ids of the truth's claims that go back to it; `docs` their pages.
    """

    origin: str
    element: str
    speaker: str | None = None
    speaker_kind: str | None = None
    as_of_start: datetime.date | None = None
    as_of_end: datetime.date | None = None
    value: float | None = None
    true_value: float | None = None
    world_value: float | None = None
    claims: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthValue:
    """How many there were: a stock on a day, or a flow over a time.

    Args:
        code: of the box or arrow.
        first, last: days, both included; equal for a stock.
    """

    code: str
    element: str | None
    measure: str | None
    first: datetime.date
    last: datetime.date
    value: float
    population: str | None = None
    place: str | None = None
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that may stand in nothing that leaves, and why."""

    text: str
    why: str = "may not leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """All that is known; a part is None when nothing is known about it."""

    claims: tuple[TruthClaim, ...] | None = None
    documents: tuple[TruthDocument, ...] | None = None
    origins: tuple[TruthOrigin, ...] | None = None
    series: tuple[TruthValue, ...] | None = None
    leaks: tuple[Forbidden, ...] | None = None
