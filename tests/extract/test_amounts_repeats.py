import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def read(text: str) -> list[tuple[float | None, str | None]]:
    return [(q.best, q.unit) for q in find_amounts(text, 0, len(text), WORDS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The night train runs twice a week.", (2, "trains/week")),
        ("Once a month a plane lands here.", (1, "flights/month")),
        ("The bus to the mill goes four times a day.", (4, "buses/day")),
        ("Air Koryo comes three times a week.", (3, "flights/week")),
    ],
)
def test_what_goes_so_often_is_counted(text: str, expected: tuple[float, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They wash twice a week.",
        "The train is late. They wash twice a week.",
        "The train stopped twice.",
        "They waited for a bus and washed twice a week.",
        "They walk to the train twice a week.",
    ],
)
def test_what_is_done_so_often_is_no_count(text: str) -> None:
    assert read(text) == []


def test_other_times_keep_their_unit() -> None:
    assert read("They wash three times a week.") == [(3, "times/week")]
