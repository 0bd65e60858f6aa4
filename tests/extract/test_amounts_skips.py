import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts
from tumen.extract.amounts_grammar import grammar_of
from tumen.extract.amounts_skips import code_end, looks_like_year, series_end
from tumen.extract.amounts_tokens import cut

WORDS = load_codebook("dprk-labour").languages["en"].numbers
GRAMMAR = grammar_of(WORDS)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("02-724-2114", 5),
        ("07:46", 3),
        ("2020.02.05", 3),
        ("24/7", 3),
        ("120-150", None),
        ("120 men", None),
        ("1Zoo", 1),
        ("30km", None),
        ("5th", 1),
    ],
)
def test_codes_are_told_from_ranges(text: str, end: int | None) -> None:
    assert code_end(cut(text, 0, len(text)), 0, GRAMMAR) == end


def test_digits_behind_a_plus_are_a_telephone() -> None:
    assert code_end(cut("+82", 0, 3), 1, GRAMMAR) == 2


@pytest.mark.parametrize(
    ("text", "is_year"),
    [("2019", True), ("1,234", False), ("1850", False), ("men", False)],
)
def test_years_have_four_bare_digits(text: str, is_year: bool) -> None:
    assert looks_like_year(cut(text, 0, len(text)), 0) is is_year


def test_a_series_ends_before_a_number_that_counts() -> None:
    assert series_end(cut("and 8 men", 0, 9), 0, GRAMMAR) == 0
    assert series_end(cut("and 8.", 0, 6), 0, GRAMMAR) == 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("over 2000 men came", [2000]),
        ("2000 men came", [2000]),
        ("in 2000 men came", []),
        ("around 2010 it began", []),
        ("two years before", []),
        ("for two years before that", [2]),
    ],
)
def test_years_and_dates_give_way_to_what_counts(
    text: str, values: list[float]
) -> None:
    found = find_amounts(text, 0, len(text), WORDS)

    assert [q.low for q in found] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The cooks among them number 437.", 437.0),
        ("Shifts last 12 hours.", 12.0),
        ("For the first five months she got nothing.", 5.0),
    ],
)
def test_words_of_numbering_and_dating_may_be_verbs(text: str, value: float) -> None:
    (quantity,) = find_amounts(text, 0, len(text), WORDS)

    assert quantity.best == value


@pytest.mark.parametrize(
    "text",
    ["A cook of about forty spoke.", "He was 38 when he left.", "A man of 51 fell."],
)
def test_the_age_of_one_person_counts_nothing(text: str) -> None:
    assert find_amounts(text, 0, len(text), WORDS) == ()


def test_a_crew_has_a_number_and_no_age() -> None:
    text = "He leads a crew of 38."

    (quantity,) = find_amounts(text, 0, len(text), WORDS)

    assert quantity.best == 38.0


@pytest.mark.parametrize(
    ("text", "value"),
    [("By Friday 94 had left.", 94.0), ("In Ruritania 97 of them stayed.", 97.0)],
)
def test_a_number_behind_a_day_or_before_of_them_ends_no_name(
    text: str, value: float
) -> None:
    (quantity,) = find_amounts(text, 0, len(text), WORDS)

    assert quantity.best == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Their foreman earns his office 500,000 dollars a year.", [500_000]),
        ("He paid the office 450 dollars.", [450]),
        ("In that district 4,200 people were at work.", [4200]),
        ("It took the group 26 interviews.", []),
        ("See section 12.", []),
        ("Since July, 26 men of the crew wait.", [26]),
        ("On 31 December 2017 they held 30,023 and on 31 December 2018 11,490.",
         [30_023, 11_490]),
        ("It was 30,023 on 31 December 2017 and 11,490 a year later.",
         [30_023, 11_490]),
        ("In Kyoto 41 sew shirts.", [41]),
        ("In the Kansai Region 28 had papers.", [28]),
        ("Kyoto sent back 8, Osaka 90 up to June.", [8, 90]),
        ("The Model 3 was sold.", []),
        ("It leads with 268, followed by Kyoto (41) and Osaka (38).", [268, 41, 38]),
        ("(2) The second point.", []),
    ],
)  # fmt: skip
def test_numbers_behind_places_and_offices_count(
    text: str, values: list[float]
) -> None:
    found = find_amounts(text, 0, len(text), WORDS)

    assert [quantity.best for quantity in found] == values
