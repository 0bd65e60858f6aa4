import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts
from tumen.extract.amounts_grammar import grammar_of
from tumen.extract.amounts_terms import counted_behind, read_term
from tumen.extract.amounts_tokens import cut

WORDS = load_codebook("dprk-labour").languages["en"].numbers
GRAMMAR = grammar_of(WORDS)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("$40", "USD", 40),
        ("US$40", "USD", 40),
        ("₽5m", "RUB", 5e6),
        ("EUR 9", "EUR", 9),
    ],
)
def test_a_sign_of_money_belongs_to_its_number(
    text: str, unit: str, value: float
) -> None:
    term = read_term(cut(text, 0, len(text)), 0, GRAMMAR)

    assert term is not None
    assert term.sign is not None
    assert (term.sign.name, term.number.value) == (unit, value)


@pytest.mark.parametrize("text", ["$", "a $40", "men"])
def test_without_a_number_there_is_no_term(text: str) -> None:
    assert read_term(cut(text, 0, len(text)), 0, GRAMMAR) is None


def test_a_sign_settles_the_unit_and_takes_its_word_along() -> None:
    text = "$40 dollars a day"
    pieces = cut(text, 0, len(text))
    term = read_term(pieces, 0, GRAMMAR)

    assert term is not None
    counted = counted_behind(pieces, term.number.end, term.sign, GRAMMAR)
    assert (counted.unit, counted.end) == (term.sign, 3)


@pytest.mark.parametrize(
    "text", ["It was minus 31 outside.", "It was 31 below that night."]
)
def test_a_bare_number_below_zero_is_in_degrees(text: str) -> None:
    (quantity,) = find_amounts(text, 0, len(text), WORDS)

    assert (quantity.best, quantity.unit) == (-31.0, "degrees")


def test_a_number_below_another_is_none_of_degrees() -> None:
    text = "That is 31 below the plan."

    (quantity,) = find_amounts(text, 0, len(text), WORDS)

    assert (quantity.best, quantity.unit) == (31.0, None)
