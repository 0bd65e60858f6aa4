"""The cues of elements in a sentence, found once for all numbers that stand in it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tumen.extract.analysis import Analysis, Sentence
from tumen.extract.compiled import of_latest
from tumen.extract.cue_words import PhraseIndex, Word, words_of

Sighting = tuple[str, int]
"""A phrase and the index of its first token."""
Groups = Mapping[str, Sequence[Sighting]]
"""What was seen of an element, by group of cues; no group is empty."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The cues that stand around a number, by element: in its zone, and outside."""

    inner: Mapping[str, Groups]
    outer: Mapping[str, Groups]

    def of(self, code: str) -> tuple[Groups, Groups]:
        """Return the cues of one element."""
        return self.inner.get(code, {}), self.outer.get(code, {})

    def below(self, lead: "SentenceCues") -> "Seen":
        """Return the same with the cues of the line above a list as near ones."""
        inner = {code: dict(groups) for code, groups in self.inner.items()}
        for code, groups in _by_code(lead.cues).items():
            known = inner.setdefault(code, {})
            for group, found in groups.items():
                known[group] = (*known.get(group, ()), *found)
        return Seen(inner, self.outer)


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue where it stands: a phrase, and the half-open range of its words."""

    code: str
    group: str
    sighting: Sighting
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class SentenceCues:
    """The words of a sentence and the cues among them.

    Args:
        places: index of the token of each word.
    """

    words: tuple[Word, ...]
    places: tuple[int, ...]
    cues: tuple[_Cue, ...]

    def around(self, zone: Sequence[int], index: PhraseIndex, until: int) -> Seen:
        """Return the cues inside a run of tokens, and those of the words outside.

        A cue that the edge of the run cuts is in neither; one may begin before the run
        and go on behind it, for outside its words stand next to each other.

        Args:
            until: token at which the words outside end.
        """
        first = bisect_left(self.places, zone[0])
        end = bisect_left(self.places, zone[-1] + 1)
        inner = [c for c in self.cues if first <= c.first and c.end <= end]
        last = bisect_left(self.places, until)
        outer = [
            cue
            for cue in self.cues
            if cue.end <= first or end <= cue.first < cue.end <= last
        ]
        outer += self._across(first, end, last, index)
        return Seen(_by_code(inner), _by_code(outer))

    def _across(
        self, first: int, end: int, last: int, index: PhraseIndex
    ) -> Iterator[_Cue]:
        before = self.words[max(0, first - index.longest + 1) : first]
        behind = self.words[end : min(last, end + index.longest - 1)]
        if before and behind:
            for cue in _find((*before, *behind), index):
                if cue.first < len(before) < cue.end:
                    yield cue


@of_latest
def cues_of(analysis: Analysis, sentence: Sentence, index: PhraseIndex) -> SentenceCues:
    """Return the cues of a sentence; the labels of the index are `code group`."""
    words = words_of(analysis.tokens, range(sentence.first, sentence.last))
    places = tuple(word.place for word in words)
    return SentenceCues(words, places, tuple(_find(words, index)))


def _find(words: Sequence[Word], index: PhraseIndex) -> Iterator[_Cue]:
    for label, phrase, first, end in index.find_ranges(words):
        code, _, group = label.partition(" ")
        yield _Cue(code, group, (phrase, words[first].place), first, end)


def _by_code(cues: Iterable[_Cue]) -> Mapping[str, Groups]:
    found: defaultdict[str, defaultdict[str, list[Sighting]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for cue in cues:
        found[cue.code][cue.group].append(cue.sighting)
    return found
