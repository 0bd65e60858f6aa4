"""Going home: by order, at the end of a tour, as far as transport reaches."""

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
from tumen.world.population import NEVER, NOWHERE, State
from tumen.world.returns import TOLD_FROM, go_home, move_sites, order_recalls
from tumen.world.scene import Scene


def ordered(people: int = 6, *, sites: int = 1, **rules: float) -> Scene:
    scene = make_workers(people, sites=sites)
    order_recalls(scene, law_of({"recall": 1.0, **rules}), everybody(scene))
    return scene


def test_an_order_home_reaches_everybody_at_the_site() -> None:
    assert ordered().people.recalled.tolist() == [MONTH] * 6


def test_an_order_home_frightens_the_site() -> None:
    assert ordered(recall_fear=0.8).sites.alarm.tolist() == [0.8]


def test_without_a_chance_nobody_is_ordered_home() -> None:
    scene = ordered(recall=0.0)
    assert set(scene.people.recalled.tolist()) == {NEVER}
    assert scene.sites.alarm.tolist() == [0.0]


def test_whole_sites_are_ordered_home_or_nobody_of_them() -> None:
    scene = ordered(200, sites=20, recall=0.5)
    at = everybody(scene) % 20
    orders = {site: set(scene.people.recalled[at == site].tolist()) for site in at}
    assert {len(found) for found in orders.values()} == {1}
    assert set.union(*orders.values()) == {MONTH, NEVER}


def test_an_order_repeated_keeps_its_first_month() -> None:
    scene = make_workers(2)
    scene.people.recalled[:] = MONTH - 3
    order_recalls(scene, make_law(recall=1.0), everybody(scene))
    assert scene.people.recalled.tolist() == [MONTH - 3] * 2


@pytest.mark.parametrize(
    ("people", "noticed"), [(TOLD_FROM, ["event.recall"]), (TOLD_FROM - 1, [])]
)
def test_only_large_recalls_are_noticed(people: int, noticed: list[str]) -> None:
    assert told(ordered(people)) == noticed


def due(people: int, *, recalled: int = 0, ended: int = 0) -> Scene:
    """Workers, the first of them ordered home, the next at the end of their tour."""
    scene = make_workers(people)
    scene.people.recalled[:recalled] = MONTH
    scene.people.tour_end[recalled : recalled + ended] = MONTH
    scene.people.saved[:] = 500
    return scene


def gone(scene: Scene, **rules: float) -> Scene:
    go_home(scene, law_of({"transport": 1.0, **rules}), everybody(scene))
    return scene


def counts(scene: Scene) -> dict[str, int]:
    return {way: number for way, number in scene.moves.counts.items() if number}


def test_who_is_ordered_home_goes() -> None:
    scene = gone(due(5, recalled=2))
    assert scene.people.state[:2].tolist() == [State.RETURNED] * 2
    assert counts(scene) == {"recall": 2}


def test_who_is_neither_ordered_nor_due_stays() -> None:
    scene = gone(due(5, recalled=1, ended=1))
    assert count(scene, State.WORK) == 3


@pytest.mark.parametrize(("share", "way"), [(1.0, "rotation"), (0.0, "contract_end")])
def test_a_tour_ends_in_rotation_or_for_good(share: float, way: str) -> None:
    assert counts(gone(due(5, ended=3), rotation=share)) == {way: 3}


def test_who_went_home_has_no_site_no_order_and_nothing_saved() -> None:
    people = gone(due(3, recalled=3)).people
    assert set(people.site.tolist()) == {NOWHERE}
    assert set(people.recalled.tolist()) == {NEVER}
    assert set(people.saved.tolist()) == {0}


def test_transport_caps_returns() -> None:
    scene = gone(due(100, recalled=60, ended=40), transport=0.2)
    assert count(scene, State.RETURNED) == 21


def test_those_ordered_home_go_before_those_whose_tour_ended() -> None:
    scene = gone(due(100, recalled=15, ended=60), transport=0.2)
    assert counts(scene) == {"recall": 15, "contract_end": 6}


def test_nobody_goes_home_through_a_closed_border() -> None:
    scene = due(5, recalled=2, ended=2)
    go_home(scene, make_law(closed=True, transport=1.0), everybody(scene))
    assert count(scene, State.WORK) == 5
    assert counts(scene) == {"stranded": 4}


def test_soldiers_go_home_too() -> None:
    scene = gone(make_away(4, State.SOLDIER), soldiers_home=1.0)
    assert counts(scene) == {"rotation": 4}


def test_soldiers_stay_behind_a_closed_border() -> None:
    scene = make_away(4, State.SOLDIER)
    law = make_law(closed=True, soldiers_home=1.0, transport=1.0)
    go_home(scene, law, np.zeros(0, np.int64))
    assert count(scene, State.SOLDIER) == 4


def moved(people: int = 6, *, sites: int = 2, **rules: float) -> Scene:
    scene = make_workers(people, sites=sites)
    asked = law_of({"site_move": 1.0, "payment": 1.0, **rules})
    move_sites(scene, asked, everybody(scene))
    return scene


def test_workers_move_together_to_a_site_of_the_same_trade() -> None:
    scene = moved()
    assert scene.people.site.tolist() == [2, 3, 2, 3, 2, 3]
    assert scene.sites.trade[2:].tolist() == scene.sites.trade[:2].tolist()


def test_moved_workers_are_counted_and_stay_workers() -> None:
    scene = moved()
    assert counts(scene) == {"site_move": 6}
    assert count(scene, State.WORK) == 6


def test_without_a_chance_nobody_moves() -> None:
    assert moved(site_move=0.0).sites.count == 2


@pytest.mark.parametrize(("people", "noticed"), [(TOLD_FROM, 1), (TOLD_FROM - 1, 0)])
def test_only_large_moves_are_noticed(people: int, noticed: int) -> None:
    events = moved(people, sites=1).chronicle.events
    assert [event.site for event in events] == [1] * noticed


def test_what_was_kept_over_the_tour_is_taken_home() -> None:
    scene = make_workers(2)
    scene.people.saved[:] = (40_000, 2_500)
    scene.people.tour_end[:] = MONTH
    go_home(scene, make_law(transport=1.0), everybody(scene))
    assert scene.pay["taken_home"] == 42_500


def test_a_site_that_moves_is_owed_what_it_was_owed() -> None:
    scene = make_workers(2)
    scene.sites.arrears[0] = 2.0
    scene.sites.stopped[0] = True
    move_sites(scene, make_law(site_move=1.0), everybody(scene))
    assert (scene.sites.arrears[1], bool(scene.sites.stopped[1])) == (2.0, True)
