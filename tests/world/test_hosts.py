"""What the host state does: raids, arrests of helpers, policies that begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from tests.world.conftest import (
    law_of,
    make_away,
    make_law,
    make_policy,
    make_workers,
    told,
)
from tumen.world.hosts import press_helpers, raid, tell_policies
from tumen.world.population import State
from tumen.world.scene import Scene


def raided(**rules: float) -> Scene:
    scene = make_workers(4, sites=2)
    raid(scene, law_of({"raid": 1.0, **rules}))
    return scene


def test_a_raid_is_told_at_its_site() -> None:
    events = raided().chronicle.events
    assert [(e.element, e.site) for e in events] == [
        ("event.raid", 0),
        ("event.raid", 1),
    ]


def test_a_raid_frightens_its_site() -> None:
    assert raided(raid_fear=0.4).sites.alarm.tolist() == [0.4, 0.4]


def test_without_a_chance_there_is_no_raid() -> None:
    scene = raided(raid=0.0, raid_fear=0.4)
    assert told(scene) == []
    assert scene.sites.alarm.tolist() == [0.0, 0.0]


def test_somebody_hurt_is_an_effect_of_the_raid() -> None:
    first, hurt, *_ = raided(violence=1.0).chronicle.events
    assert (hurt.element, hurt.cause, hurt.site) == (
        "event.violence",
        first.number,
        first.site,
    )


def pressed(helpers: int, **rules: float) -> Scene:
    scene = make_away(1, State.POOL, helpers=helpers)
    press_helpers(scene, law_of({"helpers": 40.0, **rules}))
    return scene


def test_arrested_helpers_are_missing() -> None:
    assert pressed(40, helper_arrest=1.0).helpers == 0


def test_an_arrest_of_helpers_is_told_without_a_place() -> None:
    (event,) = pressed(40, helper_arrest=1.0).chronicle.events
    assert (event.element, event.count, event.outcome) == (
        "event.arrest",
        40,
        "helpers",
    )
    assert (event.region, event.site) == (None, None)


def test_others_take_the_place_of_missing_helpers() -> None:
    assert pressed(10, helper_back=1.0).helpers == 40


def test_where_none_is_missing_nobody_comes() -> None:
    assert pressed(40, helper_back=1.0).helpers == 40


@given(st.integers(0, 99), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_there_are_never_less_than_no_helpers(
    helpers: int, arrest: float, back: float
) -> None:
    assert pressed(helpers, helper_arrest=arrest, helper_back=back).helpers >= 0


def test_policies_are_told_when_they_begin_and_when_they_end() -> None:
    one, two = make_policy("one", "2010-01"), make_policy("two", "2010-01", "2010-05")
    scene = make_workers(1)
    tell_policies(scene, make_law(begins=(one,), ends=(two,)))
    events = scene.chronicle.events
    assert [(e.policy, e.outcome) for e in events] == [
        ("one", "begins"),
        ("two", "ends"),
    ]
    assert {event.element for event in events} == {one.code}


def test_a_policy_in_force_is_not_told_again() -> None:
    scene = make_workers(1)
    tell_policies(scene, make_law())
    assert told(scene) == []
