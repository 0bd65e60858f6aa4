"""Hold the claims that others handed in against the pages as they read now."""

from collections.abc import Callable, Mapping, Sequence

from tumen.codebook.schema import Codebook
from tumen.errors import ClaimRefused
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.ids import CaptureId
from tumen.records.issue import Issue


def open_proposals(
    proposals: Sequence[Claim],
    claims: Sequence[Claim],
    documents: Mapping[CaptureId, Document],
    codebook: Codebook,
    check: Callable[[Claim, Document, Codebook], None],
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the proposals that still stand on their pages, and an issue for each other.

    One with the content of a claim of the rules is that claim, and is left out. None is
    ever moved to other words.

    Args:
        check: the exact-words gate.
    """
    known = {claim.id for claim in claims}
    kept: list[Claim] = []
    lost: list[Issue] = []
    for claim in proposals:
        if claim.id in known:
            continue
        reason = _why_lost(claim, documents.get(claim.capture), codebook, check)
        if reason is None:
            kept.append(claim)
        else:
            lost.append(_orphan(claim, reason))
    return tuple(kept), tuple(lost)


def _why_lost(
    claim: Claim,
    document: Document | None,
    codebook: Codebook,
    check: Callable[[Claim, Document, Codebook], None],
) -> str | None:
    if document is None:
        return "its page cannot be read"
    try:
        check(claim, document, codebook)
    except ClaimRefused:
        return "its page, or how it is read, has changed"
    return None


def _orphan(claim: Claim, reason: str) -> Issue:
    return Issue(
        stage="review",
        code="orphan_proposal",
        doc=claim.doc,
        problem=f"the proposal {claim.id} ({claim.found_by}) no longer holds: {reason}",
        remedy="Import its file again, or take it back: "
        "tumen claims import CASE FILE --forget",
        capture=claim.capture,
    )
