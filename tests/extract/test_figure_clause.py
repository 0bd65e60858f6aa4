from collections.abc import Callable

import pytest

from tumen.extract.figure_clause import surroundings_of
from tumen.extract.frame import Frame
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def clause(frame: Frame, number: str, *others: str) -> str:
    text = frame.document.text
    starts = frozenset(text.index(word) for word in (number, *others))
    span = Span(text.index(number), text.index(number) + len(number))
    return surroundings_of(frame, span, span, starts).clause.quote(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rents rose, and 640 men came.", "640 men came"),
        ("Rents rose when 640 men came.", "640 men came"),
        ("The cook said that 640 men came.", "640 men came"),
        ("640 men came, the cook said.", "640 men came"),
        ("“640 men came to the town,” said the cook.", "640 men came to the town"),
        ("About it, 640 men in Oslo, Norway, came.", "640 men in Oslo"),
        ("640 men in Oslo, Norway, came.", "640 men in Oslo, Norway, came"),
        ("The camp (640 men) was full.", "The camp (640 men) was full"),
        ("He said 640 men who had left were held.", "640 men who had left were held"),
        ("640 men in Oslo and Bergen came.", "640 men in Oslo and Bergen came"),
        ("Of the 640 men in Oslo, nine left.", "Of the 640 men in Oslo"),
    ],
)
def test_the_shortest_clause_around_a_number(
    frame_of: FrameOf, text: str, found: str
) -> None:
    assert clause(frame_of(text), "640") == found


def test_a_second_number_begins_its_own_clause(frame_of: FrameOf) -> None:
    frame = frame_of("Some 90 men came as cooks and 14 others as guards.")
    assert clause(frame, "14", "90") == "14 others as guards"


def test_a_clause_without_a_verb_hangs_on_the_one_before(frame_of: FrameOf) -> None:
    frame = frame_of("The men were hired, mostly as cooks.")
    text = frame.document.text
    span = Span(text.index("mostly"), text.index("mostly") + 6)
    found = surroundings_of(frame, span, span, frozenset())
    assert frame.analysis.tokens[found.zone[0]].span.start == 0


def test_the_noun_ends_at_the_verb(frame_of: FrameOf) -> None:
    frame = frame_of("640 tired men came home.")
    span = Span(0, 3)
    found = surroundings_of(frame, span, span, frozenset())
    assert [frame.analysis.tokens[i].text for i in found.noun] == ["tired", "men"]


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("The crew had 640; nine fled.", "The crew had 640"),
        ("The crew had 640: nine fled.", "The crew had 640"),
        ("Nine fled; the crew had 640.", "Nine fled; the crew had 640."),
        ("The crew had 640, nine fled.", "The crew had 640, nine fled."),
        ("640 men in Oslo; 90 men in Bergen.", "640 men in Oslo; 90 men in Bergen."),
    ],
)
def test_what_is_said_behind_a_whole_clause_tells_nothing_of_its_number(
    frame_of: FrameOf, text: str, reach: str
) -> None:
    frame = frame_of(text)
    span = Span(text.index("640"), text.index("640") + 3)
    found = surroundings_of(frame, span, span, frozenset({span.start}))
    last = frame.analysis.tokens[found.until - 1]
    assert text[: last.span.end] == reach
    assert all(place < found.until for place in found.outer)
