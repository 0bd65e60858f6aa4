from tumen.extract.voice_page import PageVoices
from tumen.extract.voices import MENTIONED, Cue, Profile, Speech
from tumen.records.claim import SpeakerKind, Voice
from tumen.records.span import Span


def speech(number: int, sentence: int) -> Speech:
    anchor = Span(10 * sentence, 10 * sentence + 4)
    cue = Cue(sentence=sentence, anchor=anchor, source=None, scope=(), rule=MENTIONED)
    voice = Voice(f"voice {number}", SpeakerKind.NAMED)
    return Speech(cue=cue, profile=Profile(number=number, voice=voice))


CITED = (speech(0, 0), speech(1, 2), speech(0, 3))
PAGE = PageVoices.of(CITED, (speech(2, 1), speech(1, 4)))


def test_voices_are_found_by_the_sentence_that_cites_them() -> None:
    assert PAGE.cited_at[2] == [CITED[1]]
    assert 1 not in PAGE.cited_at


def test_only_cited_voices_are_counted() -> None:
    assert (PAGE.times, PAGE.most) == ({0: 2, 1: 1}, 2)


def test_voices_between_leave_out_both_ends() -> None:
    assert PAGE.cited_between(0, 3) == {1}
    assert PAGE.cited_between(0, 4) == {0, 1}
    assert PAGE.cited_between(3, 2) == frozenset()


def test_named_voices_count_as_well() -> None:
    assert PAGE.named_between(0, 3) == {1, 2}
    assert PAGE.named_between(0, 2) == {2}


def test_what_lies_between_is_found_once() -> None:
    assert PAGE.named_between(0, 3) is PAGE.named_between(0, 3)


def test_a_page_without_voices_has_none() -> None:
    assert PageVoices.of((), ()).most == 0
