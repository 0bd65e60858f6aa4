from collections.abc import Callable

import pytest

from tumen.extract.attribution import attribution_at
from tumen.extract.frame import Frame
from tumen.extract.transcripts import find_answers, find_turns
from tumen.extract.voices import LABELLED
from tumen.records.claim import SpeakerKind
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]

TALK = (
    "HOST (Ida Model): Our guest is Ada Example, a lawyer.\n"
    "EXAMPLE: About 640 North Koreans live in the hostel.\n"
    "They sleep in shifts.\n"
    "MODEL: And 90 left. The embassy says 70 left."
)


def speaker(frame: Frame, words: str) -> str:
    start = frame.document.text.index(words)
    return attribution_at(frame, Span(start, start + len(words))).voice.name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("About 640 North Koreans live", "Ada Example"),
        ("They sleep in shifts", "Ada Example"),
        ("And 90 left", "article"),
        ("70 left", "embassy"),
    ],
)
def test_a_turn_belongs_to_its_speaker_and_the_host_to_the_page(
    frame_of: FrameOf, words: str, name: str
) -> None:
    assert speaker(frame_of(TALK), words) == name


def test_a_guest_is_a_named_person(frame_of: FrameOf) -> None:
    frame = frame_of(TALK)
    guest = next(s for s in frame.speeches if s.cue.rule == LABELLED)
    assert guest.profile.voice.kind is SpeakerKind.NAMED


def test_a_paragraph_without_a_label_goes_on(frame_of: FrameOf) -> None:
    talk = frame_of(TALK)
    labels = [
        t.label.quote(TALK) for t in find_turns(talk.analysis, talk.language.voices)
    ]
    assert labels == ["HOST", "EXAMPLE", "EXAMPLE", "MODEL"]


def test_one_name_and_a_colon_is_a_heading(frame_of: FrameOf) -> None:
    heading = frame_of("NOTE: Crews left.\nCooks stayed.")
    assert find_turns(heading.analysis, heading.language.voices) == ()


def test_a_guest_never_spelled_out_keeps_the_label(frame_of: FrameOf) -> None:
    talk = "PRESENTER: Good day.\nMODEL: Some 40 crews left."
    assert speaker(frame_of(talk), "Some 40 crews left") == "Model"


INTERVIEW = (
    "A councillor, Ada Example, spoke with us.\n"
    "How many live there?\n"
    "Some 412 people. The firms reported 350.\n"
    "And the quota?\n"
    "There are 400 places.\n"
    "What do they earn?\n"
    "About 90 dollars."
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Some 412 people", "Ada Example"),
        ("350", "firms"),
        ("400 places", "Ada Example"),
        ("90 dollars", "Ada Example"),
    ],
)
def test_an_interview_without_labels_belongs_to_the_one_introduced(
    frame_of: FrameOf, words: str, name: str
) -> None:
    assert speaker(frame_of(INTERVIEW), words) == name


def test_two_questions_are_no_interview(frame_of: FrameOf) -> None:
    text = "Ada Example came.\nHow many?\nSome 412 people.\nAnd now?\nOnly 40 people."
    assert find_answers(frame_of(text).analysis) == ()


def test_letters_before_turns_may_end_with_a_full_stop(frame_of: FrameOf) -> None:
    talk = "Ada Example came.\nQ. How many?\nA. Some 40 crews left.\nQ. Now?\nA. None."
    assert speaker(frame_of(talk), "40 crews") == "Ada Example"


def test_a_recording_belongs_to_the_role_on_its_label(frame_of: FrameOf) -> None:
    talk = "VO: We counted 40 men.\nSOUND BITE, FORMER COOK: We were 30 women."
    frame = frame_of(talk)
    assert speaker(frame, "30 women") == "former cook"
    assert speaker(frame, "40 men") == "article"


QUESTIONS = (
    "Ada Example visited the camp.\n"
    "How many live there?\n"
    'Some 412 people. A cook asked: "Where is my pay, and where do I live?"\n'
    "Is the US concerned?\n"
    "There are 400 places.\n"
    "What do they earn?\n"
    "About 90 dollars."
)


@pytest.mark.parametrize("words", ["Some 412 people", "400 places", "90 dollars"])
def test_a_page_that_answers_its_own_questions_is_no_interview(
    frame_of: FrameOf, words: str
) -> None:
    assert speaker(frame_of(QUESTIONS), words) == "article"


def test_a_guest_who_speaks_of_himself_is_interviewed(frame_of: FrameOf) -> None:
    told = QUESTIONS.replace("There are", "I counted")
    assert speaker(frame_of(told), "90 dollars") == "Ada Example"


def test_letters_of_a_list_are_no_turns(frame_of: FrameOf) -> None:
    rooms = "Ada Example came.\nA. Some 40 crews left.\nA. Some 50 cooks stayed."
    assert speaker(frame_of(rooms), "40 crews") == "article"


@pytest.mark.parametrize("end", ["Only 30 stayed.", "Editor's note: 30 stayed."])
def test_what_follows_turns_of_one_paragraph_is_the_pages_own(
    end: str, frame_of: FrameOf
) -> None:
    talk = (
        "Ada Example came.\nQ: How many?\nA: Some 40 crews left.\n"
        f"Q: Now?\nA: None.\n{end}"
    )
    assert speaker(frame_of(talk), "30 stayed") == "article"


def test_the_label_of_a_turn_cites_nobody(frame_of: FrameOf) -> None:
    talk = (
        "Ida Model: Good day. Dr Ada Example is here.\nExample: Some 40 left.\n"
        "Model: Why?\nExample: Some 30 crews ran."
    )
    assert speaker(frame_of(talk), "30 crews") == "Ada Example"


def test_answers_may_stand_below_questions_without_a_label(frame_of: FrameOf) -> None:
    frame = frame_of(
        "Ada Example, a lawyer, talked with us.\nHow many left?\nA: Some 40 crews left.\n"
        "How many stayed?\nA: All UN states said 30 crews stayed.\n"
        "And here?\nA: Nine crews work here."
    )
    assert speaker(frame, "40 crews left") == "Ada Example"
    assert speaker(frame, "Nine crews work here") == "Ada Example"


def test_answers_without_a_question_are_letters_of_a_list(frame_of: FrameOf) -> None:
    frame = frame_of(
        "Ada Example, a lawyer, came.\nThere are two sorts.\nA: Some 40 crews left.\n"
        "B: 30 crews stayed.\nA: Nine crews work here."
    )
    assert speaker(frame, "40 crews left") == "article"
