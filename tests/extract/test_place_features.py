from collections.abc import Callable

import pytest

from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.place_features import PlaceCandidate, place_candidates
from tumen.extract.place_page import PlacePage, place_of_figure

FrameOf = Callable[[str], Frame]
TEXT = (
    "Kuwait has none. In Vladivostok a Chinese firm keeps 40 loggers. "
    "In Moscow nobody asked."
)


def candidates(
    frame: Frame, before: str | None = None, code: str = "people.present"
) -> dict[str | None, PlaceCandidate]:
    reader = SlotReader.of(frame)
    figure = next(find_candidates(frame, reader))
    element = frame.codebook.elements[code]
    asked = place_of_figure(frame, figure.quantity, figure.around, element, before)
    by_rules = reader.place_by_rules(figure.quantity, figure.around, element)
    page = PlacePage.of(reader.places)
    return {each.name: each for each in place_candidates(page, asked, by_rules)}


@pytest.mark.parametrize(
    ("name", "evidence"),
    [
        ("Vladivostok", "rules"),
        ("Vladivostok", "at:clause/left/located"),
        ("Russia", "iso-at:clause/left/located"),
        ("China", "at:clause/left/associated"),
        ("Kuwait", "at:before:1"),
        ("Kuwait", "first/near:clause"),
        ("Moscow", "at:after:1"),
        ("Russia", "unnamed"),
        ("Russia", "again/near:clause"),
        ("Russia", "most/near:clause"),
        ("North Korea", "home|figure"),
        ("South Korea", "destination|figure"),
        (None, "none|here:2"),
    ],
)
def test_what_speaks_for_a_place(
    frame_of: FrameOf, name: str | None, evidence: str
) -> None:
    assert evidence in candidates(frame_of(TEXT), "RU")[name].evidence


def test_nowhere_is_the_last_candidate(frame_of: FrameOf) -> None:
    assert list(candidates(frame_of(TEXT)))[-1] is None


def test_the_money_of_an_amount_is_evidence(frame_of: FrameOf) -> None:
    frame = frame_of("They earn 900 yuan a month.")
    found = candidates(frame, code="cond.wage_net")
    assert {"currency", "mark:money/here"} <= set(found["China"].evidence)


def test_a_nation_as_people_is_told_apart(frame_of: FrameOf) -> None:
    found = candidates(frame_of("An Uzbek, who was there, counted 40 loggers."))
    assert any("/people" in name for name in found["Uzbekistan"].evidence)
