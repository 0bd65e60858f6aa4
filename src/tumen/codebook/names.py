"""Know a name by its other spellings: outlets, institutions, populations, places."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tumen.codebook.place_index import known_places
from tumen.codebook.schema import Codebook, Population

Words = tuple[str, ...]

TOKEN = re.compile(r"\w+")
POSSESSIVE = re.compile(r"['’]s\b")
IN_BRACKETS = re.compile(r"\(([^)]*)\)")
ABBREVIATED = re.compile(r"\b(?:\w\.){2,}")


@lru_cache(maxsize=65_536)  # a case asks for the same few names again and again
def words_of(name: str) -> Words:
    """Return a name as lower-case words: no points, hyphens, brackets, possessives."""
    plain = POSSESSIVE.sub("", unicodedata.normalize("NFKC", name))
    plain = ABBREVIATED.sub(lambda found: found[0].replace(".", ""), plain)
    return tuple(TOKEN.findall(plain.casefold()))


def without_brackets(name: str) -> str:
    """Return a name without what stands in brackets behind it."""
    return IN_BRACKETS.sub(" ", name).strip() or name


def in_brackets(name: str) -> str | None:
    """Return what stands in brackets in a name, else None."""
    found = IN_BRACKETS.search(name)
    return found[1] if found else None


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a codebook, ready to be looked up; made by `make_names`.

    Args:
        outlets, institutions, populations: canonical names by their spellings.
        newsrooms: outlet an outlet shares its newsroom with, by canonical name.
        levels, within: of places, by canonical name.
        places: canonical names of places by their spellings.
        roles: of populations, by canonical name.
        countries: canonical names of countries, by ISO code.
        officials: full names of public officials, by the surname they are known by.
    """

    outlets: Mapping[Words, str]
    institutions: Mapping[Words, str]
    populations: Mapping[Words, str]
    places: Mapping[Words, str]
    newsrooms: Mapping[str, str]
    levels: Mapping[str, str]
    within: Mapping[str, str]
    roles: Mapping[str, str]
    countries: Mapping[str, str]
    officials: Mapping[str, str]

    def outlet(self, name: str | None) -> str | None:
        """Return the canonical outlet a name stands for, else None.

        In "First Wire via Second Radio" it is the first one: nearest to the fact.
        """
        return _known(self.outlets, name)

    def newsroom(self, outlet: str) -> str:
        """Return the outlet whose newsroom an outlet uses, itself when its own."""
        return self.newsrooms.get(outlet, outlet)

    def official(self, name: str) -> str | None:
        """Return the public official whose surname stands in a name, else None.

        Only surnames that the codebook lists alone count: "Ambassador X" and "X in
        December" are one voice when X is such a name.
        """
        known = [self.officials[w] for w in words_of(name) if w in self.officials]
        return known[0] if known else None

    def institution(self, name: str | None) -> str | None:
        """Return the canonical institution a name stands for, else None."""
        return _known(self.institutions, name)

    def population(self, name: str | None) -> str | None:
        """Return the canonical population; a name not listed stays as it is."""
        if name is None:
            return None
        return self.populations.get(words_of(name), name)

    def role(self, population: str | None) -> str | None:
        """Return the role of a population, None when it is not listed."""
        return self.roles.get(population) if population else None

    def place(self, name: str | None) -> str | None:
        """Return the canonical place; a name not listed stays as it is."""
        if name is None:
            return None
        return self.places.get(words_of(name), name)

    def country(self, iso: str | None) -> str | None:
        """Return the name of a country, None when the codebook does not list it."""
        return self.countries.get(iso) if iso else None

    def is_national(self, place: str | None, iso: str | None) -> bool:
        """Tell whether a claim speaks about one whole country.

        Without a place, the country code alone says so.
        """
        if iso is None:
            return False
        return place is None or self.levels.get(self.place(place) or "") == "country"

    def holds(self, outer: str | None, inner: str | None) -> bool:
        """Tell whether one place lies inside another; no place holds itself."""
        target, step = self.place(outer), self.place(inner)
        seen: set[str] = set()
        while step is not None and step not in seen:
            seen.add(step)
            step = self.within.get(step)
            if step is not None and step == target:
                return True
        return False


def make_names(codebook: Codebook) -> Names:
    """Return the names of a codebook, ready to be looked up."""
    every = known_places(codebook)
    return Names(
        outlets=_spellings(
            (outlet.name, outlet.aliases) for outlet in codebook.outlets
        ),
        institutions=_spellings(
            (body.name, body.aliases) for body in codebook.institutions
        ),
        populations=_spellings(
            (people.name, _all_words(people)) for people in codebook.populations
        ),
        places=_spellings(
            (place.name, [word for words in place.names.values() for word in words])
            for place in codebook.places
        ),
        newsrooms={
            outlet.name: outlet.affiliate_of
            for outlet in codebook.outlets
            if outlet.affiliate_of
        },
        levels={name: place.level for name, place in every.items()},
        within={name: place.within for name, place in every.items() if place.within},
        roles={people.name: people.role for people in codebook.populations},
        countries={
            place.iso: place.name
            for place in codebook.places
            if place.iso and place.level == "country"
        },
        officials=_officials(codebook.public_names),
    )


def _officials(names: Iterable[str]) -> dict[str, str]:
    """Return the first full name listed, by each surname that is listed alone."""
    listed = [(words_of(name), name) for name in names]
    alone = {words[0] for words, _ in listed if len(words) == 1}
    found: dict[str, str] = {}
    for words, name in listed:
        if len(words) > 1 and words[-1] in alone:
            found.setdefault(words[-1], name)
    return found


def _all_words(people: Population) -> list[str]:
    return [phrase for phrases in people.words.values() for phrase in phrases]


def _spellings(entries: Iterable[tuple[str, Iterable[str]]]) -> dict[Words, str]:
    found: dict[Words, str] = {}
    for name, others in entries:
        for spelling in (name, *others):
            found.setdefault(words_of(spelling), name)
    found.pop((), None)
    return found


def _known(spellings: Mapping[Words, str], name: str | None) -> str | None:
    """Return the entry whose spelling opens the name, the longest one first.

    One word may stand before it (an article, "Moscow's"), if the spelling has two or
    more words or is all that follows. A spelling further on is not taken: a report
    *to* a body is not the body's own.
    """
    words = words_of(name or "")
    for start in (0, 1):
        for end in range(len(words), start, -1):
            is_enough = start == 0 or end - start > 1 or end == len(words)
            if is_enough and words[start:end] in spellings:
                return spellings[words[start:end]]
    return None
