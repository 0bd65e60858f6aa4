import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.load import load_codebook
from tumen.extract.amounts_grammar import grammar_of
from tumen.extract.amounts_tokens import cut
from tumen.extract.number_words import Number, digits_value, read_number

GRAMMAR = grammar_of(load_codebook("dprk-labour").languages["en"].numbers)


def read(text: str, at: int = 0, *, signed: bool = False) -> Number | None:
    return read_number(cut(text, 0, len(text)), at, GRAMMAR, signed=signed)


def value(text: str) -> float | None:
    found = read(text)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seven", 7),
        ("nineteen", 19),
        ("forty-two", 42),
        ("forty two", 42),
        ("three hundred", 300),
        ("three hundred and ten", 310),
        ("two thousand and five", 2005),
        ("two thousand three hundred", 2300),
        ("twelve thousand", 12_000),
        ("one hundred thousand", 100_000),
        ("one million two hundred thousand", 1_200_000),
        ("a hundred", 100),
        ("a dozen", 12),
        ("four dozen", 48),
        ("half a million", 500_000),
        ("three-quarters of a million", 750_000),
        ("one and a half", 1.5),
        ("two and a half million", 2_500_000),
        ("3.5", 3.5),
        ("12,500", 12_500),
        ("37-thousand", 37_000),
        ("1.2bn", 1.2e9),
        ("zero", 0),
    ],
)
def test_numbers_are_read_whole(text: str, expected: float) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text", ["men", "a man", "hundred", "a", "and", "half the men"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert read(text) is None


def test_units_after_units_are_another_number() -> None:
    assert (value("three four"), value("two ten")) == (3, 2)


def test_a_letter_scales_only_behind_a_sign_of_money() -> None:
    plain, money = read("5m"), read("5m", signed=True)

    assert plain
    assert money
    assert (plain.value, money.value) == (5, 5e6)


def test_the_tail_of_a_name_is_no_number() -> None:
    assert read("Covid-19", 2) is None
    assert read("represen-ten", 2) is None
    assert read("KN23", 1) is None


def test_outside_the_pieces_is_no_number() -> None:
    assert read("two", 1) is None


@given(st.integers(0, 10**12))
def test_digits_with_separators_keep_their_value(number: int) -> None:
    assert value(f"{number:,}") == number


def test_the_marks_of_the_language_are_taken_out() -> None:
    assert digits_value("1\u202f234,567.5", GRAMMAR) == 1234567.5


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 1/2 years", 3.5),
        ("3½ years", 3.5),
        ("3 ½ years", 3.5),
        ("3-1/2 years", 3.5),
        ("1 1/2 million won", 1_500_000),
        ("2 ¾ tons", 2.75),
        ("ten (10) workers", 10),
        ("19,000 (nineteen thousand) workers", 19000),
    ],
)
def test_parts_in_signs_and_restated_numbers_are_one_number(
    text: str, value: float
) -> None:
    number = read_number(cut(text, 0, len(text)), 0, GRAMMAR)

    assert number is not None
    assert number.value == value


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2019 1/2 of it", 1),
        ("ten (12) workers", 1),
        ("10 (10) workers", 1),
        ("10 (ten men", 1),
    ],
)
def test_other_numbers_behind_a_number_stay_apart(text: str, end: int) -> None:
    number = read_number(cut(text, 0, len(text)), 0, GRAMMAR)

    assert number is not None
    assert number.end == end


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("12-thousand-800 visits", 0, 12_800),
        ("13-and-a-half thousand rubles", 0, 13_500),
        ("another thousand men", 1, 1_000),
        ("the last hundred men", 2, 100),
        ("the hundred thousand men", 1, 100_000),
    ],
)
def test_scales_are_read_behind_hyphens_and_leading_words(
    text: str, at: int, expected: float
) -> None:
    number = read(text, at)

    assert number is not None
    assert number.value == expected


def test_a_scale_joined_to_a_word_is_no_number() -> None:
    assert read("the million-dollar plan", 1) is None
