from collections.abc import Callable

from tumen.extract.frame import Frame
from tumen.extract.voice_named import named
from tumen.extract.voices import MENTIONED, SUBJECT

FrameOf = Callable[[str], Frame]


def features(frame: Frame, name: str) -> set[str]:
    speech = next(
        s
        for s in (*frame.speeches, *frame.mentions)
        if s.profile.voice.name.endswith(name)
    )
    return set(named(frame, speech, "here"))


def test_counted_people_are_told_from_a_witness(frame_of: FrameOf) -> None:
    frame = frame_of("The mill paid for 40 men from the coast, a trader noticed.")
    counted = features(frame, "men from the coast")
    witness = features(frame, "trader")
    assert f"named:digits/{MENTIONED}" in counted
    assert f"named:a/{SUBJECT}" in witness
    assert "led:for" in counted


def test_a_cited_voice_is_told_by_its_name(frame_of: FrameOf) -> None:
    text = "Snow fell, Ada Example said on Monday."
    found = features(frame_of(text), "Ada Example")
    assert "named:PROPN/cited" in found
    assert {"named-at:3/here/cited", "led:PUNCT"} <= found


def test_nothing_stands_before_the_first_words(frame_of: FrameOf) -> None:
    found = features(frame_of("A trader said the mill had closed."), "trader")
    assert "named-at:0/here/cited" in found
    assert not any(f.startswith("led:") for f in found)
