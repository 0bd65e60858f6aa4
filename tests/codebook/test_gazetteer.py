"""The packed file of small places, opened once."""

import lzma

import pytest

from tumen.codebook.gazetteer import COLUMNS, Gazetteer, Town, open_towns
from tumen.codebook.load import load_codebook
from tumen.errors import CodebookError

MOST_BYTES = 1_000_000


def pack(*rows: str) -> bytes:
    return lzma.compress("".join(f"{row}\n" for row in rows).encode())


def test_a_line_is_found_by_each_of_its_names() -> None:
    row = "small\tRU\t\tPrimorsky Krai\t\t\tInventsk|Inwentsk\t인벤츠크\tИнвентск\t"
    towns = open_towns(pack(row))
    town = Town("RU", None, "Primorsky Krai")
    assert towns.by_name["en"] == {"Inventsk": (town,), "Inwentsk": (town,)}
    assert towns.by_name["ko"] == {"인벤츠크": (town,)}
    assert towns.by_name["zh"] == {}
    assert towns.named == ()


def test_places_of_one_name_are_kept_side_by_side_each_once() -> None:
    one = "small\tRU\t\tPrimorsky Krai\t\t\tInventsk\t\t\t"
    other = "town\tRU\tInventsk\tTomsk Oblast\t56.00\t85.00\tInventsk\t\t\t"
    found = open_towns(pack(one, one, other)).by_name["en"]["Inventsk"]
    assert [town.region for town in found] == ["Primorsky Krai", "Tomsk Oblast"]


@pytest.mark.parametrize(
    "packed", [b"not packed", pack("too\tfew"), pack("a\t" * COLUMNS)]
)
def test_a_broken_file_is_said_to_be_broken(packed: bytes) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        open_towns(packed)


def test_no_file_is_an_empty_gazetteer() -> None:
    assert open_towns(b"").named == ()


def test_the_file_is_not_printed_with_its_codebook() -> None:
    rules = Gazetteer(countries=("RU", "CN"), packed=b"x" * 99)
    assert repr(rules) == "Gazetteer(RU, CN; 99 bytes)"


def test_the_built_in_file_is_small_and_knows_every_country_it_should() -> None:
    rules = load_codebook("dprk-labour").gazetteer
    assert rules is not None
    assert len(rules.packed) < MOST_BYTES
    towns = open_towns(rules.packed).by_name["en"].values()
    assert {town.iso for found in towns for town in found} == set(rules.countries)


def test_a_small_place_has_no_position() -> None:
    rules = load_codebook("dprk-labour").gazetteer
    assert rules is not None
    towns = open_towns(rules.packed).by_name["en"].values()
    small = [town for found in towns for town in found if town.name is None]
    assert len(small) > 10_000
    assert {(town.lat, town.lon) for town in small} == {(None, None)}
