from collections.abc import Callable

import pytest

from tumen.extract.date_mentions import OWN_VOICE, Placed, place_times, tense_of
from tumen.extract.figure_dates import PageTimes
from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]


def only(frame: Frame) -> Placed:
    (placed,) = place_times(PageTimes.of(frame))
    return placed


def tense(frame: Frame, word: str) -> str:
    words = [token.lower for token in frame.analysis.tokens]
    statements = frame.language.statements
    return tense_of(frame.analysis, words.index(word), statements)


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("Some 640 workers lived there.", "lived", "past"),
        ("Some 640 workers live there.", "live", "now"),
        ("Some 640 workers have left.", "left", "have"),
        ("Some 640 workers had left.", "left", "had"),
        ("Some 640 workers will leave.", "leave", "will"),
        ("Some 640 workers were held.", "held", "past"),
    ],
)
def test_helping_verbs_tell_the_time(
    frame_of: FrameOf, text: str, verb: str, told: str
) -> None:
    assert tense(frame_of(text), verb) == told


def test_words_without_a_verb_have_no_time(frame_of: FrameOf) -> None:
    frame = frame_of("Some 640 workers in Russia.")
    assert tense_of(frame.analysis, None, frame.language.statements) == "none"


def test_a_verb_without_a_subject_goes_on_with_the_one_before(
    frame_of: FrameOf,
) -> None:
    frame = frame_of("There are 640 workers in the town, mostly employed at mills.")
    assert tense(frame, "employed") == "part>now"
    frame = frame_of("They came, worked at the mills and left.")
    assert not tense(frame, "worked").startswith("part")


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Some 640 workers lived there in 2015.", ""),
        ("Some 640 workers live there, the ministry said on Monday.", "behind"),
        ("A report of 2015 said that some 640 workers live there.", "source"),
    ],
)
def test_a_time_may_belong_to_words_of_attribution(
    frame_of: FrameOf, text: str, cited: str
) -> None:
    assert only(frame_of(text)).cited == cited


def test_a_time_belongs_to_the_voice_whose_words_it_stands_in(
    frame_of: FrameOf,
) -> None:
    own = only(frame_of("Some 640 workers lived there in 2015."))
    cited = only(frame_of("The ministry said some 640 workers lived there in 2015."))
    assert (own.voice, cited.voice) == (OWN_VOICE, 0)


def test_a_time_inside_a_quotation_is_known_by_its_start(frame_of: FrameOf) -> None:
    quoted = only(frame_of("“Some 640 workers lived there in 2015,” she said."))
    assert quoted.quote == 0


def test_a_time_knows_the_verb_it_hangs_on(frame_of: FrameOf) -> None:
    placed = only(frame_of("Some 640 workers lived there in 2015."))
    assert placed.tense == "past"


def test_a_time_glued_to_the_last_word_of_a_page_is_held_by_it(
    frame_of: FrameOf,
) -> None:
    frame = frame_of('Crews left until"Monday')
    assert only(frame).token < len(frame.analysis.tokens)
