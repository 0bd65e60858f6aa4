from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.frame import Frame
from tumen.extract.known_names import KnownNames
from tumen.extract.outlets import outlet_of
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("the agency TASS", "TASS"),
        ("the Example Gazette", "Example Gazette"),
        ("Russian media", "Russian media"),
        ("the media", None),
        ("a cook", None),
    ],
)
def test_a_phrase_names_an_outlet_or_none(
    frame_of: FrameOf, codebook: Codebook, words: str, outlet: str | None
) -> None:
    frame = frame_of(f"Crews left, {words} said.")
    start = frame.document.text.index(words)
    span = Span(start, start + len(words))
    voices = frame.language.voices
    assert outlet_of(span, frame.analysis, KnownNames(codebook), voices) == outlet


def test_no_words_name_none(frame_of: FrameOf, codebook: Codebook) -> None:
    frame = frame_of("Crews left.")
    voices = frame.language.voices
    assert outlet_of(None, frame.analysis, KnownNames(codebook), voices) is None
