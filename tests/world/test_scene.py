"""A scene holds what a month changes, and begins each month anew."""

from tests.world.conftest import count, make_away, make_workers
from tumen.world.population import State
from tumen.world.scene import PAPERS_COUNTED, PAY_STEPS, soldiers_of


def test_a_month_begins_with_nothing_paid_and_no_paper_counted() -> None:
    scene = make_workers(1)
    scene.pay["kept"] = 5
    scene.papers["entries"] = 5
    scene.start(11)
    assert scene.pay == dict.fromkeys(PAY_STEPS, 0)
    assert scene.papers == dict.fromkeys(PAPERS_COUNTED, 0)


def test_a_month_begins_for_moves_and_events_too() -> None:
    scene = make_workers(1)
    scene.start(11)
    assert scene.month == scene.moves.month == scene.chronicle.month == 11


def test_people_are_found_at_their_sites() -> None:
    scene = make_workers(4, sites=2)
    assert scene.site_of(scene.people.working()).tolist() == [0, 1, 0, 1]


def test_soldiers_are_found() -> None:
    scene = make_away(3, State.SOLDIER, at_home=2)
    assert len(soldiers_of(scene)) == count(scene, State.SOLDIER) == 3


def test_without_soldiers_there_are_none() -> None:
    assert not len(soldiers_of(make_workers(2)))
