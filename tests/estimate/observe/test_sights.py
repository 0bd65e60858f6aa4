"""Which claims of one origin are one statement."""

from collections.abc import Callable

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.model import Model
from tumen.estimate.observe.bounds import roof
from tumen.estimate.observe.sights import Sight, said_once
from tumen.estimate.observe.windows import Window
from tumen.records.claim import Claim


@pytest.fixture(scope="module")
def model() -> Model:
    found = load_codebook("dprk-labour").model
    assert found is not None
    return found


@pytest.fixture(scope="module")
def sight(model: Model, claim: Callable[..., Claim]) -> Callable[..., Sight]:
    def make(value: float, first: int, last: int, order: int = 0) -> Sight:
        return Sight(
            claim=claim(value, at=order),
            origin="x",
            order=order,
            house=model.houses[0],
            place=None,
            window=Window(first, last, 30),
            options=((model.observables[0], 1.0, roof(value)),),
        )

    return make


def sizes(sights: list[Sight]) -> list[int]:
    return sorted(len(statement) for statement in said_once(sights))


def test_the_same_number_about_overlapping_times_is_one_statement(
    sight: Callable[..., Sight],
) -> None:
    assert sizes([sight(300, 1, 4), sight(300, 3, 9, order=1)]) == [2]


def test_the_same_number_about_other_times_is_two(sight: Callable[..., Sight]) -> None:
    assert sizes([sight(300, 1, 4), sight(300, 5, 9, order=1)]) == [1, 1]


def test_other_numbers_about_the_same_time_are_readings_of_one(
    sight: Callable[..., Sight],
) -> None:
    assert sizes([sight(300, 1, 4), sight(500, 1, 4, order=1)]) == [2]


def test_what_joins_two_statements_makes_them_one(sight: Callable[..., Sight]) -> None:
    apart = [sight(300, 1, 4), sight(500, 1, 9, order=1)]
    assert sizes(apart) == [1, 1]
    assert sizes([*apart, sight(300, 1, 9, order=2)]) == [3]


def test_the_claim_nearest_to_the_fact_comes_first(
    sight: Callable[..., Sight],
) -> None:
    (statement,) = said_once([sight(300, 1, 4, order=2), sight(300, 1, 4, order=1)])
    assert [each.order for each in statement] == [1, 2]


def test_the_order_of_sights_makes_no_difference(sight: Callable[..., Sight]) -> None:
    listed = [sight(300, 1, 4), sight(300, 4, 9, order=1), sight(70, 2, 3, order=2)]
    assert sizes(listed) == sizes(listed[::-1]) == [1, 2]
