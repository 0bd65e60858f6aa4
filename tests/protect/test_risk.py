"""Who is at risk, and what a claim about them may tell."""

from collections.abc import Callable

import pytest

from tumen.protect.risk import Guard
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Hedge, Kind, SpeakerKind, Voice

MakeClaim = Callable[..., Claim]


def people(value: float, unit: str = "persons") -> Amount:
    return Amount(
        measure=Measure.STOCK,
        low=value,
        best=value,
        high=value,
        unit=unit,
        qualifier=Qualifier.EXACT,
    )


SERIES = {"element": "people.asylum_granted", "found_by": "table", "amount": people(31)}


@pytest.mark.parametrize(
    "slots",
    [
        {"element": "people.hiding"},
        {"element": "event.escape", "kind": Kind.EVENT, "amount": Amount()},
        {"population": "helpers"},
        {"speaker": Voice("Anyone", SpeakerKind.PSEUDONYMOUS)},
        {"speaker": Voice("Tomo Verge", SpeakerKind.NAMED)},
        {"quote": "Tomo Verge agreed"},
        {"amount": people(1)},
        {"element": "people.resettled", "amount": people(9)},
        {"element": "event.arrival", "amount": Amount(), "quote": "a worker arrived"},
        {"element": "people.asylum_granted"},
        {**SERIES, "place": "Stillport"},
    ],
)
def test_claims_about_people_at_risk_are_known(
    guard: Guard, make_claim: MakeClaim, slots: dict[str, object]
) -> None:
    assert guard.is_at_risk(make_claim(**slots))


@pytest.mark.parametrize(
    "slots",
    [
        {},
        SERIES,
        {"element": "people.resettled", "amount": people(200)},
        {"element": "event.return", "amount": Amount(), "quote": "workers returned"},
        {"amount": people(1), "hedge": Hedge.PLANNED},
    ],
)
def test_sums_over_many_and_official_series_are_open(
    guard: Guard, make_claim: MakeClaim, slots: dict[str, object]
) -> None:
    assert not guard.is_at_risk(make_claim(**slots))


@pytest.mark.parametrize(
    ("slots", "rules"),
    [
        ({}, ()),
        ({"element": "people.hiding"}, ("person_at_risk",)),
        (
            {"element": "people.hiding", "amount": people(3)},
            ("person_at_risk", "under_5"),
        ),
        ({"quote": "Bram Oster counted 3,000"}, ("name_not_listed",)),
        ({"quote": "they met him at the gate"}, ("route_detail",)),
        ({"quote": "a 15-year-old among 3,000"}, ("minor",)),
        ({"quote": "a 34-year-old welder among 3,000"}, ("age",)),
        ({"quote": "call +7 900 555 01 02"}, ("route_detail",)),
        ({"element": "cond.hiding"}, ("person_at_risk",)),
        ({"element": "event.attempt"}, ("person_at_risk",)),
        ({"amount": people(4)}, ("under_5",)),
        ({"amount": people(4, "days"), "element": "cond.days_off"}, ()),
    ],
)
def test_each_rule_has_its_name(
    guard: Guard,
    make_claim: MakeClaim,
    slots: dict[str, object],
    rules: tuple[str, ...],
) -> None:
    assert guard.rules(make_claim(**slots)) == rules


@pytest.mark.parametrize(
    ("slots", "endangers"),
    [
        ({"speaker": Voice("Anyone", SpeakerKind.PSEUDONYMOUS)}, True),
        ({"element": "event.escape", "quote": "a man", "amount": Amount()}, True),
        ({"element": "people.hiding", "amount": people(12)}, True),
        ({"element": "people.resettled", "amount": people(12)}, True),
        ({"element": "people.hiding"}, False),
        ({"element": "people.asylum_pending", "amount": people(11)}, False),
        (
            {
                "element": "cond.escape_route",
                "kind": Kind.CONDITION,
                "amount": Amount(),
            },
            False,
        ),
        ({}, False),
    ],
)
def test_claims_about_a_few_endanger_their_page(
    guard: Guard, make_claim: MakeClaim, slots: dict[str, object], endangers: bool
) -> None:
    claim = make_claim(
        **{"quote": "about as many builders", "amount": people(3000)} | slots
    )
    assert guard.endangers_page(claim) is endangers


def test_a_single_voice_is_personal(guard: Guard, at_risk: Claim) -> None:
    assert guard.is_personal(at_risk)
