"""Gather what an exit may be asked about: one snapshot of the whole case."""

from typing import TYPE_CHECKING

from tumen.errors import CaseError
from tumen.pipeline.run import count_refusals
from tumen.pipeline.stages import model_name
from tumen.pipeline.traces import versions_of
from tumen.pipeline.waiting import reviewed_now
from tumen.protect.facts import CaseFacts
from tumen.records.document import Document
from tumen.records.reviewed import ReviewedClaim
from tumen.records.trace import Trace
from tumen.review.chain import head_hash

if TYPE_CHECKING:
    from tumen.pipeline.case import Case


def gather_facts(case: "Case") -> CaseFacts:
    """Return everything `protect` needs to see, all from one moment.

    Raises:
        CaseError: pages were read again since the answers were made.
    """
    with case.store.reading() as reader:
        documents = reader.documents()
        reviewed = reviewed_now(reader)
        _check_words(documents, reviewed)
        issues = reader.issues()
        traces = reader.traces()
        return CaseFacts(
            case=case.name,
            codebook=case.codebook,
            documents={document.capture: document for document in documents},
            reviewed=reviewed,
            groups=reader.groups(),
            estimates=reader.estimates(),
            boxes=reader.boxes(),
            head=head_hash(reader.decisions()),
            versions=_versions(case, traces),
            counts={
                "pages": len(documents),
                "claims": len(reviewed),
                "refusals": count_refusals(issues),
                "issues": len(issues),
            },
        )


def _check_words(
    documents: tuple[Document, ...], reviewed: tuple[ReviewedClaim, ...]
) -> None:
    """Refuse answers whose claims no longer stand on their pages."""
    texts = {document.capture: document.text for document in documents}
    for each in reviewed:
        claim = each.claim
        text = texts.get(claim.capture, "")
        if text[claim.span.start : claim.span.end] != claim.quote:
            raise CaseError(
                f"{claim.doc} was read again since the answers were made",
                "A run was cut off, or is going on. Run: tumen run CASE",
            )


def _versions(case: "Case", traces: tuple[Trace, ...]) -> dict[str, str]:
    """Return the versions of the last run, or those a run would have now."""
    made = [trace for trace in traces if trace.stage in ("extract", "estimate")]
    if made:
        return dict(made[-1].versions)
    return versions_of(case.codebook, model_name(case.settings.extract.analyzer))
