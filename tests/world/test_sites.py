"""Places of work open, are counted, and close when nobody comes any more."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.conftest import RULES
from tumen.codebook.world import Condition
from tumen.world.population import Ints
from tumen.world.sites import HOURS, OPEN, YES, Sites, draw_conditions

ROOMS = Condition(
    element="cond.housing",
    label="people in a room",
    unit="persons/room",
    median=8.0,
    least=2.0,
    most=40.0,
    hardship=0.5,
    source="invented",
)
NO_DOCTOR = Condition(
    element="cond.medical",
    label="no doctor",
    unit=YES,
    median=0.0,
    hardship=0.2,
    source="invented",
)


def rng(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def opened(count: int, month: int = 0, seed: int = 1) -> Sites:
    sites = Sites(RULES)
    trades = np.arange(count) % len(RULES.trades)
    sites.open_sites(trades, month, 1.0, rng(seed))
    return sites


def workers(*at: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array(at, np.int32)


def with_conditions(*conditions: Condition) -> Sites:
    rules = msgspec.structs.replace(RULES, conditions=conditions)
    sites = Sites(rules)
    sites.open_sites(np.zeros(4, np.int64), 0, 1.0, rng())
    return sites


def drawn(condition: Condition, trades: Ints) -> list[float]:
    rules = msgspec.structs.replace(RULES, conditions=(condition,))
    return [float(value) for value in draw_conditions(rules, trades, rng())[:, 0]]


def test_in_the_beginning_there_is_no_site() -> None:
    assert Sites(RULES).count == 0


def test_new_sites_are_numbered_after_those_there_are() -> None:
    sites = opened(3)
    assert sites.open_sites(np.zeros(2, np.int64), 1, 1.0, rng()).tolist() == [3, 4]
    assert sites.count == 5


def test_every_array_holds_one_entry_a_site() -> None:
    sites = opened(5)
    named = set(Sites.__slots__) - {"rules", "trades", "regions"}
    arrays = [getattr(sites, name) for name in named]
    assert {len(array) for array in arrays} == {5}


@given(st.integers(0, 10_000))
def test_a_trade_is_found_only_in_its_regions(seed: int) -> None:
    sites = opened(50, seed=seed)
    places = zip(sites.trade, sites.region, strict=True)
    assert all(
        sites.regions[region] in RULES.trades[trade].regions for trade, region in places
    )


@given(st.integers(0, 10_000))
def test_a_firm_is_one_of_those_there_are(seed: int) -> None:
    firms = opened(200, seed=seed).firm
    assert firms.min() >= 0
    assert firms.max() < RULES.firms


@given(st.integers(0, 10_000))
def test_conditions_stay_in_their_bounds(seed: int) -> None:
    found = draw_conditions(RULES, np.zeros(60, np.int64), rng(seed))
    assert (found >= [c.least for c in RULES.conditions]).all()
    assert (found <= [c.most for c in RULES.conditions]).all()


def test_a_condition_that_holds_or_not_is_one_or_zero() -> None:
    half = msgspec.structs.replace(NO_DOCTOR, median=0.5)
    assert set(drawn(half, np.zeros(100, np.int64))) == {0.0, 1.0}


def test_without_spread_a_condition_is_its_median() -> None:
    assert drawn(ROOMS, np.zeros(3, np.int64)) == [8.0, 8.0, 8.0]


def test_a_draw_beyond_the_bounds_is_cut() -> None:
    wild = msgspec.structs.replace(ROOMS, spread=50.0)
    assert set(drawn(wild, np.zeros(9, np.int64))) == {2.0, 40.0}


def test_hours_have_the_median_of_the_trade() -> None:
    hours = msgspec.structs.replace(ROOMS, element=HOURS, digits=1)
    trades = np.arange(len(RULES.trades))
    assert drawn(hours, trades) == [trade.hours for trade in RULES.trades]


def test_at_the_medians_there_is_no_hardship_to_speak_of() -> None:
    assert with_conditions(ROOMS, NO_DOCTOR).hardship.tolist() == [0.0] * 4


def test_hardship_grows_by_the_share_above_the_median() -> None:
    full = msgspec.structs.replace(ROOMS, least=16.0)
    assert with_conditions(full).hardship.tolist() == [0.5] * 4


def test_what_employers_pay_follows_the_law() -> None:
    one, two = Sites(RULES), Sites(RULES)
    one.open_sites(np.zeros(5, np.int64), 0, 1.0, rng())
    two.open_sites(np.zeros(5, np.int64), 0, 2.0, rng())
    assert two.payment.tolist() == pytest.approx((2 * one.payment).tolist(), abs=1)


def test_workers_are_counted_at_their_sites() -> None:
    sites = opened(3)
    sites.recount(workers(0, 2, 2), 0)
    assert sites.people.tolist() == [1, 0, 2]


def test_the_most_workers_a_site_had_are_remembered() -> None:
    sites = opened(1)
    sites.recount(workers(0, 0, 0), 0)
    sites.recount(workers(0), 1)
    assert sites.most.tolist() == [3]


def test_a_site_that_stays_empty_closes() -> None:
    sites = opened(1)
    sites.recount(workers(), 4)
    assert sites.closed.tolist() == [4]


def test_a_new_site_waits_for_its_workers() -> None:
    sites = opened(1)
    sites.recount(workers(), 3)
    assert sites.closed.tolist() == [OPEN]


def test_a_closed_site_stays_closed_while_it_is_empty() -> None:
    sites = opened(1)
    sites.recount(workers(), 4)
    sites.recount(workers(), 9)
    assert sites.closed.tolist() == [4]


def test_a_site_whose_workers_come_late_is_open_when_they_are_there() -> None:
    sites = opened(1)
    sites.recount(workers(), 4)
    sites.recount(workers(0, 0), 5)
    assert sites.closed.tolist() == [OPEN]


def test_open_sites_with_workers_are_live() -> None:
    sites = opened(3)
    sites.recount(workers(0, 1), 0)
    sites.closed[1] = 0
    assert sites.live().tolist() == [0]


def test_regions_are_listed_once_in_order_of_mention() -> None:
    regions = Sites(RULES).regions
    first = tuple(RULES.trades[0].regions)
    assert regions[: len(first)] == first
    assert len(set(regions)) == len(regions)
