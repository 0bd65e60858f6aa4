"""All claims of a page: figures and statements, each past the exact-words gate."""

from collections.abc import Iterable

from tumen.codebook.schema import Codebook
from tumen.errors import ClaimRefused
from tumen.extract.analyzer import Analyzer
from tumen.extract.confidence import with_confidence
from tumen.extract.figures import find_figures
from tumen.extract.frame import Frame, make_frame, paragraphs_of
from tumen.extract.gate import check_claim
from tumen.extract.statements import find_statements
from tumen.extract.tables import read_table_claims
from tumen.extract.topic import is_about, is_page_about
from tumen.records.claim import Claim
from tumen.records.claim_id import with_id
from tumen.records.document import Document, Form
from tumen.records.issue import Issue


def extract_claims(
    document: Document, codebook: Codebook, analyzer: Analyzer
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the claims of a page in order of the text, and what was refused.

    A page in a language without word tables, or one that never names what the
    codebook is about, gives none, and an Issue that says so. Each claim quotes its
    exact words; one that does not becomes an Issue with the code `claim_refused`.
    Claims with the same content are one claim.
    """
    if document.form is Form.TABLE:
        found, noted = read_table_claims(document, codebook)
        return _checked(found, noted, document, codebook)
    if document.language not in (None, *codebook.languages):
        return (), (_unread(document, codebook),)
    if not is_page_about(document, paragraphs_of(document), codebook):
        # Asked before the page is taken apart, which costs most.
        return (), (_off_topic(document, codebook),)
    return claims_of(make_frame(document, codebook, analyzer))


def claims_of(frame: Frame) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the claims of a page that is taken apart, and what was refused."""
    if not is_about(frame):
        return (), (_off_topic(frame.document, frame.codebook),)
    figures = tuple(find_figures(frame))
    found = (*figures, *find_statements(frame, figures))
    sure = [with_confidence(claim, frame.language) for claim in found]
    return _checked(sure, (), frame.document, frame.codebook)


def _checked(
    found: Iterable[Claim],
    noted: Iterable[Issue],
    document: Document,
    codebook: Codebook,
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the claims that quote their exact words, each content once."""
    claims: dict[str, Claim] = {}
    issues = list(noted)
    for claim in map(with_id, found):
        try:
            check_claim(claim, document, codebook)
        except ClaimRefused as refusal:
            issues.append(_issue(claim, refusal))
            continue
        claims.setdefault(claim.id, claim)
    ordered = sorted(claims.values(), key=lambda c: (c.span, c.kind, c.element, c.id))
    return tuple(ordered), tuple(issues)


def _unread(document: Document, codebook: Codebook) -> Issue:
    return Issue(
        stage="extract",
        code="language_not_read",
        doc=document.name,
        problem=f"the page is in a language ({document.language}) that is not read",
        remedy=f"Read are: {', '.join(codebook.languages)}. "
        "Add its claims by hand in the workbench, from its own words.",
        capture=document.capture,
    )


def _off_topic(document: Document, codebook: Codebook) -> Issue:
    known = [term for terms in codebook.terms.values() for term in terms]
    return Issue(
        stage="extract",
        code="off_topic",
        doc=document.name,
        problem=f"neither headline nor running text names any of: {', '.join(known)}",
        remedy="Remove the page, or add its claims by hand in the workbench.",
        capture=document.capture,
    )


def _issue(claim: Claim, refusal: ClaimRefused) -> Issue:
    return Issue(
        stage="extract",
        code="claim_refused",
        doc=claim.doc,
        problem=f"{claim.element}: {refusal.problem}",
        remedy=refusal.remedy,
        capture=claim.capture,
        span=claim.span,
    )
