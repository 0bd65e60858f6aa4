from collections.abc import Callable

from tumen.extract.frame import Frame
from tumen.extract.voice_asked import asked_of
from tumen.extract.voice_beside import beside
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def features(frame: Frame, words: str, name: str) -> set[str]:
    start = frame.document.text.index(words)
    asked = asked_of(frame, Span(start, start + len(words)))
    speech = next(s for s in frame.speeches if s.profile.voice.name == name)
    return set(beside(frame, speech, asked))


TWO = "About 28 crews came, the embassy said; diplomats said 30 crews came."


def test_the_nearest_voice_is_told(frame_of: FrameOf) -> None:
    found = features(frame_of(TWO), "30 crews", "diplomats")
    assert "nearest:before/voice.x_said" in found
    assert "apart:0/before/voice.x_said" in found


def test_what_parts_a_voice_from_the_words_is_told(frame_of: FrameOf) -> None:
    found = features(frame_of(TWO), "30 crews", "embassy")
    assert {"parted:mark/1/before", "apart:1/before/voice.x_said"} <= found


def test_who_does_what_the_verb_says_is_told(frame_of: FrameOf) -> None:
    assert "doer:voice.x_said" in features(frame_of(TWO), "30 crews", "diplomats")
    assert "doer:say" in features(frame_of(TWO), "30 crews", "diplomats")
    assert "doer:other:True/before" in features(frame_of(TWO), "30 crews", "embassy")


def test_words_inside_a_voice_are_parted_by_nothing(frame_of: FrameOf) -> None:
    frame = frame_of("Some 40 diplomats said crews came.")
    name = frame.speeches[0].profile.voice.name
    assert "parted:nothing/0/around" in features(frame, "40 diplomats", name)
