from collections.abc import Callable
from dataclasses import replace

import msgspec

from tumen.codebook.weights import Weights
from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.measure_choice import choose_measure, measure_candidates
from tumen.extract.measures import EITHER, LEARNED, Reading
from tumen.records.amount import Measure

FrameOf = Callable[[str], Frame]
GONE = "Some 640 North Korean workers went home."
OPEN = "Some 64 North Koreans were recognised as refugees in 2019."


def reading(frame: Frame, code: str, **features: float) -> Reading:
    learned = {"measures": Weights(learned_from="a test", features=features)}
    book = msgspec.structs.replace(frame.codebook, learned=learned if features else {})
    frame = replace(frame, codebook=book)
    reader = SlotReader.of(frame)
    figure = next(find_candidates(frame, reader))
    return choose_measure(
        frame, figure.around, figure.readings[0], book.elements[code], reader
    )


def test_without_weights_the_verb_decides(frame_of: FrameOf) -> None:
    found = reading(frame_of(GONE), "people.repatriated")
    assert (found.measure, found.rule) == (Measure.FLOW, "measure.eventive")


def test_weights_can_choose_another_measure(frame_of: FrameOf) -> None:
    found = reading(frame_of(GONE), "people.repatriated", count=9.0)
    assert (found.measure, found.others, found.rule) == (Measure.COUNT, (), LEARNED)


def test_what_the_verb_leaves_open_stays_open(frame_of: FrameOf) -> None:
    found = reading(frame_of(OPEN), "people.asylum_granted", flow=9.0)
    assert (found.measure, found.rule, found.is_either) == (Measure.FLOW, EITHER, True)


def test_one_measure_alone_asks_no_weights(frame_of: FrameOf) -> None:
    found = reading(
        frame_of("Some 640 workers live there."), "people.present", flow=9.0
    )
    assert found.measure is Measure.STOCK


def test_the_kinds_of_times_are_evidence(frame_of: FrameOf) -> None:
    frame = frame_of(OPEN)
    reader = SlotReader.of(frame)
    figure = next(find_candidates(frame, reader))
    element = frame.codebook.elements["people.asylum_granted"]
    found = measure_candidates(
        frame, figure.around, figure.readings[0], element, reader
    )
    assert any("|time:" in name for name in found.evidence[0])
