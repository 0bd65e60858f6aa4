import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts

WORDS = load_codebook("dprk-labour").languages["en"].numbers


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("over 900 yuan ($130)", ["over", "over"]),
        ("900 yuan (about $130)", ["exact", "about"]),
        ("between 900 and 950 yuan ($130)", ["between", "exact"]),
    ],
)
def test_a_twin_keeps_its_own_bound_or_takes_that_of_the_first(
    text: str, bounds: list[str]
) -> None:
    found = find_amounts(text, 0, len(text), WORDS)

    assert [q.qualifier.value for q in found] == bounds


def test_the_same_currency_in_brackets_is_no_twin() -> None:
    text = "$130 ($140)"

    assert [q.twin_of for q in find_amounts(text, 0, len(text), WORDS)] == [None, None]


def test_the_second_currency_is_flagged() -> None:
    text = "$130 (900 yuan)"

    assert find_amounts(text, 0, len(text), WORDS)[1].flags == ("converted_twin",)
