"""Where a page cites and names its voices, found once for all that ask."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tumen.extract.compiled import latest
from tumen.extract.frame import Frame
from tumen.extract.voices import Speech

Between = dict[tuple[int, int], frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVoices:
    """The voices of a page by the sentence that cites or names them.

    Args:
        cited_at: what is cited, by index of the sentence.
        named_at: numbers of the voices that are cited or only named, by the same.
        times: how often each voice is cited; `most` of all voices.
    """

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
        for speech in speeches:
            cited_at[speech.cue.sentence].append(speech)
        for speech in (*speeches, *mentions):
            named_at[speech.cue.sentence].add(speech.profile.number)
        times = Counter(speech.profile.number for speech in speeches)
        return cls(
            cited_at=dict(cited_at),
            named_at={at: frozenset(numbers) for at, numbers in named_at.items()},
            times=times,
            most=max(times.values(), default=0),
        )

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
