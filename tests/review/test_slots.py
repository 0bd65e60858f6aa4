"""Slots by their JSON names: what may be set, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from tumen.errors import DecisionError
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Hedge, Kind, Slot, SpeakerKind, Voice
from tumen.records.period import Period
from tumen.review.slots import slots_of, with_slots


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"place": "Omsk"}, "place", "Omsk"),
        ({"place": None}, "place", None),
        ({"iso": "CN"}, "iso", "CN"),
        ({"population": "NK loggers"}, "population", "NK loggers"),
        ({"element": "people.registered"}, "element", "people.registered"),
        ({"kind": "event"}, "kind", Kind.EVENT),
        ({"hedge": "alleged"}, "hedge", Hedge.ALLEGED),
        ({"via": "Example Wire"}, "via", "Example Wire"),
        ({"chain": ["A", "B"]}, "chain", ("A", "B")),
        ({"flags": []}, "flags", ()),
        (
            {"speaker": "a diplomat", "speaker_kind": "anonymous"},
            "speaker",
            Voice("a diplomat", SpeakerKind.ANONYMOUS),
        ),
        (
            {"as_of_start": "2024-01-01", "as_of_end": None},
            "as_of",
            Period(date(2024, 1, 1), None),
        ),
        (
            {"best": None, "low": 4000, "qualifier": "over"},
            "amount",
            Amount(
                measure=Measure.STOCK,
                low=4000,
                unit="persons",
                qualifier=Qualifier.OVER,
            ),
        ),
        (
            {"measure": "flow", "unit": None},
            "amount",
            Amount(measure=Measure.FLOW, best=4000, qualifier=Qualifier.ABOUT),
        ),
    ],
)
def test_a_slot_is_set(
    claim: Claim, changes: dict[str, object], field: str, value: object
) -> None:
    assert getattr(with_slots(claim, changes, "person R"), field) == value


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"span": 3}, "no slot 'span'"),
        ({"plcae": "Omsk"}, "Did you mean 'place'"),
        ({"best": "4,000"}, "best cannot be"),
        ({"best": True}, "plain number"),
        ({"best": float("inf")}, "finite number"),
        ({"low": 5000}, "do not fit the qualifier"),
        (
            {"low": 9, "high": 2, "best": None, "qualifier": "between"},
            "above high",
        ),
        ({"qualifier": "roughly"}, "one of: exact"),
        ({"hedge": None}, "one of: asserted"),
        ({"as_of_start": "March 2024"}, "a day as 2024-03-12"),
        ({"as_of_start": "2024-05-01", "as_of_end": "2024-04-01"}, "ends before"),
        ({"place": ""}, "not empty"),
        ({"element": None}, "not empty"),
        ({"iso": "Russia"}, "two capitals"),
        ({"chain": "A"}, "list of texts"),
        ({"flags": [""]}, "list of texts"),
    ],
)
def test_a_wrong_value_says_what_to_do(
    claim: Claim, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(DecisionError) as caught:
        with_slots(claim, changes, "person R")
    assert words in str(caught.value)


def test_id_span_and_quote_never_move(claim: Claim) -> None:
    changed = with_slots(claim, {"place": "Omsk"}, "person R")
    assert (changed.id, changed.span, changed.quote) == (
        claim.id,
        claim.span,
        claim.quote,
    )


def test_a_set_slot_says_who_set_it(claim: Claim) -> None:
    changed = with_slots(claim, {"as_of_start": "2024-01-01"}, "person R")
    assert changed.slots["as_of"] == Slot(rule="person R", confidence=1.0)


def test_all_slots_set_to_themselves_change_no_value(claim: Claim) -> None:
    again = with_slots(claim, slots_of(claim), "person R")
    assert replace(again, slots={}) == claim


def test_a_voice_that_stays_keeps_what_is_known_of_it(claim: Claim) -> None:
    assert with_slots(claim, {"place": "Omsk"}, "person R").speaker.first_hand


def test_days_are_printed_as_days(claim: Claim) -> None:
    dated = replace(claim, as_of=Period(date(2024, 1, 1), date(2024, 12, 31)))
    slots = slots_of(dated)
    assert (slots["as_of_start"], slots["as_of_end"]) == ("2024-01-01", "2024-12-31")
