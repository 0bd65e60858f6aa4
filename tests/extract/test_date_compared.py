from collections.abc import Callable
from datetime import date

import pytest

from tumen.extract.date_compared import number_dated_by
from tumen.extract.figure_dates import PageTimes
from tumen.extract.frame import Frame
from tumen.records.claim import Claim

FrameOf = Callable[[str], Frame]
FiguresOf = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In 2023 it fell to 300 from 900 a year earlier.", "900"),
        ("In 2023 it fell to 300 from 900 crews a year earlier.", "900"),
        ("There were 300 in 2023, and 900 a year earlier.", "900"),
        ("It has fallen to 300 from 900 in 2019.", "900"),
        ("Some 300 stayed, against 900 in 2019.", "900"),
        ("It fell from 900 to 300 in 2019.", None),
        ("It had 300 crews from 9 towns in 2019.", None),
        ("Crews came from 9 towns in 2019.", None),
        ("It was 900, up 300 in 2019.", None),
    ],
)
def test_a_time_behind_a_number_held_against_another_dates_it_alone(
    frame_of: FrameOf, text: str, number: str | None
) -> None:
    frame = frame_of(text)
    mention = PageTimes.of(frame).mentions[-1]
    place = number_dated_by(frame.analysis, mention, frame.language.voices)
    found = None if place is None else frame.analysis.tokens[place].text
    assert found == number


def test_each_number_has_the_days_it_was_counted_on(figures_of: FiguresOf) -> None:
    claims = figures_of(
        "By June 2023 the number of North Korean workers had fallen to 300"
        " from 900 a year earlier."
    )
    assert [claim.as_of.last for claim in claims] == [
        date(2023, 6, 30),
        date(2022, 6, 30),
    ]
