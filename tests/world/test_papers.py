"""Papers are renewed, changed, run out; offices count them."""

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
from tumen.world.papers import count_anew, count_permits, renew_papers, switch_papers
from tumen.world.population import NOWHERE, State
from tumen.world.scene import Scene

VISAS = [
    (State.WORK, "visas_work"),
    (State.STUDENT, "visas_student"),
    (State.TOURIST, "visas_tourist"),
]


def ending(state: State, law: Law, *, people: int = 5, month: int = MONTH) -> Scene:
    """Papers that run out in a month, and what has become of them."""
    scene = make_workers(people, state=state)
    scene.people.paper_end[:] = month
    renew_papers(scene, law, everybody(scene))
    return scene


@pytest.mark.parametrize(("state", "visa"), VISAS)
def test_papers_that_end_are_renewed(state: State, visa: str) -> None:
    law = make_law(renew=1.0, paper_work=4.0, paper_student=4.0, paper_tourist=4.0)
    scene = ending(state, law)
    assert count(scene, state) == 5
    assert scene.people.paper_end.tolist() == [MONTH + 4] * 5
    assert scene.papers[visa] == scene.papers["registrations"] == 5


@pytest.mark.parametrize(("state", "visa"), VISAS)
def test_papers_that_are_not_renewed_lapse(state: State, visa: str) -> None:
    scene = ending(state, make_law(renew=0.0))
    assert count(scene, State.LAPSED) == scene.moves.counts["lapse"] == 5
    assert scene.papers[visa] == 0


def test_papers_that_run_on_are_left_alone() -> None:
    scene = ending(State.WORK, make_law(renew=0.0), month=MONTH + 1)
    assert count(scene, State.WORK) == 5


def test_tourists_renew_by_crossing_the_border() -> None:
    assert ending(State.TOURIST, make_law(renew=1.0)).papers["entries"] == 5


@pytest.mark.parametrize("state", [State.WORK, State.STUDENT])
def test_others_renew_without_leaving(state: State) -> None:
    assert ending(state, make_law(renew=1.0)).papers["entries"] == 0


def test_behind_a_closed_border_fewer_tourists_can_renew() -> None:
    law = make_law(renew=1.0, renew_closed=0.3, closed=True)
    renewed = count(ending(State.TOURIST, law, people=2000), State.TOURIST)
    assert renewed == pytest.approx(600, abs=100)


def test_behind_a_closed_border_nobody_crosses_to_renew() -> None:
    law = make_law(renew=1.0, renew_closed=1.0, closed=True)
    scene = ending(State.TOURIST, law)
    assert count(scene, State.TOURIST) == 5
    assert scene.papers["entries"] == 0


@pytest.mark.parametrize("state", [State.WORK, State.STUDENT])
def test_a_closed_border_does_not_matter_to_other_papers(state: State) -> None:
    law = make_law(renew=1.0, renew_closed=0.0, closed=True)
    assert count(ending(state, law), state) == 5


def switched(people: int = 5, **law: float) -> Scene:
    scene = make_workers(people)
    switch_papers(scene, law_of(law), everybody(scene))
    return scene


@pytest.mark.parametrize(
    ("share", "state", "visa"),
    [
        (1.0, State.STUDENT, "visas_student"),
        (0.0, State.TOURIST, "visas_tourist"),
    ],
)
def test_work_visas_change_to_short_ones(share: float, state: State, visa: str) -> None:
    scene = switched(switch=1.0, student_share=share)
    assert count(scene, state) == scene.papers[visa] == 5
    assert scene.moves.counts["visa_switch"] == scene.papers["registrations"] == 5


def test_a_changed_visa_runs_as_long_as_its_kind() -> None:
    scene = switched(switch=1.0, student_share=1.0, paper_student=7.0)
    assert scene.people.paper_end.tolist() == [MONTH + 7] * 5


def test_without_a_chance_nobody_changes() -> None:
    assert count(switched(), State.WORK) == 5


def ended(share: float, people: int = 1000) -> Scene:
    scene = make_workers(people)
    law = make_law(ends_work=True, switch_at_end=share)
    switch_papers(scene, law, everybody(scene))
    return scene


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_when_work_papers_end_nobody_has_one_any_more(share: float) -> None:
    assert count(ended(share), State.WORK) == 0


def test_when_work_papers_end_some_change_and_the_others_have_none() -> None:
    scene = ended(0.3)
    assert count(scene, State.TOURIST) == pytest.approx(300, abs=60)
    assert count(scene, State.LAPSED) == 1000 - count(scene, State.TOURIST)


def test_the_end_of_work_papers_is_told() -> None:
    scene = ended(0.5)
    (event,) = scene.chronicle.events
    assert (event.element, event.count) == ("event.deadline", 1000)


def recounted(scene: Scene, **law: float) -> Scene:
    count_anew(scene, law_of(law), scene.people.working())
    return scene


def with_soldiers() -> Scene:
    """Two workers of a site, and three soldiers."""
    scene = make_workers(5)
    scene.people.site[2:] = NOWHERE
    scene.people.state[2:] = State.SOLDIER
    scene.moves.in_state[State.WORK] -= 3
    scene.moves.in_state[State.SOLDIER] += 3
    return scene


def test_soldiers_counted_as_workers_get_a_site_and_papers() -> None:
    scene = recounted(with_soldiers(), reclassify=1.0, tour_short=20.0)
    assert count(scene, State.STUDENT) == scene.moves.counts["reclassified"] == 3
    assert scene.people.site[2:].tolist() == [0, 0, 0]
    assert scene.people.tour_end[2:].tolist() == [MONTH + 20] * 3


def test_where_there_is_no_site_soldiers_stay_soldiers() -> None:
    scene = recounted(make_away(3, State.SOLDIER), reclassify=1.0)
    assert count(scene, State.SOLDIER) == 3


def test_students_counted_as_soldiers_leave_their_site() -> None:
    scene = recounted(make_workers(4, state=State.STUDENT), draft=0.5)
    soldiers = scene.people.in_state(State.SOLDIER)
    assert len(soldiers) == 2
    assert set(scene.people.site[soldiers].tolist()) == {NOWHERE}


def test_nobody_on_another_paper_is_counted_as_a_soldier() -> None:
    assert count(recounted(make_workers(4), draft=1.0), State.SOLDIER) == 0


def permits(**law: float) -> int:
    scene = make_workers(50)
    count_permits(scene, law_of(law))
    return scene.papers["permits_valid"]


def test_there_are_more_valid_permits_than_people_at_work() -> None:
    assert (permits(), permits(permit_excess=0.1)) == (50, 55)


def test_permits_of_those_who_went_home_this_month_are_still_counted() -> None:
    scene = make_workers(50)
    scene.moves.note("contract_end", 3)
    scene.moves.note("rotation", 4)
    count_permits(scene, make_law())
    assert scene.papers["permits_valid"] == 57


def test_other_people_cross_the_border_too() -> None:
    scene = make_workers(1, at_home=999)
    count_permits(scene, make_law(other_entries=0.1))
    assert scene.papers["entries"] == pytest.approx(100, abs=50)


def test_nobody_else_crosses_a_closed_border() -> None:
    scene = make_workers(1, at_home=999)
    count_permits(scene, make_law(other_entries=0.1, closed=True))
    assert scene.papers["entries"] == 0


def test_ordinary_changes_of_papers_are_not_told() -> None:
    assert told(switched(switch=1.0)) == []
