from collections.abc import Callable

from tumen.extract.attribution import link_at
from tumen.extract.frame import Frame
from tumen.extract.voice_features import VoiceCandidate, voice_candidates
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def candidates(frame: Frame, words: str) -> tuple[VoiceCandidate, ...]:
    start = frame.document.text.index(words)
    span = Span(start, start + len(words))
    return voice_candidates(frame, span, link_at(frame, span), None)


def names(found: tuple[VoiceCandidate, ...]) -> list[str]:
    return [c.speech.profile.voice.name if c.speech else "article" for c in found]


def test_the_page_itself_is_the_last_candidate(frame_of: FrameOf) -> None:
    found = candidates(frame_of("Crews left, according to experts."), "Crews left")
    assert names(found) == ["experts", "article"]


def test_each_voice_stands_once(frame_of: FrameOf) -> None:
    text = "Bea Example said rents rose. Example said fees rose. Crews left."
    assert names(candidates(frame_of(text), "Crews left")) == ["Bea Example", "article"]


def test_a_named_person_is_a_candidate_across_one_voice_not_two(
    frame_of: FrameOf,
) -> None:
    text = "Bea Example said rents rose. The embassy said fees rose. Crews left."
    more = text.replace("Crews", "A cook said pay fell. Crews")
    assert "Bea Example" in names(candidates(frame_of(text), "Crews left"))
    assert "Bea Example" not in names(candidates(frame_of(more), "Crews left"))


def test_a_pronoun_may_stand_for_a_person_before(frame_of: FrameOf) -> None:
    text = (
        "Bea Example said rents rose. The embassy said fees rose. "
        "A foreman said pay fell. She saw crews left."
    )
    assert "Bea Example" in names(candidates(frame_of(text), "crews left"))


def test_a_role_is_a_voice_of_its_own(frame_of: FrameOf) -> None:
    text = "A cook said rents rose. The foreman saw it. Crews left."
    assert {"a cook", "foreman"} <= set(names(candidates(frame_of(text), "Crews left")))


def test_a_country_may_speak(frame_of: FrameOf) -> None:
    text = "A cook said rents rose. Angola sent a note. Crews left."
    assert "Angola" in names(candidates(frame_of(text), "Crews left"))


def test_the_voice_cited_before_and_behind_is_told(frame_of: FrameOf) -> None:
    text = "A cook said rents rose. Crews left. The cook said fees rose."
    found = candidates(frame_of(text), "Crews left")
    cook = next(
        c for c in found if c.speech and c.speech.profile.voice.name == "a cook"
    )
    assert "order:True/True/False/after" in cook.evidence
    assert {"last:1/0", "following:1/0"} <= cook.evidence.keys()


def test_a_body_stays_one(frame_of: FrameOf) -> None:
    text = "The embassy said fees rose. Bea Example said rents rose. Crews left."
    assert "Bea Example" in names(candidates(frame_of(text), "Crews left"))


def test_the_voice_of_the_rules_is_marked(frame_of: FrameOf) -> None:
    found = candidates(frame_of("Crews left, according to experts."), "Crews left")
    assert "rules" in found[0].evidence
    assert "own/rules:False" in found[-1].evidence


def test_the_voice_of_the_rules_stands_there_however_far(frame_of: FrameOf) -> None:
    long = "“Crews left. Rents rose. Fees rose. Wages fell. Trains ran,” a cook said."
    assert "a cook" in names(candidates(frame_of(long), "Crews left"))
