import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.statement_cues import Classes, compile_cue

CODEBOOK = load_codebook("dprk-labour")
WORDS = CODEBOOK.languages["en"].statements
CLASSES = Classes.of(CODEBOOK.classes["en"])
CUES = (*WORDS.trends, *WORDS.unknowns, *WORDS.anaphors, *WORDS.counted)
PHRASES = (
    *WORDS.present,
    *WORDS.superlatives,
    *WORDS.unknown_phrases,
    *WORDS.conclusions,
)
SINGLE = WORDS.clause_breaks | WORDS.modals | WORDS.negatives | WORDS.habits


@pytest.mark.parametrize("cue", CUES)
def test_every_cue_can_be_read(cue: str) -> None:
    assert compile_cue(cue, CLASSES).text == cue


@pytest.mark.parametrize("code", sorted(set(WORDS.counted.values())))
def test_what_is_counted_may_be_a_condition(code: str) -> None:
    assert "condition" in CODEBOOK.elements[code].kinds


@pytest.mark.parametrize("phrase", [*PHRASES, *sorted(SINGLE), *WORDS.route_details])
def test_words_are_in_lower_case(phrase: str) -> None:
    assert phrase == phrase.lower()


@pytest.mark.parametrize("word", sorted(SINGLE))
def test_single_words_are_single(word: str) -> None:
    assert " " not in word
