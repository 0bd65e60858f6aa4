from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame
from tumen.extract.suppositions import asks_for, find_conditions
from tumen.records.claim import Claim, Hedge

FrameOf = Callable[[str], Frame]
FiguresOf = Callable[[str], list[Claim]]
MEN = "North Korean workers"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If crews came, it would pay.", ["If crews came"]),
        ("It would pay if crews came.", ["if crews came"]),
        ("Unless crews come, it closes.", ["Unless crews come"]),
        ("Should the quota rise, it will pay.", ["Should the quota rise"]),
        ("Had crews come, it would have paid.", ["Had crews come"]),
        ("He was asked if crews came.", []),
        ("He asked the clerk if crews came.", []),
        ("He asked, if crews came, for a bed.", ["if crews came"]),
        ("Hundreds came, if not thousands.", []),
        ("If you add them up, there were 40 crews.", []),
        ("The crews had come, he said.", []),
        ("Had crews come?", []),
    ],
)
def test_what_is_a_condition(frame_of: FrameOf, text: str, found: list[str]) -> None:
    frame = frame_of(text)
    analysis = frame.analysis
    clauses = find_conditions(analysis, analysis.sentences[0], frame.language.voices)
    tokens = analysis.tokens
    assert [
        text[tokens[c.start].span.start : tokens[c.stop - 1].span.end] for c in clauses
    ] == found


@pytest.mark.parametrize(
    "text",
    [
        f"If 500 {MEN} lived here, the mill would stay open.",
        f"The mill would house 500 {MEN} if the ban were lifted.",
        f"Should 500 {MEN} live here, the mill will stay open.",
        f"If the ban were lifted, 500 {MEN} would live here.",
    ],
)
def test_what_hangs_on_a_condition_is_a_forecast(
    figures_of: FiguresOf, text: str
) -> None:
    claim = figures_of(text)[0]
    assert claim.hedge is Hedge.ESTIMATED
    assert "forecast" in claim.flags


def test_people_who_would_leave_are_planned(figures_of: FiguresOf) -> None:
    claim = figures_of(f"Another 500 {MEN} would be sent home.")[0]
    assert claim.hedge is Hedge.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        f"If it rains, the 500 {MEN} in Russia rest.",
        f"If the 500 {MEN} in Russia leave, the mill will close.",
        f"Some 500 {MEN} live in Russia and would not go home.",
        f"Some 500 {MEN} live in Russia and others would come.",
        "If it rains, they work 14 hours a day.",
    ],
)
def test_what_is_there_anyway_is_asserted(figures_of: FiguresOf, text: str) -> None:
    claim = figures_of(text)[0]
    assert claim.hedge is Hedge.ASSERTED
    assert "forecast" not in claim.flags


def test_nothing_asks_before_the_first_word(frame_of: FrameOf) -> None:
    frame = frame_of("If crews came, he left.")
    assert not asks_for(frame.analysis.tokens, 0, frame.language.voices)
