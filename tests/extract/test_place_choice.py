from collections.abc import Callable
from dataclasses import replace

import msgspec

from tumen.codebook.weights import Weights
from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_places import Located
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.place_choice import LEARNED, best_of
from tumen.extract.place_features import PlaceCandidate

FrameOf = Callable[[str], Frame]
TEXT = "Kuwait has none. In Vladivostok a Chinese firm keeps 40 loggers."


def located(frame: Frame, **features: float) -> Located:
    learned = {"places": Weights(learned_from="a test", features=features)}
    book = msgspec.structs.replace(frame.codebook, learned=learned if features else {})
    framed = replace(frame, codebook=book)
    reader = SlotReader.of(framed)
    figure = next(find_candidates(framed, reader))
    element = book.elements["people.present"]
    return reader.place(figure.quantity, figure.around, element)


def test_without_weights_the_rules_choose(frame_of: FrameOf) -> None:
    found = located(frame_of(TEXT))
    assert (found.name, found.slot.rule) == ("Vladivostok", "place.words")


def test_the_rules_keep_their_slot_and_get_a_chance(frame_of: FrameOf) -> None:
    found = located(frame_of(TEXT), rules=9.0)
    assert (found.name, found.slot.rule) == ("Vladivostok", "place.words")
    assert found.slot.confidence > 0.99


def test_a_place_that_the_rules_keep_has_its_own_chance(frame_of: FrameOf) -> None:
    found = located(frame_of(TEXT), **{"at:clause/left/associated": 2.0})
    assert (found.name, found.slot.rule) == ("Vladivostok", "place.words")
    assert found.slot.confidence < 0.2


def test_weights_can_choose_a_place_named_before(frame_of: FrameOf) -> None:
    found = located(frame_of(TEXT), **{"first/near:clause": 9.0})
    assert (found.name, found.iso, found.slot.rule) == ("Kuwait", "KW", LEARNED)
    assert (found.slot.span, found.slot.distance) == (None, 1)


def test_weights_can_choose_a_quality(frame_of: FrameOf) -> None:
    found = located(frame_of(TEXT), **{"at:clause/left/associated": 9.0})
    assert (found.name, found.slot.distance) == ("China", 0)
    assert found.slot.span is not None


def test_a_country_may_be_chosen_that_no_words_name(frame_of: FrameOf) -> None:
    found = located(frame_of(TEXT), destination=9.0)
    assert (found.iso, found.slot.span, found.slot.inherited_from) == ("KR", None, None)


def test_nowhere_can_be_chosen(frame_of: FrameOf) -> None:
    assert located(frame_of(TEXT), none=9.0).iso is None


def test_a_place_nearly_as_likely_is_named_beside(frame_of: FrameOf) -> None:
    found = located(frame_of(TEXT), **{"rules": 9.0, "first/near:clause": 8.5})
    assert found.slot.alternatives == ("Kuwait",)


def test_the_country_is_chosen_before_its_places() -> None:
    found = [
        PlaceCandidate(name, iso, "city", None, {})
        for name, iso in (("A", "RU"), ("B", "CN"), ("C", "CN"))
    ]
    assert best_of(found, (0.4, 0.25, 0.35)) == 2


def test_a_count_of_one_town_is_never_one_of_the_country(frame_of: FrameOf) -> None:
    text = "Russia has many. In Vladivostok a firm keeps 40 loggers."
    found = located(frame_of(text), **{"first/near:clause": 9.0, "level:country": 9.0})
    assert (found.name, found.iso) == ("Vladivostok", "RU")


def test_several_countries_are_never_narrowed_to_one(frame_of: FrameOf) -> None:
    text = "Kuwait has none. In China and Russia a firm keeps 40 loggers."
    found = located(frame_of(text), **{"first/near:clause": 9.0})
    assert (found.name, found.iso) == ("China and Russia", None)
