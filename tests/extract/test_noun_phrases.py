from collections.abc import Callable

import pytest

from tumen.extract import noun_phrases
from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]


def before(frame: Frame, verb: str) -> str | None:
    tokens = frame.analysis.tokens
    place = next(i for i, t in enumerate(tokens) if t.text == verb)
    span = noun_phrases.before(tokens, place, frame.language.voices)
    return span.quote(frame.document.text) if span else None


def after(frame: Frame, word: str) -> str | None:
    tokens = frame.analysis.tokens
    place = next(i for i, t in enumerate(tokens) if t.text == word) + 1
    span = noun_phrases.after(tokens, place, frame.language.voices)
    return span.quote(frame.document.text) if span else None


@pytest.mark.parametrize(
    ("text", "verb", "named"),
    [
        ("The migration service said so.", "said", "The migration service"),
        ("Experts have said so.", "said", "Experts"),
        (
            "Ada Example, a lawyer in Oslo, said so.",
            "said",
            "Ada Example, a lawyer in Oslo",
        ),
        ("But later the cook said so.", "said", "later the cook"),
        ("There was a note that added a name.", "added", "a note"),
        (
            "Ada Example (not her real name) told us.",
            "told",
            "Ada Example (not her real name)",
        ),
        (
            "The group, a charity, said so.",
            "said",
            "The group, a charity",
        ),
    ],
)
def test_the_voice_before_a_verb(
    frame_of: FrameOf, text: str, verb: str, named: str
) -> None:
    assert before(frame_of(text), verb) == named


def test_a_verb_that_opens_a_sentence_has_no_voice(frame_of: FrameOf) -> None:
    assert before(frame_of("Said nobody."), "Said") is None


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("according to experts.", "to", "experts"),
        ("according to a cook in Oslo on Monday.", "to", "a cook in Oslo"),
        (
            "said Ada Example, a lawyer at a clinic.",
            "said",
            "Ada Example, a lawyer at a clinic",
        ),
        ("said a guard who left.", "said", "a guard who left"),
        ("according to a guard, crews left.", "to", "a guard"),
        ("said Ada (a pseudonym) on Friday.", "said", "Ada (a pseudonym)"),
    ],
)
def test_the_voice_behind_a_word(
    frame_of: FrameOf, text: str, word: str, named: str
) -> None:
    assert after(frame_of(text), word) == named


def test_nothing_behind_names_nobody(frame_of: FrameOf) -> None:
    assert after(frame_of("He said."), "said") is None


def test_a_sentence_may_begin_with_a_name(frame_of: FrameOf) -> None:
    frame = frame_of("Ada Example left the camp.")
    span = noun_phrases.subject_of(frame.analysis.tokens, frame.language.voices)
    assert span is not None
    assert span.quote(frame.document.text) == "Ada Example"
