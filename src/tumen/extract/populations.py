"""Find which group of people a noun phrase names."""

import re
from dataclasses import dataclass

from tumen.codebook.schema import Codebook, Population
from tumen.extract.choices import choice_of
from tumen.extract.compiled import once
from tumen.records.span import Span


@dataclass(frozen=True, slots=True)
class PopulationMention:
    """A group of people named in the text; `role` is `Population.role`."""

    span: Span
    name: str
    role: str


def find_populations(
    text: str, start: int, end: int, codebook: Codebook, language: str = "en"
) -> tuple[PopulationMention, ...]:
    """Return the groups named between two offsets, in order of the text.

    At one spot the longest phrase wins; of two groups with the same phrase, the
    first of the codebook.
    """
    table = _tables(codebook)[language]
    mentions = []
    for found in table.pattern.finditer(text, start, end):
        people = table.groups[_plain(found.group("phrase"))]
        span = Span(found.start(), found.end())
        mentions.append(PopulationMention(span, people.name, people.role))
    return tuple(mentions)


def find_population(
    text: str, start: int, end: int, codebook: Codebook, language: str = "en"
) -> PopulationMention | None:
    """Return the group named first between two offsets, None without one."""
    found = find_populations(text, start, end, codebook, language)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class _Table:
    pattern: re.Pattern[str]
    groups: dict[str, Population]


@once
def _tables(codebook: Codebook) -> dict[str, _Table]:
    return {language: _table(codebook, language) for language in codebook.languages}


def _table(codebook: Codebook, language: str) -> _Table:
    groups: dict[str, Population] = {}
    for people in codebook.populations:
        for phrase in people.words.get(language, ()):
            groups.setdefault(_plain(phrase), people)
    # A plural ending may follow any phrase; it is no part of the phrase.
    pattern = rf"(?<![\w-])(?P<phrase>{choice_of(groups)})(?:s|es)?(?![\w])"
    return _Table(re.compile(pattern, re.IGNORECASE), groups)


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().split())
