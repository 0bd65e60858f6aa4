"""Cut text into the word pieces of an encoder, each with its place in the text.

Lower case without accents, words cut at spaces and at every mark, then the longest
piece that the vocabulary holds, again and again (WordPiece: Wu et al. 2016; the
uncased rules of BERT: Devlin et al. 2019).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tumen.records.span import Span

WORD = re.compile(r"\S+")
UNKNOWN = "[UNK]"
INSIDE = "##"
"""Begins a piece that does not begin a word."""
LONGEST = 100
"""A longer word is unknown as a whole."""
IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
"""First and last code points; each ideograph is a word."""


@dataclass(frozen=True, slots=True)
class WordPieces:
    """Cuts text by a vocabulary: number of each piece by its letters."""

    vocabulary: Mapping[str, int]
    _known: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def cut(self, text: str) -> tuple[list[int], list[Span]]:
        """Return the numbers of the pieces of a text and where each stands."""
        numbers: list[int] = []
        spans: list[Span] = []
        for word, places in _words(text):
            done = 0
            for number, length in self._pieces(word):
                numbers.append(number)
                end = done + length
                spans.append(Span(places[done], places[end - 1] + 1))
                done = end
        return numbers, spans

    def _pieces(self, word: str) -> tuple[tuple[int, int], ...]:
        """Return the number and the length in letters of each piece of a word."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = tuple(self._cut_word(word))
        return found

    def _cut_word(self, word: str) -> list[tuple[int, int]]:
        unknown = [(self.vocabulary[UNKNOWN], len(word))]
        if len(word) > LONGEST:
            return unknown
        found: list[tuple[int, int]] = []
        start = 0
        while start < len(word):
            mark = INSIDE if start else ""
            ends = range(len(word), start, -1)
            end = next((e for e in ends if mark + word[start:e] in self.vocabulary), 0)
            if not end:
                return unknown
            found.append((self.vocabulary[mark + word[start:end]], end - start))
            start = end
        return found


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield the plain letters of each word and which letter of the text each is."""
    for run in WORD.finditer(text):
        letters: list[str] = []
        places: list[int] = []
        for place in range(run.start(), run.end()):
            plain = _plain(text[place])
            if _stands_alone(text[place]):
                if letters:
                    yield "".join(letters), places
                yield plain, [place] * len(plain)
                letters, places = [], []
            else:
                letters += plain
                places += [place] * len(plain)
        if letters:
            yield "".join(letters), places


def _plain(letter: str) -> str:
    """Return a letter in lower case without accents; nothing for a control mark."""
    if unicodedata.category(letter).startswith("C") or letter == "\ufffd":
        return ""
    parts = unicodedata.normalize("NFD", letter)
    return "".join(p for p in parts if unicodedata.category(p) != "Mn").lower()


def _stands_alone(letter: str) -> bool:
    """Tell whether a letter is a word of its own: a mark, an ideograph."""
    code = ord(letter)
    if code < 128:
        return not letter.isalnum() and letter.isprintable()
    is_ideograph = any(first <= code <= last for first, last in IDEOGRAPHS)
    return is_ideograph or unicodedata.category(letter).startswith("P")
