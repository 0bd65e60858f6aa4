from collections.abc import Callable
from dataclasses import replace

import msgspec

from tumen.codebook.weights import Weights
from tumen.extract.frame import Frame
from tumen.extract.voice_choice import said_at
from tumen.extract.voices import Attribution
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]
TEXT = "The embassy said fees rose. Crews left."


def said(frame: Frame, words: str, **features: float) -> Attribution:
    start = frame.document.text.index(words)
    learned = {"voices": Weights(learned_from="a test", features=features)}
    language = msgspec.structs.replace(
        frame.language, learned=learned if features else {}
    )
    framed = replace(frame, language=language)
    return said_at(framed, Span(start, start + len(words)))[0]


def test_without_weights_the_rules_choose(frame_of: FrameOf) -> None:
    assert said(frame_of(TEXT), "Crews left").voice.name == "article"


def test_weights_can_carry_a_voice_over(frame_of: FrameOf) -> None:
    found = said(frame_of(TEXT), "Crews left", **{"distance:-1": 9.0})
    assert found.voice.name == "embassy"


def test_a_voice_carried_over_is_marked_as_inherited(frame_of: FrameOf) -> None:
    found = said(frame_of(TEXT), "Crews left", **{"distance:-1": 9.0})
    assert (found.slot.span, found.slot.distance) == (None, 1)


def test_a_voice_that_is_nearly_as_likely_is_named_beside(frame_of: FrameOf) -> None:
    found = said(frame_of(TEXT), "Crews left", **{"distance:-1": -0.3})
    assert found.voice.name == "article"
    assert found.slot.alternatives == ("embassy",)


def test_weights_that_are_unsure_leave_the_choice_to_the_rules(
    frame_of: FrameOf,
) -> None:
    text = "The ministry said rents rose. The embassy said fees rose. Crews left."
    found = said(frame_of(text), "Crews left", **{"distance:-1": 0.2})
    assert found.voice.name == "article"
    assert "embassy" in found.slot.alternatives
