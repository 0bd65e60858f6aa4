from collections.abc import Callable

from tumen.extract.frame import Frame
from tumen.extract.sightings import Line, Sighting, anchor, with_scopes
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def line_of(frame: Frame) -> Line:
    tokens = frame.analysis.tokens
    return Line(tokens, [False] * len(tokens), frame.language.voices)


def test_the_anchor_is_the_verb(frame_of: FrameOf) -> None:
    frame = frame_of("Cooks said crews left.")
    found = Sighting(first=1, end=2, source=Span(0, 5), rule="test")
    assert anchor(line_of(frame), found).quote(frame.document.text) == "said"


def test_a_word_outside_the_sentence_is_empty(frame_of: FrameOf) -> None:
    assert line_of(frame_of("Cooks said so.")).lower(99) == ""


def test_the_source_and_the_verb_are_cut_out(frame_of: FrameOf) -> None:
    text = "Cooks said crews left."
    found = Sighting(first=1, end=2, source=Span(0, 5), rule="test")
    scopes = with_scopes([found], Span(0, len(text)), line_of(frame_of(text)))
    (_, pieces), *_ = scopes
    assert "".join(p.quote(text) for p in pieces) == "  crews left."
