from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame
from tumen.extract.voice_asked import Asked, asked_of, shared_with
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def asked(frame: Frame, words: str) -> Asked:
    start = frame.document.text.index(words)
    return asked_of(frame, Span(start, start + len(words)))


def test_what_stands_around_the_words_is_told(frame_of: FrameOf) -> None:
    text = "A cook said rents rose. He saw 40 crews. The embassy said fees rose."
    found = asked(frame_of(text), "40 crews")
    assert (found.index, found.opening, found.gender) == (1, "he", "he")
    assert (found.has_cue, found.is_quoted, found.is_new) == (False, False, False)
    assert found.last is not None
    assert found.following is not None
    assert [s.profile.voice.name for s in (found.last, found.following)] == [
        "a cook",
        "embassy",
    ]


def test_who_does_what_the_last_verb_says_is_told(frame_of: FrameOf) -> None:
    frame = frame_of("Later the bids showed 40 crews.")
    found = asked(frame, "40 crews")
    assert found.doer is not None
    assert "bids" in found.doer.quote(frame.document.text)
    assert found.verb == "show"


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("She saw 40 crews.", "she"),
        ("She and he saw 40 crews.", ""),
        ("We saw 40 crews.", ""),
    ],
)
def test_one_gender_is_told_or_none(frame_of: FrameOf, text: str, gender: str) -> None:
    assert asked(frame_of(text), "40 crews").gender == gender


def test_a_pronoun_that_speaks_is_told(frame_of: FrameOf) -> None:
    text = "A cook came. There were 40 crews, he said."
    assert asked(frame_of(text), "40 crews").pronoun == "he"


@pytest.mark.parametrize(
    ("text", "opening", "inside"),
    [
        ("US firms ran 40 crews.", False, ()),
        ("Firms of the US ran 40 crews.", False, ()),
        ("We ran 40 crews.", True, ("I",)),
        ("They gave us 40 crews.", False, ("they", "I")),
    ],
)
def test_the_country_is_no_pronoun(
    frame_of: FrameOf, text: str, opening: bool, inside: tuple[str, ...]
) -> None:
    found = asked(frame_of(text), "40 crews")
    assert (found.opening == "I", found.inside) == (opening, inside)


def test_letters_in_a_scope_are_counted(frame_of: FrameOf) -> None:
    frame = frame_of("There were 40 crews, a cook said.")
    found = asked(frame, "40 crews")
    assert shared_with(frame.speeches[0].cue, found.span) == len("40 crews")
