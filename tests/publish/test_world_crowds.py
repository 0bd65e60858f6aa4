"""People stand in boxes as dots; all have room in every month."""

from dataclasses import replace

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.system_layout import place_boxes
from tumen.publish.world_crowds import (
    Crowd,
    Grains,
    dots_of,
    dots_path,
    fill_crowd,
    find_grains,
    people_words,
    place_crowds,
)
from tumen.publish.world_months import Months

Crowds = tuple[Crowd, ...]


@pytest.fixture
def crowds(real_codebook: Codebook, months: Months) -> Crowds:
    return place_crowds(real_codebook, place_boxes(real_codebook), months)


def find(crowds: Crowds, code: str) -> Crowd:
    return next(crowd for crowd in crowds if crowd.code == code)


def test_boxes_keep_their_kind_and_what_may_be_shown_of_them(crowds: Crowds) -> None:
    assert find(crowds, "C3").kind == "container"
    assert find(crowds, "C3w").kind == "inner"
    assert find(crowds, "C4").few
    assert not find(crowds, "C0").few


def test_a_number_stands_behind_its_label_where_both_fit(crowds: Crowds) -> None:
    assert find(crowds, "C12").beside
    assert not find(crowds, "C3").beside


def test_a_dot_stands_for_as_few_people_as_there_is_room(
    crowds: Crowds, months: Months
) -> None:
    assert find_grains(crowds, months) == Grains(20, 1)


def test_every_dot_lies_inside_its_box_when_it_is_fullest(
    crowds: Crowds, months: Months
) -> None:
    grains = find_grains(crowds, months)
    filled = [fill_crowd(crowd, months, 13, grains) for crowd in crowds]
    lowest = {
        c.code: c.dots.y
        + (dots_of(max(months.stocks[c.code]), c.dots.grain) - 1)
        // c.dots.columns
        * c.dots.pitch
        for c in filled
        if c.dots
    }
    assert all(y < find(crowds, code).place.bottom for code, y in lowest.items())


def test_an_empty_world_has_room(crowds: Crowds, months: Months) -> None:
    empty = replace(months, stocks={code: (0,) for code in months.stocks})
    assert find_grains(crowds, empty) == Grains(1, 1)
    dots = fill_crowd(find(crowds, "C4"), empty, 0, Grains(1, 1)).dots
    assert dots is not None
    assert dots.path == ""


def test_a_container_has_a_number_but_no_dots(crowds: Crowds, months: Months) -> None:
    filled = fill_crowd(find(crowds, "C3"), months, 0, Grains(20, 1))
    assert (filled.number, filled.dots) == ("2,350", None)


def test_where_few_are_the_box_says_what_a_dot_is(
    crowds: Crowds, months: Months
) -> None:
    grains = Grains(20, 1)
    filled = fill_crowd(find(crowds, "C4"), months, 0, grains)
    assert filled.caption == "a dot: 1 person"
    assert fill_crowd(find(crowds, "C0"), months, 0, grains).caption == ""


@pytest.mark.parametrize(
    ("people", "grain", "dots"), [(0, 5, 0), (2, 5, 0), (3, 5, 1), (7, 5, 1), (8, 5, 2)]
)
def test_a_part_of_a_dot_is_rounded(people: int, grain: int, dots: int) -> None:
    assert dots_of(people, grain) == dots


def test_dots_stand_row_by_row() -> None:
    assert dots_path(1.0, 2.0, 2, 3.0, 3) == "M1.0 2.0h0M4.0 2.0h0M1.0 5.0h0"


def test_one_is_a_person_and_more_are_people() -> None:
    assert people_words(1) == "1 person"
    assert people_words(2000) == "2,000 people"
