"""People are never lost, and move along declared ways only."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.world import ROLES, WAYS, WORKING
from tumen.world.population import (
    ALLOWED,
    NOWHERE,
    Moves,
    People,
    State,
    make_people,
    pick,
    sample,
)


def spelled(roles: tuple[str, ...]) -> list[str]:
    return [r for role in roles for r in (WORKING if role == "working" else (role,))]


DECLARED = {
    (way, State[source.upper()], State[target.upper()])
    for way, (sources, targets) in WAYS.items()
    for source in spelled(sources)
    for target in spelled(targets)
}
UNDECLARED = sorted(
    {(way, a, b) for way in WAYS for a in State for b in State} - DECLARED
)


def crowd(*states: State) -> People:
    people = make_people(len(states))
    people.state[:] = states
    return people


def test_states_have_the_order_of_the_roles() -> None:
    assert [state.name.lower() for state in State] == list(ROLES)


def test_everybody_begins_at_home_and_nowhere_else() -> None:
    people = make_people(3)
    assert people.state.tolist() == [State.POOL] * 3
    assert people.site.tolist() == [NOWHERE] * 3


def test_people_in_a_state_are_found() -> None:
    people = crowd(State.WORK, State.POOL, State.WORK)
    assert people.in_state(State.WORK).tolist() == [0, 2]


def test_people_in_a_state_are_found_among_some() -> None:
    people = crowd(State.WORK, State.POOL, State.WORK)
    assert people.in_state(State.WORK, np.array([1, 2])).tolist() == [2]


def test_both_ends_of_a_range_of_states_are_in_it() -> None:
    people = crowd(*State)
    found = people.between(State.WORK, State.SOLDIER)
    assert found.tolist() == list(range(State.WORK, State.SOLDIER + 1))


def test_workers_are_those_on_any_paper_or_none_but_no_soldiers() -> None:
    working = crowd(*State).working()
    assert [State(n).name.lower() for n in working] == list(WORKING)


def test_who_left_is_not_at_work_still() -> None:
    people = crowd(State.WORK, State.DEAD, State.LAPSED)
    assert people.still_working(np.arange(3)).tolist() == [0, 2]


@pytest.mark.parametrize(("way", "before", "after"), sorted(DECLARED))
def test_a_declared_way_leads_there(way: str, before: State, after: State) -> None:
    people = crowd(before)
    Moves(people).move(np.array([0]), way, after)
    assert people.state[0] == after


@given(st.sampled_from(UNDECLARED))
def test_no_other_way_leads_anywhere(step: tuple[str, State, State]) -> None:
    way, before, after = step
    with pytest.raises(ValueError, match=way):
        Moves(crowd(before)).move(np.array([0]), way, after)


def test_a_refused_move_moves_nobody() -> None:
    people = crowd(State.WORK, State.POOL)
    moves = Moves(people)
    with pytest.raises(ValueError, match="flight"):
        moves.move(np.arange(2), "flight", State.HIDING)
    assert people.state.tolist() == [State.WORK, State.POOL]
    assert moves.counts["flight"] == 0


def test_a_move_is_counted_and_dated() -> None:
    people = crowd(State.WORK, State.WORK, State.POOL)
    moves = Moves(people)
    moves.start(7)
    moves.move(np.array([0, 1]), "flight", State.HIDING)
    assert moves.counts["flight"] == 2
    assert people.since.tolist() == [7, 7, -1]


def test_each_may_have_a_target_of_their_own() -> None:
    people = crowd(State.WORK, State.WORK)
    moves = Moves(people)
    target = np.array([State.STUDENT, State.TOURIST], np.int8)
    moves.move(np.arange(2), "visa_switch", target)
    assert people.state.tolist() == [State.STUDENT, State.TOURIST]
    assert moves.in_state[State.WORK] == 0


def test_moving_nobody_counts_nobody() -> None:
    moves = Moves(crowd(State.POOL))
    moves.move(np.zeros(0, np.int64), "flight", State.HIDING)
    assert set(moves.counts.values()) == {0}


def test_counts_begin_anew_each_month() -> None:
    moves = Moves(crowd(State.WORK))
    moves.note("stranded", 4)
    moves.start(1)
    assert moves.counts["stranded"] == 0


def test_who_stays_what_they_are_is_counted_only() -> None:
    people = crowd(State.WORK)
    moves = Moves(people)
    moves.note("stranded", 1)
    assert moves.counts["stranded"] == 1
    assert people.state.tolist() == [State.WORK]


@given(
    st.lists(st.sampled_from(list(State)), min_size=1, max_size=40),
    st.sampled_from(sorted(DECLARED)),
)
def test_the_ledger_of_moves_agrees_with_the_people(
    states: list[State], step: tuple[str, State, State]
) -> None:
    way, before, after = step
    people = crowd(*states)
    moves = Moves(people)
    moves.move(people.in_state(before), way, after)
    counted = np.bincount(people.state, minlength=len(State))
    assert moves.in_state.tolist() == counted.tolist()
    assert moves.in_state.sum() == len(states)


def test_the_table_of_ways_holds_the_declared_steps() -> None:
    assert sum(int(fits.sum()) for fits in ALLOWED.values()) == len(DECLARED)


@pytest.mark.parametrize(("chance", "met"), [(0.0, []), (1.0, [3, 5])])
def test_chance_meets_none_or_all_at_its_ends(chance: float, met: list[int]) -> None:
    who = np.array([3, 5])
    assert pick(np.random.default_rng(1), who, chance).tolist() == met


def test_each_may_have_a_chance_of_their_own() -> None:
    met = pick(np.random.default_rng(1), np.array([3, 5]), np.array([0.0, 1.0]))
    assert met.tolist() == [5]


def test_of_nobody_nobody_is_met() -> None:
    assert not len(pick(np.random.default_rng(1), np.zeros(0, np.int64), 1.0))


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 99))
def test_a_sample_holds_nobody_twice_and_no_more_than_there_are(
    there: int, wanted: int, seed: int
) -> None:
    drawn = sample(np.random.default_rng(seed), np.arange(there), wanted)
    assert len(set(drawn.tolist())) == len(drawn) == min(there, wanted)
