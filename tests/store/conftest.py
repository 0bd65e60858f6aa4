"""Records for the store tests, written by hand."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tumen.records.amount import Measure
from tumen.records.capture import Capture
from tumen.records.claim import Claim, Kind, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.document import Document
from tumen.records.estimate import BoxState, Comparators, Estimate
from tumen.records.group import Group, Lineage
from tumen.records.ids import CaptureId, ClaimId, GroupId
from tumen.records.issue import Issue
from tumen.records.period import Period
from tumen.records.reviewed import ReviewedClaim
from tumen.records.span import Span
from tumen.store.case_store import CaseStore
from tumen.store.rows import Answers, PageKeys, PageRows

TEXT = "A foreman counted 40 beds."
NOON = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def noon() -> datetime:
    return NOON


@pytest.fixture
def data() -> bytes:
    return TEXT.encode()


@pytest.fixture
def capture(data: bytes) -> Capture:
    return Capture(
        id=CaptureId(hashlib.sha256(data).hexdigest()),
        name="beds.txt",
        other_names=("copies/beds.txt",),
        media_type="text/plain",
        size_bytes=len(data),
        added_at=NOON,
    )


@pytest.fixture
def document(capture: Capture) -> Document:
    return Document(capture=capture.id, name=capture.name, text=TEXT, blocks=())


@pytest.fixture
def claim(capture: Capture) -> Claim:
    return with_id(
        Claim(
            id=ClaimId(""),
            capture=capture.id,
            doc=capture.name,
            span=Span(18, 25),
            quote="40 beds",
            kind=Kind.FIGURE,
            element="cond.housing",
            speaker=Voice("a foreman", SpeakerKind.ANONYMOUS),
            rule="r",
        )
    )


@pytest.fixture
def page(capture: Capture, document: Document, claim: Claim) -> PageRows:
    return PageRows(
        capture=capture.id,
        keys=PageKeys("read", "extract"),
        document=document,
        claims=(claim,),
        issues=(issue_of(capture.name),),
    )


def issue_of(doc: str) -> Issue:
    return Issue(stage="read", code="odd", doc=doc, problem="p", remedy="r")


@pytest.fixture
def answers(claim: Claim) -> Answers:
    group = Group(
        id=GroupId("g"),
        element=claim.element,
        measure=Measure.COUNT,
        population=None,
        place=None,
        iso=None,
        as_of=Period(),
        lineages=(Lineage("a foreman", (claim.id,)),),
    )
    estimate = Estimate(
        element=claim.element,
        measure="count",
        unit="beds",
        population=None,
        place=None,
        iso=None,
        date=date(2024, 12, 31),
        q05=40.0,
        q25=40.0,
        q50=40.0,
        q75=40.0,
        q95=40.0,
        engine="envelope",
        comparators=Comparators(40.0, 40.0, 40.0, 40.0),
        lineages=("a foreman",),
        claims=(claim.id,),
    )
    box = BoxState(code="C1", year=2024, low=None, best=None, high=None, unit=None)
    return Answers(
        reviewed=(ReviewedClaim(claim),),
        groups=(group,),
        estimates=(estimate,),
        boxes=(box,),
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    store = CaseStore.create(tmp_path)
    yield store
    store.close()
