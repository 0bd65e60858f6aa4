"""Check that nothing in a case was changed since it was written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tumen.errors import CaseDamaged, ClaimRefused
from tumen.pipeline.traces import hash_texts
from tumen.records.claim import Claim
from tumen.records.claim_id import with_id
from tumen.records.document import Document, Evidence
from tumen.records.ids import CaptureId
from tumen.records.span import Span
from tumen.records.trace import Trace
from tumen.review.chain import NO_LINE, first_broken, head_hash
from tumen.store.raw_exits import first_broken_exit
from tumen.store.rows import Fault

if TYPE_CHECKING:
    from tumen.pipeline.case import Case
    from tumen.store.reader import StoreReader


ANSWERS = {
    "review": ("reviewed",),
    "corroborate": ("groups",),
    "estimate": ("estimates", "boxes"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What was checked, and what does not hold.

    Args:
        faults: one sentence for each changed byte, span, row or decision.
        checked: how many of what were looked at.
        head: hash of the last review decision. A record cut off at its end shows
            only by comparing this with a head printed earlier.
    """

    faults: tuple[str, ...]
    checked: Mapping[str, int]
    head: str


def verify_case(case: "Case") -> VerifyReport:
    """Recompute every hash of a case and name what was changed."""
    # Imported here so that `tumen --help` answers at once.
    from tumen.store import check

    with case.store.reading() as reader:
        rows = reader.connection
        faults = [
            *check.find_row_faults(rows),
            *check.find_page_faults(rows),
            *check.find_byte_faults(rows),
            *check.find_line_faults(rows),
        ]
        checked = {"rows": check.count_rows(rows)}
        head = NO_LINE
        try:
            checked |= _count(reader)
            faults += [*_span_faults(reader), *_proposal_faults(reader)]
            faults += _answer_faults(reader)
            faults += _chain_faults(reader)
            head = head_hash(reader.decisions())
        except CaseDamaged as error:
            # A record that cannot be decoded; its row is named above as well.
            faults.append(Fault("records", error.problem))
    names = tuple(dict.fromkeys(str(fault) for fault in faults))
    return VerifyReport(faults=names, checked=checked, head=head)


def _count(reader: "StoreReader") -> dict[str, int]:
    proposals = len(reader.proposals())
    return {
        "captures": len(reader.captures()),
        "claims": len(reader.claims()),
        **({"proposals": proposals} if proposals else {}),
        "decisions": len(reader.decisions()),
    }


def _span_faults(reader: "StoreReader") -> Iterator[Fault]:
    """Give the spans that no longer hold their words."""
    documents: dict[CaptureId, Document] = {}
    for document in reader.documents():
        documents[document.capture] = document
        if not _fits(document):
            yield Fault(
                f"document {document.name}", "a span does not fit its text or words"
            )
    for claim in reader.claims():
        page = documents.get(claim.capture)
        where = f"claim {claim.id} of {claim.doc}"
        if page is None:
            yield Fault(where, "its page is gone")
        elif not _quotes(claim, page.text):
            yield Fault(where, "its quote is not what stands at its span")
        if with_id(claim).id != claim.id:
            yield Fault(where, "its id is not that of its content")


def _proposal_faults(reader: "StoreReader") -> Iterator[Fault]:
    """Give the proposals whose content was changed.

    One whose words are gone is no fault: the page was read anew, and a run says so.
    """
    for claim in reader.proposals():
        if with_id(claim).id != claim.id:
            where = f"proposal {claim.id} of {claim.doc}"
            yield Fault(where, "its id is not that of its content")


def _fits(document: Document) -> bool:
    spans = [block.span for block in document.blocks]
    return all(span.end <= len(document.text) for span in spans) and all(
        _reads(evidence.span, evidence.quote, document.text)
        for evidence in _evidence(document)
    )


def _evidence(document: Document) -> Iterable[Evidence]:
    yield from document.caption_dates
    yield from document.caption_conflicts
    for dated in (document.published, document.updated, document.captured):
        if dated:
            yield from dated.evidence


def _quotes(claim: Claim, text: str) -> bool:
    spans = [slot.span for slot in claim.slots.values() if slot.span]
    return _reads(claim.span, claim.quote, text) and all(
        span.end <= len(text) for span in spans
    )


def _reads(span: Span, quote: str, text: str) -> bool:
    try:
        return span.quote(text) == quote
    except ClaimRefused:
        return False


def _answer_faults(reader: "StoreReader") -> Iterator[Fault]:
    """Give the answers that are not those the last run made."""
    last: dict[str, Trace] = {trace.stage: trace for trace in reader.traces()}
    for stage, tables in ANSWERS.items():
        texts = [text for table in tables for text in reader.answer_texts(table)]
        made = last.get(stage)
        if made and made.outputs_hash != hash_texts(texts):
            yield Fault(f"answers of {stage}", "they are not those of the last run")


def _chain_faults(reader: "StoreReader") -> Iterator[Fault]:
    broken = first_broken(reader.decisions())
    if broken:
        yield Fault(f"decision {broken}", "it, or a line before it, was changed")
    broken = first_broken_exit(reader.raw_exits())
    if broken:
        yield Fault(f"raw exit {broken}", "it, or a line before it, was changed")
