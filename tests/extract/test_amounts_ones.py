import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def found_in(text: str) -> list[float | None]:
    return [q.best for q in find_amounts(text, 0, len(text), WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        "One died in the shed.",
        "The mill reports one death since spring.",
        "One labourer was killed by the crane.",
        "One of them was caught at the station.",
        "Among the hurt was a crew from Oryong, one of them a Korean.",
        "They asked for refuge and one was granted.",
        "A wall fell and killed one North Korean.",
        "Deaths: one Korean.",
        "The inspectors know of one.",
        "They have more flights, up from one in the spring.",
    ],
)
def test_one_counts_with_what_became_of_a_person(text: str) -> None:
    assert found_in(text) == [1]


@pytest.mark.parametrize("text", ["They keep one percent.", "or one per cent of it"])
def test_one_percent_counts_wherever_it_stands(text: str) -> None:
    assert found_in(text) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "It has two halls in Ostrov and one in Lipno.",
        "Two came from the mill, one from the farm.",
        "They buried two Koreans and one Burmese.",
    ],
)
def test_one_counts_behind_another_number_in_the_same_words(text: str) -> None:
    assert found_in(text) == [2, 1]


@pytest.mark.parametrize(
    "text",
    [
        "No one died in the shed.",
        "The one who asked for asylum is a cook.",
        "One has to wait here.",
        "One of them told us so.",
        "The hall has one lamp.",
        "They know of one lamp.",
        "One in the crew sang.",
        "She killed one hour in the hall.",
    ],
)
def test_one_alone_counts_nothing(text: str) -> None:
    assert found_in(text) == []


def test_one_door_beside_forty_men_is_no_count() -> None:
    assert found_in("The hut has forty men, one lamp and one door.") == [40]
