"""A claim as another tool, model or colleague hands it in: nothing of it is believed."""

import datetime
from dataclasses import dataclass

from tumen.records.amount import Measure, Qualifier
from tumen.records.claim import Hedge, Kind, SpeakerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedClaim:
    """One row of a file of proposals; names are those of the machine answers.

    Args:
        doc, capture: the page, by its name or by the SHA-256 of its bytes.
        start, end: code points of the page's text, end exclusive; without them the
            quote has to stand on the page exactly once.
        figure_text: the words of the number inside the quote, where it holds several.
        low, best, high, qualifier, unit: only compared with what the words give.
        speaker, via, chain, place, population: words of the page, or names the
            codebook knows and the page bears.
    """

    quote: str
    kind: Kind
    element: str
    speaker: str
    speaker_kind: SpeakerKind
    hedge: Hedge
    doc: str | None = None
    capture: str | None = None
    start: int | None = None
    end: int | None = None
    figure_text: str | None = None
    measure: Measure | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    as_of_start: datetime.date | None = None
    as_of_end: datetime.date | None = None
    place: str | None = None
    iso: str | None = None
    population: str | None = None
    via: str | None = None
    chain: tuple[str, ...] | None = None
    flags: tuple[str, ...] = ()
