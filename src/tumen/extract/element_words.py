"""Which elements the words of a clause speak for, by all words a codebook has for them."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tumen.codebook.schema import Codebook, Element
from tumen.extract.compiled import once
from tumen.extract.statement_words import Word
from tumen.records.claim import Kind

LETTERS = re.compile(r"[^\W\d_]+\*?")
SHORTEST = 3
"""Shorter words say nothing of their own."""
KEPT = 20_000
"""Words whose elements are kept; a language uses fewer words every day."""
STEM = 4
"""Letters of the shortest stem that is looked up."""
CUES = ("clause", "loose", "planned", "alleged", "noun", "verb", "words")
"""Groups of `Element.cues` whose words speak for an element where cues do not fit."""
TOLD = ("told",)
"""Group that lists words which often tell of an element and decide nothing alone."""


@dataclass(frozen=True, slots=True, eq=False)
class ElementWords:
    """The words of all elements that are no figures alone.

    Args:
        weights: how much a word speaks for each element: the logarithm of how few
            elements have it (Sparck Jones 1972). A stem ends in `*`.
    """

    weights: Mapping[str, Mapping[str, float]]

    def of(self, word: Word) -> Mapping[str, float]:
        """Return the elements that a word speaks for, each with the most it says."""
        return _said_by(self, word.forms)


@lru_cache(maxsize=KEPT)
def _said_by(words: ElementWords, forms: frozenset[str]) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for form in forms:
        for key in _keys(form):
            for code, weight in words.weights.get(key, {}).items():
                found[code] = max(weight, found.get(code, 0.0))
    return found


def _keys(form: str) -> Iterator[str]:
    yield form
    for length in range(STEM, len(form) + 1):
        yield form[:length] + "*"


@once
def words_of_elements(codebook: Codebook) -> tuple[ElementWords, ElementWords]:
    """Return the words of cues, definitions and examples, and those listed as telling."""
    elements = stated_elements(codebook)
    cued = {e.code: {*_cue_words(e, CUES), *_described(e)} for e in elements}
    told = {e.code: {*_cue_words(e, TOLD)} for e in elements}
    return _weighed(cued), _weighed(told)


def _weighed(words: Mapping[str, set[str]]) -> ElementWords:
    held = Counter(word for own in words.values() for word in own)
    weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for code, own in words.items():
        for word in own:
            weights[word][code] = math.log(len(words) / held[word])
    return ElementWords(weights)


def stated_elements(codebook: Codebook) -> tuple[Element, ...]:
    """Return the elements that may be stated without a number."""
    return tuple(e for e in codebook.elements.values() if set(e.kinds) - {Kind.FIGURE})


def _cue_words(element: Element, groups: Iterable[str]) -> Iterator[str]:
    for group in groups:
        for cue in element.cues.get(group, ()):
            yield from _letters(_spoken(cue))


def _described(element: Element) -> Iterator[str]:
    yield from _letters((element.label, element.definition))
    yield from _letters(example.text for example in element.examples)


def _spoken(cue: str) -> Iterator[str]:
    """Yield the alternatives of a cue's terms; none that must not stand there."""
    for term in cue.split(" & "):
        if not term.startswith("!"):
            for place in term.rpartition(":")[2].split():
                names = place.split("|")
                yield from (name for name in names if not name.startswith("@"))


def _letters(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (w.lower() for w in LETTERS.findall(text) if len(w) >= SHORTEST)
