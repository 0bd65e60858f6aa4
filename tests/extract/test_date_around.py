from collections.abc import Callable

import pytest

from tumen.extract.date_around import Around, Asked
from tumen.extract.date_mentions import place_times
from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_dates import PageTimes
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.records.amount import Measure
from tumen.records.claim import Hedge, Kind
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def around(frame: Frame) -> Around:
    """What stands around the last number of a page."""
    figure = list(find_candidates(frame, SlotReader.of(frame)))[-1]
    element = frame.codebook.elements["people.present"]
    asked = Asked.of_figure(figure.around, element, Measure.STOCK, Hedge.ASSERTED)
    return Around.of(frame, place_times(PageTimes.of(frame)), asked)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Some 640 workers lived there in 2015.", "clause"),
        ("After the law of 2015 came into force, 640 workers lived there.", "sentence"),
        ("Some 640 workers live there, the ministry said on Monday.", "report"),
        ("It was in 2015. Some 640 workers live there.", "none"),
    ],
)
def test_where_the_nearest_time_stands(frame_of: FrameOf, text: str, near: str) -> None:
    assert around(frame_of(text)).near == near


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Some 640 workers live there.", "own"),
        ("The ministry said some 640 workers live there.", "cited"),
        ("“Some 640 workers live there with us,” she said.", "quoted"),
    ],
)
def test_whose_words_they_are(frame_of: FrameOf, text: str, said: str) -> None:
    assert around(frame_of(text)).said == said


def test_times_before_and_behind_may_date_a_number(frame_of: FrameOf) -> None:
    found = around(frame_of("It began in 2014. Some 640 workers lived there in 2015."))
    assert (len(found.placed), len(found.inside)) == (2, 1)


def test_now_dates_its_own_sentence_alone(frame_of: FrameOf) -> None:
    found = around(frame_of("It is cold now. Some 640 workers live there now."))
    assert found.placed == found.inside


def test_a_statement_is_carried_by_its_first_free_verb(frame_of: FrameOf) -> None:
    text = "Two welders fled the camp."
    frame = frame_of(text)
    asked = Asked.of_statement(
        frame.analysis,
        Span(0, len(text)),
        Kind.EVENT,
        frame.codebook.elements["event.escape"],
        Hedge.ASSERTED,
    )
    assert frame.analysis.tokens[asked.anchor].text == "fled"
