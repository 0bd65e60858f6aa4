"""One origin speaks once, however often and wherever it is printed."""

from collections.abc import Callable
from dataclasses import replace
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.estimate.conftest import build_group
from tests.estimate.observe.conftest import (
    MARCH,
    MINISTRY,
    OVER_THE_CLIFF,
    PERSON,
    POOL,
    YEAR,
    Watch,
    only,
    said,
    told,
)
from tumen.records.claim import Claim
from tumen.records.ids import ClaimId


@pytest.mark.parametrize("copies", [1, 12, 1000])
def test_copies_are_one_statement_however_often_printed(
    watch: Watch, copies: int
) -> None:
    first = said()
    others = [said(page="b", at=number) for number in range(copies)]
    alone = watch(first, groups=[build_group("x", first)])
    printed = watch(first, *others, groups=[build_group("x", first, *others)])
    assert only(printed).term == only(alone).term
    assert printed.effects == alone.effects
    assert len(only(printed).claims) == copies + 1


def test_the_same_numbers_about_overlapping_times_are_one_statement(
    watch: Watch,
) -> None:
    month, year = told(3000, **MARCH), told(3000, page="b", **OVER_THE_CLIFF)
    observed = watch(month, year, groups=[build_group("x", month, year)])
    assert len(only(observed).claims) == 2


def test_the_nearest_to_the_fact_gives_the_time(watch: Watch) -> None:
    month, year = told(3000, **MARCH), told(3000, page="b", **OVER_THE_CLIFF)
    observed = watch(year, month, groups=[build_group("x", month, year)])
    assert only(observed).claims[0] == month
    assert (only(observed).window.first, only(observed).window.last) == (26, 26)


def test_the_same_numbers_about_other_times_are_two(watch: Watch) -> None:
    now, before = told(3000, **MARCH), told(3000, page="b", **YEAR)
    observed = watch(now, before, groups=[build_group("x", now, before)])
    assert len(observed.statements) == 2


def test_other_numbers_about_the_same_time_are_readings_of_one(watch: Watch) -> None:
    claims = (said(3000), said(4000, page="b"), said(4000, page="c"))
    statement = only(watch(*claims, groups=[build_group("x", *claims)]))
    weights = [reading.weight for reading in statement.term.readings]
    assert weights == pytest.approx([0.5, 0.5])
    lows = sorted(reading.low for reading in statement.term.readings)
    assert lows == pytest.approx([log(2500), log(3500)])


def test_weights_add_up_whatever_the_words_allow(watch: Watch) -> None:
    claims = (
        told(3000, flags=("stock_or_flow",), **OVER_THE_CLIFF),
        told(4000, page="b", flags=("stock_or_flow",), **OVER_THE_CLIFF),
    )
    readings = only(watch(*claims, groups=[build_group("x", *claims)])).term.readings
    assert sum(reading.weight for reading in readings) == pytest.approx(1.0)
    assert len(readings) == 26


def test_other_numbers_about_overlapping_times_are_two(watch: Watch) -> None:
    month, year = told(3000, **MARCH), told(4000, page="b", **OVER_THE_CLIFF)
    observed = watch(month, year, groups=[build_group("x", month, year)])
    assert len(observed.statements) == 2


def test_two_origins_with_the_same_number_are_two_statements(watch: Watch) -> None:
    assert len(watch(said(), said(page="b")).statements) == 2


def test_one_origin_may_speak_about_several_things(watch: Watch) -> None:
    claims = (said(), said(60, element="people.hiding"))
    observed = watch(*claims, groups=[build_group("x", *claims)])
    assert [s.observables for s in observed.statements] == [("hiding",), ("present",)]


def test_one_origin_may_speak_about_a_part_and_the_whole(watch: Watch) -> None:
    claims = (said(), said(1500, place="Far East", page="b"))
    observed = watch(*claims, groups=[build_group("x", *claims)])
    assert len(observed.statements) == 2


def test_a_country_without_a_place_is_the_country(watch: Watch) -> None:
    claims = (said(place="Russia"), said(place=None, page="b"))
    observed = watch(*claims, groups=[build_group("x", *claims)])
    assert len(observed.statements) == 1


@pytest.mark.parametrize(
    "values",
    [
        (3000, 4000),
        (4000, 3000),
    ],
)
def test_which_number_is_the_larger_makes_no_difference(
    watch: Watch, values: tuple[float, float]
) -> None:
    claims = (
        told(values[0], **MARCH),
        told(values[0], page="b", first="2024-03-01", last="2024-05-31"),
        told(values[1], page="c", first="2024-03-01", last="2024-05-31"),
    )
    observed = watch(*claims, groups=[build_group("x", *claims)])
    assert len(observed.statements) == 1


def renamed(claims: list[Claim], name: Callable[[int], str]) -> list[Claim]:
    return [
        replace(claim, id=ClaimId(name(number))) for number, claim in enumerate(claims)
    ]


def test_statements_stand_in_an_order_that_knows_no_ids(watch: Watch) -> None:
    claims = [
        told(3000, **MARCH),
        told(4000, PERSON, page="b", **YEAR),
        told(60, MINISTRY, page="c", element="people.hiding"),
        told(900, MINISTRY, page="c", measure="flow", **YEAR),
    ]
    forward = renamed(claims, lambda number: f"a{number}")
    backward = renamed(claims, lambda number: f"a{9 - number}")
    first, second = (
        watch(
            *some,
            groups=[build_group(f"o{n}", claim) for n, claim in enumerate(some)],
        )
        for some in (forward, backward)
    )
    assert [s.term for s in first.statements] == [s.term for s in second.statements]
    assert first.effects == second.effects


@settings(max_examples=20)
@given(numbers=st.permutations(range(12)))
def test_the_order_of_the_claims_does_not_matter(
    watch: Watch, numbers: list[int]
) -> None:
    claims = [POOL[number] for number in numbers]
    assert watch(*claims) == watch(*POOL[:12])
