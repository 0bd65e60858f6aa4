from collections.abc import Callable

import pytest

from tumen.extract.attribution import attribution_at
from tumen.extract.frame import Frame
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def speaker(frame: Frame, words: str) -> str:
    start = frame.document.text.index(words)
    return attribution_at(frame, Span(start, start + len(words))).voice.name


@pytest.mark.parametrize(
    "line",
    [
        "HOST: Good day. Our correspondent Ada Example is there.",
        "HOST: Good day. Reporter Example is with me.",
        "HOST: Good day. Ada Example has more.",
        "HOST: Good day. From Riga, Ada Example.",
        "HOST (Ada Example): Good day.",
    ],
)
def test_a_reporter_of_the_page_speaks_for_it(line: str, frame_of: FrameOf) -> None:
    talk = f"{line}\nEXAMPLE: Some 40 crews left."
    assert speaker(frame_of(talk), "40 crews left") == "article"


def test_a_reporter_signs_at_the_end(frame_of: FrameOf) -> None:
    talk = (
        "HOST: Good day.\nEXAMPLE: Some 40 crews left.\nAda Example, Radio Model, Riga."
    )
    assert speaker(frame_of(talk), "40 crews left") == "article"


def test_a_guest_whom_the_host_addresses_is_no_host(frame_of: FrameOf) -> None:
    talk = (
        "HOST: With me is a cook whom we call Example.\n"
        "HOST: Example, how many left?\nEXAMPLE: Some 40 crews left."
    )
    assert speaker(frame_of(talk), "40 crews left") == "Example"


INITIALS = (
    "Ada Example kept the books of a mill. Interview: Ida Model.\n"
    "IM: How many left?\nAE: Some 40 crews left.\n"
    "IM: And now?\nAE: Only 30 stayed.\nIM: Some 20 came back?\nAE: No."
)


@pytest.mark.parametrize(
    ("words", "name"), [("40 crews left", "Ada Example"), ("20 came back", "article")]
)
def test_initials_stand_for_a_name_and_who_asks_is_the_host(
    words: str, name: str, frame_of: FrameOf
) -> None:
    assert speaker(frame_of(INITIALS), words) == name


def test_a_legend_says_whose_a_letter_is(frame_of: FrameOf) -> None:
    talk = (
        "Ada Example, lawyer (E.); Ida Model, judge (M.).\n"
        "E.: Some 40 crews left.\nM.: Only 30 stayed."
    )
    assert speaker(frame_of(talk), "30 stayed") == "Ida Model"


def test_answers_belong_to_the_one_introduced_who_does_not_ask(
    frame_of: FrameOf,
) -> None:
    talk = (
        "Interview: Ida Model. Ada Example, a lawyer, has been there.\n"
        "Q: How many?\nA: Some 40 crews left."
    )
    assert speaker(frame_of(talk), "40 crews left") == "Ada Example"


def test_a_surname_in_small_letters_stands_for_the_name(frame_of: FrameOf) -> None:
    talk = (
        "Colonel Ada Example answers our readers.\n"
        "Q: How many?\nExample: Some 40 crews left.\nQ: Now?\nExample: None."
    )
    assert speaker(frame_of(talk), "40 crews left") == "Ada Example"


def test_a_title_is_enough_for_a_name(frame_of: FrameOf) -> None:
    talk = "Chair: Who begins?\nMr EXAMPLE (Inspectorate): Some 40 crews left."
    assert speaker(frame_of(talk), "40 crews left").lower() == "example"


def test_a_voice_is_that_of_the_one_told_of_before(frame_of: FrameOf) -> None:
    talk = (
        "HOST: We spoke to a welder who asked us to change his voice.\n"
        "VOICE: Some 40 crews left."
    )
    assert speaker(frame_of(talk), "40 crews left") == "a welder"


RECORDING = (
    "Anchor: Crews leave. Some 90 stayed.\n"
    "Report: The ministry said 80 left.\n"
    "[Sound bite: Prof. Ada Example, Model University (Korean)]\n"
    '"Some 40 crews left. They paid."\n'
    "In spring 70 crews came."
)


@pytest.mark.parametrize(
    ("words", "name"), [("40 crews left", "Ada Example"), ("70 crews came", "article")]
)
def test_a_recording_is_over_with_its_quote(
    words: str, name: str, frame_of: FrameOf
) -> None:
    assert speaker(frame_of(RECORDING), words) == name


@pytest.mark.parametrize("who", ["The professor", "She"])
def test_who_was_heard_is_meant_by_what_follows(who: str, frame_of: FrameOf) -> None:
    talk = RECORDING.replace("In spring 70", f"{who} said that 70")
    assert speaker(frame_of(talk), "70 crews came") == "Ada Example"


def test_the_role_on_a_label_is_no_subject(frame_of: FrameOf) -> None:
    talk = (
        "ANCHOR: Good day.\nREPORTER: The deadline was in May.\nHe said 40 crews left."
    )
    assert speaker(frame_of(talk), "40 crews left") != "REPORTER"
