import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.analysis import Token
from tumen.extract.plain_words import may_hold_name, plain_words
from tumen.records.span import Span

CODEBOOK = load_codebook("dprk-labour")
SOURCES = CODEBOOK.languages["en"].voices.sources


def tokens(*words: str, pos: str = "NOUN") -> list[Token]:
    return [
        Token(span=Span(n, n + 1), text=w, lower=w.lower(), lemma=w, pos=pos, head=n)
        for n, w in enumerate(words)
    ]


@pytest.mark.parametrize("word", ["russia", "korean", "koreans", "interfax"])
def test_places_peoples_and_listed_names_are_plain(word: str) -> None:
    assert word in plain_words(CODEBOOK)


def test_words_of_a_longer_listed_name_are_not_plain() -> None:
    assert "ministry" not in plain_words(CODEBOOK)


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("Crews went with Ada Example .", True),
        ("Crews went to Russia on Sunday .", False),
        ("Crews told us what The Koreans earn .", False),
        ("“ Crews went home .", False),
        ("Crews went home .", False),
    ],
)
def test_a_capital_that_is_no_plain_word_may_be_a_name(
    sentence: str, may: bool
) -> None:
    words = tokens(*sentence.split())
    assert may_hold_name(words, plain_words(CODEBOOK), SOURCES) is may


def test_a_proper_noun_that_opens_a_sentence_may_be_a_name() -> None:
    assert may_hold_name(tokens("Ada", pos="PROPN"), frozenset(), SOURCES)
