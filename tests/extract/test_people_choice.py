from collections.abc import Callable
from dataclasses import replace

import msgspec

from tumen.codebook.weights import Weights
from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_people import Counted
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.people_choice import LEARNED

FrameOf = Callable[[str], Frame]
TEXT = "Soldiers came in May. Some 40 North Koreans live in huts."


def counted(frame: Frame, **features: float) -> Counted:
    learned = {"people": Weights(learned_from="a test", features=features)}
    book = msgspec.structs.replace(frame.codebook, learned=learned if features else {})
    framed = replace(frame, codebook=book)
    reader = SlotReader.of(framed)
    figure = next(find_candidates(framed, reader))
    element = book.elements["people.present"]
    return reader.population(figure.quantity, figure.around, element)


def test_without_weights_the_rules_choose(frame_of: FrameOf) -> None:
    found = counted(frame_of(TEXT))
    assert (found.name, found.slot.rule) == ("North Koreans", "population.noun")


def test_the_rules_keep_their_name_and_get_a_chance(frame_of: FrameOf) -> None:
    found = counted(frame_of(TEXT), rules=9.0)
    assert (found.name, found.slot.rule) == ("North Koreans", "population.noun")
    assert found.slot.confidence > 0.99


def test_weights_can_choose_a_group_named_before(frame_of: FrameOf) -> None:
    found = counted(frame_of(TEXT), military=9.0)
    assert (found.name, found.slot.rule) == ("NK soldiers", LEARNED)
    assert (found.slot.span, found.slot.distance) == (None, 1)


def test_people_whom_no_words_name_get_the_widest_name(frame_of: FrameOf) -> None:
    found = counted(frame_of(TEXT), own_workers=9.0)
    assert (found.name, found.slot.span) == ("NK workers", None)


def test_a_group_clearly_likelier_overrules_the_rules(frame_of: FrameOf) -> None:
    found = counted(frame_of(TEXT), military=4.0, rules=0.5)
    assert found.name == "NK soldiers"


def test_a_group_hardly_likelier_overrules_nothing(frame_of: FrameOf) -> None:
    found = counted(frame_of(TEXT), military=2.0, rules=0.5)
    assert (found.name, found.slot.alternatives[:1]) == (
        "North Koreans",
        ("NK soldiers",),
    )


def test_nobody_can_be_chosen(frame_of: FrameOf) -> None:
    assert counted(frame_of(TEXT), none=9.0).name is None


def test_a_group_nearly_as_likely_is_named_beside(frame_of: FrameOf) -> None:
    found = counted(frame_of(TEXT), rules=9.0, military=8.5)
    assert found.slot.alternatives == ("NK soldiers",)
