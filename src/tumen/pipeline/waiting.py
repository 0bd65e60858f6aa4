"""Decisions that are taken and not weighed yet: nothing is answered without them.

Weighing a large case again takes seconds, a decision must not. So the desk keeps the
line at once and leaves the answers as they were; whoever asks for an answer next has
them made again first. What reviewers decided shows at once everywhere.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tumen.pipeline.folds import (
    WEIGHED_UP_TO,
    FoldInputs,
    fold,
    fold_key,
    keep_answers,
    refold,
)
from tumen.records.claim import Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.document import Document
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.reviewed import ReviewedClaim
from tumen.review.apply import apply_decisions
from tumen.store.ledger import read_count

if TYPE_CHECKING:
    from tumen.pipeline.case import Case
    from tumen.store.reader import StoreReader
    from tumen.store.writer import StoreWriter

TRIES = 3
"""How often answers are made beside a busy reviewer before he has to wait for them."""


def count_waiting(reader: "StoreReader") -> int:
    """Return how many decisions the answers do not rest on yet."""
    if reader.fact(WEIGHED_UP_TO) is None:
        return 0  # Every decision of an earlier version was weighed at once.
    last = read_count(reader.connection, "last decisions")
    return last - read_count(reader.connection, WEIGHED_UP_TO)


def note_first_waiting(writer: "StoreWriter", last: Decision | None) -> None:
    """Note how far the answers go, before the first decision that they wait for."""
    if writer.fact(WEIGHED_UP_TO) is None:
        writer.put_fact(WEIGHED_UP_TO, str(last.number if last else 0))


def reviewed_now(reader: "StoreReader") -> tuple[ReviewedClaim, ...]:
    """Return all claims with every decision applied, those that wait included."""
    kept = reader.reviewed()
    waiting = count_waiting(reader)
    if not waiting:
        return kept
    lines = reader.decisions()
    subjects = {line.subject for line in lines[-waiting:]}
    anew = {each.claim.id: each for each in decided_anew(reader, subjects, lines)}
    replaced = tuple(anew.pop(each.claim.id, each) for each in kept)
    return (*replaced, *anew.values())


def decided_anew(
    reader: "StoreReader", subjects: set[ClaimId], lines: Sequence[Decision]
) -> tuple[ReviewedClaim, ...]:
    """Return some claims with all decisions on them applied from the start."""
    found = (find_machine_claim(reader, subject) for subject in sorted(subjects))
    wanted = [line for line in lines if line.subject in subjects]
    return apply_decisions(
        [claim for claim in found if claim is not None],
        wanted,
        documents_of_added(reader, wanted),
    )


def documents_of_added(
    reader: "StoreReader", lines: Sequence[Decision]
) -> dict[CaptureId, Document]:
    """Return the pages on which some decisions added a claim, as far as they are read."""
    captures = reader.decided_captures()
    wanted = {captures[line.number] for line in lines if line.verdict is Verdict.ADD}
    found = {capture: reader.document(capture) for capture in wanted}
    return {capture: page for capture, page in found.items() if page is not None}


def find_machine_claim(reader: "StoreReader", subject: ClaimId) -> Claim | None:
    """Return a claim as the machine or others found it, None for one of a person."""
    found = reader.claim(subject)
    if found is not None:
        return found
    proposed = (claim for claim in reader.proposals() if claim.id == subject)
    return next(proposed, None)


def settle(case: "Case", now: datetime) -> None:
    """Answer again if a decision waits for it; else do nothing.

    The work is done on a snapshot, so that decisions can be taken meanwhile; only to
    keep the answers are other writers held off.

    Raises:
        CaseLocked: another command is writing.
    """
    for _ in range(TRIES):
        with case.store.reading() as reader:
            if not count_waiting(reader):
                return
            inputs = FoldInputs.read(reader)
            state = _state(reader)
            key = fold_key(case, reader, now.date())
            answers, traces = fold(case, inputs, reader, now)
        with case.store.writing() as writer:
            if _state(writer) == state:
                keep_answers(writer, answers, traces, key=key, last=inputs.last_number)
    with case.store.writing() as writer:
        if count_waiting(writer):
            refold(case, writer, now)


def _state(reader: "StoreReader") -> str:
    """Return what changes when a run, or another weighing, came in between."""
    pages = reader.state_of("documents", "claims", "proposals", "traces")
    return f"{pages} {reader.fact(WEIGHED_UP_TO)}"
