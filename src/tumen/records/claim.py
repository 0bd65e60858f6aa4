"""A statement with its exact words, and who said it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tumen.records.amount import Amount
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.period import Period
from tumen.records.span import Span


class Kind(StrEnum):
    """What sort of statement a claim is."""

    FIGURE = "figure"
    EVENT = "event"
    CONDITION = "condition"
    POLICY = "policy"


class SpeakerKind(StrEnum):
    """How a voice is known."""

    NAMED = "named"
    PSEUDONYMOUS = "pseudonymous"
    ANONYMOUS = "anonymous"
    INSTITUTION = "institution"
    DOCUMENT = "document"
    AUTHOR = "author"


class Hedge(StrEnum):
    """How surely it is said."""

    ASSERTED = "asserted"
    ESTIMATED = "estimated"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"


ARTICLE_VOICE = "article"
"""Name of the speaker when nobody is cited."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who vouches for a claim, nearest to the fact.

    Args:
        name: as resolved; `article` for the page's own voice, `unnamed` when the
            words say that somebody said it and nothing more.
        kind: how the voice is known.
        first_hand: True for own experience, False for hearsay, None when unsaid.
        stake: who would gain from a `low` or a `high` figure, else None.
    """

    name: str
    kind: SpeakerKind
    first_hand: bool | None = None
    stake: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """How one slot of a claim was filled.

    Args:
        span: the words that prove it; None when inherited or implied.
        inherited_from: span of the sentence it was carried over from, else None.
        distance: how many sentences it travelled, 0 when not inherited.
        rule: id of the rule, model or person that filled it.
        confidence: chance that the slot is right, 0 to 1.
        alternatives: other readings that the words allow, as printed in JSON.
    """

    rule: str
    confidence: float
    span: Span | None = None
    inherited_from: Span | None = None
    distance: int = 0
    alternatives: tuple[str | float | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One kind, one element, one value or statement, one speaker.

    Args:
        id: hash of everything below except `slots`, `rule`, `confidence`; made by
            `tumen.records.claim_id.with_id`.
        capture: the bytes it was read from; `doc` is `Capture.name`.
        span: where its words stand in `Document.text`.
        quote: exactly those words.
        element: code of the codebook, e.g. `people.present`.
        place: as fine as the text says; `iso` is ISO 3166-1 alpha-2, None for
            several countries, borders and the world.
        population: who is counted or meant.
        via: outlet or agency nearest to the speaker, other than the publisher.
        chain: names of all voices from speaker to page.
        flags: e.g. `forecast`, `unknown`, `stock_or_flow`, `word_share`.
        slots: how each slot was filled, by slot name of the JSON form
            (`amount` stands for low, best, high and qualifier; `as_of` for both ends).
        found_by: `rules`, `table`, `model NAME`, `person NAME` or
            `import TOOL HASH`.
        confidence: chance that value, measure and speaker are all right, 0 to 1.
    """

    id: ClaimId
    capture: CaptureId
    doc: str
    span: Span
    quote: str
    kind: Kind
    element: str
    amount: Amount = field(default_factory=Amount)
    as_of: Period = field(default_factory=Period)
    place: str | None = None
    iso: str | None = None
    population: str | None = None
    speaker: Voice
    via: str | None = None
    chain: tuple[str, ...] = ()
    hedge: Hedge = Hedge.ASSERTED
    flags: tuple[str, ...] = ()
    slots: Mapping[str, Slot] = field(default_factory=dict)
    rule: str
    found_by: str = "rules"
    confidence: float = 0.5
