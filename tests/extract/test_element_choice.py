from collections.abc import Callable
from dataclasses import replace

import msgspec

from tumen.codebook.weights import Weights
from tumen.extract.element_choice import (
    LEARNED,
    NOTHING,
    choose_element,
    element_candidates,
)
from tumen.extract.elements import Choice
from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_slots import SlotReader
from tumen.extract.figures import elements_of
from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]
TEXT = "Some 640 North Korean workers live in Russia."


def chosen(frame: Frame, **features: float) -> Choice | None:
    learned = {"elements": Weights(learned_from="a test", features=features)}
    book = msgspec.structs.replace(frame.codebook, learned=learned if features else {})
    figure = next(find_candidates(frame, SlotReader.of(frame)))
    found = choose_element(
        replace(frame, codebook=book),
        figure,
        elements_of(book),
        SlotReader.of(frame),
        None,
    )
    return found[0] if found else None


def code(choice: Choice | None) -> str | None:
    return choice.element.code if choice else None


def test_without_weights_the_rules_choose(frame_of: FrameOf) -> None:
    choice = chosen(frame_of(TEXT))
    assert (code(choice), choice and choice.rule) == ("people.present", "element.cues")


def test_weights_can_follow_the_rules(frame_of: FrameOf) -> None:
    choice = chosen(frame_of(TEXT), rules=9.0)
    assert (code(choice), choice and choice.rule) == ("people.present", LEARNED)


def test_weights_can_choose_another_element(frame_of: FrameOf) -> None:
    choice = chosen(frame_of(TEXT), **{"people.registered|verb:live": 9.0})
    assert code(choice) == "people.registered"


def test_weights_can_say_that_it_is_about_nothing(frame_of: FrameOf) -> None:
    assert chosen(frame_of(TEXT), **{NOTHING: 9.0}) is None


def test_an_element_that_is_nearly_as_likely_is_named_beside(frame_of: FrameOf) -> None:
    choice = chosen(frame_of(TEXT), **{"people.present": 9.0, "people.registered": 8.5})
    assert choice is not None
    assert choice.others == ("people.registered",)


def test_nothing_is_the_last_candidate(frame_of: FrameOf) -> None:
    frame = frame_of(TEXT)
    reader = SlotReader.of(frame)
    figure = next(find_candidates(frame, reader))
    found = element_candidates(frame, figure, elements_of(frame.codebook), reader, None)
    assert found.codes[-1] == NOTHING
    assert len(found.codes) == len(found.evidence)


def test_only_elements_of_the_unit_are_candidates(frame_of: FrameOf) -> None:
    frame = frame_of(TEXT)
    reader = SlotReader.of(frame)
    figure = next(find_candidates(frame, reader))
    found = element_candidates(frame, figure, elements_of(frame.codebook), reader, None)
    units = [frame.codebook.elements[code].units for code in found.codes[:-1]]
    assert all("persons" in each or not each for each in units)
