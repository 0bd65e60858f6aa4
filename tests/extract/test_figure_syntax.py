from collections.abc import Callable

import pytest

from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_slots import SlotReader
from tumen.extract.figure_syntax import governor_features, syntax_features
from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]


def features(frame: Frame) -> set[str]:
    figure = next(find_candidates(frame, SlotReader.of(frame)))
    found = syntax_features(frame, figure.around)
    assert len(found) == len(set(found))
    return {*found, *governor_features(frame, figure.around)}


def test_the_words_beside_a_number_are_features(frame_of: FrameOf) -> None:
    found = features(frame_of("Then another 40 of them stayed in the camp."))
    assert {"left:another", "right:of", "right:them"} <= found


def test_a_number_that_opens_a_sentence_has_nothing_on_its_left(
    frame_of: FrameOf,
) -> None:
    assert "left:nothing" in features(frame_of("Forty workers stayed in the camp."))


def test_names_beside_a_number_are_no_features(frame_of: FrameOf) -> None:
    found = features(frame_of("He counted 40 Larchmont workers."))
    assert not [name for name in found if "larchmont" in name]


@pytest.mark.parametrize("analyzer", ["spacy"], indirect=True)
@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("She knows of 12 workers who slipped away in May.", "who:slip"),
        ("Last week 30 workers were to be brought home.", "then:bring"),
        ("Guards caught 12 workers and drove them to the airport.", "then:drive"),
        ("Guards caught 12 workers at the gate.", "subject~police"),
        ("Some 300 workers held valid permits.", "object:permit"),
        ("Some 600 dollars go to the state.", "to>:state"),
        ("The 40 workers did not return.", "not"),
    ],
)
def test_verbs_and_nouns_tied_to_a_number_are_features(
    frame_of: FrameOf, text: str, feature: str
) -> None:
    assert feature in features(frame_of(text))
