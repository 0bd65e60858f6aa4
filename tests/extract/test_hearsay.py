from collections.abc import Callable

import pytest

from tumen.extract.cues import find_cues
from tumen.extract.frame import Frame
from tumen.records.claim import Claim, Hedge

FrameOf = Callable[[str], Frame]
FiguresOf = Callable[[str], list[Claim]]
SO = "that 340 North Korean workers lived there"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (f"Ada Example was told by a foreman {SO}.", ("a foreman", "Ada Example")),
        (f"Ada Example heard from Ben Model, a cook, {SO}.", ("Ben Model", "Ada Example")),
        (f"Ada Example learned from two cooks {SO}.", ("two cooks", "Ada Example")),
        (f"The Gull Gazette was told by a cook {SO}.", ("a cook", "The Gull Gazette")),
        (f"The committee was informed by the ministry {SO}.", ("ministry", "committee")),
        (f"Reporters were told by a foreman {SO}.", ("a foreman",)),
        (f"I was told by a foreman {SO}.", ("a foreman",)),
        (f"This newspaper has learned from a foreman {SO}.", ("a foreman",)),
        ("Some 340 workers live there, we have learned from a cook.", ("a cook",)),
    ],
)  # fmt: skip
def test_who_told_it_is_the_voice_and_who_was_told_hands_it_on(
    figures_of: FiguresOf, text: str, chain: tuple[str, ...]
) -> None:
    claim = figures_of(text)[-1]
    assert claim.chain == (*chain, "The Invented Post")
    assert claim.speaker.name == chain[0]


@pytest.mark.parametrize(
    ("listener", "hedge"),
    [
        ("Ada Example", Hedge.ALLEGED),
        ("The committee", Hedge.ASSERTED),
        ("The Gull Gazette", Hedge.ASSERTED),
        ("Reporters", Hedge.ASSERTED),
    ],
)
def test_only_what_a_person_was_told_is_hearsay(
    figures_of: FiguresOf, listener: str, hedge: Hedge
) -> None:
    claim = figures_of(f"{listener} learned from a cook {SO}.")[-1]
    assert claim.hedge is hedge


def test_what_follows_the_sentence_is_no_hearsay(figures_of: FiguresOf) -> None:
    text = f"Ada Example was told by a foreman {SO}. They slept 14 to a room."
    assert figures_of(text)[-1].hedge is Hedge.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "The cooks learned from the mill.",
        "A story told by the men says much.",
        "Nothing was heard from the men since.",
        "“I was told by a cook that crews left.”",
    ],
)
def test_not_everybody_who_learns_hands_on_a_voice(
    frame_of: FrameOf, text: str
) -> None:
    frame = frame_of(text)
    words = frame.language.voices
    cues = find_cues(frame.analysis, 0, frame.quotes, words)
    assert [cue for cue in cues if cue.rule == "voice.told"] == []
