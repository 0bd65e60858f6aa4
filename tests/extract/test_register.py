from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.frame import Frame
from tumen.extract.known_names import KnownNames
from tumen.extract.register import Register
from tumen.extract.voices import names_of
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


@pytest.fixture
def resolved(
    frame_of: FrameOf, codebook: Codebook
) -> Callable[[str, list[str]], list[str]]:
    """Resolve phrases of one text one after the other."""

    def resolve(text: str, phrases: list[str]) -> list[str]:
        frame = frame_of(text)
        voices = frame.language.voices
        register = Register(frame.analysis, KnownNames(codebook), voices, frozenset())
        starts = [text.index(phrase) for phrase in phrases]
        spans = [Span(s, s + len(p)) for s, p in zip(starts, phrases, strict=True)]
        found = [register.resolve(span) for span in spans]
        return [profile.voice.name for profile in found if profile is not None]

    return resolve


Resolve = Callable[[str, list[str]], list[str]]


def test_a_family_name_leads_to_the_full_name(resolved: Resolve) -> None:
    text = "Ada Example spoke. Later Example left."
    found = resolved(text, ["Ada Example", "Example left"[:7]])
    assert found == ["Ada Example", "Ada Example"]


def test_it_is_the_last_body(resolved: Resolve) -> None:
    assert resolved("UNHCR spoke. Then it left.", ["UNHCR", "it"]) == ["UNHCR"] * 2


def test_a_ministry_named_shortly_is_the_one_before(resolved: Resolve) -> None:
    text = "The Labour Ministry spoke. Then this ministry left."
    found = resolved(text, ["The Labour Ministry", "this ministry"])
    assert found == ["Russian Labor Ministry"] * 2


def test_a_pronoun_without_anybody_is_all_the_name_there_is(resolved: Resolve) -> None:
    assert resolved("Soon he left.", ["he"]) == ["he"]


def test_one_is_called_by_what_he_is_said_to_be(resolved: Resolve) -> None:
    assert resolved("One, a roofer, spoke.", ["One, a roofer"]) == ["a roofer"]


def test_the_agency_is_the_body_called_so_before(resolved: Resolve) -> None:
    text = "Seoul's spy agency spoke. The labour ministry left. The agency stayed."
    found = resolved(text, ["Seoul's spy agency", "The labour ministry", "The agency"])
    assert found[2] == "National Intelligence Service"


def test_another_body_of_the_same_kind_is_not_meant(resolved: Resolve) -> None:
    text = "The fishing ministry spoke. The road ministry left."
    found = resolved(text, ["The fishing ministry", "The road ministry"])
    assert found == ["fishing ministry", "road ministry"]


def test_part_of_a_listed_body_is_not_that_body(resolved: Resolve) -> None:
    text = "The food agency of the United Nations spoke."
    found = resolved(text, ["The food agency of the United Nations"])
    assert found == ["food agency of the United Nations"]


def test_a_name_given_behind_a_description_is_the_voice(resolved: Resolve) -> None:
    text = "A crane driver, who gave his name as Model, spoke."
    phrase = "A crane driver, who gave his name as Model"
    assert resolved(text, [phrase]) == ["Model"]


@pytest.mark.parametrize("phrase", ["On Sunday", "In April", "27 March", "2019"])
def test_times_and_numbers_are_nobody(
    frame_of: FrameOf, codebook: Codebook, phrase: str
) -> None:
    frame = frame_of(f"{phrase} said little.")
    register = Register(
        frame.analysis, KnownNames(codebook), frame.language.voices, frozenset()
    )
    assert register.resolve(Span(0, len(phrase))) is None


def test_a_report_is_known_again(resolved: Resolve) -> None:
    text = "A KINU report came. The report was long."
    assert resolved(text, ["A KINU report", "The report"]) == ["KINU report"] * 2


def test_no_phrase_is_an_unnamed_voice(frame_of: FrameOf, codebook: Codebook) -> None:
    frame = frame_of("Crews left.")
    register = Register(
        frame.analysis, KnownNames(codebook), frame.language.voices, frozenset()
    )
    found = register.resolve(None)
    assert found is not None
    assert found.voice.name == "unnamed"


def test_first_and_last_word_of_a_name_lead_to_it() -> None:
    assert names_of("Kim Il Example") == {"kim il example", "kim", "example"}


def test_the_same_tables_are_those_of_the_body_before(resolved: Resolve) -> None:
    text = "UNHCR spoke. The same tables came later."
    assert resolved(text, ["UNHCR", "The same tables"]) == ["UNHCR"] * 2


def test_a_month_may_be_a_first_name(resolved: Resolve) -> None:
    assert resolved("June Example spoke.", ["June Example"]) == ["June Example"]


def test_marks_before_a_given_name_name_nobody(resolved: Resolve) -> None:
    words = "’ (a man I will call"
    assert resolved(words, [words]) == []


@pytest.mark.parametrize(("name", "is_person"), [("October", False), ("Example", True)])
def test_a_month_named_twice_is_nobody(
    frame_of: FrameOf, codebook: Codebook, name: str, is_person: bool
) -> None:
    frame = frame_of(f"Crews met {name}. Later {name} came.")
    voices = frame.language.voices
    register = Register(frame.analysis, KnownNames(codebook), voices, frozenset())
    assert register.may_be_person(name) is is_person
