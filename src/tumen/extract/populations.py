"""Find which group of people a noun phrase names."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Codebook, Population
from tumen.extract.choices import choice_of
from tumen.extract.compiled import once
from tumen.records.span import Span

WORD = re.compile(r"(?<![\w-])\w+")


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
    behind = start
    for word in WORD.finditer(text, start, end):
        if word.start() < behind:
            continue
        found = table.match(text, word, end)
        if found is None:
            continue
        people = table.groups[_plain(found.group("phrase"))]
        span = Span(found.start(), found.end())
        mentions.append(PopulationMention(span, people.name, people.role))
        behind = found.end()
    return tuple(mentions)


def find_population(
    text: str, start: int, end: int, codebook: Codebook, language: str = "en"
) -> PopulationMention | None:
    """Return the group named first between two offsets, None without one."""
    found = find_populations(text, start, end, codebook, language)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class _Table:
    """The phrases of a language.

    Args:
        groups: who each phrase names.
        openings: the phrases that begin with a word.
        patterns: what finds the phrases of a word; made when a page has that word, for
            all phrases together are many thousand.
    """

    groups: Mapping[str, Population]
    openings: Mapping[str, Sequence[str]]
    patterns: dict[str, re.Pattern[str] | None]

    def match(self, text: str, word: re.Match[str], end: int) -> re.Match[str] | None:
        """Return the longest phrase that begins with a word, its plural -s included."""
        opening = word.group().lower()
        if opening not in self.patterns:
            self.patterns[opening] = self._pattern(opening)
        pattern = self.patterns[opening]
        return pattern.match(text, word.start(), end) if pattern else None

    def _pattern(self, opening: str) -> re.Pattern[str] | None:
        singles = (opening, opening.removesuffix("s"), opening.removesuffix("es"))
        phrases = [
            p for one in dict.fromkeys(singles) for p in self.openings.get(one, ())
        ]
        if not phrases:
            return None
        # A plural ending may follow any phrase; it is no part of the phrase.
        written = rf"(?P<phrase>{choice_of(phrases)})(?:s|es)?(?![\w])"
        return re.compile(written, re.IGNORECASE)


@once
def _tables(codebook: Codebook) -> dict[str, _Table]:
    return {language: _table(codebook, language) for language in codebook.languages}


def _table(codebook: Codebook, language: str) -> _Table:
    groups: dict[str, Population] = {}
    for people in codebook.populations:
        for phrase in people.words.get(language, ()):
            groups.setdefault(_plain(phrase), people)
    openings: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in groups:
        openings[WORD.findall(phrase)[0]].append(phrase)
    return _Table(groups, openings, {})


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").split())
