from collections.abc import Callable

import pytest

from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]


def readings(frame: Frame, number: int) -> list[tuple[str | None, str]]:
    figures = list(find_candidates(frame, SlotReader.of(frame)))
    return [(r.quantity.unit, r.source) for r in figures[number].readings]


@pytest.mark.parametrize(
    "text",
    [
        "Nine men lay in the old wagon.",
        "Nine of them share one wagon.",
        "In every wagon there are nine.",
        "The wagons are old, with nine men in each.",
    ],
)
def test_people_may_be_meant_by_what_holds_them(text: str, frame_of: FrameOf) -> None:
    assert ("persons/wagon", "period") in readings(frame_of(text), 0)


@pytest.mark.parametrize(
    "text",
    ["Nine men sleep here.", "Some 900 men slept in wagons.", "Nine wagons left."],
)
def test_others_are_held_by_nothing(text: str, frame_of: FrameOf) -> None:
    assert ("persons/wagon", "period") not in readings(frame_of(text), 0)


def test_large_sums_may_flow_by_the_year(frame_of: FrameOf) -> None:
    frame = frame_of("The firm brings in 30 million dollars.")
    assert ("USD/year", "period") in readings(frame, 0)
    assert ("USD/year", "period") not in readings(frame_of("He got 30 dollars."), 0)


def test_what_is_paid_a_head_may_be_paid_by_the_month(frame_of: FrameOf) -> None:
    frame = frame_of("The yard pays 700 euros a head.")
    assert ("EUR/month", "period") in readings(frame, 0)


def test_a_noun_may_be_the_unit(frame_of: FrameOf) -> None:
    assert ("camps", "noun") in readings(frame_of("It has 14 camps."), 0)
    assert ("bricks/day", "noun") in readings(frame_of("He lays 900 bricks a day."), 0)


@pytest.mark.parametrize(
    "text", ["It took 14 men.", "It has 14 sites.", "It takes 14 percent."]
)
def test_people_and_measures_are_no_unit_of_their_own(
    text: str, frame_of: FrameOf
) -> None:
    assert "noun" not in [source for _, source in readings(frame_of(text), 0)]


def test_a_bare_number_may_count_the_noun_before(frame_of: FrameOf) -> None:
    frame = frame_of("It asked for 900 places. It was given 640.")
    assert ("places", "noun+before") in readings(frame, 1)


def test_times_may_be_trips(frame_of: FrameOf) -> None:
    frame = frame_of("They came in 900 times last year.")
    assert ("trips", "times") in readings(frame, 0)
