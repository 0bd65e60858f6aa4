"""A rejection takes a claim out of the count; a proposal of others is not in it yet."""

from dataclasses import replace

import pytest

from tumen.records.claim import Claim, Kind, SpeakerKind, Voice
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.reviewed import ReviewedClaim, Status
from tumen.records.span import Span


def claim_by(found_by: str) -> Claim:
    return Claim(
        id=ClaimId("0" * 16),
        capture=CaptureId("a" * 64),
        doc="page.html",
        span=Span(0, 4),
        quote="many",
        kind=Kind.CONDITION,
        element="cond.fear",
        speaker=Voice("article", SpeakerKind.AUTHOR),
        rule="test",
        found_by=found_by,
    )


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
    entry = ReviewedClaim(claim_by("rules"), status)
    assert entry.counts is counts
    assert not entry.waits


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        (Status.PROPOSED, False),
        (Status.ACCEPTED, True),
        (Status.CORRECTED, True),
        (Status.REJECTED, False),
    ],
)
def test_what_others_propose_counts_once_a_person_says_so(
    status: Status, counts: bool
) -> None:
    entry = ReviewedClaim(claim_by("import tool 0123"), status)
    assert entry.counts is counts
    assert entry.waits is (status is Status.PROPOSED)


@pytest.mark.parametrize(
    ("confidence", "status", "counts"),
    [
        (0.14, Status.PROPOSED, False),
        (0.15, Status.PROPOSED, True),
        (0.14, Status.ACCEPTED, True),
        (0.14, Status.CORRECTED, True),
    ],
)
def test_what_is_too_unsure_counts_once_a_person_says_so(
    confidence: float, status: Status, counts: bool
) -> None:
    entry = ReviewedClaim(replace(claim_by("rules"), confidence=confidence), status)
    assert entry.counts is counts
    assert entry.waits is not counts
