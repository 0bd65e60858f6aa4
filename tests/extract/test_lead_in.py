"""The line that the entries of a list hang on."""

from collections.abc import Callable

import pytest

from tumen.extract.analysis import Analysis
from tumen.extract.frame import Frame
from tumen.extract.lead_in import lead_in

FrameOf = Callable[[str], Frame]


def lead_of(frame: Frame, entry: str) -> str | None:
    text = frame.document.text
    sentence = frame.analysis.sentence_at(text.index(entry))
    lead = lead_in(frame.analysis, sentence)
    return lead.span.quote(text) if lead else None


@pytest.mark.parametrize("entry", ["Amur - 640", "Tomsk - 310"])
def test_entries_hang_on_the_line_above_the_list(frame_of: FrameOf, entry: str) -> None:
    frame = frame_of("It rained.\nWork permits issued in 2014\nAmur - 640\nTomsk - 310")
    assert lead_of(frame, entry) == "Work permits issued in 2014"


def test_a_line_without_a_verb_gives_way_to_the_sentence_before(
    frame_of: FrameOf,
) -> None:
    frame = frame_of("The city issued 950 permits. By region:\nAmur - 640\nTomsk - 310")
    assert lead_of(frame, "Amur") == "The city issued 950 permits."


@pytest.mark.parametrize(
    "question", ["Where do they live?", "“Where do they live?”", "(Where to?)"]
)
def test_a_question_says_nothing_of_an_entry(frame_of: FrameOf, question: str) -> None:
    frame = frame_of(f"{question}\nAmur - 640\nTomsk - 310")
    assert lead_of(frame, "Amur") is None


def test_running_text_hangs_on_nothing(frame_of: FrameOf) -> None:
    frame = frame_of("Permits were issued.\nSome 640 loggers live in Amur.")
    assert lead_of(frame, "Some 640") is None


def test_a_list_on_top_hangs_on_nothing(frame_of: FrameOf) -> None:
    frame = frame_of("Amur - 640\nTomsk - 310\nIt rained on all of them.")
    assert lead_of(frame, "Amur") is None


def test_each_list_of_a_page_hangs_on_its_own_line(frame_of: FrameOf) -> None:
    frame = frame_of("Permits in 2014\nAmur - 640\nPermits in 2015\nTomsk - 310")
    assert lead_of(frame, "Amur") == "Permits in 2014"
    assert lead_of(frame, "Tomsk") == "Permits in 2015"


def test_no_line_of_a_long_list_is_looked_at_twice(
    frame_of: FrameOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [f"Camp {number} - 640" for number in range(50)]
    frame = frame_of("\n".join(["Work permits issued in 2014", *entries]))
    asked: list[int] = []

    def is_entry(_: Analysis, paragraph: int) -> bool:
        asked.append(paragraph)
        return paragraph > 0

    monkeypatch.setattr("tumen.extract.lead_in._is_entry", is_entry)
    leads = {lead_of(frame, entry) for entry in entries}
    assert leads == {"Work permits issued in 2014"}
    assert asked == list(range(51))
