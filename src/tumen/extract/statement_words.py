"""The words of a sentence as cues see them: in every base form they may have."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tumen.codebook.words_statements import StatementWords
from tumen.extract.analysis import Analysis, Sentence
from tumen.extract.compiled import of_latest
from tumen.records.span import Span

SHORTEST = 3
"""Letters that a word keeps at least when its ending is taken off."""

STEM_KEY = 2
"""Letters of a stem by which candidates are looked up."""

KEPT = 50_000
"""Sets of forms whose keys are kept; a language uses fewer words every day."""

SPLIT = re.compile(r"[-_]+")
POSSESSIVES = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word as cues see it; parts of a hyphenated token are words of their own.

    `token` is an index in `Analysis.tokens`; `pos` is empty when nothing is parsed.
    `openings` are the forms and the beginnings by which a stem finds the word.
    """

    forms: frozenset[str]
    token: int
    span: Span
    pos: str
    openings: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "openings", _openings(self.forms))


@of_latest
def read_words(
    analysis: Analysis, sentence: Sentence, words: StatementWords
) -> tuple[Word, ...]:
    """Return the words of a sentence; marks other than the comma are left out.

    A word has its lemma and every base form that its ending allows: parsers err, too.
    """
    found: list[Word] = []
    for index in range(sentence.first, sentence.last):
        token = analysis.tokens[index]
        if token.lower in POSSESSIVES or not _is_word(token.text):
            continue
        parts = [part for part in SPLIT.split(token.lower) if part]
        whole = len(parts) == 1
        pos = token.pos if analysis.parsed and whole else ""
        for part in parts:
            forms = _forms(part, token.lemma if whole else part, words.endings)
            found.append(Word(forms, index, token.span, pos))
    return tuple(found)


@lru_cache(maxsize=KEPT)
def _forms(part: str, lemma: str, ends: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset({part, lemma, *_base_forms(part, ends)})


def _base_forms(word: str, endings: Sequence[tuple[str, str]]) -> Iterator[str]:
    if len(word) > SHORTEST and word.endswith("s"):
        yield word[:-1]
    for ending, put in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST:
            yield stem + put
            if stem[-1] == stem[-2]:
                yield stem[:-1] + put


def _is_word(text: str) -> bool:
    return text == "," or any(letter.isalnum() for letter in text)


def keys_of(words: Iterable[Word]) -> frozenset[str]:
    """Return the forms of words, and the beginnings by which stems are looked up."""
    return frozenset[str]().union(*(_keys_of_forms(word.forms) for word in words))


@lru_cache(maxsize=KEPT)
def _keys_of_forms(forms: frozenset[str]) -> frozenset[str]:
    return forms | {form[:STEM_KEY] + "*" for form in forms}


@lru_cache(maxsize=KEPT)
def _openings(forms: frozenset[str]) -> frozenset[str]:
    """Return the forms of a word and the beginnings by which a stem finds it."""
    return forms | {form[:n] + "*" for form in forms for n in (1, STEM_KEY)}
