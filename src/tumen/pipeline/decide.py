"""Take a review decision: check it, chain it, and answer again, all or nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tumen.errors import CaseDamaged, DecisionError
from tumen.extract.frame import LANGUAGE, publishers_of
from tumen.pipeline.complete import complete_change
from tumen.pipeline.folds import refold
from tumen.pipeline.known_values import check_country, check_values
from tumen.pipeline.typed import typed
from tumen.pipeline.waiting import (
    find_machine_claim,
    note_first_waiting,
    reviewed_now,
)
from tumen.records.claim import ARTICLE_VOICE, Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.document import Document
from tumen.records.ids import ClaimId
from tumen.records.reviewed import ReviewedClaim
from tumen.review.added import make_claim
from tumen.review.apply import apply_decisions
from tumen.review.chain import next_decision
from tumen.review.slots import slots_of
from tumen.review.standing import check_undo

if TYPE_CHECKING:
    from tumen.pipeline.case import Case
    from tumen.store.writer import StoreWriter


def record_decision(
    case: "Case",
    subject: ClaimId,
    verdict: Verdict,
    *,
    reason: str,
    reviewer: str,
    at: datetime,
    correction: Mapping[str, object] | None,
) -> Decision:
    """Record a decision on a claim, and what follows from it; see `Case.decide`."""
    _check_verdict(verdict)
    with case.store.writing() as writer:
        before = reviewed_now(writer)
        now = _find(before, subject)
        changes = _completed(now, correction, before, case)
        found = find_machine_claim(writer, subject)
        if changes:
            _check_values(changes, found, _page_of(writer, now), case)
        lines = writer.decisions()
        line = _next(lines, subject, verdict, reason, reviewer, at, changes)
        writer.append_decision(line, now.capture)
        changed = _find(refold(case, writer, at).reviewed, subject)
        if verdict is Verdict.CORRECT:
            _check_changed(changed, found, _page_of(writer, changed), case)
    return line


def _completed(
    now: Claim,
    correction: Mapping[str, object] | None,
    reviewed: Sequence[ReviewedClaim],
    case: "Case",
) -> dict[str, object] | None:
    """Return what a person changes with what follows from it, None without changes."""
    if not correction:
        return None
    beside = [each.claim for each in reviewed if each.claim.doc == now.doc]
    return complete_change(now, correction, beside, case.codebook)


def take_decision(
    case: "Case",
    subject: ClaimId,
    verdict: Verdict,
    *,
    reason: str,
    reviewer: str,
    at: datetime,
    correction: Mapping[str, object] | None = None,
) -> Decision:
    """Record a decision and leave the answers for later; see `Case.settle`.

    Raises:
        DecisionError: no such claim, a decision that makes no sense, or a value that
            neither a list nor the page knows.
        ClaimRefused: the corrected claim does not quote its exact words.
        CaseLocked: another command is writing.
    """
    changes = None if correction is None else typed(correction)
    _check_verdict(verdict)
    with case.store.writing() as writer:
        lines = writer.decisions()
        line = _next(lines, subject, verdict, reason, reviewer, at, changes)
        own = [each for each in (*lines, line) if each.subject == subject]
        found = find_machine_claim(writer, subject)
        page = _page_decided_on(writer, found, own)
        _check_values(changes or {}, found, page, case)
        base = () if found is None else (found,)
        changed = _find(apply_decisions(base, own, {page.capture: page}), subject)
        if verdict is Verdict.CORRECT:
            _check_changed(changed, found, page, case)
        note_first_waiting(writer, lines[-1] if lines else None)
        writer.append_decision(line, page.capture)
    return line


def record_added_claim(
    case: "Case",
    doc: str,
    slots: Mapping[str, object],
    *,
    reason: str,
    reviewer: str,
    at: datetime,
) -> Decision:
    """Record a claim the machine missed; see `Case.add_claim`."""
    with case.store.writing() as writer:
        line = _add(case, writer, doc, slots, reason, reviewer, at)
        refold(case, writer, at)
    return line


def take_added_claim(
    case: "Case",
    doc: str,
    slots: Mapping[str, object],
    *,
    reason: str,
    reviewer: str,
    at: datetime,
) -> Decision:
    """Record a claim the machine missed, and leave the answers for later."""
    with case.store.writing() as writer:
        note_first_waiting(writer, _last(writer))
        return _add(case, writer, doc, slots, reason, reviewer, at)


def _add(
    case: "Case",
    writer: "StoreWriter",
    doc: str,
    slots: Mapping[str, object],
    reason: str,
    reviewer: str,
    at: datetime,
) -> Decision:
    capture = writer.capture_named(doc)
    document = writer.document(capture) if capture else None
    if document is None:
        raise DecisionError(
            f"there is no page {doc!r} that was read",
            "`tumen documents CASE` lists the pages.",
        )
    given = {**typed(slots), "capture": document.capture}
    given["chain"] = given.get("chain") or _chain(given, document, case)
    check_values(given, document, case.codebook)
    claim = make_claim(given, document, reviewer)
    _check_changed(claim, None, document, case)
    line = next_decision(
        _last(writer),
        subject=claim.id,
        verdict=Verdict.ADD,
        reason=reason,
        correction={**given, "quote": claim.quote},
        reviewer=reviewer,
        at=at,
    )
    writer.append_decision(line, document.capture)
    return line


def _chain(given: Mapping[str, object], page: Document, case: "Case") -> list[str]:
    """Return the voices from speaker to page of a claim that gives no chain."""
    language = case.codebook.languages[LANGUAGE]
    voices = (given.get("speaker"), given.get("via"))
    said = [str(name) for name in voices if name not in (None, ARTICLE_VOICE)]
    return list(dict.fromkeys((*said, *publishers_of(page, language))))


def _check_verdict(verdict: Verdict) -> None:
    if verdict is Verdict.ADD:
        raise DecisionError(
            "add needs a page and the words on it", "Use `add_claim` instead."
        )


def notes_on(case: "Case", line: Decision) -> tuple[str, ...]:
    """Return what a decision set that no list has, in words for the reader."""
    if not line.correction:
        return ()
    with case.store.reading() as reader:
        capture = reader.decided_captures().get(line.number)
        page = reader.document(capture) if capture else None
        found = find_machine_claim(reader, line.subject)
    return _check_values(line.correction, found, page, case) if page else ()


def _check_values(
    changes: Mapping[str, object], found: Claim | None, page: Document, case: "Case"
) -> tuple[str, ...]:
    """Refuse a value that nothing knows, but for what the machine found itself."""
    before = slots_of(found) if found else {}
    new = {name: to for name, to in changes.items() if before.get(name) != to}
    return check_values(new, page, case.codebook)


def _check_changed(
    claim: Claim, found: Claim | None, page: Document, case: "Case"
) -> None:
    """Refuse a claim that does not quote the page, or lies in two countries."""
    if found is None or (claim.place, claim.iso) != (found.place, found.iso):
        check_country(claim, case.codebook)
    case.stages.check(claim, page, case.codebook)


def _next(
    lines: Sequence[Decision],
    subject: ClaimId,
    verdict: Verdict,
    reason: str,
    reviewer: str,
    at: datetime,
    changes: Mapping[str, object] | None,
) -> Decision:
    if verdict is Verdict.UNDO:
        check_undo(lines, subject, reviewer)
    return next_decision(
        lines[-1] if lines else None,
        subject=subject,
        verdict=verdict,
        reason=reason,
        correction=changes,
        reviewer=reviewer,
        at=at,
    )


def _page_decided_on(
    writer: "StoreWriter", found: Claim | None, own: Sequence[Decision]
) -> Document:
    """Return the page of the claim that some decisions are about."""
    if found is not None:
        return _page_of(writer, found)
    pages = writer.decided_captures()
    captures = {pages[line.number] for line in own if line.number in pages}
    document = writer.document(captures.pop()) if captures else None
    if document is None:
        raise _unknown(own[-1].subject)
    return document


def _find(reviewed: Sequence[ReviewedClaim], subject: ClaimId) -> Claim:
    for each in reviewed:
        if each.claim.id == subject:
            return each.claim
    raise _unknown(subject)


def _unknown(subject: ClaimId) -> DecisionError:
    return DecisionError(
        f"there is no claim {subject}",
        "`tumen claims CASE` lists the ids. After pages changed: tumen run CASE",
    )


def _page_of(writer: "StoreWriter", claim: Claim) -> Document:
    document = writer.document(claim.capture)
    if document is None:
        raise CaseDamaged(
            f"the page of claim {claim.id} is gone", "Run: tumen verify CASE"
        )
    return document


def _last(writer: "StoreWriter") -> Decision | None:
    lines = writer.decisions()
    return lines[-1] if lines else None
