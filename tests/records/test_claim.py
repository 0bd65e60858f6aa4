"""A claim is complete from the start, and stays as it is."""

import dataclasses

import pytest

from tumen.records.claim import Claim, Hedge, Kind, SpeakerKind, Voice
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.span import Span


@pytest.fixture
def bare() -> Claim:
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
    )


def test_what_is_not_said_is_none(bare: Claim) -> None:
    assert (bare.place, bare.iso, bare.population, bare.via) == (None,) * 4


def test_an_unmarked_statement_is_asserted_and_undated(bare: Claim) -> None:
    assert (bare.hedge, bare.as_of.is_open, bare.amount.has_value) == (
        Hedge.ASSERTED,
        True,
        False,
    )


def test_a_claim_cannot_be_changed(bare: Claim) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        bare.place = "Tomsk"  # type: ignore[misc]  # that is the test
