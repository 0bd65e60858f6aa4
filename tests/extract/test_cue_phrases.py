from collections.abc import Callable

import pytest

from tumen.extract.cue_phrases import find_cue_phrases, hedge_of, told_by
from tumen.extract.frame import Frame
from tumen.extract.sightings import Line
from tumen.records.claim import Hedge

FrameOf = Callable[[str], Frame]


def line_of(frame: Frame) -> Line:
    tokens = frame.analysis.tokens
    return Line(tokens, [False] * len(tokens), frame.language.voices)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Crews left, according to experts.", "experts"),
        ("By one account crews left.", "one account"),
        ("Crews left, in his view.", "his"),
        ("Bea Example was quoted as saying by TASS that crews left.", "Bea Example"),
        ("The embassy's claim that crews left was wrong.", "The embassy"),
        ('Ada Example: "Crews left."', "Ada Example"),
        ('Ada Example, who hires: "They left."', "Ada Example, who hires"),
    ],
)
def test_a_phrase_names_the_voice(frame_of: FrameOf, text: str, source: str) -> None:
    found = list(find_cue_phrases(line_of(frame_of(text))))
    named = [s.source.quote(text) for s in found if s.source is not None]
    assert source in named


@pytest.mark.parametrize(
    "text",
    [
        'They saw this: "Crews left."',
        'NOTE: "Crews left."',
        "Example: crews left.",
        'Ada Example and Ben Model: "Crews left."',
        'From the diary of Ada Example: "Crews left."',
        'Ada Example, whom the guard told: "Crews left."',
    ],
)
def test_not_every_colon_names_a_voice(frame_of: FrameOf, text: str) -> None:
    assert list(find_cue_phrases(line_of(frame_of(text)))) == []


def test_somebody_unnamed_has_no_source(frame_of: FrameOf) -> None:
    (found,) = find_cue_phrases(line_of(frame_of("It is said that crews left.")))
    assert found.source is None


def test_a_voice_may_have_been_told(frame_of: FrameOf) -> None:
    text = "He was told by cooks that crews left."
    told = told_by(line_of(frame_of(text)))
    assert told is not None
    assert told.quote(text) == "cooks"


def test_an_empty_word_is_no_hedge() -> None:
    assert (hedge_of(""), hedge_of("alleged")) == (None, Hedge.ALLEGED)
