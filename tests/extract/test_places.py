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


@pytest.mark.parametrize(
    "text",
    [
        "the Moscow government",
        "Beijing’s foreign ministry",
        "in Moscow's view",
        "in Moscow's own interest",
        "with the consent of Beijing",
        "orders from Pyongyang",
        "pressure from Beijing",
        "an ally of Moscow",
        "on behalf of Pyongyang",
        "in Moscow-backed areas",
        "a request to Moscow",
    ],
)
def test_a_capital_beside_what_a_state_has_is_no_place(text: str) -> None:
    assert [mention.literal for mention in places_in(text)] == [False]


def test_two_capitals_with_ties_are_no_places() -> None:
    mentions = places_in("ties between Moscow and Pyongyang")
    assert [mention.literal for mention in mentions] == [False, False]


def test_two_capitals_in_which_something_is_are_places() -> None:
    mentions = places_in("hostels in Moscow and Beijing")
    assert [mention.literal for mention in mentions] == [True, True]


def test_what_a_capital_says_after_a_place_is_no_place() -> None:
    mentions = places_in("In Moscow, Pyongyang said nothing")
    assert [mention.literal for mention in mentions] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "an office in Moscow",
        "trains from Pyongyang",
        "the outskirts of Moscow",
        "men flew to Moscow",
        "the embassy in Moscow",
    ],
)
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
