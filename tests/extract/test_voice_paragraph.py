from collections.abc import Callable

from tumen.extract.frame import Frame
from tumen.extract.voice_asked import asked_of
from tumen.extract.voice_paragraph import in_paragraph, own_in_paragraph
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]

TEXT = (
    "The embassy said the men had left. Some 40 rooms stood empty.\n\n"
    "Snow fell on the yard. A further 30 beds were carried out."
)


def features(frame: Frame, words: str) -> tuple[set[str], set[str]]:
    start = frame.document.text.index(words)
    asked = asked_of(frame, Span(start, start + len(words)))
    number = next(
        s.profile.number for s in frame.speeches if "embassy" in s.profile.voice.name
    )
    return (
        set(in_paragraph(frame, asked, number, "body", "before")),
        set(own_in_paragraph(frame, asked)),
    )


def test_a_voice_that_opens_the_paragraph_leads_it(frame_of: FrameOf) -> None:
    voice, own = features(frame_of(TEXT), "40 rooms")
    assert {"leads:cited/before/1", "paragraph:1/True/before"} <= voice
    assert "own/paragraph:1/new:False" in own


def test_in_the_next_paragraph_it_does_not(frame_of: FrameOf) -> None:
    voice, own = features(frame_of(TEXT), "30 beds")
    assert {"leads:no/before/1", "paragraph:0/False/before", "page:1/body"} <= voice
    assert "own/paragraph:0/new:False" in own
