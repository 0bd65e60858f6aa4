"""Find places in a text: which ones, and whether the words mean the place itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tumen.codebook.schema import Codebook, Place
from tumen.extract.compiled import once
from tumen.records.span import Span


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
    after: re.Pattern[str]


def find_places(
    text: str, start: int, end: int, codebook: Codebook, language: str = "en"
) -> tuple[PlaceMention, ...]:
    """Return the places named between two offsets, longest names first at a spot."""
    table = _gazetteers(codebook)[language]
    mentions = []
    for found in table.pattern.finditer(text, start, end):
        name = _plain(found.group())
        place = table.nouns.get(name) or table.adjectives[name]
        located = bool(
            table.located.search(text, max(start, found.start() - 16), found.start())
        )
        literal = name in table.nouns and (
            located or not place.speaks or bool(table.after.match(text, found.end()))
        )
        span = Span(found.start(), found.end())
        mentions.append(
            PlaceMention(span, place.name, place.iso, place.level, literal, located)
        )
    return tuple(mentions)


def contains(codebook: Codebook, outer: str, inner: str) -> bool:
    """Tell whether one place is, or lies inside, another; both by their names."""
    within = {place.name: place.within for place in codebook.places}
    step: str | None = inner
    while step is not None and step != outer:
        step = within.get(step)
    return step == outer


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
    return _Gazetteer(
        pattern=_any_of((*nouns, *adjectives)),
        nouns=nouns,
        adjectives=adjectives,
        located=re.compile(
            rf"\b(?:{_choice(words.locative)})\s+(?:the\s+)?$", re.IGNORECASE
        ),
        after=re.compile(_choice(words.after)),
    )


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole names; a longer name wins over its beginning."""
    return re.compile(rf"(?<![\w-])(?:{_choice(names)})(?!\w)")


def _choice(words: Iterable[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(_written(word) for word in longest)


def _written(word: str) -> str:
    """Return the pattern of a name; one with an article is no part of a longer one."""
    pattern = re.escape(word).replace(r"\ ", r"\s+")
    has_article = word[0].islower() and " " in word
    return rf"{pattern}(?!\s+[A-Z])" if has_article else pattern


def _plain(name: str) -> str:
    return " ".join(name.split())
