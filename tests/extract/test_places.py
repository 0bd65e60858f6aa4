"""Places: which one, and whether the words mean the place itself."""

import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.places import PlaceMention, contains, find_places

CODEBOOK = load_codebook("dprk-labour")


def places_in(text: str) -> tuple[PlaceMention, ...]:
    return find_places(text, 0, len(text), CODEBOOK)


@pytest.mark.parametrize(
    ("text", "name", "iso"),
    [
        ("a camp in the Far East of Russia", "Russian Far East", "RU"),
        ("sites in Primorye and beyond", "Primorsky Krai", "RU"),
        ("sewing halls in Dandong", "Dandong", "CN"),
        ("the North Korea-Russia border", "North Korea-Russia border", None),
        ("they arrived in the South in May", "South Korea", "KR"),
        ("Khasan station", "Khasan", "RU"),
        ("across St. Petersburg", "Saint Petersburg", "RU"),
    ],
)
def test_a_name_stands_for_its_place(text: str, name: str, iso: str | None) -> None:
    first = places_in(text)[0]
    assert (first.name, first.iso) == (name, iso)


@pytest.mark.parametrize(
    "text",
    ["Russian authorities refused", "Seoul said it was aware", "Chinese customs data"],
)
def test_an_adjective_or_a_speaking_capital_is_no_place(text: str) -> None:
    assert [mention.literal for mention in places_in(text)] == [False]


@pytest.mark.parametrize("text", ["an office in Moscow", "trains from Pyongyang"])
def test_a_capital_that_something_is_in_is_a_place(text: str) -> None:
    assert [mention.literal for mention in places_in(text)] == [True]


def test_the_north_korean_border_does_not_end_after_the_north() -> None:
    names = [mention.name for mention in places_in("near the North Korean border")]
    assert names == ["North Korea"]


@pytest.mark.parametrize("text", ["Russialand", "the Tumenese", "Perms"])
def test_part_of_a_word_is_no_name(text: str) -> None:
    assert places_in(text) == ()


def test_only_the_window_is_searched() -> None:
    text = "Dandong and Hunchun"
    assert [m.name for m in find_places(text, 8, len(text), CODEBOOK)] == ["Hunchun"]


def test_a_country_holds_its_towns_and_itself() -> None:
    assert contains(CODEBOOK, "Russia", "Vladivostok")
    assert contains(CODEBOOK, "Russia", "Russia")
    assert not contains(CODEBOOK, "China", "Vladivostok")
    assert not contains(CODEBOOK, "Russia", "Nowhere")


def test_every_place_lies_in_a_listed_one_and_no_finer_than_a_city() -> None:
    names = {place.name for place in CODEBOOK.places}
    levels = {place.level for place in CODEBOOK.places}
    assert {place.within for place in CODEBOOK.places} - {None} <= names
    assert levels <= {"world", "country", "region", "city", "border"}


def test_two_codebooks_are_kept_apart_and_one_is_compiled_once() -> None:
    assert places_in("in Russia") == places_in("in Russia")
