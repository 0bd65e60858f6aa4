from collections.abc import Callable

import pytest

from tumen.extract.bystanders import find_bystanders
from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]


def named(frame: Frame) -> list[tuple[str, bool]]:
    tokens = frame.analysis.words(frame.analysis.sentences[0])
    found = find_bystanders(tokens, frame.language.voices)
    return [(each.span.quote(frame.document.text), each.is_subject) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk of the mine left early.", ("A clerk of the mine", True)),
        ("We met a cook.", ("a cook", False)),
        ("The ministry has a plan.", ("The ministry", True)),
        ("A ledger lists nine men.", ("A ledger", True)),
        ("The chief, a cook, was ill.", ("The chief", True)),
    ],
)
def test_people_bodies_and_documents_are_found(
    text: str, expected: tuple[str, bool], frame_of: FrameOf
) -> None:
    assert expected in named(frame_of(text))


def test_a_name_behind_a_role_belongs_to_it(frame_of: FrameOf) -> None:
    found = named(frame_of("They saw the director, Ada Example, leave."))
    assert found[0][0] == "the director, Ada Example"


def test_what_cannot_speak_is_left_out(frame_of: FrameOf) -> None:
    assert named(frame_of("The bricks were red.")) == []


def test_a_single_name_is_marked(frame_of: FrameOf) -> None:
    frame = frame_of("At noon, Nara was there.")
    tokens = frame.analysis.words(frame.analysis.sentences[0])
    found = find_bystanders(tokens, frame.language.voices)
    names = [each for each in found if each.is_name]
    assert [each.span.quote(frame.document.text) for each in names] == ["Nara"]


@pytest.mark.parametrize("text", ["Oslo is believed to", "A clerk was said to"])
def test_who_is_believed_to_do_a_thing_does_not_say_so(
    text: str, frame_of: FrameOf
) -> None:
    assert named(frame_of(f"{text} have met a cook.")) == [("a cook", False)]
