"""Batches of people are chosen, wait, travel and arrive."""

import msgspec
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
    make_away,
    make_law,
    make_workers,
    told,
)
from tumen.world.dispatch import (
    FEWEST,
    TOLD_FROM,
    arrive,
    depart,
    draw_batches,
    paper_terms,
    select,
)
from tumen.world.law import Law
from tumen.world.population import NOWHERE, State
from tumen.world.scene import Scene

SOLDIERS = (0.0, 0.0, 0.0, 1.0)
STUDENTS = (0.0, 1.0, 0.0, 0.0)
TOURISTS = (0.0, 0.0, 1.0, 0.0)


def sending(**rules: float) -> Law:
    asked = {"demand": 1.0, "pace": 1.0, "dispatch": 1.0, "bribe": 100.0}
    return law_of(asked | rules)


def selected(seed: int = 1, people: int = 4000, **rules: float) -> Scene:
    scene = make_workers(1, at_home=people, seed=seed)
    select(scene, sending(**rules))
    return scene


def travellers(people: int, *, sites: int = 1, seed: int = 1) -> Scene:
    """People on their way since the month before."""
    scene = make_workers(people, sites=sites, state=State.TRAVELLING, seed=seed)
    scene.people.since[:] = MONTH - 1
    return scene


def arrived(people: int, law: Law, *, sites: int = 1, seed: int = 1) -> Scene:
    scene = travellers(people, sites=sites, seed=seed)
    arrive(scene, law, everybody(scene))
    return scene


def states_by_site(scene: Scene, sites: int) -> list[set[int]]:
    """The states that the people of each site of `make_workers` have."""
    at = everybody(scene) % sites
    return [set(scene.people.state[at == site].tolist()) for site in range(sites)]


def test_people_are_selected_for_a_site_and_owe_a_bribe() -> None:
    scene = selected()
    chosen = scene.people.in_state(State.SELECTED)
    assert len(chosen) > 0
    assert scene.people.site[chosen].min() >= 1
    assert scene.people.debt[chosen].min() > 0


def test_who_is_not_selected_owes_nothing_and_goes_nowhere() -> None:
    scene = selected()
    at_home = scene.people.in_state(State.POOL)
    assert set(scene.people.debt[at_home].tolist()) == {0}
    assert set(scene.people.site[at_home].tolist()) == {NOWHERE}


def test_selection_is_counted_and_nobody_is_sent_yet() -> None:
    scene = selected()
    assert scene.moves.counts["selection"] == count(scene, State.SELECTED)
    assert scene.moves.counts["dispatch"] == 0


def test_selection_is_about_the_part_of_the_gap_that_pace_gives() -> None:
    scenes = [selected(seed, pace=0.5) for seed in range(40)]
    mean = np.mean([count(scene, State.SELECTED) for scene in scenes])
    season = sum(t.share * t.season[MONTH] for t in RULES.trades)
    season /= sum(trade.share for trade in RULES.trades)
    assert mean == pytest.approx(0.5 * 2000 * season, rel=0.2)


def test_nobody_is_selected_while_as_many_are_abroad_as_are_wanted() -> None:
    scene = make_workers(60, at_home=40)
    select(scene, sending())
    assert count(scene, State.SELECTED) == 0


def test_an_order_that_stops_sending_stops_selection() -> None:
    assert count(selected(dispatch=0.0), State.SELECTED) == 0


def test_each_batch_has_a_site_of_its_own() -> None:
    scene = selected()
    chosen = scene.people.in_state(State.SELECTED)
    sizes = np.bincount(scene.people.site[chosen])[1:]
    assert sizes.min() >= FEWEST
    assert len(sizes) == scene.sites.count - 1


def test_no_more_are_selected_than_there_are() -> None:
    scene = selected(people=50, demand=100.0)
    assert count(scene, State.SELECTED) <= 50


def test_who_came_home_and_rested_may_be_sent_again_without_a_new_selection() -> None:
    scene = make_away(4000, State.RETURNED)
    scene.people.since[:] = MONTH - 6
    select(scene, sending(rotation=1.0, rest=6.0))
    assert count(scene, State.TRAVELLING) > 0
    assert scene.moves.counts["selection"] == scene.moves.counts["dispatch"] == 0


def test_who_has_not_rested_is_not_sent_again() -> None:
    scene = make_away(4000, State.RETURNED)
    scene.people.since[:] = MONTH - 5
    select(scene, sending(rotation=1.0, rest=6.0))
    assert count(scene, State.RETURNED) == 4000


def test_without_rotation_nobody_is_sent_again() -> None:
    scene = make_away(2000, State.RETURNED, at_home=2000)
    scene.people.since[:] = MONTH - 60
    select(scene, sending())
    assert count(scene, State.RETURNED) == 2000


@given(st.integers(0, 11), st.integers(0, 10_000))
def test_no_batch_is_smaller_than_the_fewest(month: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    sizes, trades = draw_batches(RULES.trades, 500, month, rng)
    assert len(sizes) == len(trades)
    assert (sizes >= FEWEST).all()


def test_a_trade_without_a_season_sends_no_batch() -> None:
    first, *others = RULES.trades
    idle = msgspec.structs.replace(first, season=(0.0,) * 12)
    _, drawn = draw_batches((idle, *others), 50_000, 0, np.random.default_rng(1))
    assert 0 not in drawn


def test_where_no_trade_has_a_season_there_is_no_batch() -> None:
    idle = tuple(
        msgspec.structs.replace(trade, season=(0.0,) * 12) for trade in RULES.trades
    )
    sizes, _ = draw_batches(idle, 50_000, 0, np.random.default_rng(1))
    assert not len(sizes)


def waiting(months: int) -> Scene:
    scene = make_workers(5, state=State.SELECTED)
    scene.people.since[:] = MONTH - months
    return scene


@pytest.mark.parametrize(("months", "left"), [(1, 0), (2, 5), (9, 5)])
def test_people_leave_when_they_waited_long_enough(months: int, left: int) -> None:
    scene = waiting(months)
    depart(scene, make_law(lead=2.0), everybody(scene))
    assert count(scene, State.TRAVELLING) == left


def test_who_leaves_is_counted_as_sent_only_at_the_arrival() -> None:
    scene = waiting(9)
    depart(scene, make_law(lead=2.0), everybody(scene))
    assert scene.moves.counts["dispatch"] == 0


def test_nobody_leaves_through_a_closed_border() -> None:
    scene = waiting(9)
    depart(scene, make_law(lead=2.0, closed=True), everybody(scene))
    assert count(scene, State.SELECTED) == 5


def test_nobody_arrives_through_a_closed_border() -> None:
    scene = arrived(5, make_law(closed=True))
    assert count(scene, State.TRAVELLING) == 5
    assert scene.moves.counts["stranded"] == 5


def test_no_paper_is_counted_at_a_closed_border() -> None:
    assert set(arrived(5, make_law(closed=True)).papers.values()) == {0}


def test_who_left_this_month_is_still_on_the_way() -> None:
    scene = travellers(5)
    scene.people.since[:] = MONTH
    arrive(scene, make_law(), everybody(scene))
    assert count(scene, State.TRAVELLING) == 5


@pytest.mark.parametrize(
    ("papers", "state"),
    [
        ((1.0, 0.0, 0.0, 0.0), State.WORK),
        (STUDENTS, State.STUDENT),
        (TOURISTS, State.TOURIST),
        (SOLDIERS, State.SOLDIER),
    ],
)
def test_people_arrive_on_the_papers_that_the_law_gives(
    papers: tuple[float, float, float, float], state: State
) -> None:
    scene = arrived(5, make_law(papers=papers))
    assert count(scene, state) == 5
    assert scene.moves.counts["dispatch"] == 5


def test_a_batch_has_one_paper() -> None:
    law = make_law(papers=(0.25, 0.25, 0.25, 0.25))
    scene = arrived(400, law, sites=40)
    assert {len(states) for states in states_by_site(scene, 40)} == {1}


def test_soldiers_arrive_as_whole_batches_even_where_papers_are_mixed() -> None:
    law = make_law(papers=(0.25, 0.25, 0.25, 0.25), mixed_papers=1.0)
    batches = states_by_site(arrived(400, law, sites=40), 40)
    with_soldiers = [states for states in batches if State.SOLDIER in states]
    assert with_soldiers
    assert all(states == {State.SOLDIER} for states in with_soldiers)


def test_papers_are_mixed_in_a_batch_of_workers() -> None:
    law = make_law(papers=(0.5, 0.5, 0.0, 0.0), mixed_papers=1.0)
    assert states_by_site(arrived(200, law), 1) == [{State.WORK, State.STUDENT}]


def test_soldiers_have_no_site_and_no_registration() -> None:
    scene = arrived(5, make_law(papers=SOLDIERS))
    assert set(scene.people.site.tolist()) == {NOWHERE}
    assert set(scene.papers.values()) == {0}


def test_workers_stay_at_the_site_they_were_sent_to() -> None:
    scene = arrived(4, make_law(), sites=2)
    assert scene.people.site.tolist() == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("papers", "visa", "study"),
    [
        ((1.0, 0.0, 0.0, 0.0), "visas_work", 0),
        (STUDENTS, "visas_student", 5),
        (TOURISTS, "visas_tourist", 0),
    ],
)
def test_arrivals_are_counted_by_the_offices(
    papers: tuple[float, float, float, float], visa: str, study: int
) -> None:
    counted = arrived(5, make_law(papers=papers)).papers
    assert counted[visa] == counted["registrations"] == counted["entries"] == 5
    assert counted["entries_study"] == study


def test_tours_and_papers_get_their_last_month() -> None:
    scene = arrived(3, make_law(tour_work=36.0, paper_work=12.0))
    assert scene.people.tour_end.tolist() == [MONTH + 37] * 3
    assert scene.people.paper_end.tolist() == [MONTH + 12] * 3


def test_tours_on_short_visas_are_shorter() -> None:
    law = make_law(papers=STUDENTS, tour_work=36.0, tour_short=20.0)
    assert arrived(3, law).people.tour_end.tolist() == [MONTH + 21] * 3


def test_no_paper_runs_less_than_a_month() -> None:
    states = np.array([State.WORK, State.TOURIST, State.STUDENT], np.int8)
    law = make_law(paper_tourist=0.2, paper_student=12.0)
    assert paper_terms(states, law).tolist() == [1, 1, 12]


def test_a_large_batch_is_noticed_where_it_arrives() -> None:
    scene = arrived(TOLD_FROM, make_law())
    (event,) = scene.chronicle.events
    assert event.element == "event.dispatch"
    assert event.count == TOLD_FROM
    assert event.site == 0


def test_a_smaller_batch_is_not() -> None:
    assert told(arrived(TOLD_FROM - 1, make_law())) == []
