"""Names given to rows at risk say nothing about their page or its place in the case."""

from collections.abc import Callable
from dataclasses import replace

from tumen.protect.labels import PublicClaims, label_claims
from tumen.protect.risk import Guard
from tumen.records.claim import Claim
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.reviewed import ReviewedClaim, Status

PAGE = CaptureId("b" * 64)
DOCS = {CaptureId("a" * 64): "open.html", PAGE: "tomo-verge.html"}


def label(guard: Guard, *claims: ReviewedClaim) -> PublicClaims:
    return label_claims(claims, DOCS, frozenset({PAGE}), guard)


def test_open_claims_keep_their_ids(
    guard: Guard, make_claim: Callable[..., Claim]
) -> None:
    claim = make_claim()
    assert label(guard, ReviewedClaim(claim)).ids == {claim.id: str(claim.id)}


def test_claims_at_risk_are_numbered(guard: Guard, at_risk: Claim) -> None:
    assert label(guard, ReviewedClaim(at_risk)).ids == {at_risk.id: "at-risk-0001"}


def test_other_claims_of_the_page_get_its_label(
    guard: Guard, make_claim: Callable[..., Claim]
) -> None:
    row = label(guard, ReviewedClaim(make_claim(capture=PAGE))).rows[0]
    assert (row.id, row.doc, row.start) == ("page-0001-0001", "page 0001", None)


def test_the_order_of_the_case_does_not_shine_through(
    guard: Guard, at_risk: Claim
) -> None:
    other = replace(at_risk, element="event.arrest", id=ClaimId(at_risk.id[::-1]))
    one = label(guard, ReviewedClaim(at_risk), ReviewedClaim(other))
    two = label(guard, ReviewedClaim(other), ReviewedClaim(at_risk))
    assert one.rows == two.rows


def test_rejected_claims_are_not_released(guard: Guard, at_risk: Claim) -> None:
    assert label(guard, ReviewedClaim(at_risk, Status.REJECTED)).rows == ()
