"""Build the claim that a person marks where the machine found none."""

from collections.abc import Mapping

from tumen.errors import ClaimRefused, DecisionError
from tumen.records.claim import ARTICLE_VOICE, Claim, Kind, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.document import Document
from tumen.records.ids import ClaimId
from tumen.records.span import Span
from tumen.review.slots import SLOT_NAMES, check_names, with_slots

PLACE_SLOTS = ("capture", "doc", "start", "end", "quote")
NEEDED = ("start", "end", "kind", "element")


def make_claim(slots: Mapping[str, object], document: Document, reviewer: str) -> Claim:
    """Return the claim a person describes, with the id of its content.

    The same slots on the same document give the same claim, so that an `add`
    decision can be replayed. A slot that is not given is empty; a claim without
    a speaker is said in the page's own voice. The exact-words gate is run by the
    caller: here only the quote, when given, must be the words of the span.

    Args:
        slots: JSON slot names; `start`, `end`, `kind` and `element` are needed.

    Raises:
        DecisionError: a needed slot is missing, a value is wrong, the slots belong
            to another page, or the quote differs from the words of the span.
    """
    check_names(slots, (*PLACE_SLOTS, *SLOT_NAMES))
    missing = [name for name in NEEDED if slots.get(name) is None]
    if missing:
        raise DecisionError(
            f"the claim lacks {', '.join(missing)}",
            "Select its words on the page and say what they are about.",
        )
    if slots.get("capture", document.capture) != document.capture:
        raise DecisionError(
            f"the claim belongs to other bytes than {document.name}",
            "Add it on the page it was selected on.",
        )
    span = _span(slots)
    bare = Claim(
        id=ClaimId(""),
        capture=document.capture,
        doc=document.name,
        span=span,
        quote=_quote(slots, span, document),
        kind=Kind.FIGURE,
        element="",
        speaker=Voice(ARTICLE_VOICE, SpeakerKind.AUTHOR),
        rule="person",
        found_by=f"person {reviewer}",
        confidence=1.0,
    )
    given = {
        name: value
        for name, value in slots.items()
        if name not in PLACE_SLOTS and not _is_unsaid(name, value)
    }
    return with_id(with_slots(bare, given, "person"))


def _is_unsaid(name: str, value: object) -> bool:
    """Null in a form means that the slot was left as it is."""
    return value is None and name in SLOT_NAMES


def _span(slots: Mapping[str, object]) -> Span:
    start, end = slots["start"], slots["end"]
    if not (isinstance(start, int) and isinstance(end, int)):
        raise DecisionError(
            f"start {start!r} and end {end!r} are no character positions",
            "Give whole numbers, counted from 0.",
        )
    try:
        return Span(start, end)
    except ClaimRefused as error:
        raise DecisionError(error.problem, error.remedy) from error


def _quote(slots: Mapping[str, object], span: Span, document: Document) -> str:
    try:
        words = span.quote(document.text)
    except ClaimRefused as error:
        raise DecisionError(error.problem, error.remedy) from error
    if slots.get("quote", words) != words:
        raise DecisionError(
            f"{document.name}: characters {span.start}-{span.end} read {words!r}, "
            f"not {slots['quote']!r}",
            "Select the words again; they are never moved by guessing.",
        )
    return words
