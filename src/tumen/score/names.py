"""Tell whether two spellings mean one voice, one place, one group of people.

The codebook says which spellings belong together and which words tell nothing.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from tumen.codebook.names import Words, make_names, words_of
from tumen.codebook.schema import Codebook

EMPTY_CLASSES = ("DET", "PRON", "ADP", "CCONJ", "PART")
"""Word classes that tell nothing about who speaks."""
LEAST_COMMON = 0.5
"""Share of the telling words that two names of one voice have in common."""

NOT_PEOPLE = (None, "pay")
"""Roles of populations that are no people."""

Telling = frozenset[str]


class SameNames:
    """Compares the names of one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        names = make_names(codebook)
        self._names = names
        self._bodies = {
            spelling: words_of(name)
            for spelling, name in (*names.outlets.items(), *names.institutions.items())
        }
        spoken = [language.voices for language in codebook.languages.values()]
        seconds = [words_of(each.sources.second) for each in spoken]
        empty = _flat(
            each.closed_classes.get(name, frozenset())
            for each in spoken
            for name in EMPTY_CLASSES
        )
        self._another = _flat(each.sources.another for each in spoken)
        # "Another source" and "a second source" are one voice.
        self._second = {
            word: each[0] for each in seconds for word in self._another & empty
        }
        self._empty = empty | _flat(each.sources.forms_of_address for each in spoken)
        self._vague = {*_flat(seconds), *(f"{word}s" for word in _flat(seconds))}
        self._vague |= _flat(
            words_of(spelling)
            for place in codebook.places
            if place.level == "country"
            for spelling in (*_all(place.names), *_all(place.adjectives))
        )
        self.telling = lru_cache(maxsize=65_536)(self._telling)

    def is_voice(self, one: str | None, other: str | None) -> bool:
        """Tell whether two names mean one voice.

        One holds all telling words of the other, or half of them are shared. Countries
        and the bare word for a source tell nothing; "another source" is not "a source".
        """
        if not one or not other:
            return not one and not other
        a, b = self.telling(one), self.telling(other)
        if a == b:
            return True
        if bool(a & self._another) != bool(b & self._another):
            return False
        shared = (a & b) - self._vague
        if not shared:
            return bool(a & b & self._another)
        return a <= b or b <= a or len(shared) >= LEAST_COMMON * len(
            (a | b) - self._vague
        )  # fmt: skip

    def is_place(self, one: str | None, other: str | None) -> bool:
        """Tell whether two names mean one place."""
        if not one or not other:
            return not one and not other
        return self._names.place(one) == self._names.place(other) or self.is_voice(
            one, other
        )

    def role(self, population: str | None) -> str | None:
        """Return the role of the group a text names, the longest name first.

        The pay of a group is that of the group. None when the codebook lists no group
        in it.
        """
        words = words_of(population or "")
        listed = self._names.populations
        for length in range(len(words), 0, -1):
            for start in range(len(words) - length + 1):
                part = words[start : start + length]
                name = listed.get(part) or listed.get(_singular(part))
                role = self._names.role(name)
                if role not in NOT_PEOPLE:
                    return role
        return None

    def _telling(self, name: str) -> Telling:
        words = words_of(name)
        found: list[str] = []
        at = 0
        while at < len(words):
            length = self._longest(words, at)
            if length:
                found += self._bodies[words[at : at + length]]
            else:
                found.append(self._second.get(words[at], words[at]))
            at += max(1, length)
        return frozenset(found) - self._empty or frozenset(words)

    def _longest(self, words: Words, at: int) -> int:
        lengths = range(len(words) - at, 0, -1)
        return next((n for n in lengths if words[at : at + n] in self._bodies), 0)


def _singular(words: Words) -> Words:
    """Return words without a plural -s; populations are listed in the singular."""
    return (*words[:-1], words[-1].removesuffix("s"))


def _flat(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(word for words in lists for word in words)


def _all(by_language: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [spelling for spellings in by_language.values() for spelling in spellings]
