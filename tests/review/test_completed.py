"""What follows from a corrected slot is not asked for again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.schema import Element
from tumen.records.amount import Qualifier
from tumen.records.claim import Claim
from tumen.review.completed import bounds_of, completed
from tumen.review.slots import with_slots

ONE_NUMBER = [
    q
    for q in Qualifier
    if q is not Qualifier.BETWEEN and not q.value.startswith("vague")
]


ELEMENTS = {
    code: Element(
        code=code,
        kinds=kinds,
        label=code,
        definition=code,
        measures=measures,
        units=units,
        examples=(),
        counter_examples=(),
    )
    for code, kinds, measures, units in (
        ("people.entries", ("figure",), ("flow",), ("trips",)),
        ("people.present", ("figure", "condition"), ("stock", "flow"), ()),
        ("cond.wage_low", ("condition",), (), ()),
    )
}
NO_AMOUNT: dict[str, object] = {
    "best": None, "unit": None, "measure": "none", "qualifier": "none"
}  # fmt: skip


def full(claim: Claim, changes: dict[str, object]) -> dict[str, object]:
    return completed(
        claim,
        changes,
        elements=ELEMENTS,
        countries={"Khasan": "RU", "Dandong": "CN", "the border": None},
        voices={"a driver": "anonymous"},
    )


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({"qualifier": "at_least"}, {"low": 4000, "best": None}),
        ({"qualifier": "exact"}, {"low": 4000, "high": 4000}),
        ({"qualifier": "vague_dozens"}, {"best": None}),
        ({"best": 5000.0}, {}),
        ({"best": "many"}, {}),
        ({"qualifier": "over", "best": 5000.0}, {"low": 5000.0, "best": None}),
        ({"place": "Dandong"}, {"iso": "CN"}),
        ({"place": "the border"}, {"iso": None}),
        ({"place": "Omsk"}, {}),
        ({"place": "Dandong", "iso": "KP"}, {}),
        (
            {"speaker": "a driver"},
            {"speaker_kind": "anonymous", "chain": ["a driver"]},
        ),
        ({"speaker": "somebody"}, {"chain": ["somebody"]}),
        ({"speaker": "article"}, {"speaker_kind": "author"}),
        ({"speaker": "somebody", "chain": ["A", "B"]}, {}),
        ({"qualifier": "between"}, {}),
        ({"qualifier": "nonsense"}, {"best": None}),
        ({"hedge": "alleged"}, {}),
        ({"element": "people.entries"}, {"measure": "flow", "unit": "trips"}),
        ({"element": "people.entries", "unit": "persons"}, {"measure": "flow"}),
        ({"element": "cond.wage_low"}, {"kind": "condition", **NO_AMOUNT}),
        ({"kind": "condition"}, NO_AMOUNT),
        ({"element": "people.unheard"}, {}),
    ],
)
def test_what_follows(
    claim: Claim, changes: dict[str, object], more: dict[str, object]
) -> None:
    assert full(claim, changes) == {**changes, **more}


@pytest.mark.parametrize(
    ("changes", "chain"),
    [
        ({"speaker": "a driver"}, ["a driver", "Bo Sample", "A Wire", "The Post"]),
        ({"speaker": "article"}, ["Bo Sample", "A Wire", "The Post"]),
        ({"speaker": "Bo Sample"}, ["Bo Sample", "A Wire", "The Post"]),
        ({"via": "B Wire"}, ["the ministry", "Bo Sample", "B Wire", "The Post"]),
        ({"via": None}, ["the ministry", "Bo Sample", "The Post"]),
        (
            {"speaker": "a driver", "via": "B Wire"},
            ["a driver", "Bo Sample", "B Wire", "The Post"],
        ),
    ],
)
def test_a_new_voice_takes_its_place_in_the_chain(
    claim: Claim, changes: dict[str, object], chain: list[str]
) -> None:
    links = ("the ministry", "Bo Sample", "A Wire", "The Post")
    told = replace(claim, chain=links, via="A Wire")
    assert full(told, changes)["chain"] == chain


def test_an_outlet_where_none_was_stands_behind_the_speaker(claim: Claim) -> None:
    told = replace(claim, chain=("the ministry", "The Post"))
    chain = full(told, {"via": "A Wire"})["chain"]
    assert chain == ["the ministry", "A Wire", "The Post"]


def test_a_number_for_wording_without_one_is_left_to_be_refused(claim: Claim) -> None:
    changes: dict[str, object] = {"qualifier": "none", "best": 7.0}
    assert full(claim, changes) == changes


@given(st.sampled_from(ONE_NUMBER))
def test_any_wording_of_one_number_makes_a_claim(wording: Qualifier) -> None:
    bounds = bounds_of(wording.value, 12.0)
    assert set(bounds.values()) <= {12.0, None}


@pytest.mark.parametrize("wording", ONE_NUMBER)
def test_a_completed_change_of_wording_fits_the_claim(
    claim: Claim, wording: Qualifier
) -> None:
    changed = with_slots(claim, full(claim, {"qualifier": wording.value}), "person A")
    assert changed.amount.qualifier is wording


def test_a_measure_and_a_unit_that_the_new_element_allows_stay(claim: Claim) -> None:
    moved = full(claim, {"element": "people.present"})
    assert moved == {"element": "people.present"}
