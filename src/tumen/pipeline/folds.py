"""Answer for the whole case: review, corroborate, estimate, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from tumen.pipeline.proposals import open_proposals
from tumen.pipeline.stages import FOLDS, model_name
from tumen.pipeline.traces import (
    Watch,
    hash_all,
    hash_codebook,
    hash_of,
    make_trace,
    versions_of,
)
from tumen.records.claim import Claim
from tumen.records.decision import Decision
from tumen.records.document import Document
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.issue import Issue
from tumen.records.reviewed import ReviewedClaim
from tumen.records.trace import Trace
from tumen.store.rows import Answers

if TYPE_CHECKING:
    from tumen.pipeline.case import Case
    from tumen.store.reader import StoreReader
    from tumen.store.writer import StoreWriter

FOLD_KEY = "fold key"
WEIGHED_UP_TO = "weighed decisions"
"""Fact: number of the last decision that the answers rest on."""


@dataclass(frozen=True, slots=True)
class FoldInputs:
    """What the folds see: the whole case at one moment."""

    claims: tuple[Claim, ...]
    proposals: tuple[Claim, ...]
    decisions: tuple[Decision, ...]
    documents: dict[CaptureId, Document]

    @classmethod
    def read(cls, reader: "StoreReader") -> "FoldInputs":
        """Return what a snapshot holds; documents are in the order of their names."""
        documents = {document.capture: document for document in reader.documents()}
        return cls(reader.claims(), reader.proposals(), reader.decisions(), documents)

    @property
    def last_number(self) -> int:
        """Return the number of the last decision, 0 without any."""
        return self.decisions[-1].number if self.decisions else 0


def fold_key(case: "Case", reader: "StoreReader", today: date) -> str:
    """Return a hash of everything the folds depend on."""
    stages = case.stages
    decisions = reader.decisions()
    return hash_of(
        reader.state_of("documents", "claims", "proposals"),
        decisions[-1].hash if decisions else None,
        hash_codebook(case.codebook),
        [stages.versions[stage] for stage in FOLDS],
        today,
    )


def refold(case: "Case", writer: "StoreWriter", now: datetime) -> Answers:
    """Answer again from what the writer sees, and keep the answers with their traces."""
    inputs = FoldInputs.read(writer)
    answers, traces = fold(case, inputs, writer, now)
    key = fold_key(case, writer, now.date())
    keep_answers(writer, answers, traces, key=key, last=inputs.last_number)
    return answers


def keep_answers(
    writer: "StoreWriter",
    answers: Answers,
    traces: Sequence[Trace],
    *,
    key: str,
    last: int,
) -> None:
    """Keep answers, how they were made, and from what.

    Args:
        key: hash of all they depend on; `last` is the number of the last decision in it.
    """
    writer.replace_answers(answers)
    for trace in traces:
        writer.append_trace(trace)
    writer.put_fact(FOLD_KEY, key)
    writer.put_fact(WEIGHED_UP_TO, str(last))


def fold(
    case: "Case", inputs: FoldInputs, reader: "StoreReader", now: datetime
) -> tuple[Answers, tuple[Trace, ...]]:
    """Return the answers for the whole case and how they were made."""
    stages, codebook, today = case.stages, case.codebook, now.date()
    versions = versions_of(codebook, model_name(case.settings.extract.analyzer))
    traces: list[Trace] = []
    watch = Watch.start(now)

    def trace(stage: str, given: str, made: str, **counts: int) -> str:
        nonlocal watch
        traces.append(
            make_trace(
                stage,
                versions=versions,
                settings=None,
                inputs_hash=given,
                outputs_hash=made,
                counts=counts,
                watch=watch,
            )
        )
        watch = Watch.start(traces[-1].ended_at)
        return made

    pages = reader.state_of("documents")
    proposed, lost = open_proposals(
        inputs.proposals, inputs.claims, inputs.documents, codebook, stages.check
    )
    claims = (*inputs.claims, *proposed)
    reviewed = stages.review(claims, inputs.decisions, inputs.documents)
    issues = (*lost, *find_orphans(inputs, reviewed, reader))
    last = inputs.decisions[-1].hash if inputs.decisions else None
    given = hash_of(reader.state_of("claims", "proposals"), last)
    made = trace("review", given, hash_all(reviewed), claims=len(reviewed))
    # What others propose is not even told of in an answer before a person accepts it.
    seen = tuple(each for each in reviewed if not each.waits)
    groups = stages.group(seen, inputs.documents, codebook)
    given = hash_of(made, pages)
    made = trace("corroborate", given, hash_all(groups), groups=len(groups))
    estimates = stages.estimate(groups, seen, inputs.documents, codebook, today)
    boxes = stages.boxes(groups, seen, inputs.documents, codebook, today, estimates)
    given = hash_of(made, pages, today)
    output = hash_all((*estimates, *boxes))
    trace("estimate", given, output, estimates=len(estimates), boxes=len(boxes))
    answers = Answers(
        reviewed=reviewed,
        groups=groups,
        estimates=estimates,
        boxes=boxes,
        issues=issues,
    )
    return answers, tuple(traces)


def find_orphans(
    inputs: FoldInputs, reviewed: Sequence[ReviewedClaim], reader: "StoreReader"
) -> tuple[Issue, ...]:
    """Return an issue for every decision whose claim is gone while its page is not.

    Decisions on removed pages are kept in silence: the page was taken out on purpose.
    """
    known: set[ClaimId] = {each.claim.id for each in reviewed}
    pages = reader.decided_captures()
    return tuple(
        _orphan(line, inputs.documents[pages[line.number]])
        for line in inputs.decisions
        if line.subject not in known and pages.get(line.number) in inputs.documents
    )


def _orphan(line: Decision, document: Document) -> Issue:
    return Issue(
        stage="review",
        code="orphan_decision",
        doc=document.name,
        problem=f"decision {line.number} ({line.verdict}) is about claim "
        f"{line.subject}, which is no longer found on this page",
        remedy="Look at the page again and decide on what stands there now.",
        capture=document.capture,
    )
