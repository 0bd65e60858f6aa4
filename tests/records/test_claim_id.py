"""A claim's id follows from what it says, and from nothing else."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Hedge, Kind, Slot, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.period import Period
from tumen.records.span import Span

CLAIM = with_id(
    Claim(
        id=ClaimId(""),
        capture=CaptureId("a" * 64),
        doc="page.html",
        span=Span(10, 30),
        quote="some 4,000 labourers",
        kind=Kind.FIGURE,
        element="people.present",
        amount=Amount(
            measure=Measure.STOCK, best=4000, unit="persons", qualifier=Qualifier.ABOUT
        ),
        speaker=Voice("Ministry of Samples", SpeakerKind.INSTITUTION),
        rule="test",
    )
)


def test_an_id_is_16_hexadecimal_digits() -> None:
    assert len(CLAIM.id) == 16
    assert int(CLAIM.id, 16) >= 0


@pytest.mark.parametrize(
    "change",
    [
        {"capture": CaptureId("b" * 64)},
        {"span": Span(10, 31)},
        {"kind": Kind.EVENT},
        {"element": "people.registered"},
        {"amount": replace(CLAIM.amount, best=4001)},
        {"amount": replace(CLAIM.amount, measure=Measure.FLOW)},
        {"amount": replace(CLAIM.amount, unit="visas")},
        {"as_of": Period(date(2024, 1, 1))},
        {"as_of": Period(None, date(2024, 1, 1))},
        {"place": "Tomsk"},
        {"iso": "RU"},
        {"population": "NK workers"},
        {"speaker": Voice("Ministry of Samples", SpeakerKind.DOCUMENT)},
        {"speaker": Voice("Otto Muster", SpeakerKind.INSTITUTION)},
        {"via": "Example Wire"},
        {"chain": ("Ministry of Samples",)},
        {"hedge": Hedge.ALLEGED},
        {"flags": ("forecast",)},
    ],
)
def test_every_slot_value_changes_the_id(change: dict[str, object]) -> None:
    assert with_id(replace(CLAIM, **change)).id != CLAIM.id  # type: ignore[arg-type]  # one slot at a time


@pytest.mark.parametrize(
    "change",
    [
        {"rule": "better"},
        {"confidence": 0.99},
        {"found_by": "person R. Eader"},
        {"slots": {"place": Slot(rule="r", confidence=0.2)}},
        {"doc": "renamed.html"},
        {"id": ClaimId("anything")},
    ],
)
def test_how_it_was_found_does_not(change: dict[str, object]) -> None:
    assert with_id(replace(CLAIM, **change)).id == CLAIM.id  # type: ignore[arg-type]  # one slot at a time


@given(st.text(), st.text())
def test_two_places_are_two_claims(one: str, other: str) -> None:
    first, second = (
        with_id(replace(CLAIM, place=one)),
        with_id(replace(CLAIM, place=other)),
    )
    assert (first.id == second.id) is (one == other)


def test_giving_an_id_twice_gives_it_once() -> None:
    assert with_id(CLAIM) == CLAIM
