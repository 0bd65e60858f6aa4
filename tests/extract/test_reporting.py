from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]


@pytest.mark.parametrize(
    "text",
    [
        "The cook added that crews left.",
        "Crews left, the cook added.",
        "“Crews have left the place,” the cook added.",
        "The cook noted: crews left.",
        "Researchers found that crews left.",
        "The study found 900 crews.",
        "Ada Example found crews gone.",
        "UNHCR figures show 900 crews.",
        "The agency mentioned 900 crews.",
        "“Crews have left the place,” the cook barked.",
        "“Have the crews left the place?” the cook wondered aloud.",
        "''Crews have left the place,'' the cook said.",
        "Crews left, the cook related on Thursday.",
        "His bookkeeper grumbles that crews left.",
    ],
)
def test_a_verb_with_other_uses_reports(frame_of: FrameOf, text: str) -> None:
    assert len(frame_of(text).speeches) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The cook added salt.",
        "The agency added 900 beds.",
        "Workers found there were held.",
        "The rise suggests that crews left.",
        "Police took the workers found there.",
        "The men showed their papers.",
        "The claims that nobody left are new.",
    ],
)
def test_a_verb_with_other_uses_does_something_else(
    frame_of: FrameOf, text: str
) -> None:
    assert frame_of(text).speeches == ()


def test_joined_verbs_share_whom_they_are_of(frame_of: FrameOf) -> None:
    frame = frame_of("Ada Example left the room and said that crews left.")
    assert [s.profile.voice.name for s in frame.speeches] == ["Ada Example"]


def test_a_verb_behind_a_closed_quote_may_do_something_else(frame_of: FrameOf) -> None:
    assert frame_of("“Crews have left the place.” The cook wept.").speeches == ()
