from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame
from tumen.extract.standing import Claimed, Standing, standing_of
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]
TEXT = "Loggers came in May. In the port, 40 men and welders slept.\nCooks left."


def standing(frame: Frame, words: str) -> Standing:
    text = frame.document.text
    spans = [
        Span(text.index(each), text.index(each) + len(each))
        for each in ("40 men and welders slept", "40", words)
    ]
    claimed = Claimed.at(frame.analysis, spans[0], spans[1])
    return standing_of(frame.analysis, claimed, spans[2])


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("welders", {"clause/right"}),
        ("40", {"clause/in"}),
        ("port", {"sentence/left"}),
        ("Loggers", {"before", "before:1", "before/paragraphs:0"}),
        ("Cooks", {"after", "after:1", "after/paragraphs:1"}),
    ],
)
def test_where_a_mention_stands(frame_of: FrameOf, words: str, names: set[str]) -> None:
    assert set(standing(frame_of(TEXT), words).names()) == names


def test_what_stands_in_the_clause_is_nearest(frame_of: FrameOf) -> None:
    frame = frame_of(TEXT)
    order = sorted(
        ("Cooks", "Loggers", "port", "welders"), key=lambda w: standing(frame, w).rank
    )
    assert order == ["welders", "port", "Loggers", "Cooks"]
