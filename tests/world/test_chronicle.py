"""Events have a number, a day and, where nobody is at risk, a place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.conftest import RULES
from tumen.records.world import WorldEvent
from tumen.world.chronicle import DAYS, Chronicle
from tumen.world.sites import Sites


def make_chronicle(seed: int = 1) -> Chronicle:
    rng = np.random.default_rng(seed)
    sites = Sites(RULES)
    sites.open_sites(np.arange(3), 0, 1.0, rng)
    return Chronicle(sites, rng)


@pytest.fixture
def chronicle() -> Chronicle:
    return make_chronicle()


def only(chronicle: Chronicle) -> WorldEvent:
    (event,) = chronicle.events
    return event


def test_events_are_numbered_as_they_are_told(chronicle: Chronicle) -> None:
    numbers = [chronicle.tell("event.raid"), chronicle.tell("event.strike")]
    assert numbers == [0, 1] == [event.number for event in chronicle.events]


def test_a_site_gives_its_region_and_trade(chronicle: Chronicle) -> None:
    chronicle.tell("event.raid", site=2)
    event = only(chronicle)
    sites = chronicle.sites
    assert event.site == 2
    assert event.region == sites.regions[sites.region[2]]
    assert event.trade == RULES.trades[2].name


def test_without_a_site_there_is_no_place(chronicle: Chronicle) -> None:
    chronicle.tell("event.escape", count=4)
    event = only(chronicle)
    assert (event.region, event.site, event.trade) == (None, None, None)


def test_an_event_falls_into_the_month_that_runs(chronicle: Chronicle) -> None:
    chronicle.start(5)
    chronicle.tell("event.raid")
    assert only(chronicle).month == 5


@given(st.integers(0, 10_000))
def test_an_event_falls_on_a_day_that_every_month_has(seed: int) -> None:
    chronicle = make_chronicle(seed)
    chronicle.tell("event.raid")
    assert 1 <= only(chronicle).day <= DAYS


@given(st.integers(0, 10_000))
def test_no_event_falls_before_its_cause(seed: int) -> None:
    chronicle = make_chronicle(seed)
    first = chronicle.tell("event.strike")
    chronicle.tell("event.hostage", cause=first)
    before, after = chronicle.events
    assert after.cause == before.number
    assert after.day >= before.day


def days_over_months(seed: int) -> tuple[int, int]:
    """The days of a cause and of what it set off a month later."""
    chronicle = make_chronicle(seed)
    first = chronicle.tell("event.strike")
    chronicle.start(1)
    chronicle.tell("event.hostage", cause=first)
    before, after = chronicle.events
    return before.day, after.day


def test_a_cause_of_another_month_leaves_the_day_free() -> None:
    pairs = [days_over_months(seed) for seed in range(40)]
    assert any(after < before for before, after in pairs)


def test_numbers_are_plain_integers(chronicle: Chronicle) -> None:
    chronicle.tell("event.raid", site=int(np.int64(1)), count=np.int64(3).item())
    event = only(chronicle)
    assert {type(event.count), type(event.site), type(event.day)} == {int}
