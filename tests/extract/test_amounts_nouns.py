import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts
from tumen.extract.amounts_grammar import grammar_of
from tumen.extract.amounts_nouns import (
    rate_before,
    read_counted,
    read_rate,
    read_whole,
    skip_links,
)
from tumen.extract.amounts_tokens import cut

WORDS = load_codebook("dprk-labour").languages["en"].numbers
GRAMMAR = grammar_of(WORDS)


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("North Korean workers dispatched", "persons", 3),
        ("companies employing workers", "firms", 1),
        ("work visas", "visas", 2),
        ("visa applications", "applications", 2),
        ("consecutive days", "days", 2),
        ("of them", None, 0),
        ("toilets in", None, 1),
    ],
)
def test_the_first_known_plural_is_counted(
    text: str, unit: str | None, words: int
) -> None:
    counted = read_counted(cut(text, 0, len(text)), 0, GRAMMAR)
    noun = counted.noun or (0, 0)

    assert (counted.unit.name if counted.unit else None, noun[1] - noun[0]) == (
        unit,
        words,
    )


def test_a_hyphen_joins_the_unit_and_leaves_the_noun() -> None:
    text = "3-month tourist visa"
    counted = read_counted(cut(text, 0, len(text)), 1, GRAMMAR)

    assert counted.unit is not None
    assert (counted.unit.name, counted.joined, counted.noun) == ("months", True, (3, 5))


def test_a_hyphen_before_another_word_joins_nothing() -> None:
    text = "3-storey houses"

    assert read_counted(cut(text, 0, len(text)), 1, GRAMMAR).unit is None


def test_a_whole_may_be_a_single_noun() -> None:
    assert read_whole(cut("pay they", 0, 8), 0, GRAMMAR).noun == (0, 1)


def test_a_share_of_nothing_named_has_no_whole() -> None:
    assert read_whole(cut("they", 0, 4), 0, GRAMMAR).noun is None


def test_links_are_skipped() -> None:
    assert skip_links(cut("of the men", 0, 10), 0, GRAMMAR) == 2


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("a month", "month"),
        ("per person per month", "month"),
        ("a month per person", "month"),
        ("off per year", "year"),
        ("daily", "day"),
        ("per truck", "truck"),
    ],
)
def test_a_rate_names_what_it_is_per(text: str, per: str) -> None:
    found = read_rate(cut(text, 0, len(text)), 0, GRAMMAR)

    assert found is not None
    assert found[1] == per


def test_no_rate_is_none() -> None:
    assert read_rate(cut("a logger", 0, 8), 0, GRAMMAR) is None


def test_an_adverb_before_the_number_makes_a_rate_of_money_only() -> None:
    text = "a monthly wage of"
    pieces = cut(text, 0, len(text))
    money = GRAMMAR.words.units[[u.name for u in GRAMMAR.words.units].index("USD")]
    visas = GRAMMAR.words.units[[u.name for u in GRAMMAR.words.units].index("visas")]

    assert rate_before(pieces, 4, money, GRAMMAR) == "month"
    assert rate_before(pieces, 4, visas, GRAMMAR) is None


def test_an_adverb_of_the_sentence_before_makes_no_rate() -> None:
    text = "it came daily. The wage was"
    pieces = cut(text, 0, len(text))
    money = GRAMMAR.words.units[[u.name for u in GRAMMAR.words.units].index("USD")]

    assert rate_before(pieces, len(pieces), money, GRAMMAR) is None


def test_a_number_word_opens_an_amount_of_its_own() -> None:
    text = "The mill has 60 cooks, against 900 four years ago."

    found = find_amounts(text, 0, len(text), WORDS)

    assert [quantity.best for quantity in found] == [60.0, 900.0]
