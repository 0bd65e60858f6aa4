"""Slots of a claim are right when a reading of the label says the same."""

from dataclasses import replace
from datetime import date

import pytest

from tests.score.conftest import CLAIM, LABEL
from tumen.records.claim import Kind
from tumen.records.release import Cleared, ReleasedClaim
from tumen.records.truth import TruthClaim
from tumen.score.names import SameNames
from tumen.score.slots import (
    ESTIMATE_READY,
    SLOTS,
    all_right,
    is_asked,
    is_right,
)


@pytest.mark.parametrize("slot", SLOTS)
def test_the_same_claim_is_right_in_every_slot(slot: str, names: SameNames) -> None:
    assert is_right(LABEL, CLAIM, slot, names)


def test_a_further_accepted_reading_is_right(names: SameNames) -> None:
    assert is_right(LABEL, replace(CLAIM, measure="flow"), "measure", names)


@pytest.mark.parametrize(
    ("slot", "wrong"),
    [
        ("range", replace(CLAIM, low=2_000)),
        ("range", replace(CLAIM, best=20_000)),
        ("speaker", replace(CLAIM, speaker=Cleared("a lorry driver"))),
        ("speaker", replace(CLAIM, speaker_kind="author")),
        ("via", replace(CLAIM, via=Cleared("Second Wire"))),
        ("chain", replace(CLAIM, chain=(Cleared("Invented Herald"),))),
        ("place", replace(CLAIM, place=Cleared("China"))),
        ("iso", replace(CLAIM, iso=None)),
        ("population", replace(CLAIM, population=Cleared("NK soldiers"))),
        (
            "as_of",
            replace(CLAIM, as_of_start=date(2012, 1, 1), as_of_end=date(2012, 12, 31)),
        ),
        ("as_of", replace(CLAIM, as_of_start=None, as_of_end=None)),
        ("as_of_exact", replace(CLAIM, as_of_end=date(2010, 6, 30))),
        ("unit", replace(CLAIM, unit="permits")),
    ],
)
def test_a_wrong_slot_is_wrong(
    slot: str, wrong: ReleasedClaim, names: SameNames
) -> None:
    assert not is_right(LABEL, wrong, slot, names)
    assert not all_right(LABEL, wrong, (slot,), names)


def test_rounding_of_a_conversion_is_no_difference(names: SameNames) -> None:
    assert is_right(LABEL, replace(CLAIM, low=20_080), "range", names)


def test_periods_that_meet_are_right(names: SameNames) -> None:
    claim = replace(CLAIM, as_of_start=date(2010, 11, 1), as_of_end=date(2011, 3, 1))
    assert is_right(LABEL, claim, "as_of", names)


def test_the_voice_of_the_page_may_be_called_by_its_outlet(names: SameNames) -> None:
    label = replace(LABEL, speaker="article")
    claim = replace(CLAIM, speaker=Cleared("Invented Herald"), speaker_kind="author")
    assert is_right(label, claim, "speaker", names)


@pytest.mark.parametrize(
    ("label", "slot"),
    [
        (replace(LABEL, kind=Kind.EVENT), "unit"),
        (replace(LABEL, flags=("truncated",)), "range"),
        (replace(LABEL, as_of_start=None, as_of_end=None), "as_of"),
        (replace(LABEL, flags=("date_from_reprint",)), "as_of"),
        (replace(LABEL, chain=None), "chain"),
    ],
)
def test_what_a_label_does_not_say_is_not_asked(label: TruthClaim, slot: str) -> None:
    assert not is_asked(label, slot)


def test_a_label_outside_all_groups_asks_for_no_population(names: SameNames) -> None:
    label = replace(LABEL, population="bridges")
    assert is_right(label, replace(CLAIM, population=None), "population", names)


def test_all_must_be_right_for_an_estimate(names: SameNames) -> None:
    assert all_right(LABEL, CLAIM, ESTIMATE_READY, names)
    assert not all_right(LABEL, replace(CLAIM, iso=None), ESTIMATE_READY, names)
