import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts

WORDS = load_codebook("dprk-labour").languages["en"].numbers


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("nine in ten loggers", 90),
        ("one logger in five", 20),
        ("eight out of 10", 80),
        ("one in every four", 25),
        ("one in twenty", 5),
        ("seven of every ten zlotys", 70),
        ("four of ten had paid", 40),
    ],
)
def test_small_wholes_make_a_share(text: str, percent: float) -> None:
    (found,) = find_amounts(text, 0, len(text), WORDS)

    assert (found.best, found.unit) == (percent, "percent")


@pytest.mark.parametrize("text", ["two loggers in three rooms", "14 in 20 camps"])
def test_numbers_of_two_things_are_no_share(text: str) -> None:
    found = find_amounts(text, 0, len(text), WORDS)

    assert "percent" not in [q.unit for q in found]


def test_large_wholes_give_two_figures() -> None:
    text = "at least 40 of about 76 loggers"
    found = find_amounts(text, 0, len(text), WORDS)

    assert [(q.low, q.best, q.flags) for q in found] == [
        (40, None, ("part",)),
        (None, 76, ("whole",)),
    ]
