from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.also_named import Naming, find_namings
from tumen.extract.frame import Frame
from tumen.extract.known_names import KnownNames
from tumen.extract.register import Register
from tumen.records.claim import SpeakerKind

FrameOf = Callable[[str], Frame]
NAMED, PSEUDONYMOUS = SpeakerKind.NAMED, SpeakerKind.PSEUDONYMOUS


@pytest.fixture
def namings_in(frame_of: FrameOf, codebook: Codebook) -> Callable[[str], list[Naming]]:
    def find(text: str) -> list[Naming]:
        frame = frame_of(text)
        register = Register(
            frame.analysis,
            KnownNames(codebook),
            frame.language.voices,
            frozenset({"vladivostok"}),
        )
        return list(find_namings(register))

    return find


@pytest.mark.parametrize(
    ("text", "described", "name", "kind"),
    [
        ("A cook at the camp, whom we call Babu, left.", "cook", "Babu", PSEUDONYMOUS),
        (
            "One of the men, whom the paper calls Mr. Babu, left.",
            "One",
            "Babu",
            PSEUDONYMOUS,
        ),
        ("According to a former cook, Mr Babu, 40 left.", "cook", "Babu", NAMED),
        (
            "An analyst reached in Riga, Ada Example, said so.",
            "analyst",
            "Ada Example",
            NAMED,
        ),
        (
            "So says the police chief, Colonel Ada Example.",
            "chief",
            "Ada Example",
            NAMED,
        ),
        ("He met a cheerful man named Babu there.", "man", "Babu", NAMED),
        ("A cook who gave the name Babu said so.", "cook", "Babu", NAMED),
        ("He is Ada Example. Example laughed.", "He", "Ada Example", NAMED),
    ],
)
def test_a_description_gets_the_name_beside_it(
    namings_in: Callable[[str], list[Naming]],
    text: str,
    described: str,
    name: str,
    kind: SpeakerKind,
) -> None:
    (naming,) = namings_in(text)
    assert naming.described.quote(text) == described
    assert (naming.name, naming.kind) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "A cook left for Vladivostok, Ada Example said.",
        "Two cooks, Mr Babu and his wife, left.",
        "The cook was in the canteen, Mr Babu.",
        "A cook, Vladivostok, Monday.",
        "A cook, Babu, left.",
        "The mill, Ada Example, left.",
        "A cook at the camp called Dom left.",
        "An official of the camp, called Nord, left.",
        "A worker at the plant of the tycoon, Ada Example, left.",
        "The guest was Ada Example, and Example left.",
        "He is Roman Catholic.",
    ],
)
def test_no_name_is_given_to_others(
    namings_in: Callable[[str], list[Naming]], text: str
) -> None:
    assert namings_in(text) == []


def test_what_a_person_said_before_is_theirs_once_they_are_named(
    frame_of: FrameOf,
) -> None:
    text = (
        "The hall took in 20 women, its owner told deputies. They work ten hours"
        " and, said the owner, Ada Example, learn much."
    )
    names = [speech.profile.voice.name for speech in frame_of(text).speeches]
    assert names == ["Ada Example", "Ada Example"]


def test_a_stranger_of_the_same_trade_stays_one(frame_of: FrameOf) -> None:
    text = "In May a worker named Babu died. A worker said 40 left. He said 30 hid."
    names = {speech.profile.voice.name for speech in frame_of(text).speeches}
    assert names == {"a worker"}


def test_what_another_owner_said_long_before_stays_his(frame_of: FrameOf) -> None:
    text = (
        "At the depot the owner said 90 came.\n\nIt rained.\n\nNobody left.\n\n"
        "The owner, Ada Example, said 40 came."
    )
    first, *_ = frame_of(text).speeches
    assert first.profile.voice.name == "owner"


def test_a_group_stays_a_group(frame_of: FrameOf) -> None:
    text = "The owners said 40 left. The owner, Ada Example, said nothing."
    first = frame_of(text).speeches[0].profile
    assert (first.voice.name, first.group) == ("owners", True)


def test_a_named_person_keeps_the_trade(frame_of: FrameOf) -> None:
    speech = frame_of("A cook, whom we call Babu, said 40 left.").speeches[0]
    assert speech.profile.voice.kind is PSEUDONYMOUS
    assert "cook" in speech.profile.roles
