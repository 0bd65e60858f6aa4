"""Places of the codebook and of its gazetteer, by name."""

import lzma

import msgspec

from tumen.codebook.gazetteer import Gazetteer
from tumen.codebook.load import load_codebook
from tumen.codebook.place_index import known_places

CODEBOOK = load_codebook("dprk-labour")
ROWS = (
    "region\tRU\tInvented Oblast\t\t\t\tInvented Oblast\t\t\t",
    "town\tRU\tInventsk\tInvented Oblast\t56.00\t85.00\tInventsk\t\t\t",
    "town\tRU\tMoscow\tInvented Oblast\t1.00\t1.00\tMoscow\t\t\t",
    "town\tXX\tNowhere\t\t1.00\t1.00\tNowhere\t\t\t",
    "small\tRU\t\tInvented Oblast\t\t\tHamlet\t\t\t",
)
PACKED = lzma.compress("".join(f"{row}\n" for row in ROWS).encode())
BOOK = msgspec.structs.replace(
    CODEBOOK, gazetteer=Gazetteer(countries=("RU",), packed=PACKED)
)


def test_a_town_lies_in_its_region_and_that_in_its_country() -> None:
    places = known_places(BOOK)
    assert (places["Inventsk"].level, places["Inventsk"].within) == (
        "city",
        "Invented Oblast",
    )
    assert places["Invented Oblast"].within == "Russia"


def test_what_the_codebook_lists_wins() -> None:
    assert known_places(BOOK)["Moscow"].within == "Russia"


def test_what_is_not_named_by_itself_is_no_place() -> None:
    assert {"Hamlet", "Nowhere"}.isdisjoint(known_places(BOOK))


def test_without_a_gazetteer_there_are_the_listed_places() -> None:
    bare = msgspec.structs.replace(CODEBOOK, gazetteer=None)
    assert len(known_places(bare)) == len(CODEBOOK.places)


def test_every_place_of_the_built_in_gazetteer_lies_in_a_known_one() -> None:
    places = known_places(CODEBOOK)
    assert {p.within for p in places.values()} - {None} <= set(places)


def test_from_every_place_one_comes_to_a_country_or_the_world() -> None:
    places = known_places(CODEBOOK)
    for name in places:
        step, passed = places[name].within, {name}
        while step is not None:
            assert step not in passed, f"{name} lies in itself"
            passed.add(step)
            step = places[step].within


def test_a_region_wins_over_a_town_called_like_it() -> None:
    rows = (
        "region\tRU\tInvented\t\t\t\tInvented\t\t\t",
        "town\tRU\tInvented\tInvented\t1.00\t1.00\tInvented\t\t\t",
    )
    packed = lzma.compress("".join(f"{row}\n" for row in rows).encode())
    twice = Gazetteer(countries=("RU",), packed=packed)
    places = known_places(msgspec.structs.replace(CODEBOOK, gazetteer=twice))
    assert places["Invented"].level == "region"
    assert places["Invented"].within == "Russia"
