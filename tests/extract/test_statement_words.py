from tumen.codebook.load import load_codebook
from tumen.extract.regex_analyzer import RegexAnalyzer
from tumen.extract.statement_words import Word, keys_of, read_words
from tumen.records.span import Span

ENGLISH = load_codebook("dprk-labour").languages["en"]


def words_of(text: str) -> tuple[Word, ...]:
    analysis = RegexAnalyzer().analyze(text, (Span(0, len(text)),), ENGLISH.voices)
    return read_words(analysis, analysis.sentences[0], ENGLISH.statements)


def test_marks_and_possessives_are_no_words_but_commas_are() -> None:
    words = words_of("The firm's welder (40), asleep.")

    assert [min(word.forms, key=len) for word in words] == [
        "the", "firm", "welder", "40", ",", "asleep",
    ]  # fmt: skip


def test_a_word_has_every_base_form_that_its_ending_allows() -> None:
    (word,) = words_of("Stopped")
    assert {"stopped", "stop"} <= word.forms


def test_a_stem_finds_a_word_by_its_first_letters() -> None:
    (word,) = words_of("Camp")
    assert {"camp", "c*", "ca*"} == word.openings
    assert keys_of([word]) == {"camp", "ca*"}
