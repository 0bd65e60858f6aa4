"""The door for other extractors: a row becomes a proposal, or is refused.

Nothing of a row is believed. The quote must be the page's own words, numbers and days are
read again by our grammar, codes come from the codebook, voices from the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tumen.codebook.schema import Element
from tumen.errors import ClaimRefused
from tumen.extract.gate import check_block, check_claim, unknown_element
from tumen.extract.proposed_amounts import ReadAmount, read_amount
from tumen.extract.proposed_page import ProposedPage
from tumen.extract.proposed_slots import (
    ReadSlot,
    read_chain,
    read_flags,
    read_period,
    read_place,
    read_population,
    read_via,
    read_voice,
    voice_of,
)
from tumen.extract.proposed_voices import hear
from tumen.records.claim import ARTICLE_VOICE, Claim, Slot
from tumen.records.claim_id import with_id
from tumen.records.document import Form
from tumen.records.ids import ClaimId
from tumen.records.proposed import ProposedClaim
from tumen.records.span import Span

RULE = "import"
CONFIDENCE = 0.3
"""Low on purpose: no proposal of others is ever good enough to pass unread."""

MOST_QUOTED = 1_000
"""Characters; a claim is a clause, not a page."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row that passed the gate.

    Args:
        notes: slots that were left blank, are ours, or are in doubt, because the page
            says otherwise.
    """

    claim: Claim
    notes: tuple[str, ...] = ()


def read_proposal(row: ProposedClaim, page: ProposedPage, found_by: str) -> Proposal:
    """Return the claim that a row makes about a page.

    Args:
        found_by: who proposes it, as in `Claim.found_by`.

    Raises:
        ClaimRefused: the row does not quote the page, or says what cannot be.
    """
    if page.document.form is Form.TABLE:
        raise ClaimRefused(
            "the page is a table, which is read by its header",
            "Propose claims about articles.",
        )
    span = _span(row, page)
    check_block(span, page.document)
    element = _element(row, page)
    read = read_amount(row, span, element, page)
    claim, notes = _claim(row, page, span, read, found_by)
    check_claim(claim, page.document, page.codebook)
    return Proposal(with_id(claim), notes)


def _span(row: ProposedClaim, page: ProposedPage) -> Span:
    if len(row.quote) > MOST_QUOTED:
        raise ClaimRefused(
            f"the quote is {len(row.quote)} characters long",
            f"Quote the clause that says it, at most {MOST_QUOTED} characters.",
        )
    if row.start is None and row.end is None:
        return page.words.find_once(row.quote, "quote")
    if row.start is None or row.end is None:
        raise ClaimRefused(
            "only one of start and end is given", "Give both, or neither."
        )
    span = Span(row.start, row.end)
    if page.document.text[span.start : span.end] != row.quote:
        raise ClaimRefused(
            "the quote is not the text between start and end",
            "Count code points of the page's text as Tumen reads it, or leave both "
            "out.",
        )
    return span


def _element(row: ProposedClaim, page: ProposedPage) -> Element:
    element = page.codebook.elements.get(row.element)
    if element is None:
        raise unknown_element(row.element, page.codebook)
    if row.kind not in element.kinds:
        raise ClaimRefused(
            f"{element.code} is no {row.kind}",
            f"Give kind: {' or '.join(element.kinds)}; or another element.",
        )
    return element


def _claim(
    row: ProposedClaim,
    page: ProposedPage,
    span: Span,
    read: ReadAmount,
    found_by: str,
) -> tuple[Claim, tuple[str, ...]]:
    speaker = read_voice(row, page, span.start)
    via = read_via(row, page, span.start)
    heard = hear(row, span, page)
    population = read_population(row, page, span.start)
    place, iso = read_place(row, page)
    as_of, undated = read_period(row, page)
    flags, dropped = read_flags(row)
    voices = tuple(
        name for name in (speaker.value, via.value) if name not in (None, ARTICLE_VOICE)
    )
    chain, unchained = read_chain(row, page, voices)
    notes = (
        *read.notes,
        *heard.notes,
        population.note,
        place.note,
        undated,
        unchained,
        dropped,
    )
    claim = Claim(
        id=ClaimId(""),
        capture=page.document.capture,
        doc=page.document.name,
        span=span,
        quote=span.quote(page.document.text),
        kind=row.kind,
        element=row.element,
        amount=read.amount,
        as_of=as_of,
        place=place.value,
        iso=iso,
        population=population.value,
        speaker=voice_of(speaker.value or row.speaker, row, page),
        via=via.value,
        chain=chain,
        hedge=row.hedge,
        flags=flags,
        slots=_slots(
            {"speaker": speaker, "via": via, "place": place, "population": population},
            read,
            heard.instead,
        ),
        rule=RULE,
        found_by=found_by,
        confidence=CONFIDENCE,
    )
    return claim, _said(notes)


def _slots(
    found: dict[str, ReadSlot], read: ReadAmount, instead: str | None
) -> dict[str, Slot]:
    slots = {
        name: Slot(rule=RULE, confidence=CONFIDENCE, span=slot.span)
        for name, slot in found.items()
    }
    slots["amount"] = Slot(
        rule=RULE, confidence=CONFIDENCE, span=read.span, alternatives=read.readings
    )
    if instead is not None:
        slots["speaker"] = replace(slots["speaker"], alternatives=(instead,))
    for name in ("measure", "element", "hedge", "as_of"):
        slots[name] = Slot(rule=RULE, confidence=CONFIDENCE)
    return slots


def _said(notes: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(note for note in notes if note is not None)
