from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.appositions import apposed
from tumen.extract.frame import Frame
from tumen.extract.known_names import KnownNames
from tumen.extract.register import Register
from tumen.extract.voices import Profile
from tumen.records.claim import SpeakerKind
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]
Apposed = Callable[[str, str], Profile | None]


@pytest.fixture
def apposed_in(frame_of: FrameOf, codebook: Codebook) -> Apposed:
    def find(text: str, words: str) -> Profile | None:
        frame = frame_of(text)
        places = frozenset({"vladivostok"})
        register = Register(
            frame.analysis, KnownNames(codebook), frame.language.voices, places
        )
        start = text.index(words)
        return apposed(register, Span(start, start + len(words)))

    return find


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A list by Open Model, a research group, came.", "a research group"),
        ("A research group, Open Model, came.", "A research group"),
    ],
)
def test_a_body_is_what_stands_beside_its_name(
    apposed_in: Apposed, text: str, words: str
) -> None:
    found = apposed_in(text, words)
    assert found is not None
    assert (found.voice.name, found.voice.kind) == (
        "Open Model",
        SpeakerKind.INSTITUTION,
    )
    assert {"group", "research"} <= found.roles


def test_one_name_beside_a_trade_is_a_person(apposed_in: Apposed) -> None:
    found = apposed_in("Babu, a welder, was there.", "a welder")
    assert found is not None
    assert (found.voice.name, found.voice.kind) == ("Babu", SpeakerKind.NAMED)


def test_a_name_begins_in_the_sentence_of_its_description(apposed_in: Apposed) -> None:
    found = apposed_in(
        "They left Oslo. Open Model, a research group, came.", "a research group"
    )
    assert found is not None
    assert found.voice.name == "Open Model"


@pytest.mark.parametrize(
    "text",
    [
        "According to Ada Example, a cook worked there.",
        "She asked Ada Example, a cook told us.",
    ],
)
def test_who_does_something_behind_a_comma_is_not_the_one_named_before(
    apposed_in: Apposed, text: str
) -> None:
    assert apposed_in(text, "a cook") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vladivostok, a city, lies there.", "a city"),
        ("Vladivostok, a guide said, is near.", "a guide"),
        ("A welder was there.", "A welder"),
        ("Babu, two welders and a cook came.", "two welders"),
        ("Babu, the welder said, came.", "the welder"),
    ],
)
def test_what_names_nobody_beside_it_is_nobody_named(
    apposed_in: Apposed, text: str, words: str
) -> None:
    assert apposed_in(text, words) is None
