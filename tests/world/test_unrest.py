"""Fear comes and fades; grievance and news make sites stop work."""

import numpy as np
import pytest

from tests.world.conftest import (
    MONTH,
    count,
    everybody,
    law_of,
    make_law,
    make_workers,
    told,
)
from tumen.records.world import WorldEvent
from tumen.world.population import NEVER, State
from tumen.world.scene import Scene
from tumen.world.unrest import CALM, FADES, fear, grievance, rise_up


def test_fear_fades() -> None:
    scene = make_workers(1)
    scene.people.fear[:] = 2.0
    fear(scene, make_law(fear_fades=0.5), everybody(scene))
    assert scene.people.fear.tolist() == [1.0]


def test_everybody_shares_the_dread_of_the_law() -> None:
    scene = make_workers(2)
    fear(scene, make_law(alarm=0.25), everybody(scene))
    assert scene.people.fear.tolist() == [0.25, 0.25]


def test_the_alarm_of_a_site_frightens_its_own_workers_only() -> None:
    scene = make_workers(2, sites=2)
    scene.sites.alarm[0] = 1.0
    fear(scene, make_law(), everybody(scene))
    assert scene.people.fear.tolist() == pytest.approx([CALM, 0.0])


def test_alarm_calms_down() -> None:
    scene = make_workers(1)
    scene.sites.alarm[:] = 1.0
    fear(scene, make_law(), everybody(scene))
    assert scene.sites.alarm.tolist() == [CALM]


def test_in_the_middle_grievance_is_one() -> None:
    assert grievance(make_workers(1).sites, make_law()).tolist() == [1.0]


def test_months_of_pay_owed_raise_grievance() -> None:
    sites = make_workers(2, sites=2).sites
    sites.arrears[1] = 3.0
    assert grievance(sites, make_law(arrears_weight=0.5)).tolist() == [1.0, 2.5]


def test_hardship_raises_grievance() -> None:
    sites = make_workers(2, sites=2).sites
    sites.hardship[:] = (-0.5, 1.0)
    expected = np.exp([-0.3, 0.6]).tolist()
    assert grievance(sites, make_law(hardship_weight=0.6)).tolist() == pytest.approx(
        expected
    )


@pytest.mark.parametrize(("far", "enough"), [(-9.0, -1.0), (9.0, 2.0)])
def test_beyond_its_ends_hardship_is_felt_no_more(far: float, enough: float) -> None:
    sites = make_workers(2, sites=2).sites
    sites.hardship[:] = (far, enough)
    one, other = grievance(sites, make_law(hardship_weight=0.6))
    assert one == other


def test_more_than_a_year_of_arrears_counts_as_a_year() -> None:
    sites = make_workers(2, sites=2).sites
    sites.arrears[:] = (12.0, 40.0)
    one, other = grievance(sites, make_law(arrears_weight=0.5))
    assert one == other


def risen(people: int = 40, *, sites: int = 1, seed: int = 1, **rules: float) -> Scene:
    scene = make_workers(people, sites=sites, seed=seed)
    rise_up(scene, law_of({"unrest": 1.0, **rules}), scene.people.working())
    return scene


def first_event(scene: Scene) -> WorldEvent:
    return scene.chronicle.events[0]


def test_without_a_chance_nobody_stops_work() -> None:
    assert told(risen(unrest=0.0)) == []


def test_where_nobody_works_nobody_stops() -> None:
    assert told(risen(0)) == []


@pytest.mark.parametrize(
    ("share", "element"), [(1.0, "event.strike"), (0.0, "event.protest")]
)
def test_unrest_is_a_strike_or_a_protest(share: float, element: str) -> None:
    event = first_event(risen(strike_share=share))
    assert (event.element, event.site) == (element, 0)


@pytest.mark.parametrize("seed", range(5))
def test_no_more_stop_work_than_are_there(seed: int) -> None:
    event = first_event(risen(3, seed=seed))
    assert 1 <= event.count <= 3


def test_unrest_is_remembered_for_a_while() -> None:
    scene = risen()
    assert scene.sites.unrest.tolist() == [1.0]
    rise_up(scene, make_law(), scene.people.working())
    assert scene.sites.unrest.tolist() == [FADES]


def neighbours() -> Scene:
    """Four sites of one worker each; two in each of two regions; unrest at the first."""
    scene = make_workers(4, sites=4)
    scene.sites.region[:] = (0, 0, 1, 1)
    scene.sites.unrest[0] = 1.0
    return scene


def test_unrest_spreads_to_the_other_sites_of_the_region_and_no_further() -> None:
    scene = neighbours()
    rise_up(scene, make_law(unrest=1e-9, contagion=1e12), scene.people.working())
    struck = [e.site for e in scene.chronicle.events if e.cause is None]
    assert struck == [1]


def test_without_contagion_news_changes_nothing() -> None:
    scene = neighbours()
    rise_up(scene, make_law(unrest=1e-9), scene.people.working())
    assert told(scene) == []


def test_arrears_drive_unrest() -> None:
    scene = make_workers(2, sites=2)
    scene.sites.arrears[1] = 1.0
    rise_up(scene, make_law(unrest=1e-9, arrears_weight=1e12), scene.people.working())
    assert first_event(scene).site == 1


def test_an_employer_who_gives_in_pays_what_is_owed() -> None:
    scene = make_workers(40)
    scene.sites.stopped[:] = True
    scene.sites.arrears[:] = 4.0
    rise_up(scene, make_law(unrest=1.0, gives_in=1.0), scene.people.working())
    assert scene.sites.stopped.tolist() == [False]
    assert scene.sites.arrears.tolist() == [0.0]


def test_where_the_employer_gives_in_nobody_is_punished() -> None:
    scene = risen(gives_in=1.0, punished_fear=0.5)
    assert scene.sites.alarm.tolist() == [0.0]
    assert set(scene.people.recalled.tolist()) == {NEVER}


def test_how_unrest_ended_is_told_where_the_employer_paid() -> None:
    assert "paid" in {e.outcome for e in risen(gives_in=1.0).chronicle.events}


def test_where_nobody_gives_in_some_are_ordered_home_for_it() -> None:
    scene = risen(punished_fear=0.5)
    strike, recall = scene.chronicle.events
    assert (recall.element, recall.cause) == ("event.recall", strike.number)
    assert recall.outcome == "punished"
    assert recall.count == (scene.people.recalled == MONTH).sum() > 0
    assert scene.sites.alarm.tolist() == [0.5]


def test_an_earlier_order_home_is_not_put_off() -> None:
    scene = make_workers(40)
    scene.people.recalled[:] = MONTH - 2
    rise_up(scene, make_law(unrest=1.0), scene.people.working())
    assert set(scene.people.recalled.tolist()) == {MONTH - 2}


def test_nobody_who_has_not_arrived_yet_is_ordered_home_for_it() -> None:
    scene = make_workers(200)
    scene.people.state[100:] = State.SELECTED
    scene.sites.recount(scene.people.site[scene.people.working()], MONTH)
    rise_up(scene, make_law(unrest=1.0), scene.people.working())
    assert count(scene, State.SELECTED) == 100
    assert set(scene.people.recalled[100:].tolist()) == {NEVER}


def test_managers_held_are_an_effect_of_the_unrest() -> None:
    strike, held, *_ = risen(hostage=1.0).chronicle.events
    assert (held.element, held.cause) == ("event.hostage", strike.number)
    assert held.days == strike.days
