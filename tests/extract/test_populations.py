"""Groups of people: which one a noun phrase names."""

import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.populations import find_population, find_populations

CODEBOOK = load_codebook("dprk-labour")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("over 400 North Korean builders", "NK workers"),
        ("North Koreans in the city", "North Koreans"),
        ("some 90 North Korean soldiers", "NK soldiers"),
        ("forty police officers", "host officers"),
        ("North Korean workers on student visas", "NK workers on student visas"),
        ("North Korean loggers", "NK loggers"),
        ("migrant workers of all sorts", "workers of all nationalities"),
        ("North Korean refugees", "NK refugees"),
        ("two missionaries", "helpers"),
        ("a North Korean mechanic", "NK workers"),
        ("eleven plumbers from Pyongyang", "NK workers"),
        ("citizens of the Democratic People’s Republic of Korea", "North Koreans"),
        ("Uzbek crews", "Central Asian workers"),
        ("nine citizens of China", "Chinese workers"),
        ("a local woman", "Russian workers"),
        ("South Korean engineers and South Korean workers", "South Koreans"),
        ("thirty Ghanaian masons", "workers of other nationalities"),
        ("people from Serbia", "workers of other nationalities"),
    ],
)
def test_a_phrase_names_its_group(text: str, name: str) -> None:
    found = find_population(text, 0, len(text), CODEBOOK)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["the Ghanaian embassy", "hand it over", "workerless"])
def test_a_nation_or_a_part_of_a_word_names_nobody(text: str) -> None:
    assert find_populations(text, 0, len(text), CODEBOOK) == ()


def test_words_that_name_nobody_find_nothing() -> None:
    assert find_population("the weather was cold", 0, 20, CODEBOOK) is None


def test_all_groups_of_a_sentence_are_found_in_order() -> None:
    text = "Soldiers stood beside North Korean workers"
    names = [m.name for m in find_populations(text, 0, len(text), CODEBOOK)]
    assert names == ["NK soldiers", "NK workers"]


def test_only_the_window_is_searched() -> None:
    text = "soldiers and missionaries"
    found = find_population(text, 9, len(text), CODEBOOK)
    assert found is not None
    assert found.role == "helpers"
