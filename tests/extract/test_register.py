from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.frame import Frame
from tumen.extract.known_names import KnownNames
from tumen.extract.register import Register, names_of
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
        return [register.resolve(span).voice.name for span in spans]

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


def test_a_pronoun_without_anybody_is_kept_as_written(resolved: Resolve) -> None:
    assert resolved("Soon he left.", ["he"]) == ["he"]


def test_a_report_is_known_again(resolved: Resolve) -> None:
    text = "A KINU report came. The report was long."
    assert resolved(text, ["A KINU report", "The report"]) == ["KINU report"] * 2


def test_no_phrase_is_an_unnamed_voice(frame_of: FrameOf, codebook: Codebook) -> None:
    frame = frame_of("Crews left.")
    register = Register(
        frame.analysis, KnownNames(codebook), frame.language.voices, frozenset()
    )
    assert register.resolve(None).voice.name == "unnamed"


def test_first_and_last_word_of_a_name_lead_to_it() -> None:
    assert names_of("Kim Il Example") == {"kim il example", "kim", "example"}
