from tumen.codebook.load import load_codebook
from tumen.extract.element_words import stated_elements, words_of_elements
from tumen.extract.statement_words import Word
from tumen.records.span import Span

CODEBOOK = load_codebook("dprk-labour")
CUED, TOLD = words_of_elements(CODEBOOK)


def word(*forms: str) -> Word:
    return Word(frozenset(forms), 0, Span(0, 1), "")


def test_a_word_of_a_cue_speaks_for_its_element() -> None:
    assert "cond.unpaid" in CUED.of(word("arrears"))


def test_a_listed_word_speaks_for_its_element() -> None:
    assert "cond.housing" in TOLD.of(word("bunk"))


def test_a_word_of_few_elements_says_more() -> None:
    rare, common = TOLD.of(word("bunk")), TOLD.of(word("home"))
    assert rare["cond.housing"] > common["event.return"]


def test_any_form_of_a_word_will_do() -> None:
    assert TOLD.of(word("slept", "sleep")).keys() >= {"cond.housing"}


def test_a_stem_stands_for_its_words() -> None:
    assert "event.investigation" in TOLD.of(word("investigators"))


def test_what_must_not_stand_there_does_not_speak_for_it() -> None:
    assert "cond.payment_deferred" not in CUED.of(word("repatriating"))


def test_elements_that_are_only_counted_are_left_out() -> None:
    codes = {element.code for element in stated_elements(CODEBOOK)}
    assert "event.strike" in codes
    assert "geo.distance" not in codes
