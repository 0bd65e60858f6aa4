"""Slots as they are typed on the desk, and what they may be set to with one key."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.errors import DecisionError
from tumen.pipeline.desk_choices import CLOSED, choices_of, desk_slots, spread
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Kind, Slot, SpeakerKind, Voice
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.period import Period
from tumen.records.span import Span

CLAIM = Claim(
    id=ClaimId("a"),
    capture=CaptureId("c"),
    doc="page.txt",
    span=Span(10, 20),
    quote="4,000 came",
    kind=Kind.FIGURE,
    element="people.present",
    amount=Amount(
        measure=Measure.STOCK, best=4000, unit="persons", qualifier=Qualifier.ABOUT
    ),
    as_of=Period(date(2023, 1, 1), date(2023, 12, 31)),
    place="Russia",
    iso="RU",
    speaker=Voice("the ministry", SpeakerKind.INSTITUTION),
    chain=("the ministry", "Invented Wire"),
    slots={
        "measure": Slot(rule="r", confidence=0.5, alternatives=("flow", "nonsense")),
        "place": Slot(rule="r", confidence=0.5, alternatives=("Khasan",)),
    },
    rule="r",
)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook("dprk-labour")


def test_a_claim_as_it_is_typed() -> None:
    slots = desk_slots(CLAIM)
    assert (slots["number"], slots["as_of"]) == ("4000", "2023")
    assert slots["chain"] == "the ministry < Invented Wire"
    assert slots["via"] == ""


@pytest.mark.parametrize(
    ("first", "last", "typed"),
    [
        (date(2023, 5, 1), date(2023, 5, 31), "2023-05"),
        (date(2023, 5, 7), date(2023, 5, 7), "2023-05-07"),
        (date(2023, 5, 7), date(2023, 5, 8), "2023-05-07/2023-05-08"),
        (None, date(2023, 5, 8), "/2023-05-08"),
        (date(2022, 2, 24), None, "2022-02-24/"),
    ],
)
def test_a_period_is_as_short_as_it_can_be_typed(
    first: date | None, last: date | None, typed: str
) -> None:
    assert desk_slots(replace(CLAIM, as_of=Period(first, last)))["as_of"] == typed


def test_other_periods_are_offered_in_short_and_odd_ones_as_they_are(
    codebook: Codebook,
) -> None:
    others = ("2022-01-01/2022-12-31", "long ago", "2023-01-01/2023-12-31")
    slot = Slot(rule="r", confidence=0.5, alternatives=others)
    claim = replace(CLAIM, slots={"as_of": slot})
    assert choices_of("as_of", claim, (), codebook, most=9) == ("2022", "long ago")


def test_a_range_has_two_ends() -> None:
    amount = Amount(low=300, high=450.5, qualifier=Qualifier.BETWEEN)
    slots = desk_slots(replace(CLAIM, amount=amount, as_of=Period()))
    assert (slots["number"], slots["as_of"]) == ("300-450.5", "")


@pytest.mark.parametrize(
    ("typed", "slots"),
    [
        ({"as_of": "2023"}, {"as_of_start": "2023-01-01", "as_of_end": "2023-12-31"}),
        ({"as_of": "2024-02"}, {"as_of_start": "2024-02-01", "as_of_end": "2024-02-29"}),
        ({"as_of": "2024-02-07"}, {"as_of_start": "2024-02-07", "as_of_end": "2024-02-07"}),
        ({"as_of": "2022/2023-05"}, {"as_of_start": "2022-01-01", "as_of_end": "2023-05-31"}),
        ({"as_of": "/2022"}, {"as_of_start": None, "as_of_end": "2022-12-31"}),
        ({"as_of": ""}, {"as_of_start": None, "as_of_end": None}),
        ({"number": "4000"}, {"best": "4000"}),
        ({"number": ""}, {"low": None, "best": None, "high": None, "qualifier": "none"}),
        ({"number": "", "qualifier": "about"}, {"low": None, "best": None, "high": None, "qualifier": "about"}),
        ({"number": "300-450"}, {"low": "300", "best": None, "high": "450", "qualifier": "between"}),
        ({"number": "-5"}, {"best": "-5"}),
        ({"place": " Khasan "}, {"place": "Khasan"}),
        ({"place": ""}, {"place": None}),
    ],
)  # fmt: skip
def test_what_is_typed_as_slots_of_the_record(
    typed: dict[str, str], slots: dict[str, object]
) -> None:
    assert spread(typed) == slots


@pytest.mark.parametrize("number", ["many", "3,42", "300-many"])
def test_a_number_that_is_none_says_how_to_write_one(number: str) -> None:
    with pytest.raises(DecisionError, match="is no number") as caught:
        spread({"number": number})
    assert "300-450" in caught.value.remedy


def test_a_period_that_is_none_says_how_to_write_one() -> None:
    with pytest.raises(DecisionError, match="'last year' is no period"):
        spread({"as_of": "last year"})


@pytest.mark.parametrize("day", ["2024-13", "2023-02-29", "2024-00", "2024/2024-31"])
def test_a_day_that_the_calendar_does_not_have_is_refused(day: str) -> None:
    with pytest.raises(DecisionError, match="is not in the calendar"):
        spread({"as_of": day})


@given(st.dates(), st.dates())
def test_a_period_comes_back_as_it_was(first: date, last: date) -> None:
    typed = desk_slots(replace(CLAIM, as_of=Period(min(first, last), max(first, last))))
    ends = spread({"as_of": typed["as_of"]})
    assert ends == {
        "as_of_start": min(first, last).isoformat(),
        "as_of_end": max(first, last).isoformat(),
    }


def choices(slot: str, codebook: Codebook, *beside: Claim) -> tuple[str, ...]:
    return choices_of(slot, CLAIM, beside, codebook, most=9)


def test_other_readings_come_first_in_a_closed_list(codebook: Codebook) -> None:
    found = choices("measure", codebook)
    assert found[0] == "flow"
    assert set(found) == {measure.value for measure in Measure} - {"stock"}


@pytest.mark.parametrize("slot", CLOSED)
def test_a_closed_list_can_be_picked_with_ten_digits(
    codebook: Codebook, slot: str
) -> None:
    assert 3 <= len(choices(slot, codebook)) <= 10


def test_then_what_stands_near_on_the_page(codebook: Codebook) -> None:
    far = replace(CLAIM, span=Span(900, 910), place="Omsk")
    near = replace(CLAIM, span=Span(30, 40), place="Dandong")
    assert choices("place", codebook, far, near) == ("Khasan", "Dandong", "Omsk")


def test_the_codebook_lists_the_rest(codebook: Codebook) -> None:
    assert set(choices("element", codebook)) <= set(codebook.elements)
    assert len(choices("population", codebook)) == 9
    assert choices("speaker", codebook) == ("article",)
    assert choices("unit", codebook) == tuple(
        unit for unit in codebook.elements["people.present"].units if unit != "persons"
    )


def test_an_element_that_is_gone_from_the_codebook_offers_no_units(
    codebook: Codebook,
) -> None:
    odd = replace(CLAIM, element="people.unheard_of")
    assert choices_of("unit", odd, (), codebook, most=9) == ()
