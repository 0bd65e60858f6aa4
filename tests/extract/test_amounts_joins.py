import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import Quantity, find_amounts

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def read(text: str) -> tuple[Quantity, ...]:
    return find_amounts(text, 0, len(text), WORDS)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("$1.2-2.3 billion a year", 1.2e9, 2.3e9, "USD/year"),
        ("between $100 and $150", 100, 150, "USD"),
        ("10% to 15% of pay", 10, 15, "percent"),
        ("10 to 15 percent of pay", 10, 15, "percent"),
        ("from 20 to 30 men", 20, 30, "persons"),
        ("one or two thousand men", 1000, 2000, "persons"),
        ("four-to-five-year terms", 4, 5, "years"),
    ],
)
def test_ranges_share_scale_and_unit(
    text: str, low: float, high: float, unit: str
) -> None:
    (found,) = read(text)

    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "It fell from 900 to 120.",
        "It rose from 120 to 900.",
        "From 900 to fewer than 120 men stayed.",
    ],
)
def test_a_change_is_two_figures(text: str) -> None:
    assert [q.form for q in read(text)] == ["change_from", "change_to"]


@pytest.mark.parametrize(
    "text", ["It was cut by 20 percent to 3,800.", "They sent 9 to 4 camps."]
)
def test_numbers_of_different_things_are_no_range(text: str) -> None:
    assert [q.form for q in read(text)] != ["range"]


def test_years_joined_count_nothing() -> None:
    assert read("It ran 2018-19 and from 20 to 30 September.") == ()
