"""The short version of `make worlds`: one world beside public aggregates, some at random."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from quality.world.beside import Beside, lay_beside, read_anchors, run_seed
from quality.world.picture import draw_beside
from quality.world.random_worlds import try_worlds
from tumen.records.world import World

GUARDED = range(6)


@pytest.fixture(scope="module")
def worlds() -> tuple[World, ...]:
    return (run_seed(1), run_seed(2), run_seed(3))


@pytest.fixture(scope="module")
def rows(worlds: tuple[World, ...]) -> tuple[Beside, ...]:
    return lay_beside(worlds, read_anchors())


def test_the_world_has_the_order_of_magnitude_of_public_aggregates(
    rows: tuple[Beside, ...],
) -> None:
    assert [row.what for row in rows if not row.holds] == []


def test_at_least_five_dated_anchors_of_people_working_are_compared(
    rows: tuple[Beside, ...],
) -> None:
    assert sum(row.what.startswith("working, ") for row in rows) >= 5


def test_a_number_outside_what_is_asked_does_not_hold(
    rows: tuple[Beside, ...],
) -> None:
    first = rows[0]
    narrow = Beside(
        what=first.what,
        public=first.public,
        low=first.middle + 1,
        high=first.middle + 2,
        middle=first.middle,
        least=first.least,
        most=first.most,
        source=first.source,
    )
    assert not narrow.holds


def test_the_picture_says_invented_and_shows_each_world(
    worlds: tuple[World, ...], rows: tuple[Beside, ...]
) -> None:
    picture = draw_beside(worlds, rows)
    assert "INVENTED" in picture
    assert picture.count("<path") == 2 * len(worlds)


def test_worlds_with_random_rules_keep_their_bounds() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert try_worlds(GUARDED, pool) == ()
