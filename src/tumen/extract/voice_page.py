"""Where a page cites and names its voices, found once for all that ask."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from tumen.extract.compiled import latest
from tumen.extract.frame import Frame
from tumen.extract.stretches import Stretches
from tumen.extract.voices import Speech
from tumen.records.span import Span

Between = dict[tuple[int, int], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Turns:
    """What is cited on a page, to be asked what stands before or behind a sentence.

    The speeches keep the order of the page: what a transcript says comes last, whatever
    the sentence.

    Args:
        sentences: those that cite somebody, in order of the text.
        last: what is cited last up to each of them.
        first: what is cited first from each of them on.
    """

    sentences: tuple[int, ...]
    last: tuple[Speech, ...]
    first: tuple[Speech, ...]

    @classmethod
    def of(cls, speeches: Sequence[Speech]) -> "Turns":
        """Sort speeches by sentence."""
        ends: dict[int, tuple[int, int]] = {}
        for place, speech in enumerate(speeches):
            begun, _ = ends.get(speech.cue.sentence, (place, place))
            ends[speech.cue.sentence] = begun, place
        sentences = sorted(ends)
        last = accumulate((ends[at][1] for at in sentences), max)
        first = [*accumulate((ends[at][0] for at in reversed(sentences)), min)]
        return cls(
            tuple(sentences),
            tuple(speeches[place] for place in last),
            tuple(speeches[place] for place in reversed(first)),
        )

    def before(self, sentence: int) -> Speech | None:
        """Return what is cited last in the sentences before one, None without any."""
        place = bisect_left(self.sentences, sentence)
        return self.last[place - 1] if place else None

    def behind(self, sentence: int) -> Speech | None:
        """Return what is cited first in the sentences behind one, None without any."""
        place = bisect_left(self.sentences, sentence + 1)
        return self.first[place] if place < len(self.first) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVoices:
    """The voices of a page by the sentence that cites or names them.

    Args:
        told: what is cited, then what is only named, in order of the page.
        places: where each one stands in `told`, by its id.
        told_at: the same by index of the sentence.
        scopes: what is vouched for, numbered as `told`; `sources`: the words that name
            who is cited; `anchors`: the words of attribution; `names`: the former, the
            latter where nobody is named.
        turns: what is cited before and behind a sentence.
        cited_at: what is cited, by index of the sentence.
        named_at: numbers of the voices that are cited or only named, by the same.
        times: how often each voice is cited; `most` of all voices.
    """

    told: Sequence[Speech]
    places: Mapping[int, int]
    told_at: Mapping[int, Sequence[int]]
    scopes: Stretches
    sources: Stretches
    anchors: Stretches
    names: Stretches
    turns: Turns
    cited_at: Mapping[int, Sequence[Speech]]
    named_at: Mapping[int, frozenset[int]]
    times: Mapping[int, int]
    most: int
    _cited: Between = field(default_factory=dict)
    _named: Between = field(default_factory=dict)

    @classmethod
    def of(cls, speeches: Sequence[Speech], mentions: Iterable[Speech]) -> "PageVoices":
        """Sort the voices of a page by sentence."""
        cited_at: defaultdict[int, list[Speech]] = defaultdict(list)
        named_at: defaultdict[int, set[int]] = defaultdict(set)
        told_at: defaultdict[int, list[int]] = defaultdict(list)
        told = (*speeches, *mentions)
        for speech in speeches:
            cited_at[speech.cue.sentence].append(speech)
        for place, speech in enumerate(told):
            named_at[speech.cue.sentence].add(speech.profile.number)
            told_at[speech.cue.sentence].append(place)
        times = Counter(speech.profile.number for speech in speeches)
        cues = [(speech.cue, place) for place, speech in enumerate(speeches)]
        return cls(
            told=told,
            places={id(speech): place for place, speech in enumerate(told)},
            told_at=dict(told_at),
            scopes=Stretches.of((s, place) for cue, place in cues for s in cue.scope),
            sources=Stretches.of((c.source, place) for c, place in cues if c.source),
            anchors=Stretches.of((cue.anchor, place) for cue, place in cues),
            names=Stretches.of((c.source or c.anchor, place) for c, place in cues),
            turns=Turns.of(speeches),
            cited_at=dict(cited_at),
            named_at={at: frozenset(numbers) for at, numbers in named_at.items()},
            times=times,
            most=max(times.values(), default=0),
        )

    def vouching_for(self, words: Span) -> Iterator[Speech]:
        """Yield what is cited for some words or a part of them, in order of the page."""
        yield from (self.told[place] for place in self.scopes.meeting(words))

    def cited_from(self, start: int, end: int) -> Iterator[Speech]:
        """Yield what words of attribution that begin between two letters cite."""
        yield from (self.told[place] for place in self.anchors.beginning(start, end))

    def named_from(self, start: int, end: int) -> Iterator[Speech]:
        """Yield what is cited in a name, else in words, that begin between letters."""
        yield from (self.told[place] for place in self.names.beginning(start, end))

    def cited_in(self, sentences: range) -> list[Speech]:
        """Return what is cited in some sentences, in order of the page."""
        cited = (s for at in sentences for s in self.cited_at.get(at, ()))
        return sorted(cited, key=lambda speech: self.places[id(speech)])

    def told_near(self, sentences: range, besides: Speech | None) -> Iterator[Speech]:
        """Yield what is cited or named in some sentences, and one besides, as above."""
        near = {place for at in sentences for place in self.told_at.get(at, ())}
        if besides is not None and id(besides) in self.places:
            near.add(self.places[id(besides)])
        yield from (self.told[place] for place in sorted(near))

    def cited_between(self, first: int, last: int) -> frozenset[int]:
        """Return the voices cited after one sentence and before another.

        What was found is kept: the candidates of one claim, and the claims of one
        sentence, ask for the same stretches.
        """
        key = first, last
        if key not in self._cited:
            inside = (self.cited_at.get(at, ()) for at in range(first + 1, last))
            numbers = (s.profile.number for speeches in inside for s in speeches)
            self._cited[key] = frozenset(numbers)
        return self._cited[key]

    def count_between(self, first: int, last: int, most: int) -> int:
        """Count the voices cited between two sentences, up to so many."""
        sentences = self.turns.sentences
        inside = range(bisect_right(sentences, first), bisect_left(sentences, last))
        found: set[int] = set()
        for place in inside:
            found.update(s.profile.number for s in self.cited_at[sentences[place]])
            if len(found) >= most:
                return most
        return len(found)

    def named_between(self, first: int, last: int) -> frozenset[int]:
        """Return the voices cited or named between two sentences, kept as above."""
        key = first, last
        if key not in self._named:
            inside = (self.named_at.get(at, ()) for at in range(first + 1, last))
            self._named[key] = frozenset(n for numbers in inside for n in numbers)
        return self._named[key]


@latest
def voices_of(frame: Frame) -> PageVoices:
    """Return where a page cites and names its voices: asked for each candidate."""
    return PageVoices.of(frame.speeches, frame.mentions)
