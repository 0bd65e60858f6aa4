"""Flight and refuge: nobody has a place, and helpers matter."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.world.conftest import (
    MONTH,
    count,
    everybody,
    law_of,
    make_away,
    make_law,
    make_workers,
    told,
)
from tumen.world.law import Law
from tumen.world.population import NEVER, NOWHERE, Floats, Ints, State
from tumen.world.refuge import (
    GROUP,
    MOST_FEAR,
    count_course,
    cross,
    decide,
    flee,
    flight_hazard,
    hide,
    hold,
    leeway,
    move_on,
    seek,
)
from tumen.world.scene import Scene
from tumen.world.unrest import grievance

Step = Callable[[Scene, Law, Ints], None]


def hazard(scene: Scene, law: Law) -> Floats:
    wronged = grievance(scene.sites, law)
    return flight_hazard(scene, law, everybody(scene), wronged)


def test_an_order_home_multiplies_the_chance_to_flee() -> None:
    scene = make_workers(2)
    scene.people.recalled[1] = MONTH
    free, ordered = hazard(scene, make_law(flight=0.01, recall_flight=5.0))
    assert ordered / free == pytest.approx(5.0)


def test_an_order_of_an_earlier_month_drives_flight_as_well() -> None:
    scene = make_workers(2)
    scene.people.recalled[:] = (MONTH - 4, MONTH)
    earlier, now = hazard(scene, make_law(flight=0.01, recall_flight=5.0))
    assert earlier == now


def test_leeway_makes_flight_more_likely_within_bounds() -> None:
    scene = make_workers(4, sites=4)
    scene.sites.leeway[:] = (0.0, 1.0, -1.0, 50.0)
    plain, easy, hard, most = leeway(scene.sites)
    assert (plain, easy, hard) == pytest.approx((1.0, np.e, 1 / np.e))
    assert most == pytest.approx(np.exp(1.5))


def test_an_informer_among_the_workers_hinders_flight() -> None:
    scene = make_workers(2, sites=2)
    scene.sites.leeway[:] = (0.0, -1.5)
    law = make_law(flight=0.05, company=0.0, attempt_work=0.0)
    wronged = grievance(scene.sites, law) * leeway(scene.sites)
    free, watched = flight_hazard(scene, law, everybody(scene), wronged)
    assert watched < free


def test_the_course_counts_those_who_arrived_in_its_months() -> None:
    scene = make_away(3, State.RESETTLED)
    scene.people.since[:] = (MONTH, MONTH - 2, MONTH - 3)
    count_course(scene, make_law(course=3.0))
    assert scene.papers["in_course"] == 2


def test_arrears_drive_flight() -> None:
    scene = make_workers(2, sites=2)
    scene.sites.arrears[1] = 2.0
    paid, owed = hazard(scene, make_law(flight=0.01, arrears_weight=0.5))
    assert owed / paid == pytest.approx(2.0)


def test_hardship_drives_flight() -> None:
    scene = make_workers(2, sites=2)
    scene.sites.hardship[1] = 1.0
    middling, hard = hazard(scene, make_law(flight=0.01, hardship_weight=0.6))
    assert hard / middling == pytest.approx(np.exp(0.6))


def test_fear_drives_flight() -> None:
    scene = make_workers(2)
    scene.people.fear[1] = 2.0
    calm, afraid = hazard(scene, make_law(flight=0.01, fear_weight=0.5))
    assert afraid / calm == pytest.approx(2.0)


def test_fear_beyond_the_most_drives_no_further() -> None:
    scene = make_workers(2)
    scene.people.fear[:] = (MOST_FEAR, 100.0)
    most, more = hazard(scene, make_law(flight=0.01, fear_weight=0.5))
    assert most == more


def flown(scene: Scene, **rules: float) -> Scene:
    asked = law_of({"flight": 1.0, "recall_flight": 1.0, **rules})
    flee(scene, asked, everybody(scene))
    return scene


def one_driven(people: int, *, sites: int = 1) -> Scene:
    """Only the first worker has been ordered home."""
    scene = make_workers(people, sites=sites)
    scene.people.recalled[0] = MONTH
    return scene


DRIVEN = {"flight": 1e-9, "recall_flight": 1e9}


def test_who_fled_has_no_site_and_no_order() -> None:
    scene = make_workers(5)
    scene.people.recalled[:] = MONTH
    people = flown(scene).people
    assert people.state.tolist() == [State.HIDING] * 5
    assert set(people.site.tolist()) == {NOWHERE}
    assert set(people.recalled.tolist()) == {NEVER}


def test_flights_are_counted() -> None:
    assert flown(make_workers(5)).moves.counts["flight"] == 5


def test_who_is_not_driven_stays() -> None:
    scene = flown(one_driven(50), **DRIVEN)
    assert scene.people.in_state(State.HIDING).tolist() == [0]


def test_flight_without_an_order_does_not_depend_on_orders() -> None:
    assert count(flown(make_workers(5), recall_flight=0.1), State.HIDING) == 5


def test_nobody_comes_along_without_company() -> None:
    assert count(flown(one_driven(50), **DRIVEN, company=0.0), State.HIDING) == 1


def test_a_companion_comes_from_the_same_site() -> None:
    scene = flown(one_driven(50, sites=5), **DRIVEN, company=1.0)
    leader, companion = scene.people.in_state(State.HIDING)
    assert leader == 0
    assert companion % 5 == 0


def test_where_nobody_else_is_nobody_comes_along() -> None:
    scene = flown(one_driven(5, sites=5), **DRIVEN, company=1.0)
    assert scene.people.in_state(State.HIDING).tolist() == [0]


def test_a_flight_frightens_those_who_stay() -> None:
    scene = flown(one_driven(4, sites=2), **DRIVEN, flight_fear=0.2)
    assert scene.sites.alarm.tolist() == [0.2, 0.0]


def test_a_group_that_fled_is_told_without_a_place() -> None:
    (event,) = flown(make_workers(GROUP)).chronicle.events
    assert (event.element, event.count) == ("event.escape", GROUP)
    assert (event.region, event.site, event.trade) == (None, None, None)


def test_fewer_who_fled_are_not_told() -> None:
    assert told(flown(make_workers(GROUP - 1))) == []


def test_a_worker_may_turn_to_a_helper_directly() -> None:
    scene = flown(make_workers(5), flight=0.0, attempt_work=1.0)
    assert count(scene, State.ATTEMPTING) == scene.moves.counts["attempt"] == 5
    assert set(scene.people.site.tolist()) == {NOWHERE}


def test_who_fled_does_not_turn_to_a_helper_in_the_same_step() -> None:
    scene = flown(make_workers(5), attempt_work=1.0)
    assert count(scene, State.HIDING) == 5


def away(state: State, people: int = 5, *, helpers: int = 0) -> Scene:
    """People in a state since the month before."""
    scene = make_away(people, state, helpers=helpers)
    scene.people.since[:] = MONTH - 1
    return scene


@pytest.mark.parametrize(
    ("rule", "state", "way"),
    [
        ("found", State.RETURNED, "forced_return"),
        ("attempt", State.ATTEMPTING, "attempt"),
        ("hiding_death", State.DEAD, "death"),
    ],
)
def test_hiding_ends_in_three_ways(rule: str, state: State, way: str) -> None:
    scene = away(State.HIDING)
    hide(scene, law_of({rule: 1.0}), everybody(scene))
    assert count(scene, state) == scene.moves.counts[way] == 5


def test_who_is_not_found_and_does_not_try_goes_on_hiding() -> None:
    scene = away(State.HIDING)
    hide(scene, make_law(), everybody(scene))
    assert count(scene, State.HIDING) == 5


def test_who_is_sent_back_keeps_nothing() -> None:
    scene = away(State.HIDING)
    scene.people.saved[:] = 700
    hide(scene, make_law(found=1.0), everybody(scene))
    assert set(scene.people.saved.tolist()) == {0}


def test_who_is_sent_back_is_told_without_a_place() -> None:
    scene = away(State.HIDING)
    hide(scene, make_law(found=1.0), everybody(scene))
    (event,) = scene.chronicle.events
    assert (event.element, event.count) == ("event.forced_return", 5)
    assert (event.region, event.site) == (None, None)


def sought(people: int = 5, *, helpers: int = 40, **rules: float) -> Scene:
    scene = away(State.ATTEMPTING, people, helpers=helpers)
    seek(scene, law_of({"helpers": 40.0, **rules}), everybody(scene))
    return scene


def test_who_tries_may_be_caught() -> None:
    scene = sought(caught=1.0)
    assert count(scene, State.HELD) == scene.moves.counts["interception"] == 5


def test_a_group_that_is_caught_is_told_without_a_place() -> None:
    (event,) = sought(caught=1.0).chronicle.events
    assert (event.element, event.count) == ("event.arrest", 5)
    assert (event.region, event.site) == (None, None)


def test_who_tries_may_reach_an_office() -> None:
    scene = sought(apply=1.0)
    assert count(scene, State.APPLICANT) == scene.papers["requests"] == 5


def test_where_all_helpers_are_missing_nobody_reaches_an_office() -> None:
    scene = sought(apply=1.0, helpers=0)
    assert count(scene, State.ATTEMPTING) == 5
    assert scene.papers["requests"] == 0


def test_where_half_the_helpers_are_missing_half_as_many_do() -> None:
    scene = sought(2000, helpers=20, apply=0.8)
    assert count(scene, State.APPLICANT) == pytest.approx(800, abs=100)


def test_more_helpers_than_usual_do_not_raise_the_chance() -> None:
    scene = sought(2000, helpers=80, apply=0.5)
    assert count(scene, State.APPLICANT) == pytest.approx(1000, abs=100)


def test_who_began_to_try_this_month_waits_for_the_next() -> None:
    scene = away(State.ATTEMPTING)
    scene.people.since[:] = MONTH
    seek(scene, make_law(caught=1.0), everybody(scene))
    assert count(scene, State.ATTEMPTING) == 5


def test_one_person_may_file_several_requests() -> None:
    requests = sought(1000, apply=1.0, repeat_request=0.5).papers["requests"]
    assert requests == pytest.approx(1500, abs=100)


@pytest.mark.parametrize(("share", "temporary"), [(0.0, 0), (1.0, 5)])
def test_some_requests_are_for_temporary_asylum(share: float, temporary: int) -> None:
    scene = sought(apply=1.0, temporary=share)
    assert scene.papers["requests_temporary"] == temporary


@pytest.mark.parametrize(
    ("rules", "state", "way"),
    [
        ({"recognise": 1.0}, State.RECOGNISED, "recognition"),
        ({"refuse": 1.0, "refuse_held": 1.0}, State.HELD, "refusal"),
        ({"refuse": 1.0, "refuse_held": 0.0}, State.HIDING, "refusal"),
        ({"abducted": 1.0}, State.RETURNED, "forced_return"),
    ],
)
def test_an_application_ends_in_one_of_several_ways(
    rules: dict[str, float], state: State, way: str
) -> None:
    scene = away(State.APPLICANT)
    decide(scene, law_of(rules), everybody(scene))
    assert count(scene, state) == scene.moves.counts[way] == 5


def test_without_a_decision_applicants_wait() -> None:
    scene = away(State.APPLICANT)
    decide(scene, make_law(), everybody(scene))
    assert count(scene, State.APPLICANT) == 5


@pytest.mark.parametrize(
    ("rule", "state", "way"),
    [
        ("held_return", State.RETURNED, "forced_return"),
        ("held_death", State.DEAD, "death"),
    ],
)
def test_being_held_ends_in_return_or_death(rule: str, state: State, way: str) -> None:
    scene = away(State.HELD)
    hold(scene, law_of({rule: 1.0}), everybody(scene))
    assert count(scene, state) == scene.moves.counts[way] == 5


@pytest.mark.parametrize(
    ("before", "rule", "state", "way"),
    [
        (State.ONWARD, "arrive_south", State.RESETTLED, "resettlement"),
        (State.RECOGNISED, "expire", State.HIDING, "expiry"),
        (State.RECOGNISED, "onward", State.ONWARD, "onward"),
    ],
)
def test_protection_ends_or_leads_on(
    before: State, rule: str, state: State, way: str
) -> None:
    scene = away(before)
    move_on(scene, law_of({rule: 1.0}), everybody(scene))
    assert count(scene, state) == scene.moves.counts[way] == 5


def test_who_leaves_does_not_arrive_in_the_same_month() -> None:
    scene = away(State.RECOGNISED)
    move_on(scene, make_law(onward=1.0, arrive_south=1.0), everybody(scene))
    assert count(scene, State.ONWARD) == 5


def test_a_group_that_arrives_is_told_without_a_place() -> None:
    scene = away(State.ONWARD)
    move_on(scene, make_law(arrive_south=1.0), everybody(scene))
    (event,) = scene.chronicle.events
    assert (event.element, event.count) == ("event.arrival", 5)
    assert (event.region, event.site) == (None, None)


@pytest.mark.parametrize(
    ("step", "state"),
    [(decide, State.APPLICANT), (hold, State.HELD), (move_on, State.RECOGNISED)],
)
def test_nothing_is_decided_in_the_month_of_arrival(step: Step, state: State) -> None:
    scene = away(state)
    scene.people.since[:] = MONTH
    step(scene, make_law(recognise=1.0, held_return=1.0, expire=1.0), everybody(scene))
    assert count(scene, state) == 5


def test_a_few_cross_without_having_been_sent() -> None:
    scene = make_away(0, State.POOL, at_home=1000)
    cross(scene, make_law(crossing=0.1))
    crossed = count(scene, State.ATTEMPTING)
    assert crossed == scene.moves.counts["crossing"] == pytest.approx(100, abs=50)


def test_without_a_chance_nobody_crosses() -> None:
    scene = make_away(0, State.POOL, at_home=1000)
    cross(scene, make_law())
    assert count(scene, State.POOL) == 1000


def test_no_more_cross_than_are_at_home() -> None:
    scene = make_away(3, State.WORK, at_home=2)
    cross(scene, make_law(crossing=100.0))
    assert count(scene, State.ATTEMPTING) == 2
