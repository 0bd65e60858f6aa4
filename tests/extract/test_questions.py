"""A number that is only asked about is flagged as unknown."""

from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame
from tumen.extract.questions import find_questions
from tumen.records.claim import Claim

FrameOf = Callable[[str], Frame]
FiguresOf = Callable[[str], list[Claim]]
MEN = "North Korean workers"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Asked if crews came, he left.", ["crews came"]),
        ("He asked the clerk if crews came.", ["crews came"]),
        ("She wondered whether crews came.", ["crews came"]),
        ("It is not known whether crews came and went.", ["crews came"]),
        ("If crews came, he asked why.", []),
        ("He asked, if crews came, for a bed.", []),
        ("He asked why crews came.", []),
        ("He slept there if crews came.", []),
    ],
)
def test_what_is_only_asked(frame_of: FrameOf, text: str, found: list[str]) -> None:
    analysis, words = frame_of(text).analysis, frame_of(text).language.voices
    tokens = analysis.tokens
    assert [
        text[tokens[c.start].span.start : tokens[c.stop - 1].span.end]
        for c in find_questions(analysis, analysis.sentences[0], words)
    ] == found


@pytest.mark.parametrize(
    "text",
    [
        f"Asked if 500 {MEN} lived there, the warden shrugged.",
        f"A visitor asked whether 500 {MEN} lived at the mill.",
        f"A visitor asked the warden whether 500 {MEN} lived at the mill.",
        f"It is unclear whether 500 {MEN} still live at the mill.",
    ],
)
def test_a_number_that_is_asked_about_is_not_known(
    figures_of: FiguresOf, text: str
) -> None:
    assert "unknown" in figures_of(text)[0].flags


@pytest.mark.parametrize(
    "text",
    [
        f"Asked whether the mill was open, the warden said that 500 {MEN} lived there.",
        f"Asked if the 500 {MEN} at the mill were paid, the warden shrugged.",
        f"If 500 {MEN} lived there, the mill would stay open.",
        f"500 {MEN} lived at the mill, and a visitor asked whether it was warm.",
    ],
)
def test_a_number_that_is_told_is_known(figures_of: FiguresOf, text: str) -> None:
    assert all("unknown" not in claim.flags for claim in figures_of(text))
