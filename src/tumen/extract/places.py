"""Find places in a text: which ones, and whether the words mean the place itself."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tumen.codebook.place_index import known_places
from tumen.codebook.schema import Codebook, Place
from tumen.extract.choices import by_opening
from tumen.extract.compiled import once
from tumen.records.span import Span

REACH = 32
"""Letters before a name that are looked at."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name in the text.

    Args:
        name, iso, level: as in the codebook; iso is None for several countries.
        literal: True when the words mean the place; False when they only associate
            with it ("Russian authorities", "Seoul said").
        located: True when a word such as "in" stands right before it.
    """

    span: Span
    name: str
    iso: str | None
    level: str
    literal: bool
    located: bool


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """The names of a language, ready to be searched."""

    pattern: re.Pattern[str]
    nouns: dict[str, Place]
    adjectives: dict[str, Place]
    located: re.Pattern[str]
    state_before: re.Pattern[str]
    state_after: re.Pattern[str]
    together: frozenset[str]

    def is_located(self, text: str, start: int, begin: int) -> bool:
        """Tell whether a word before a name says that something is there."""
        window = text[max(start, begin - REACH) : begin]
        return self.located.search(window) is not None

    def is_state(self, text: str, start: int, span: Span) -> bool:
        """Tell whether the words beside a capital speak of its government."""
        window = text[max(start, span.start - REACH) : span.start]
        return bool(
            self.state_before.search(window) or self.state_after.match(text, span.end)
        )


def find_places(
    text: str, start: int, end: int, codebook: Codebook, language: str = "en"
) -> tuple[PlaceMention, ...]:
    """Return the places named between two offsets, longest names first at a spot."""
    table = _gazetteers(codebook)[language]
    mentions: list[PlaceMention] = []
    for found in table.pattern.finditer(text, start, end):
        name, span = _plain(found.group()), Span(found.start(), found.end())
        place = table.nouns.get(name) or table.adjectives[name]
        located = table.is_located(text, start, span.start) or _joins(
            mentions, span, text, table
        )
        literal = name in table.nouns and (
            not place.speaks or (located and not table.is_state(text, start, span))
        )
        mentions.append(
            PlaceMention(span, place.name, place.iso, place.level, literal, located)
        )
    return tuple(mentions)


@once
def place_names(codebook: Codebook) -> frozenset[str]:
    """Return all English place names in lower case."""
    return frozenset(
        name.lower()
        for place in codebook.places
        for name in (place.name, *place.names.get("en", ()))
    )


@once
def place_words(codebook: Codebook) -> frozenset[str]:
    """Return the single words of all place names in lower case."""
    return frozenset(word for name in place_names(codebook) for word in name.split())


def find_datelines(
    text: str, paragraphs: Iterable[Span], codebook: Codebook
) -> Iterator[PlaceMention]:
    """Yield the places of datelines (`CITY, May 5 -`), which print in capitals.

    Args:
        paragraphs: of the running text, each from behind its dateline on.
    """
    for window in paragraphs:
        start = text.rfind("\n", 0, window.start) + 1
        plain = text[start : window.start].title()
        if plain.strip() and len(plain) == window.start - start:
            for found in find_places(plain, 0, len(plain), codebook):
                span = Span(start + found.span.start, start + found.span.end)
                yield replace(found, span=span)


def _joins(
    before: Sequence[PlaceMention], span: Span, text: str, table: "_Gazetteer"
) -> bool:
    """Tell whether a name goes on a list of places where something is (`in A and B`)."""
    last = before[-1] if before else None
    if last is None or not (last.literal and last.located):
        return False
    return text[last.span.end : span.start].strip().lower() in table.together


def contains(codebook: Codebook, outer: str, inner: str) -> bool:
    """Tell whether one place is, or lies inside, another; both by their names."""
    places = _known(codebook)
    step: str | None = inner
    while step is not None and step != outer:
        place = places.get(step)
        step = place.within if place else None
    return step == outer


@once
def _known(codebook: Codebook) -> Mapping[str, Place]:
    return known_places(codebook)


@once
def _gazetteers(codebook: Codebook) -> dict[str, _Gazetteer]:
    return {language: _gazetteer(codebook, language) for language in codebook.languages}


def _gazetteer(codebook: Codebook, language: str) -> _Gazetteer:
    words = codebook.languages[language].places
    nouns = {
        _plain(word): place
        for place in codebook.places
        for word in place.names.get(language, ())
    }
    adjectives = {
        _plain(word): place
        for place in codebook.places
        for word in place.adjectives.get(language, ())
    }
    nouns_of_states = _choice(words.state_nouns)
    return _Gazetteer(
        pattern=_any_of((*nouns, *adjectives)),
        nouns=nouns,
        adjectives=adjectives,
        located=re.compile(
            rf"\b(?:{_choice(words.locative)})\s+(?:the\s+)?$", re.IGNORECASE
        ),
        state_before=re.compile(
            rf"\b(?:{nouns_of_states})\s+(?:{_choice(words.state_links)})\s+$",
            re.IGNORECASE,
        ),
        state_after=re.compile(
            rf"(?:{_choice(words.state_endings)})\b"
            rf"|['’]s\s+(?:\w+\s+)?(?:{nouns_of_states})\b"
        ),
        # A comma alone may also end a clause: `in Moscow, Pyongyang said`.
        together=frozenset(
            word
            for word in codebook.languages[language].voices.together
            if word[0].isalpha()
        ),
    )


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole names; a longer name wins over its beginning."""
    return re.compile(rf"(?<![\w-])(?:{_choice(names)})(?!\w)")


def _choice(words: Iterable[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return by_opening(_written(word) for word in longest)


def _written(word: str) -> str:
    """Return the pattern of a name; one with an article is no part of a longer one."""
    pattern = re.escape(word).replace(r"\ ", r"\s+")
    has_article = word[0].islower() and " " in word
    return rf"{pattern}(?!\s+[A-Z])" if has_article else pattern


def _plain(name: str) -> str:
    return " ".join(name.split())
