from collections.abc import Callable

import pytest

from tumen.extract.attribution import attribution_at
from tumen.extract.frame import Frame
from tumen.extract.hedges import HedgeReading, hedge_at
from tumen.records.claim import Hedge
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def hedge(frame: Frame, words: str) -> HedgeReading:
    start = frame.document.text.index(words)
    span = Span(start, start + len(words))
    return hedge_at(frame, span, attribution_at(frame, span))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 900 crews left", Hedge.ASSERTED),
        ("Some 900 crews are believed to be there", Hedge.ESTIMATED),
        ("It appears that crews left", Hedge.ESTIMATED),
        ("Some 900 crews allegedly left", Hedge.ALLEGED),
        ("The firm plans to send 900 builders", Hedge.PLANNED),
        ("He denied that crews left", Hedge.DENIED),
        ("Cooks doubted that crews left", Hedge.DENIED),
        ("There is no doubt that crews left", Hedge.ASSERTED),
        ("The firm dismissed the crews", Hedge.ASSERTED),
        ("In May 2023 some 900 crews left", Hedge.ASSERTED),
        ("Some 900 crews may leave", Hedge.ESTIMATED),
        ("She could not confirm that crews left", Hedge.ALLEGED),
    ],
)
def test_words_of_the_clause_decide(frame_of: FrameOf, text: str, found: Hedge) -> None:
    assert hedge(frame_of(f"{text}."), text).hedge is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The firm rejected the claim by cooks that crews left.", Hedge.DENIED),
        ("Cooks could not confirm reports that crews left.", Hedge.ALLEGED),
        ("The firm denied it, and cooks said that crews left.", Hedge.ASSERTED),
    ],
)
def test_what_a_clause_hangs_on_decides_next(
    frame_of: FrameOf, text: str, found: Hedge
) -> None:
    assert hedge(frame_of(text), "crews left").hedge is found


def test_a_verb_of_attribution_decides_next(frame_of: FrameOf) -> None:
    assert hedge(frame_of("Cooks suggested that crews left."), "crews left").hedge is (
        Hedge.ESTIMATED
    )


def test_hearsay_is_alleged(frame_of: FrameOf) -> None:
    frame = frame_of("Ada Example said she was told by cooks that crews left.")
    assert hedge(frame, "crews left").hedge is Hedge.ALLEGED


def test_what_is_still_to_come_is_a_forecast(frame_of: FrameOf) -> None:
    assert hedge(
        frame_of("The number will likely grow."), "The number will likely grow"
    ).is_forecast
