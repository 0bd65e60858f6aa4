from tumen.codebook.load import load_codebook
from tumen.extract.amounts_grammar import PERSONS, grammar_of
from tumen.extract.amounts_tokens import cut
from tumen.records.amount import Qualifier

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def test_the_words_are_compiled_once() -> None:
    assert grammar_of(WORDS) is grammar_of(WORDS)


def test_people_are_counted_as_persons() -> None:
    found = grammar_of(WORDS).units.ahead(cut("loggers", 0, 7), 0)

    assert found == (1, PERSONS)


def test_every_mark_of_the_words_is_a_qualifier() -> None:
    found = grammar_of(WORDS).marks.ahead(cut("at least", 0, 8), 0)

    assert found == (2, Qualifier.AT_LEAST)
