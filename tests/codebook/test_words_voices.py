"""Words that lead to voices and tell their kind."""

import tomllib

import msgspec
import pytest

from tumen.codebook.load import DATA, load_codebook
from tumen.codebook.words_voices import VoiceWords
from tumen.records.claim import Hedge

WORDS = load_codebook("dprk-labour").languages["en"].voices
CUES, SOURCES = WORDS.cues, WORDS.sources


def test_an_unknown_key_is_refused() -> None:
    file = DATA / "languages" / "en" / "voices.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8")) | {"colour": "red"}
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(table, VoiceWords)


@pytest.mark.parametrize(
    "hedges",
    [set(WORDS.hedges), set(CUES.report_verbs.values()) - {""},
     set(CUES.claim_nouns.values()) - {""}],
    ids=["words", "verbs", "nouns"],
)  # fmt: skip
def test_hedges_are_those_of_the_records(hedges: set[str]) -> None:
    assert hedges
    assert hedges <= set(Hedge)


@pytest.mark.parametrize(
    "verbs",
    [CUES.weak_report_verbs, CUES.strict_report_verbs, CUES.evidence_verbs],
    ids=["weak", "strict", "evidence"],
)
def test_verbs_with_conditions_are_report_verbs(verbs: frozenset[str]) -> None:
    assert verbs
    assert verbs <= set(CUES.report_verbs)


@pytest.mark.parametrize("verb", ["say", "tell", "report", "estimate", "deny"])
def test_the_plainest_report_verbs_are_there(verb: str) -> None:
    assert verb in CUES.report_verbs


def test_an_estimate_and_a_denial_are_hedged_as_such() -> None:
    assert CUES.report_verbs["estimate"] == "estimated"
    assert CUES.report_verbs["deny"] == "denied"


def test_a_pronoun_stands_for_one_or_for_many() -> None:
    assert {"he", "she"} <= SOURCES.singular_pronouns
    assert "they" in SOURCES.plural_pronouns
    assert not SOURCES.singular_pronouns & SOURCES.plural_pronouns


def test_abbreviations_have_their_full_stop() -> None:
    assert [word for word in WORDS.abbreviations if not word.endswith(".")] == []


def test_forms_lead_to_base_forms_that_are_no_forms_themselves() -> None:
    bases = set(WORDS.irregular.values())
    again = {base for base in bases if WORDS.irregular.get(base, base) != base}
    assert again == set()


def test_a_report_without_a_name_is_called_after_its_maker() -> None:
    assert WORDS.report_of.count("{}") == 1


@pytest.mark.parametrize("name", ["persons", "institutions", "documents", "data"])
def test_nouns_of_voices_are_lower_case(name: str) -> None:
    nouns = getattr(SOURCES, name)
    assert nouns
    assert [noun for noun in nouns if noun != noun.lower()] == []


def test_what_makes_a_stock_never_makes_a_flow() -> None:
    classes = WORDS.verb_classes
    assert set(classes) == {"stative", "eventive", "momentary", "either"}
    assert not classes["stative"] & (classes["eventive"] | classes["momentary"])


def test_every_hedge_but_the_plain_one_has_words() -> None:
    assert set(WORDS.hedges) == set(Hedge) - {Hedge.ASSERTED}


@pytest.mark.parametrize("name", ["stative", "eventive", "momentary", "either"])
def test_each_class_of_verbs_has_members(name: str) -> None:
    assert WORDS.verb_classes[name]


def test_words_stand_in_lower_case() -> None:
    words = {*WORDS.irregular, *WORDS.verbs, *WORDS.cues.report_verbs}
    assert {word for word in words if word != word.lower()} == set()
