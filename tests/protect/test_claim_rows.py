"""What of a claim leaves in which view."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tumen.protect.claim_rows import full_row, public_row, risk_row
from tumen.protect.risk import Guard
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Slot, SpeakerKind, Voice
from tumen.records.reviewed import ReviewedClaim, Status
from tumen.records.span import Span

MakeClaim = Callable[..., Claim]
FOUR = Amount(
    measure=Measure.STOCK,
    low=4,
    best=4,
    high=4,
    unit="persons",
    qualifier=Qualifier.EXACT,
)


def test_a_full_row_is_complete(make_claim: MakeClaim) -> None:
    row = full_row(ReviewedClaim(make_claim(), Status.ACCEPTED), ("voice",))
    assert (row.quote, row.speaker, row.best) == (
        "about 3,000 builders live in Farland",
        "Harbour Ministry",
        3000,
    )
    assert (row.auto, row.status, row.withheld) == (False, "accepted", ("voice",))


def test_inherited_slots_and_other_readings_are_named(make_claim: MakeClaim) -> None:
    slots = {
        "place": Slot(rule="r", confidence=0.5, inherited_from=Span(0, 4)),
        "speaker": Slot(rule="r", confidence=0.5, alternatives=("Iva Lund",)),
        "measure": Slot(rule="r", confidence=0.5, alternatives=("flow",)),
    }
    row = full_row(ReviewedClaim(make_claim(slots=slots)))
    assert row.inherited == ("place",)
    assert set(row.alternatives) == {"speaker", "measure"}


def test_other_readings_with_names_stay_back_in_public(
    make_claim: MakeClaim, guard: Guard
) -> None:
    slots = {
        "speaker": Slot(rule="r", confidence=0.5, alternatives=("Iva Lund",)),
        "measure": Slot(rule="r", confidence=0.5, alternatives=("flow",)),
    }
    assert public_row(ReviewedClaim(make_claim(slots=slots)), guard).alternatives == {
        "measure": ("flow",)
    }


def test_a_harmless_claim_keeps_its_words_in_public(
    make_claim: MakeClaim, guard: Guard
) -> None:
    claim = make_claim()
    assert public_row(ReviewedClaim(claim), guard) == full_row(ReviewedClaim(claim))


def test_a_private_voice_loses_its_name_and_keeps_its_kind(
    make_claim: MakeClaim, guard: Guard
) -> None:
    claim = make_claim(
        speaker=Voice("Iva Lund", SpeakerKind.NAMED),
        chain=("Iva Lund", "Larch Gazette", "Bram Oster"),
        via="Larch Gazette",
    )
    row = public_row(ReviewedClaim(claim), guard)
    assert (row.speaker, row.speaker_kind) == (None, "named")
    assert row.chain == ("unnamed", "Larch Gazette", "unnamed")
    assert row.withheld == ("voice",)


def test_an_unlisted_place_is_coarsened_or_dropped(
    make_claim: MakeClaim, guard: Guard
) -> None:
    assert (
        public_row(ReviewedClaim(make_claim(place="Oster Yard")), guard).place is None
    )


def test_small_counts_lose_value_and_words(make_claim: MakeClaim, guard: Guard) -> None:
    row = public_row(ReviewedClaim(make_claim(amount=FOUR)), guard)
    assert (row.low, row.best, row.high, row.quote) == (None, None, None, None)
    assert row.flags == ("under_5",)


def test_a_reviewer_is_not_named_in_public(make_claim: MakeClaim, guard: Guard) -> None:
    claim = make_claim(found_by="person Rae Moss")
    assert public_row(ReviewedClaim(claim), guard).found_by == "person"


def test_a_claim_at_risk_keeps_only_coarse_slots(at_risk: Claim, guard: Guard) -> None:
    row = risk_row(ReviewedClaim(at_risk), guard)
    told = (
        row.doc,
        row.quote,
        row.start,
        row.speaker,
        row.via,
        row.rule,
        row.confidence,
    )
    assert told == (None,) * 7
    assert (row.chain, row.flags) == ((), ())
    assert (row.place, row.as_of_start, row.as_of_end) == (
        "Farland",
        date(2024, 1, 1),
        date(2024, 12, 31),
    )


def test_other_claims_at_risk_keep_month_and_region(
    at_risk: Claim, guard: Guard
) -> None:
    row = risk_row(
        ReviewedClaim(replace(at_risk, element="event.arrest", amount=FOUR)), guard
    )
    assert (row.place, row.as_of_start, row.best) == (
        "North Shire",
        date(2024, 3, 1),
        None,
    )


@pytest.mark.parametrize("slot", ["person Rae Moss", "model small-one"])
def test_the_finder_is_a_sort_not_a_name(
    at_risk: Claim, guard: Guard, slot: str
) -> None:
    row = risk_row(ReviewedClaim(replace(at_risk, found_by=slot)), guard)
    assert row.found_by == slot.partition(" ")[0]


def test_what_a_reviewer_wrote_into_a_slot_is_asked_as_well(
    guard: Guard, make_claim: Callable[..., Claim]
) -> None:
    claim = make_claim(
        flags=("forecast", "Bram_Oster"),
        amount=Amount(unit="Bram Oster"),
    )
    row = public_row(ReviewedClaim(claim), guard)
    assert (row.flags, row.unit) == (("forecast",), None)


def test_a_row_at_risk_keeps_only_populations_of_the_codebook(
    guard: Guard, make_claim: Callable[..., Claim]
) -> None:
    claim = make_claim(element="people.hiding", population="the brigade of oster")
    assert risk_row(ReviewedClaim(claim), guard).population is None
