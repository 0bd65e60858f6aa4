"""Records for the review tests, written by hand."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import reduce

import pytest

from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Kind, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.decision import Decision, Verdict
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.span import Span
from tumen.review.chain import next_decision

TEXT = "The ministry said some 4,000 workers were in Russia. Dozens came home."
PAGE = CaptureId("a" * 64)
NOON = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)

Decide = Callable[..., Decision]
Step = tuple[Verdict, str, dict[str, object] | None]
DecideAll = Callable[..., tuple[Decision, ...]]
ADA, BO = "Ada", "Bo"


@pytest.fixture(scope="session")
def document() -> Document:
    body = Block(Span(0, len(TEXT)), Role.BODY)
    return Document(capture=PAGE, name="page.html", text=TEXT, blocks=(body,))


@pytest.fixture(scope="session")
def claim() -> Claim:
    return with_id(
        Claim(
            id=ClaimId(""),
            capture=PAGE,
            doc="page.html",
            span=Span(18, 36),
            quote=TEXT[18:36],
            kind=Kind.FIGURE,
            element="people.present",
            amount=Amount(
                measure=Measure.STOCK,
                best=4000,
                unit="persons",
                qualifier=Qualifier.ABOUT,
            ),
            place="Russia",
            iso="RU",
            population="NK workers",
            speaker=Voice("the ministry", SpeakerKind.INSTITUTION, first_hand=True),
            rule="test",
        )
    )


@pytest.fixture(scope="session")
def decide() -> Decide:
    def make(
        last: Decision | None,
        subject: ClaimId,
        verdict: Verdict,
        correction: dict[str, object] | None = None,
        reason: str = "read again",
        reviewer: str = "R. Eader",
    ) -> Decision:
        return next_decision(
            last,
            subject=subject,
            verdict=verdict,
            reason=reason,
            correction=correction,
            reviewer=reviewer,
            at=NOON,
        )

    return make


@pytest.fixture(scope="session")
def decide_all(claim: Claim, decide: Decide) -> DecideAll:
    """Return decisions on the claim, one after the other."""

    def follow(lines: tuple[Decision, ...], step: Step) -> tuple[Decision, ...]:
        verdict, reviewer, correction = step
        last = lines[-1] if lines else None
        line = decide(last, claim.id, verdict, correction, reviewer=reviewer)
        return (*lines, line)

    def make(*steps: Step) -> tuple[Decision, ...]:
        return reduce(follow, steps, ())

    return make
