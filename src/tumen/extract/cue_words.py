"""Find the phrases of a codebook among tokens, in any of their forms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tumen.extract.analysis import Token

HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as cues see it; `place` is the index of its token."""

    forms: frozenset[str]
    place: int


def words_of(tokens: Sequence[Token], places: Iterable[int]) -> tuple[Word, ...]:
    """Return the words of some tokens; hyphens part words and are dropped."""
    found: list[Word] = []
    for place in places:
        token = tokens[place]
        parts = token.lower.split(HYPHEN)
        if len(parts) == 1:
            forms = {token.lower, token.lemma, token.lower.replace("’", "'")}
            found.append(Word(frozenset(forms), place))
            continue
        found.extend(Word(frozenset({part}), place) for part in parts if part)
    return tuple(found)


class PhraseIndex:
    """Phrases with a label each, looked up by their first word.

    A word of a phrase fits a form of the text or its base form. `longest` is the
    number of words of the longest phrase.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self.longest = 0
        for phrase, label in phrases:
            first, *more = phrase.lower().replace(HYPHEN, " ").split()
            whole = " ".join((first, *more))
            self._by_first.setdefault(first, []).append((tuple(more), whole, label))
            self.longest = max(self.longest, 1 + len(more))

    def find(self, words: Sequence[Word]) -> list[tuple[str, str, int]]:
        """Return (label, phrase, place of the first token) of every phrase found."""
        return [
            (label, whole, words[start].place)
            for label, whole, start, _ in self.find_ranges(words)
        ]

    def find_ranges(self, words: Sequence[Word]) -> list[tuple[str, str, int, int]]:
        """Return (label, phrase, first, end): the half-open range of its words."""
        found = []
        for start, word in enumerate(words):
            for form in word.forms:
                for more, whole, label in self._by_first.get(form, ()):
                    if not more or _go_on(words, start + 1, more):
                        found.append((label, whole, start, start + 1 + len(more)))
        return found


def _go_on(words: Sequence[Word], start: int, more: Sequence[str]) -> bool:
    """Tell whether the further words of a phrase stand from `start` on."""
    if start + len(more) > len(words):
        return False
    # A loop by hand: this is asked some ten times for each word of a page.
    for step, part in enumerate(more):  # noqa: SIM110
        if part not in words[start + step].forms:
            return False
    return True
