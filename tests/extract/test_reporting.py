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
    ],
)
def test_a_verb_with_other_uses_does_something_else(
    frame_of: FrameOf, text: str
) -> None:
    assert frame_of(text).speeches == ()
