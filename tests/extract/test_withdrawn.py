from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame
from tumen.records.claim import Claim, Hedge

FrameOf = Callable[[str], Frame]
FiguresOf = Callable[[str], list[Claim]]
MEN = "North Korean workers"


def hedges(claims: list[Claim]) -> dict[float | None, str]:
    return {c.amount.best: c.hedge.value for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        f"An earlier version said 640 {MEN} lived in Russia; it is 460.",
        f"An earlier version gave the number of {MEN} as 640. The correct number is 460.",
        f"Some 460 {MEN} live in Russia (corrects figure from 640).",
        f"There are 460 {MEN} in Russia, not 640.",
        f"There are not 640 {MEN} in Russia; there are 460.",
        f"The mill wrongly said that 640 {MEN} lived in Russia. There were 460.",
        f"CORRECTION: We wrote that 640 {MEN} lived in Russia. There are 460.",
        f"We wrote that 640 {MEN} live in Russia. The figure was wrong. There are 460.",
        f"The figure of 640 {MEN} was wrong; there are 460 {MEN} in Russia.",
        f"An earlier version said 640 {MEN} lived in Russia. That was the plan for 2022. "
        "The number is 460.",
        f"An earlier version said 640 {MEN} lived in Russia. That was not the count for "
        "2022. The number is 460.",
        f"The mill corrected the number of {MEN} in Russia from 640 to 460.",
    ],
)
def test_what_is_taken_back_is_denied_and_the_right_number_is_not(
    figures_of: FiguresOf, text: str
) -> None:
    assert hedges(figures_of(text)) == {640: Hedge.DENIED, 460: Hedge.ASSERTED}


@pytest.mark.parametrize(
    "text",
    [
        f"Hundreds of {MEN}, if not 640, live in Russia.",
        f"Police wrongly took 640 {MEN} in Russia for tourists.",
        f"Russia withdrew the papers of {MEN} from 640 sites.",
        f"At 640 of the sites of {MEN} in Russia something was wrong.",
        f"As we wrote in May, 640 {MEN} live in Russia.",
        f"The number of {MEN} in Russia fell from 900 to 640.",
        f"An earlier version said 640 {MEN} lived in Russia. That was the count for 2022.",
    ],
)
def test_what_is_not_taken_back_stands(figures_of: FiguresOf, text: str) -> None:
    assert hedges(figures_of(text))[640] == Hedge.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said crews left.",
        "This article originally said crews left.",
    ],
)
def test_an_older_state_of_the_page_is_no_voice(frame_of: FrameOf, text: str) -> None:
    assert frame_of(text).speeches == ()
