import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import Quantity, find_amounts

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def read(text: str) -> tuple[Quantity, ...]:
    return find_amounts(text, 0, len(text), WORDS)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It lies 35 miles (56 km) away.", ["miles", "km"]),
        ("They pay 900 yuan, or about $130, a month.", ["CNY/month", "USD/month"]),
        ("They pay $130 (900 yuan).", ["USD", "CNY"]),
    ],
)
def test_conversions_are_twins(text: str, units: list[str]) -> None:
    first, second = read(text)

    assert ([first.unit, second.unit], second.twin_of) == (units, 0)


def test_a_twin_points_to_its_place_in_the_answer() -> None:
    assert [q.twin_of for q in read("Six men pay 900 yuan ($130).")] == [None, None, 1]


@pytest.mark.parametrize(
    "text", ["They pay 900 yuan ($130 million men).", "They pay 900 yuan (in 2019)."]
)
def test_a_twin_is_another_unit_of_the_same_kind(text: str) -> None:
    assert read(text)[0].unit == "CNY"


def test_one_in_five_is_a_share() -> None:
    (found,) = read("One worker in five fled.")

    assert (found.best, found.unit, found.form) == (20, "percent", "share_words")


def test_a_part_of_a_year_is_no_whole() -> None:
    assert [q.best for q in read("It took 30 of 2019.")] == [30]


def test_a_foreign_dollar_needs_its_sign_glued() -> None:
    assert [q.unit for q in read("a $40 fine and A$40")] == ["USD", "AUD"]


def test_numbers_of_a_series_are_left_out_together() -> None:
    assert read("Resolutions 2375 and 2397 passed.") == ()


@pytest.mark.parametrize(
    "text", ["The 9 men left.", "These nine men left.", "All nine men left."]
)
def test_things_already_spoken_of_are_marked(text: str) -> None:
    assert "definite" in read(text)[0].flags


def test_one_measured_with_a_rate_is_a_figure() -> None:
    assert [q.unit for q in read("They get one day off a month.")] == ["days/month"]


def test_a_percentage_names_its_whole() -> None:
    (found,) = read("They send over 70 percent of the money they earn.")

    assert (found.noun, found.low) == ("money", 70)


def test_a_percentage_without_a_whole_names_nothing() -> None:
    assert read("It rose 70 percent.")[0].noun is None


@pytest.mark.parametrize(
    "text",
    [
        "3. Men left.",
        "(2) Men left.",
        "Ri, 43, left.",
        "They met on May 3 and 8, 2019.",
    ],
)
def test_list_numbers_ages_and_days_are_left_out(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "quote", "flags"),
    [
        ("Some 3,000 more worked there.", "Some 3,000 more", ("bare", "more")),
        ("They were 11,000 in all.", "11,000 in all", ("bare", "total")),
        ("It had about 400 of them.", "about 400 of them", ("bare", "of_them")),
        ("By March there were 511.", "511", ("bare",)),
        ("They sent 300 more workers.", "300 more workers", ()),
        ("They sent 300 workers in all.", "300 workers", ()),
    ],
)
def test_a_number_whose_noun_is_left_out_is_marked(
    text: str, quote: str, flags: tuple[str, ...]
) -> None:
    (found,) = find_amounts(text, 0, len(text), WORDS)

    assert (found.span.quote(text), found.flags) == (quote, flags)


def test_one_year_at_a_time_is_a_duration() -> None:
    found = read("It is granted for one year at a time.")

    assert [(q.best, q.unit) for q in found] == [(1, "years")]


def test_two_ages_are_a_range() -> None:
    text = "They want men between 21 and 33 years old."

    (quantity,) = find_amounts(text, 0, len(text), WORDS)

    assert (quantity.low, quantity.high, quantity.form) == (21.0, 33.0, "age")
