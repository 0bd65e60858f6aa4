from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame
from tumen.extract.source_phrase import Phrase
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]
PLACES = frozenset({"oslo"})


def phrase_of(frame: Frame) -> Phrase:
    text = frame.document.text
    return Phrase.read(frame.analysis, Span(0, len(text)), frame.language.voices)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("sources in Oslo", "sources"),
        ("a report issued by the clinic", "report"),
        ("an analyst close to it", "analyst"),
        ("a man we met", "man"),
        ("a US official", "official"),
    ],
)
def test_the_head_is_the_noun_before_the_first_preposition(
    frame_of: FrameOf, text: str, head: str
) -> None:
    assert phrase_of(frame_of(text)).head.text == head


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deputy Labour Minister Ada Example", "Ada Example"),
        ("Ambassador to Oslo Ada Example", "Ada Example"),
        ("Ms Example, a lawyer", "Example"),
        ("a spokesman for Ada Example", None),
        ("the Interior Ministry", None),
        ("All UN member states", None),
        ("Most EU envoys", None),
        ("a cook", None),
        ("Oslo-based Example Institute", None),
        ("the Ada Example Foundation", None),
        ("Example Research Institute researcher Ada Example", "Ada Example"),
        ("Oslo-based Ada Example", "Ada Example"),
    ],
)
def test_only_the_person_it_is_about_is_named(
    frame_of: FrameOf, text: str, name: str | None
) -> None:
    assert phrase_of(frame_of(text)).person(PLACES) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("His sources in Oslo", "sources in Oslo"),
        ("The migration service", "migration service"),
        ("Experts", "experts"),
        ("A cook in Oslo", "a cook in Oslo"),
    ],
)
def test_a_name_drops_what_does_not_belong_to_it(
    frame_of: FrameOf, text: str, name: str
) -> None:
    assert phrase_of(frame_of(text)).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Another source, also a cook in Oslo", "second source, a cook in Oslo"),
        ("Another source in Oslo", "second source in Oslo"),
        ("Another cook", "second source, another cook"),
    ],
)
def test_another_voice_is_told_from_the_first(
    frame_of: FrameOf, text: str, name: str
) -> None:
    assert phrase_of(frame_of(text)).as_second == name


@pytest.mark.parametrize(
    ("text", "may"), [("’ ( own", False), ("(’", False), ("O’Brien", True)]
)
def test_marks_alone_name_no_voice(frame_of: FrameOf, text: str, may: bool) -> None:
    assert phrase_of(frame_of(text)).may_name_voice is may
