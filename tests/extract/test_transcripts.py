from collections.abc import Callable

import pytest

from tumen.extract.attribution import attribution_at
from tumen.extract.frame import Frame
from tumen.extract.transcripts import find_turns
from tumen.extract.voices import LABELLED
from tumen.records.claim import SpeakerKind
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]

TALK = (
    "HOST (Ida Model): Our guest is Ada Example, a lawyer.\n"
    "EXAMPLE: About 640 North Koreans live in the hostel.\n"
    "They sleep in shifts.\n"
    "MODEL: And 90 left. The embassy says 70 left."
)


def speaker(frame: Frame, words: str) -> str:
    start = frame.document.text.index(words)
    return attribution_at(frame, Span(start, start + len(words))).voice.name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("About 640 North Koreans live", "Ada Example"),
        ("They sleep in shifts", "Ada Example"),
        ("And 90 left", "article"),
        ("70 left", "embassy"),
    ],
)
def test_a_turn_belongs_to_its_speaker_and_the_host_to_the_page(
    frame_of: FrameOf, words: str, name: str
) -> None:
    assert speaker(frame_of(TALK), words) == name


def test_a_guest_is_a_named_person(frame_of: FrameOf) -> None:
    frame = frame_of(TALK)
    guest = next(s for s in frame.speeches if s.cue.rule == LABELLED)
    assert guest.profile.voice.kind is SpeakerKind.NAMED


def test_a_paragraph_without_a_label_goes_on(frame_of: FrameOf) -> None:
    labels = [t.label.quote(TALK) for t in find_turns(frame_of(TALK).analysis)]
    assert labels == ["HOST", "EXAMPLE", "EXAMPLE", "MODEL"]


def test_one_name_and_a_colon_is_a_heading(frame_of: FrameOf) -> None:
    assert find_turns(frame_of("NOTE: Crews left.\nCooks stayed.").analysis) == ()


def test_a_guest_never_spelled_out_keeps_the_label(frame_of: FrameOf) -> None:
    talk = "PRESENTER: Good day.\nMODEL: Some 40 crews left."
    assert speaker(frame_of(talk), "Some 40 crews left") == "Model"
