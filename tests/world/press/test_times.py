"""When a fact is told to have been."""

from datetime import date

import numpy as np
import pytest

from tests.world.press.conftest import RULES, STRIKE
from tumen.codebook.press import TIMES
from tumen.records.world import World
from tumen.world.press.times import FORMS, Moment, When, tell_time

DAY = date(2008, 8, 20)
MONTH = 43


def moment(world: World, **changes: object) -> Moment:
    known: dict[str, object] = {
        "world": world,
        "day": DAY,
        "month": MONTH,
        "delay": (1, 4),
    }
    return Moment(**{**known, **changes})  # type: ignore[arg-type]  # slots by name


def told(name: str, at: Moment, seed: int = 0) -> When | None:
    return tell_time(name, at, RULES, np.random.default_rng(seed))


def test_every_form_can_be_worked_out() -> None:
    assert set(FORMS) == set(TIMES)
    assert {time.name for time in RULES.times} == set(TIMES)


@pytest.mark.parametrize(
    ("name", "first", "last", "months"),
    [
        ("last_month", date(2008, 7, 1), date(2008, 7, 31), (42, 42)),
        ("last_year", date(2007, 1, 1), date(2007, 12, 31), (24, 35)),
        ("this_year", date(2008, 1, 1), DAY, (36, 42)),
        ("half", date(2008, 1, 1), date(2008, 6, 30), (36, 41)),
        ("now", DAY, DAY, (43, 43)),
        ("next_year", DAY, DAY, (36, 47)),
        ("habit", None, None, (31, 42)),
    ],
)
def test_a_form_means_these_days(
    world: World,
    name: str,
    first: date | None,
    last: date | None,
    months: tuple[int, int],
) -> None:
    found = told(name, moment(world))
    assert found is not None
    assert (found.first, found.last, found.months) == (first, last, months)


def test_a_year_end_is_its_last_day(world: World) -> None:
    found = {told("year_end", moment(world), seed) for seed in range(30)}
    assert {when.first for when in found if when} == {
        date(2007, 12, 31),
        date(2006, 12, 31),
        date(2005, 12, 31),
    }


def test_the_year_is_said_in_words(world: World) -> None:
    found = told("last_year", moment(world)), told("year", moment(world), 1)
    assert found[0] is not None
    assert "2007" not in found[0].words
    assert found[1] is not None
    assert "2007" in found[1].words


def test_a_month_lies_within_the_delay(world: World) -> None:
    found = [told("month", moment(world), seed) for seed in range(30)]
    assert {when.months[0] for when in found if when} <= set(range(39, 43))


def test_events_are_told_by_day_month_and_weekday(world: World) -> None:
    at = moment(world, event=STRIKE, day=date(2006, 9, 12), month=20)
    assert told("day", at) == When(
        name="day",
        words=told("day", at).words,  # type: ignore[union-attr]
        first=date(2006, 9, 9),
        last=date(2006, 9, 9),
        months=(20, 20),
    )
    weekday = told("weekday", at)
    assert weekday is not None
    assert "Saturday" in weekday.words


def test_forms_that_do_not_fit_the_day_are_left_out(world: World) -> None:
    late = moment(world, event=STRIKE)
    assert told("weekday", late) is None
    assert told("last_month", late) is None
    assert told("day_bare", late) is None
    assert told("day", moment(world)) is None
    assert told("since", moment(world)) is None
    assert told("start", moment(world)) is None
    assert told("this_year", moment(world, day=date(2008, 2, 3), month=37)) is None


def test_a_policy_is_told_since_and_at_its_start(world: World) -> None:
    at = moment(world, since=5)
    since, start = told("since", at), told("start", at)
    assert since is not None
    assert start is not None
    assert (since.first, since.last) == (date(2005, 6, 1), None)
    assert (start.first, start.last) == (date(2005, 6, 1), date(2005, 6, 30))
    assert "June 2005" in since.words
