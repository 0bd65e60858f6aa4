"""Small places: by their region, with a word for a place, where the page leaves no doubt."""

import lzma

import msgspec
import pytest

from tumen.codebook.gazetteer import Gazetteer
from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.extract.places import PlaceMention, find_places
from tumen.extract.towns import find_towns
from tumen.records.span import Span

ROWS = (
    "region\tRU\tMade Oblast\t\t\t\tMade Oblast|Made region\t\t\t",
    "town\tRU\tInventsk\tMade Oblast\t56.00\t85.00\tInventsk\t\t\t",
    "small\tRU\t\tMade Oblast\t\t\tInventsk\t\t\t",
    "small\tRU\t\tPrimorsky Krai\t\t\tMadebay|Lesser Madebay\t\t\t",
    "small\tRU\t\tTomsk Oblast\t\t\tTwinville\t\t\t",
    "small\tRU\t\tPrimorsky Krai\t\t\tTwinville\t\t\t",
    "small\tCN\t\tJilin\t\t\tTwinville|Farport\t\t\t",
    "small\tMN\t\t\t\t\tSteppe Camp\t\t\t",
    "small\tRU\t\tPrimorsky Krai\t\t\tRoman\t\t\t",
)
PACKED = lzma.compress("".join(f"{row}\n" for row in ROWS).encode())
BUILT_IN = load_codebook("dprk-labour")
BOOK = msgspec.structs.replace(
    BUILT_IN, gazetteer=Gazetteer(countries=("RU", "CN", "MN"), packed=PACKED)
)


def towns(text: str, book: Codebook = BOOK) -> tuple[PlaceMention, ...]:
    window = Span(0, len(text))
    known = find_places(text, window.start, window.end, book)
    return find_towns(text, (window,), known, book)


def names(text: str) -> list[tuple[str, str]]:
    return [(m.span.quote(text), m.name) for m in towns(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They cut timber in Madebay, Russia.", ("Madebay", "Primorsky Krai")),
        ("Russia: the town of Madebay", ("Madebay", "Primorsky Krai")),
        ("in Russia, near the port of Madebay", ("Madebay", "Primorsky Krai")),
        ("near Lesser Madebay in Russia", ("Lesser Madebay", "Primorsky Krai")),
        ("A Russian mill in Madebay said so", ("Madebay", "Primorsky Krai")),
        ("tents at Steppe Camp in Mongolia", ("Steppe Camp", "Mongolia")),
        ("a mill in Inventsk, Russia", ("Inventsk", "Inventsk")),
        ("Russia's camps in Made region", ("Made region", "Made Oblast")),
    ],
)
def test_a_small_place_is_known_by_its_region_or_country(
    text: str, found: tuple[str, str]
) -> None:
    assert names(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "They cut timber in Madebay.",
        "They cut timber in Madebay, China.",
        "Madebay is in Russia",
        "In Russia a Madebay man spoke",
        "in Russia he worked in Madebay’s yard",
        "in Russia he worked in Madebay Works",
        "in Russia he believed in Roman",
        "in Russia, in madebay",
        "in Russia, in Madebays",
        "in Vladivostok",
    ],
)
def test_where_the_words_leave_doubt_there_is_no_place(text: str) -> None:
    assert names(text) == []


def test_the_places_of_a_list_are_all_found() -> None:
    found = names("In Russia they worked in Madebay, Lesser Madebay and Inventsk.")
    assert [words for words, _ in found] == ["Madebay", "Lesser Madebay", "Inventsk"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Russia, in Twinville", []),
        ("in China, in Twinville", ["Jilin"]),
        ("in Tomsk, Russia, and in Twinville", ["Tomsk Oblast"]),
        ("in Russia, in Twinville and in Madebay", ["Primorsky Krai"] * 2),
        ("in Russia and China, in Twinville", []),
    ],
)
def test_one_of_several_places_of_a_name_needs_its_region(
    text: str, found: list[str]
) -> None:
    assert [name for _, name in names(text)] == found


def test_a_listed_place_is_never_found_again() -> None:
    text = "in Vladivostok, Russia, and in Khasan"
    assert names(text) == []


def test_a_codebook_without_a_gazetteer_has_no_small_places() -> None:
    bare = msgspec.structs.replace(BUILT_IN, gazetteer=None)
    assert towns("in Madebay, Russia", bare) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They sew in Luchegorsk, Russia.", "Primorsky Krai"),
        ("In China they sew near Antu.", "Jilin"),
        ("A Russian yard in Surgut", "Surgut"),
        ("Cranes in Lobito, Angola", "Lobito"),
        ("In Russia’s Bryansk they met in Klintsy.", "Bryansk Oblast"),
    ],
)
def test_the_built_in_gazetteer(text: str, found: str) -> None:
    assert [mention.name for mention in towns(text, BUILT_IN)] == [found]
