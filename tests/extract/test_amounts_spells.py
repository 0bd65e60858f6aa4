import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts
from tumen.extract.amounts_grammar import grammar_of
from tumen.extract.amounts_spells import read_spell
from tumen.extract.amounts_tokens import cut

WORDS = load_codebook("dprk-labour").languages["en"].numbers
GRAMMAR = grammar_of(WORDS)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("three years and two months", 38.0, "months"),
        ("a year and four months", 16.0, "months"),
        ("two weeks and one day", 15.0, "days"),
        ("a day and a half", 1.5, "days"),
        ("two years and a half", 2.5, "years"),
    ],
)
def test_a_duration_in_two_parts_is_one(text: str, value: float, unit: str) -> None:
    spell = read_spell(cut(text, 0, len(text)), 0, GRAMMAR)

    assert spell is not None
    assert (spell[0].value, spell[1].name) == (value, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Her paper is valid for a month.", "months"),
        ("He waited less than a year.", "years"),
        ("The visa is for one year.", "years"),
        ("The article threatens up to one year of forced labour.", "years"),
    ],
)
def test_a_single_unit_is_a_duration_behind_words_that_say_so(
    text: str, unit: str
) -> None:
    (quantity,) = find_amounts(text, 0, len(text), WORDS)

    assert (quantity.low or quantity.high, quantity.unit) == (1.0, unit)


@pytest.mark.parametrize(
    "text",
    [
        "He left about a year ago.",
        "They meet twice a year.",
        "All are to leave within a month.",
        "He read to us for an hour.",
    ],
)
def test_other_single_units_count_nothing(text: str) -> None:
    assert find_amounts(text, 0, len(text), WORDS) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It costs two dollars fifty.", 2.5, "USD"),
        ("It costs one euro thirty-five an hour.", 1.35, "EUR/hour"),
        ("He got a year.", 1, "years"),
        ("They hold papers of one month.", 1, "months"),
        ("He waits for the one-year paper.", 1, "years"),
    ],
)
def test_sums_in_two_parts_and_terms_of_one_are_read(
    text: str, value: float, unit: str
) -> None:
    assert [(q.best, q.unit) for q in find_amounts(text, 0, len(text), WORDS)] == [
        (value, unit)
    ]


def test_a_sum_before_people_has_no_smaller_part() -> None:
    text = "They paid two dollars fifty men refused."

    assert [q.best for q in find_amounts(text, 0, len(text), WORDS)] == [2, 50]
