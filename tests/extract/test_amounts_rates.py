import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def units(text: str) -> list[str | None]:
    return [q.unit for q in find_amounts(text, 0, len(text), WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        "They worked 16 hours a day in summer and 13 hours in winter.",
        "They worked 16 hours a day in summer, but only 13 hours in winter.",
        "They worked 16 hours a day or 13 hours on Sundays.",
        "They rested 16 hours a day, and 13 hours on feast days.",
    ],
)
def test_a_rate_is_lent_along_a_row(text: str) -> None:
    assert units(text) == ["hours/day", "hours/day"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They worked 16 hours a day. The bus took 3 hours.", "hours"),
        ("They worked 16 hours a day and got home after a ride of 3 hours.", "hours"),
        ("They worked 16 hours a day for 3 hours.", "hours"),
        ("They worked 16 hours a day and 6 months passed.", "months"),
        ("They got $90 a month and $20.", "USD"),
        ("They worked from 8 a.m. to 9 p.m. and 3 hours more.", "hours"),
    ],
)
def test_other_amounts_behind_a_rate_keep_their_unit(text: str, unit: str) -> None:
    assert units(text)[1] == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The yard pays 12 euros for an hour.", "EUR/hour"),
        ("He was given 90 roubles the kilo.", "RUB/kg"),
        ("She pays 300 roubles for a square metre of wall.", "RUB/square metre"),
        ("It sends $20,000 a quarter.", "USD/quarter"),
        ("It pays 400 dinars for a man per month.", "KWD/month"),
        ("They rest two days in the year.", "days/year"),
        ("They have one Sunday in the month.", "days/month"),
        ("They get a dollar a day.", "USD/day"),
        ("They have a day off each month.", "days/month"),
        ("A flight has 180 beds per flight.", "beds/flight"),
    ],
)
def test_a_rate_may_be_told_by_the_kind_of_amount(text: str, unit: str) -> None:
    assert units(text) == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They spent eight years in the dormitory.", "years"),
        ("A firm pays 500 dollars for a man.", "USD"),
        ("It took 40 men for an hour.", "persons"),
    ],
)
def test_other_things_behind_an_amount_are_no_rate(text: str, unit: str) -> None:
    assert units(text) == [unit]
