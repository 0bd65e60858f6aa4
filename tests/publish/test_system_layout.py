"""Boxes stand on the screen without touching one another."""

import itertools
import re

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.publish.system_layout import (
    HEIGHT,
    WIDTH,
    Place,
    draw_curve,
    place_boxes,
    place_money,
)


def apart(a: Place, b: Place) -> bool:
    return a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y


@pytest.fixture(params=["own", "built in"])
def system(request: pytest.FixtureRequest, codebook: Codebook) -> Codebook:
    return codebook if request.param == "own" else load_codebook("dprk-labour")


def test_no_box_leaves_the_screen(system: Codebook) -> None:
    places = (*place_boxes(system).values(), *place_money(system.money).values())
    assert all(
        p.x >= 0 and p.right <= WIDTH and p.y >= 0 and p.bottom <= HEIGHT
        for p in places
    )


def test_boxes_side_by_side_do_not_overlap(system: Codebook) -> None:
    places = place_boxes(system)
    outer = [places[box.code] for box in system.boxes if box.within is None]
    assert all(apart(a, b) for a, b in itertools.combinations(outer, 2))


def test_inner_boxes_lie_inside_their_container(system: Codebook) -> None:
    places = place_boxes(system)
    pairs = [(places[b.code], places[b.within]) for b in system.boxes if b.within]
    assert all(
        o.x < i.x and i.right < o.right and o.y < i.y and i.bottom < o.bottom
        for i, o in pairs
    )


def test_a_codebook_without_a_system_has_no_places(codebook: Codebook) -> None:
    assert place_money(()) == {}


@pytest.mark.parametrize(
    ("code", "drawn"),
    [
        ("A1", True),
        ("A2", True),
        ("A3", True),
        ("A4", True),
        ("A5", True),
        ("A6", False),
        ("A7", False),
        ("A8", False),
        ("A9", False),
    ],
)
def test_arrows_that_would_cross_boxes_are_not_drawn(
    codebook: Codebook, code: str, drawn: bool
) -> None:
    arrow = next(arrow for arrow in codebook.arrows if arrow.code == code)
    assert (draw_curve(arrow, codebook, place_boxes(codebook)) is not None) is drawn


@pytest.mark.parametrize("code", ["T7", "T19"])
def test_an_arrow_down_starts_at_its_own_box_and_passes_those_below(code: str) -> None:
    codebook = load_codebook("dprk-labour")
    places = place_boxes(codebook)
    arrow = next(arrow for arrow in codebook.arrows if arrow.code == code)
    curve = draw_curve(arrow, codebook, places)
    assert curve is not None
    numbers = [float(number) for number in re.findall(r"-?\d+\.\d", curve.path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    own, below = places[arrow.source], places["C3m"]
    assert own.y < points[0][1] < own.bottom
    assert min(abs(points[0][0] - own.x), abs(points[0][0] - own.right)) < 5
    assert not [x for x, y in points if below.x < x < below.right and y < below.bottom]
