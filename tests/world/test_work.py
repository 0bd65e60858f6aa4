"""A month at work: every cent has a place; arrears grow; danger kills."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.conftest import (
    MONTH,
    RULES,
    count,
    everybody,
    law_of,
    make_law,
    make_workers,
    told,
)
from tumen.world.population import NOWHERE, Ints, State
from tumen.world.scene import Scene
from tumen.world.work import meet_danger, pay, split_pay

SHARES = st.floats(0.0, 1.0)
CENTS = st.integers(0, 10**9)
WAGES = st.lists(st.tuples(CENTS, CENTS), min_size=1, max_size=20)
CUTS = {"firm_cut": 0.2, "state_share": 0.5, "debt_share": 0.5}


def split(
    wages: list[tuple[int, int]], firm: float, state: float, debt: float
) -> dict[str, Ints]:
    payments, owed = (np.array(column) for column in zip(*wages, strict=True))
    return split_pay(payments, owed, firm, state, debt)


def test_the_case_worked_by_hand() -> None:
    found = split([(70_000, 50_000)], 0.2, 0.5, 0.5)
    assert {name: int(column[0]) for name, column in found.items()} == {
        "employer": -70_000,
        "firm": 14_000,
        "state": 35_000,
        "debt": 10_500,
        "kept": 10_500,
    }


@given(WAGES, SHARES, SHARES, SHARES)
def test_the_money_of_every_worker_sums_to_nothing(
    wages: list[tuple[int, int]], firm: float, state: float, debt: float
) -> None:
    columns = split(wages, firm, state, debt)
    assert sum(columns.values(), np.zeros(len(wages), np.int64)).tolist() == [0] * len(
        wages
    )


@given(WAGES, SHARES, SHARES, SHARES)
def test_only_the_employer_pays(
    wages: list[tuple[int, int]], firm: float, state: float, debt: float
) -> None:
    columns = split(wages, firm, state, debt)
    assert columns.pop("employer").max() <= 0
    assert min(int(column.min()) for column in columns.values()) >= 0


@given(WAGES, SHARES, SHARES, SHARES)
def test_nobody_pays_back_more_than_is_owed(
    wages: list[tuple[int, int]], firm: float, state: float, debt: float
) -> None:
    owed = np.array([debt for _, debt in wages])
    assert (split(wages, firm, state, debt)["debt"] <= owed).all()


def paid(scene: Scene, **rules: float) -> Scene:
    pay(scene, law_of({**CUTS, "arrears_told": 99.0, **rules}), everybody(scene))
    return scene


def stopped(people: int = 4) -> Scene:
    scene = make_workers(people)
    scene.sites.stopped[:] = True
    return scene


def test_the_months_money_is_booked() -> None:
    scene = make_workers(10)
    scene.people.debt[:] = 50_000
    assert paid(scene).pay == {
        "employer": 700_000,
        "firm": 140_000,
        "state": 350_000,
        "debt": 105_000,
        "kept": 105_000,
        "unpaid": 0,
        "taken_home": 0,
        "workers_paid": 10,
    }


def test_debts_fall_and_savings_grow() -> None:
    scene = make_workers(1)
    scene.people.debt[:] = 50_000
    paid(scene)
    assert scene.people.debt.tolist() == [39_500]
    assert scene.people.saved.tolist() == [10_500]


def test_who_owes_nothing_keeps_the_rest() -> None:
    scene = paid(make_workers(1))
    assert scene.people.saved.tolist() == [21_000]
    assert scene.people.debt.tolist() == [0]


def test_who_is_sick_is_not_paid() -> None:
    scene = paid(make_workers(3), sick=1.0)
    assert scene.pay["employer"] == scene.pay["workers_paid"] == 0


def test_an_employer_who_stopped_pays_nothing_and_it_is_noted() -> None:
    scene = paid(stopped())
    assert scene.pay["employer"] == scene.pay["workers_paid"] == 0
    assert scene.pay["unpaid"] == 4 * 70_000


def test_only_the_site_that_stopped_goes_unpaid() -> None:
    scene = make_workers(4, sites=2)
    scene.sites.stopped[1] = True
    paid(scene)
    assert scene.people.saved.tolist() == [21_000, 0, 21_000, 0]


def test_arrears_grow_month_by_month() -> None:
    scene = stopped()
    paid(paid(scene))
    assert scene.sites.arrears.tolist() == [2.0]


def test_an_employer_may_stop_paying() -> None:
    scene = paid(make_workers(4), arrears_start=1.0)
    assert scene.sites.stopped.tolist() == [True]
    assert scene.pay["unpaid"] == 4 * 70_000


def test_an_employer_who_pays_again_leaves_no_arrears() -> None:
    scene = stopped()
    scene.sites.arrears[:] = 5.0
    paid(scene, arrears_end=1.0)
    assert scene.sites.arrears.tolist() == [0.0]
    assert scene.pay["unpaid"] == 0


def test_arrears_are_heard_of_once() -> None:
    scene = stopped()
    months = [told(paid(scene, arrears_told=3.0)) for _ in range(5)]
    assert [len(found) for found in months] == [0, 0, 1, 1, 1]
    assert scene.chronicle.events[0].element == "event.wage_default"


def endangered(people: int = 30, **rules: float) -> Scene:
    scene = make_workers(people)
    meet_danger(scene, law_of(rules), everybody(scene))
    return scene


def test_where_there_is_no_danger_nobody_dies() -> None:
    scene = endangered()
    assert count(scene, State.WORK) == 30
    assert told(scene) == []


def test_the_dead_have_no_site_and_are_counted() -> None:
    scene = endangered(death=1.0)
    assert count(scene, State.DEAD) == scene.moves.counts["death"] == 30
    assert set(scene.people.site.tolist()) == {NOWHERE}


def test_deaths_follow_the_danger_of_the_trade() -> None:
    chance = 0.1
    expected = 1000 * chance * RULES.trades[0].danger
    scene = endangered(1000, death=chance)
    assert count(scene, State.DEAD) == pytest.approx(expected, rel=0.25)


def test_an_accident_is_told_at_its_site_and_frightens() -> None:
    scene = endangered(accident=100.0, accident_fear=0.5, accident_dead=1.0)
    event = scene.chronicle.events[0]
    assert (event.element, event.site) == ("event.accident", 0)
    assert scene.sites.alarm.tolist() == [0.5]


def test_an_accident_without_dead_kills_nobody() -> None:
    scene = endangered(accident=100.0, accident_dead=1.0)
    assert count(scene, State.DEAD) == 0


def test_the_dead_of_an_accident_are_its_effect() -> None:
    scene = endangered(accident=100.0, accident_dead=1e6)
    accident, deaths = scene.chronicle.events
    assert (deaths.element, deaths.cause) == ("event.death", accident.number)
    assert deaths.count == count(scene, State.DEAD)


def test_no_more_die_than_are_there() -> None:
    scene = endangered(5, accident=1e6, accident_dead=1e9)
    assert count(scene, State.DEAD) == 5


def test_accidents_are_rarer_at_small_sites() -> None:
    law = make_law(accident=0.5 / RULES.trades[0].danger, accident_dead=1.0)
    scene = make_workers(1000, sites=200)
    meet_danger(scene, law, everybody(scene))
    assert len(told(scene)) == pytest.approx(200 * 0.5 * 5 / 50, abs=9)


def test_the_month_of_a_death_is_noted() -> None:
    assert set(endangered(death=1.0).people.since.tolist()) == {MONTH}
