from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.frame import Frame
from tumen.extract.known_names import KnownNames
from tumen.extract.met_before import (
    body_before,
    by_pronoun,
    document_before,
    one_before,
    owner_of,
    same_role,
)
from tumen.extract.roll import Roll
from tumen.extract.source_phrase import Phrase
from tumen.extract.voices import Called, Profile
from tumen.records.claim import SpeakerKind, Voice
from tumen.records.span import Span

PhraseOf = Callable[[str], Phrase]


@pytest.fixture
def phrase_of(frame_of: Callable[[str], Frame]) -> PhraseOf:
    """Read the words before a report verb."""

    def read(words: str) -> Phrase:
        frame = frame_of(f"{words} said little.")
        span = Span(0, len(words))
        return Phrase.read(frame.analysis, span, frame.language.voices)

    return read


@pytest.fixture
def known(codebook: Codebook) -> KnownNames:
    return KnownNames(codebook)


@pytest.fixture
def roll() -> Roll:
    """A ministry, its memo, two residents and a waitress, cited in this order."""
    met = Roll()
    kind = SpeakerKind
    for name, speaker, role, group in (
        ("Toll Ministry", kind.INSTITUTION, "ministry", False),
        ("memo", kind.DOCUMENT, "memo", False),
        ("two residents", kind.ANONYMOUS, "resident", True),
        ("a waitress", kind.ANONYMOUS, "waitress", False),
    ):
        voice = Voice(name, speaker)
        met.cite(met.new(Called(voice, roles=frozenset({role}), group=group)))
    return met


def name_of(profile: Profile | None) -> str:
    return profile.voice.name if profile else ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("She", "a waitress"),
        ("He", ""),
        ("They", "two residents"),
        ("It", "memo"),
        ("A cook", ""),
    ],
)
def test_a_pronoun_stands_for_the_last_that_fits(
    phrase_of: PhraseOf, roll: Roll, words: str, name: str
) -> None:
    assert name_of(by_pronoun(phrase_of(words), roll)) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [("Her report", "a waitress"), ("Its report", "Toll Ministry")],
)
def test_what_is_somebodys_has_an_owner_met_before(
    phrase_of: PhraseOf, roll: Roll, words: str, name: str
) -> None:
    assert name_of(owner_of(phrase_of(words), roll)) == name


@pytest.mark.parametrize(("words", "name"), [("The memo", "memo"), ("A memo", "")])
def test_a_definite_document_is_the_one_before(
    phrase_of: PhraseOf, roll: Roll, words: str, name: str
) -> None:
    assert name_of(document_before(phrase_of(words), roll, is_data=False)) == name


def test_the_same_tables_are_of_the_last_that_makes_some(
    phrase_of: PhraseOf, roll: Roll
) -> None:
    found = document_before(phrase_of("The same tables"), roll, is_data=True)
    assert name_of(found) == "memo"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The ministry", "Toll Ministry"),
        ("The organisation", "Toll Ministry"),
        ("A ministry", ""),
        ("The road ministry", ""),
    ],
)
def test_a_body_is_meant_again_by_its_kind(
    phrase_of: PhraseOf, roll: Roll, words: str, name: str
) -> None:
    assert name_of(body_before(phrase_of(words), roll)) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The residents", "two residents"),
        ("The source", "a waitress"),
        ("The second source", ""),
    ],
)
def test_a_person_is_meant_again_by_role_or_as_the_last_one(
    phrase_of: PhraseOf, roll: Roll, known: KnownNames, words: str, name: str
) -> None:
    assert name_of(one_before(phrase_of(words), roll, known)) == name


def test_a_role_alone_does_not_reach_for_the_last_one(
    phrase_of: PhraseOf, roll: Roll, known: KnownNames
) -> None:
    assert same_role(phrase_of("The source"), roll, known) is None
