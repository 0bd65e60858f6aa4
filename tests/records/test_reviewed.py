"""Only a rejection takes a claim out of the count."""

import pytest

from tumen.records.claim import Claim, Kind, SpeakerKind, Voice
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.reviewed import ReviewedClaim, Status
from tumen.records.span import Span


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        (Status.PROPOSED, True),
        (Status.ACCEPTED, True),
        (Status.CORRECTED, True),
        (Status.ADDED, True),
        (Status.REJECTED, False),
    ],
)
def test_what_counts(status: Status, counts: bool) -> None:
    claim = Claim(
        id=ClaimId("0" * 16),
        capture=CaptureId("a" * 64),
        doc="page.html",
        span=Span(0, 4),
        quote="many",
        kind=Kind.CONDITION,
        element="cond.fear",
        speaker=Voice("article", SpeakerKind.AUTHOR),
        rule="test",
    )
    assert ReviewedClaim(claim, status).counts is counts
