"""All places a claim may name: those the codebook lists, then those of its gazetteer."""

from collections.abc import Iterator, Mapping
from functools import cache

from tumen.codebook.gazetteer import open_towns
from tumen.codebook.schema import Codebook, Place

REGION = "region"


def known_places(codebook: Codebook) -> Mapping[str, Place]:
    """Return places by name; one the codebook lists wins over one of the same name.

    Of the gazetteer a region wins over a town called like it (`Jeju`), so that every
    place lies, step by step, in a country, and none in itself.
    """
    own = {place.name: place for place in codebook.places}
    gazetteer = codebook.gazetteer
    if gazetteer is None:
        return own
    countries = {
        place.iso: place.name
        for place in codebook.places
        if place.iso and place.level == "country"
    }
    named = _named(gazetteer.packed, tuple(sorted(countries.items())))
    towns = {place.name: place for place in named if place.level != REGION}
    regions = {place.name: place for place in named if place.level == REGION}
    return {**towns, **regions, **own}


@cache
def _named(packed: bytes, countries: tuple[tuple[str, str], ...]) -> tuple[Place, ...]:
    return tuple(_places(packed, dict(countries)))


def _places(packed: bytes, countries: Mapping[str, str]) -> Iterator[Place]:
    for town in open_towns(packed).named:
        if town.name is not None and town.iso in countries:
            yield Place(
                name=town.name,
                level=REGION if town.is_region else "city",
                iso=town.iso,
                within=town.region or countries[town.iso],
                region=town.region,
                lat=town.lat,
                lon=town.lon,
            )
