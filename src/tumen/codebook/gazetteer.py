"""Small places of the host countries, from open GeoNames data: name, region, country.

The file is made by a build step (`gazetteer/build.py`) and travels inside the codebook,
packed. It is opened when a page is first searched for places, and never twice.
GeoNames (https://www.geonames.org) is licensed CC BY 4.0.
"""

import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tumen.codebook.entry import Entry
from tumen.errors import CodebookError

FILE_NAME = "gazetteer.tsv.xz"
LANGUAGES = ("en", "ko", "ru", "zh")
COLUMNS = 6 + len(LANGUAGES)


class Gazetteer(Entry, frozen=True, kw_only=True):
    """Which places of the world a codebook knows beside those it lists.

    Args:
        countries: ISO codes; others have no small places.
        least: places with fewer people are left out.
        itself: from so many people on a town is named by itself; a smaller one by its
            region, or where none is known by its country.
        packed: the file, as it was built.
    """

    countries: tuple[str, ...]
    least: int = 500
    itself: int = 100_000
    packed: bytes = b""

    def __repr__(self) -> str:
        return f"Gazetteer({', '.join(self.countries)}; {len(self.packed)} bytes)"


@dataclass(frozen=True, slots=True)
class Town:
    """A place of the gazetteer.

    Args:
        name: set when it is named by itself, and for a region; else None.
        region: name of the region it lies in, None when only its country is known.
        lat, lon: degrees, of a town named by itself.
    """

    iso: str
    name: str | None
    region: str | None
    is_region: bool = False
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Towns:
    """An opened gazetteer.

    Args:
        by_name: by language, the places that bear a name.
        named: regions and towns that are named by themselves.
    """

    by_name: Mapping[str, Mapping[str, tuple[Town, ...]]]
    named: tuple[Town, ...]


@cache
def open_towns(packed: bytes) -> Towns:
    """Return the places of a file.

    Raises:
        CodebookError: it is no such file.
    """
    try:
        text = lzma.decompress(packed).decode() if packed else ""
        rows = [line.split("\t") for line in text.splitlines()]
        found = [(_town(row), row[-len(LANGUAGES) :]) for row in rows]
    except (lzma.LZMAError, ValueError) as error:
        raise CodebookError(
            f"{FILE_NAME} cannot be read: {error}",
            "Build it again: python -m gazetteer.build",
        ) from error
    by_name: dict[str, dict[str, tuple[Town, ...]]] = {code: {} for code in LANGUAGES}
    for town, columns in found:
        for code, names in zip(LANGUAGES, columns, strict=True):
            for name in names.split("|") if names else ():
                kept = by_name[code].get(name, ())
                if town not in kept:
                    by_name[code][name] = (*kept, town)
    return Towns(by_name, tuple(town for town, _ in found if town.name))


def _town(row: list[str]) -> Town:
    if len(row) != COLUMNS:
        raise ValueError(f"a line of {len(row)} columns, not {COLUMNS}")
    kind, iso, name, region, lat, lon = row[:6]
    return Town(
        iso=iso,
        name=name or None,
        region=region or None,
        is_region=kind == "region",
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
    )
