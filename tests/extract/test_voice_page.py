from hypothesis import given
from hypothesis import strategies as st

from tumen.extract.voice_page import PageVoices, Turns
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


def test_voices_between_are_counted_up_to_so_many() -> None:
    assert PAGE.count_between(0, 4, 3) == 2
    assert PAGE.count_between(-1, 4, 1) == 1
    assert PAGE.count_between(3, 2, 3) == 0


def test_named_voices_count_as_well() -> None:
    assert PAGE.named_between(0, 3) == {1, 2}
    assert PAGE.named_between(0, 2) == {2}


def test_what_lies_between_is_found_once() -> None:
    assert PAGE.named_between(0, 3) is PAGE.named_between(0, 3)


def test_a_page_without_voices_has_none() -> None:
    assert PageVoices.of((), ()).most == 0


def test_what_is_told_near_keeps_the_order_of_the_page() -> None:
    named = speech(3, 2)
    page = PageVoices.of(CITED, (speech(2, 1), named))
    assert [*page.told_near(range(2, 4), None)] == [CITED[1], CITED[2], named]
    assert [*page.told_near(range(2, 4), CITED[0])] == [*CITED, named]
    assert [*page.told_near(range(2, 4), CITED[1])] == [CITED[1], CITED[2], named]


def test_what_a_transcript_cites_comes_last_in_the_page() -> None:
    page = PageVoices.of((CITED[2], CITED[0]), ())
    assert page.cited_in(range(5)) == [CITED[2], CITED[0]]


def test_a_cue_is_found_by_the_letters_it_begins_between() -> None:
    assert [*PAGE.cited_from(20, 30)] == [CITED[1]]
    assert [*PAGE.cited_from(30, 20)] == []


@given(st.lists(st.integers(0, 9)), st.integers(0, 10))
def test_turns_tell_what_is_cited_before_and_behind(
    sentences: list[int], asked: int
) -> None:
    cited = [speech(0, sentence) for sentence in sentences]
    before = [s for s in cited if s.cue.sentence < asked]
    behind = [s for s in cited if s.cue.sentence > asked]
    turns = Turns.of(cited)
    assert turns.before(asked) is (before[-1] if before else None)
    assert turns.behind(asked) is (behind[0] if behind else None)
