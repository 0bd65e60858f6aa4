from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.codebook.words_voices import SourceWords
from tumen.extract.frame import Frame
from tumen.extract.genders import gender_of, gender_of_words, may_be
from tumen.extract.voices import Profile
from tumen.records.claim import SpeakerKind, Voice


@pytest.fixture
def sources(codebook: Codebook) -> SourceWords:
    return codebook.languages["en"].voices.sources


def profile(name: str, gender: str = "", *roles: str) -> Profile:
    voice = Voice(name, SpeakerKind.NAMED)
    return Profile(number=0, voice=voice, roles=frozenset(roles), gender=gender)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("a waitress in Example Town", "she"),
        ("spokesman", "he"),
        ("Ada Modelova", "she"),
        ("Ivan Modelov", "he"),
        ("Kim Example", ""),
        ("Modelov", ""),
        ("", ""),
    ],
)
def test_a_word_or_the_end_of_a_family_name_tells(
    sources: SourceWords, name: str, gender: str
) -> None:
    assert gender_of(profile(name), sources) == gender


def test_what_the_page_told_goes_before_the_form_of_a_name(
    sources: SourceWords,
) -> None:
    assert gender_of(profile("Ivan Modelov", "she"), sources) == "she"


def test_a_role_tells_too(sources: SourceWords) -> None:
    assert gender_of(profile("Kim Example", "", "widow"), sources) == "she"


def test_the_last_word_that_tells_counts(sources: SourceWords) -> None:
    assert gender_of_words(("mr", "wife"), sources) == "she"


@pytest.mark.parametrize(("gender", "fits"), [("she", True), ("he", False), ("", True)])
def test_a_pronoun_stands_only_for_whom_it_may(
    sources: SourceWords, gender: str, fits: bool
) -> None:
    assert may_be(profile("Ada Modelova"), gender, sources) is fits


def test_anybody_untold_may_be_meant(sources: SourceWords) -> None:
    assert may_be(profile("Kim Example"), "he", sources)


def test_an_owner_tells_nothing_of_what_is_his(
    frame_of: Callable[[str], Frame],
) -> None:
    text = "K. said crews left. His lawyer, Ada Example, objected. She said nine left."
    assert [s.profile.voice.name for s in frame_of(text).speeches][-1] == "Ada Example"
