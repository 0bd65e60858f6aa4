"""Apply decisions to claims: what a case holds after review."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tumen.errors import DecisionError
from tumen.records.claim import Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.document import Document
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.reviewed import ReviewedClaim, Status
from tumen.review.added import make_claim
from tumen.review.slots import with_slots
from tumen.review.standing import taken_back

State = dict[ClaimId, ReviewedClaim]


def apply_decisions(
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
    documents: Mapping[CaptureId, Document],
) -> tuple[ReviewedClaim, ...]:
    """Return every claim as the decisions, taken in order, leave it.

    Accept and reject change the status and nothing else; an accepted correction stays
    corrected. A line that was taken back (`tumen.review.standing`) leaves all as if it
    were not there; an added claim that was taken back is a rejected one. A decision on
    a claim that no longer exists changes nothing and is never moved to another claim:
    `find_orphans` lists it.

    Returns:
        the claims in their order, then added ones in the order of their decisions.

    Raises:
        DecisionError: a correction that does not fit its claim, or an added claim
            that is not the one the decision names.
    """
    state: State = {claim.id: ReviewedClaim(claim) for claim in claims}
    gone = taken_back(decisions)
    for line in decisions:
        stands = line.verdict is not Verdict.UNDO and line.number not in gone
        if line.verdict is Verdict.ADD:
            _add(state, line, documents, stands=stands)
        elif line.subject in state:
            state[line.subject] = _decided(state[line.subject], line, stands=stands)
    return tuple(state.values())


def find_orphans(
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
    documents: Mapping[CaptureId, Document],
) -> tuple[Decision, ...]:
    """Return the decisions whose claim is not in the case (any more).

    That happens when a page was removed, or read again with other words.
    """
    known = {entry.claim.id for entry in apply_decisions(claims, decisions, documents)}
    return tuple(line for line in decisions if line.subject not in known)


def _decided(entry: ReviewedClaim, line: Decision, *, stands: bool) -> ReviewedClaim:
    claim, numbers = entry.claim, (*entry.decisions, line.number)
    if not stands:
        return replace(entry, decisions=numbers)
    status = Status.ACCEPTED
    if line.verdict is Verdict.REJECT:
        status = Status.REJECTED
    if line.verdict is Verdict.CORRECT:
        status = Status.CORRECTED
        claim = with_slots(claim, line.correction or {}, f"person {line.reviewer}")
    return ReviewedClaim(claim, status, numbers)


def _add(
    state: State,
    line: Decision,
    documents: Mapping[CaptureId, Document],
    *,
    stands: bool,
) -> None:
    slots = line.correction or {}
    capture = slots.get("capture")
    if not isinstance(capture, str):
        raise DecisionError(
            f"decision {line.number} adds a claim without its page",
            "Give capture, the id of the bytes it was read from.",
        )
    document = documents.get(CaptureId(capture))
    if document is None or not _still_reads(slots, document):
        return
    claim = make_claim(slots, document, line.reviewer)
    if claim.id != line.subject:
        raise DecisionError(
            f"decision {line.number} adds claim {line.subject}, "
            f"but its slots make claim {claim.id}",
            "Run: tumen verify CASE",
        )
    before = state.get(claim.id)
    if before is None:
        status = Status.ADDED if stands else Status.REJECTED
        state[claim.id] = ReviewedClaim(claim, status, (line.number,))
        return
    state[claim.id] = replace(
        before,
        status=Status.ACCEPTED if stands else before.status,
        decisions=(*before.decisions, line.number),
    )


def _still_reads(slots: Mapping[str, object], document: Document) -> bool:
    """Tell whether the quoted words still stand where they stood."""
    start, end, quote = slots.get("start"), slots.get("end"), slots.get("quote")
    if not (isinstance(start, int) and isinstance(end, int)):
        return True
    return quote is None or document.text[start:end] == quote
