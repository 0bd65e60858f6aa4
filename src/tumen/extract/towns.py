"""Find small places that only the gazetteer knows, where the words leave no doubt.

A name counts when a word such as `in` stands before it or `town` beside it, and when the
page names its country. It stands for the town, or where that is small, for its region.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tumen.codebook.gazetteer import Town, open_towns
from tumen.codebook.place_index import known_places
from tumen.codebook.schema import Codebook, Place
from tumen.extract.compiled import once
from tumen.extract.places import PlaceMention, contains
from tumen.records.span import Span

NAME = r"[A-Z][^\W\d_]+(?:[ -][A-Z]?[^\W\d_]+){0,3}"
MORE = re.compile(rf"(?:\s*,\s*|\s*,?\s+and\s+)(?P<name>{NAME})")
"""A further name of a list whose first one is a place."""

PART_OF_NAME = re.compile(r"[\w’'-]|\s+[A-Z]")
"""What behind a name makes it part of a longer one, or somebody's."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The towns of a codebook, ready to be looked up."""

    towns: dict[str, tuple[Town, ...]]
    places: dict[str, Place]
    countries: dict[str, str]
    before: re.Pattern[str]


def find_towns(
    text: str,
    windows: Sequence[Span],
    known: Sequence[PlaceMention],
    codebook: Codebook,
    language: str = "en",
) -> tuple[PlaceMention, ...]:
    """Return the small places that the windows name, in order of the text.

    Args:
        known: what `find_places` found on the whole page. None of it is found again,
            and only countries and regions it names can have small places.
    """
    table = _tables(codebook).get(language)
    if table is None or not table.towns:
        return ()
    taken = _Taken.by(known)
    found = tuple(_search(text, windows, taken, table, _Cues.of(known, codebook)))
    # A town that is sure tells in which region one of several others lies.
    cues = _Cues.of((*known, *found), codebook)
    return tuple(_search(text, windows, taken, table, cues)) if found else ()


def _search(
    text: str,
    windows: Sequence[Span],
    taken: "_Taken",
    table: "_Table",
    cues: "_Cues",
) -> Iterator[PlaceMention]:
    for window in windows:
        yield from _in_window(text, window, taken, table, cues)


@dataclass(frozen=True, slots=True)
class _Taken:
    """Where the places that are known stand, in order, and how long the longest is."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    longest: int

    @classmethod
    def by(cls, known: Iterable[PlaceMention]) -> "_Taken":
        spans = tuple(sorted(mention.span for mention in known))
        longest = max((span.end - span.start for span in spans), default=0)
        return cls(spans, tuple(span.start for span in spans), longest)

    def meets(self, place: Span) -> bool:
        """Tell whether a known place shares a letter with some words."""
        first = bisect_left(self.starts, place.start - self.longest)
        last = bisect_left(self.starts, place.end)
        return any(span.meets(place) for span in self.spans[first:last])


@dataclass(frozen=True, slots=True)
class _Cues:
    """What the page names: countries by code, and places that may hold a town."""

    isos: frozenset[str]
    places: frozenset[str]
    codebook: Codebook

    @classmethod
    def of(cls, known: Iterable[PlaceMention], codebook: Codebook) -> "_Cues":
        listed = tuple(known)
        return cls(
            frozenset(m.iso for m in listed if m.iso),
            frozenset(m.name for m in listed if m.level in ("region", "city")),
            codebook,
        )

    def choose(self, towns: Sequence[Town]) -> Town | None:
        """Return the one town that is meant, None when the page does not say."""
        near = [town for town in towns if town.iso in self.isos]
        if len(near) > 1:
            large = [town for town in near if town.name]
            is_clear = len(large) == 1
            near = large if is_clear else [t for t in near if self._is_near(t)]
        return near[0] if len({(t.iso, t.name, t.region) for t in near}) == 1 else None

    def _is_near(self, town: Town) -> bool:
        region = town.region
        return region is not None and any(
            contains(self.codebook, region, name) for name in self.places
        )


def _in_window(
    text: str,
    window: Span,
    taken: _Taken,
    table: _Table,
    cues: _Cues,
) -> Iterator[PlaceMention]:
    for found in table.before.finditer(text, window.start, window.end):
        start = found.start("name")
        mention = _mention(text, start, found["name"], table, cues)
        while mention is not None and not taken.meets(mention.span):
            yield mention
            more = MORE.match(text, mention.span.end, window.end)
            mention = (
                _mention(text, more.start("name"), more["name"], table, cues)
                if more
                else None
            )


def _mention(
    text: str, start: int, words: str, table: _Table, cues: _Cues
) -> PlaceMention | None:
    """Return the longest name that begins here and is a place, None without one."""
    ends = [len(words), *(m.start() for m in re.finditer(r"[ -]", words))]
    for end in sorted(ends, reverse=True):
        name = " ".join(words[:end].split())
        towns = table.towns.get(name)
        if towns is None or PART_OF_NAME.match(text, start + end):
            continue
        town = cues.choose(towns)
        place = _place(town, table) if town else None
        if place is not None:
            span = Span(start, start + end)
            return PlaceMention(
                span, place.name, place.iso, place.level, literal=True, located=True
            )
    return None


def _place(town: Town, table: _Table) -> Place | None:
    """Return what a town is known by: itself, its region, or its country."""
    name = town.name or town.region or table.countries.get(town.iso)
    return table.places.get(name or "")


@once
def _tables(codebook: Codebook) -> dict[str, _Table]:
    if codebook.gazetteer is None:
        return {}
    by_name = open_towns(codebook.gazetteer.packed).by_name
    return {
        language: _table(codebook, language, dict(by_name.get(language, {})))
        for language in codebook.languages
    }


def _table(
    codebook: Codebook, language: str, towns: dict[str, tuple[Town, ...]]
) -> _Table:
    words = codebook.languages[language].places
    nouns = "|".join(map(re.escape, words.town_nouns))
    before = "|".join(map(re.escape, words.town_before))
    opening = rf"\b(?:{before}|(?:{nouns})\s+of)\s+(?:the\s+(?:{nouns})\s+of\s+)?"
    return _Table(
        towns={n: found for n, found in towns.items() if n not in words.not_towns},
        places=dict(known_places(codebook)),
        countries={
            place.iso: place.name
            for place in codebook.places
            if place.iso and place.level == "country"
        },
        before=re.compile(rf"(?i:{opening})(?=(?P<name>{NAME}))"),
    )
