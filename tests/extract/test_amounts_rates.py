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
