"""Outlets and institutions of the codebook, found by any of their names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tumen.codebook.schema import Codebook, Institution, Outlet
from tumen.codebook.words_voices import SourceWords
from tumen.extract.choices import by_opening
from tumen.extract.compiled import once
from tumen.extract.places import PlaceMention, find_places
from tumen.extract.source_phrase import Phrase


@dataclass(frozen=True, slots=True)
class Known:
    """A listed body found in a phrase.

    Args:
        name: canonical; `short`: its shortest capitalised alias, for `X report`.
        start, end: place in the phrase.
        stake: who would gain from a low or a high figure.
        words: lower-case words of all its names.
    """

    name: str
    short: str
    start: int
    end: int
    is_outlet: bool
    kind: str
    stake: str | None = None
    words: frozenset[str] = frozenset()


class KnownNames:
    """Index of all names and aliases of one codebook.

    Args:
        shared: lower-case names that bodies of many countries bear; they mean a
            listed body only with its country or on a page about that country.
        country: ISO code of the country a page is mostly about, None if unknown.
    """

    def __init__(
        self,
        codebook: Codebook,
        shared: frozenset[str] = frozenset(),
        country: str | None = None,
    ) -> None:
        self._codebook = codebook
        self._by_alias, self._pattern = _index(codebook)
        self._shared = shared
        self._country = country

    def find(self, phrase: str) -> tuple[Known, ...]:
        """Return all listed bodies of a phrase, in its order.

        The foreign ministry of another country is not the listed one.
        """
        folded = _fold(phrase)
        found = list(self._pattern.finditer(folded))
        if not found:
            return ()
        places = find_places(phrase, 0, len(phrase), self._codebook)
        return tuple(
            self._known(match.group(), match.start(), match.end())
            for match in found
            if self._is_meant(match, phrase, places)
        )

    def has(self, name: str) -> bool:
        """Tell whether a name as a whole is listed."""
        return any(known.end - known.start == len(name) for known in self.find(name))

    def head_of(self, phrase: Phrase, sources: SourceWords) -> Known | None:
        """Return the listed body that the phrase is about, not one it is part of.

        The refugee agency of the United Nations is not the United Nations.
        """
        listed = self.find(phrase.head_text)
        place = phrase.head_start
        around = [k for k in listed if k.start <= place < k.end]
        is_body = phrase.head.lemma in sources.institutions
        if around or (is_body and phrase.head.text.islower()):
            return around[0] if around else None
        return listed[0] if listed else None

    def _is_meant(
        self, match: re.Match[str], phrase: str, places: Iterable[PlaceMention]
    ) -> bool:
        entry = self._by_alias[match.group()]
        country = entry.country
        if country is None or isinstance(entry, Outlet):
            return True
        for place in places:
            before = phrase[place.span.end : match.start()].lower().strip("’'s ")
            behind = phrase[match.end() : place.span.start].strip()
            is_owner = place.span.end <= match.start() and not before
            if is_owner or (place.span.start >= match.end() and behind == "of"):
                return place.iso == country
        is_shared = match.group() in self._shared
        return not is_shared or self._country in (None, country)

    def _known(self, alias: str, start: int, end: int) -> Known:
        entry = self._by_alias[alias]
        return Known(
            name=entry.name,
            short=_shortest((entry.name, *entry.aliases)),
            start=start,
            end=end,
            is_outlet=isinstance(entry, Outlet),
            kind=entry.kind,
            stake=None if isinstance(entry, Outlet) else entry.stake,
            words=frozenset(
                word
                for name in (entry.name, *entry.aliases)
                for word in _fold(name).split()
            ),
        )


@once
def _index(
    codebook: Codebook,
) -> tuple[dict[str, Outlet | Institution], re.Pattern[str]]:
    """Return the listed bodies by folded name, and a pattern for any of the names."""
    entries: tuple[Outlet | Institution, ...] = (
        *codebook.outlets,
        *codebook.institutions,
    )
    by_alias = {
        _fold(alias): entry
        for entry in entries
        for alias in (entry.name, *entry.aliases)
    }
    longest_first = sorted(by_alias, key=len, reverse=True)
    inner = by_opening(re.escape(alias) for alias in longest_first)
    pattern = re.compile(rf"(?<![\w.])(?:{inner})(?![\w])" if inner else r"(?!)")
    return by_alias, pattern


def _fold(text: str) -> str:
    """Return the text in lower case with plain quotes; its length stays the same."""
    if text.isascii():
        return text.lower()
    folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return folded.replace("’", "'")


def _shortest(names: Iterable[str]) -> str:
    spoken = [name for name in names if name.isupper() and " " not in name]
    return min(spoken, key=len) if spoken else next(iter(names))
