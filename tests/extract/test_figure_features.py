from collections.abc import Callable

import pytest

from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_features import figure_features
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]


def features(frame: Frame) -> tuple[str, ...]:
    reader = SlotReader.of(frame)
    figure = next(find_candidates(frame, reader))
    return figure_features(
        frame, figure.quantity, figure.around, reader.people, reader.places
    )


@pytest.mark.parametrize(
    "feature",
    [
        "unit:persons",
        "form:plain",
        "verb:send",
        "verb-behind:send",
        "passive:send",
        "tense:past",
        "w:home",
        "people:own_workers",
        "place:home",
    ],
)
def test_form_words_people_and_places_are_features(
    frame_of: FrameOf, feature: str
) -> None:
    text = "Some 640 North Korean workers were sent home from North Korea in May."
    assert feature in features(frame_of(text))


def test_no_name_is_a_feature(frame_of: FrameOf) -> None:
    found = features(frame_of("Bea Example employs 640 workers at Larchmont."))
    assert not [name for name in found if "bea" in name or "larchmont" in name.lower()]


def test_each_feature_stands_once(frame_of: FrameOf) -> None:
    found = features(frame_of("640 workers, workers and workers live there."))
    assert len(found) == len(set(found))
