"""The file of small places: what is kept of a place, and what is left to others."""

import lzma

import msgspec
import pytest

from gazetteer.build import City, build
from tumen.codebook.gazetteer import open_towns
from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook

CODEBOOK = load_codebook("dprk-labour")


def city(
    name: str, people: int, *others: str, code: str = "59", iso: str = "RU"
) -> City:
    return City(
        name=name,
        countrycode=iso,
        admin1code=code,
        population=people,
        latitude=43.12345,
        longitude=131.9,
        alternatenames=list(others),
    )


def lines(*cities: City, codebook: Codebook = CODEBOOK) -> list[list[str]]:
    text = lzma.decompress(build(cities, codebook)).decode()
    rows = [line.split("\t") for line in text.splitlines()]
    return [row for row in rows if row[0] != "region"]


def test_of_a_small_place_only_the_region_is_kept() -> None:
    assert lines(city("Invented Bay", 900, "인벤티드", "Инвентово")) == [
        ["small", "RU", "", "Primorsky Krai", "", "", "Invented Bay", "인벤티드", "Инвентово", ""]
    ]  # fmt: skip


def test_a_large_one_is_named_with_a_position_no_finer_than_a_town() -> None:
    (row,) = lines(city("Inventsk", 150_000))
    assert row[:6] == ["town", "RU", "Inventsk", "Primorsky Krai", "43.12", "131.90"]


@pytest.mark.parametrize(
    "left_out",
    [
        city("Hamlet", 499),
        city("Elsewhere", 9_000, iso="FR"),
        city("Vladivostok", 600_000),
        city("Artëm", 102_300, "Artem"),
        city("Komsomolsk", 9_000, code="21"),
        city("Ust", 9_000),
        city("東京", 9_000),
    ],
    ids=lambda place: place.name,
)
def test_what_is_small_abroad_listed_or_unreadable_is_left_out(left_out: City) -> None:
    assert lines(left_out) == []


def test_a_part_of_a_listed_city_is_that_city() -> None:
    (row,) = lines(city("Maryino", 243_000, code="48"))
    assert (row[0], row[3]) == ("small", "Moscow")


def test_of_two_large_places_with_one_name_none_is_named() -> None:
    rows = lines(city("Inventsk", 150_000), city("Inventsk", 150_000, code="20"))
    assert [row[2] for row in rows] == ["", ""]


@pytest.mark.parametrize(
    ("name", "others", "kept"),
    [
        ("Inventskiy", (), "Inventsky|Inventskiy"),
        ("Novyy Invent", (), "Novy Invent|Novyy Invent"),
        ("Invŏn-ŭp", (), "Invon"),
        (
            "Inventsk’",
            ("Inwentsk", "Stalinburg", "INV", "inventsk"),
            "Inventsk|Inwentsk",
        ),
    ],
)
def test_names_are_spelled_as_the_press_does(
    name: str, others: tuple[str, ...], kept: str
) -> None:
    assert lines(city(name, 900, *others))[0][6] == kept


def test_the_same_data_give_the_same_bytes_in_any_order() -> None:
    one, other = city("Inventsk", 900), city("Madetown", 900)
    assert build([one, other], CODEBOOK) == build([other, one], CODEBOOK)


def test_a_codebook_without_rules_has_no_file() -> None:
    assert (
        build(
            [city("Inventsk", 900)], msgspec.structs.replace(CODEBOOK, gazetteer=None)
        )
        == b""
    )


def test_regions_the_codebook_does_not_list_are_in_the_file() -> None:
    towns = open_towns(build([], CODEBOOK))
    names = {town.name for town in towns.named if town.is_region}
    assert "Bryansk Oblast" in names
    assert "Primorsky Krai" not in names
