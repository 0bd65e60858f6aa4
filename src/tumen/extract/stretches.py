"""Stretches of a text, sorted once to be asked which of them stand where."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from tumen.records.span import Span


@dataclass(frozen=True, slots=True)
class Stretches:
    """Numbered stretches of a text, to be asked which of them meet some words.

    Args:
        ordered: each with its number, in order of the text.
        reach: up to where the stretches up to each one reach.
    """

    ordered: tuple[tuple[Span, int], ...]
    starts: tuple[int, ...]
    reach: tuple[int, ...]

    @classmethod
    def of(cls, numbered: Iterable[tuple[Span, int]]) -> "Stretches":
        """Sort stretches by their beginnings; several may have the same number."""
        ordered = tuple(sorted(numbered))
        starts = tuple(span.start for span, _ in ordered)
        return cls(ordered, starts, tuple(accumulate((s.end for s, _ in ordered), max)))

    def meeting(self, words: Span) -> list[int]:
        """Return the numbers of the stretches that share a letter with some words."""
        return sorted({n for span, n in self._near(words) if span.meets(words)})

    def holding(self, words: Span) -> bool:
        """Tell whether some words lie in one stretch."""
        return any(span.holds(words) for span, _ in self._near(words))

    def around(self, words: Span) -> Iterator[tuple[Span, int]]:
        """Yield the stretches that hold some words, with their numbers."""
        yield from (pair for pair in self._near(words) if pair[0].holds(words))

    def inside(self, words: Span) -> list[int]:
        """Return the numbers of the stretches that lie within some words."""
        return sorted({number for _, number in self.within(words)})

    def within(self, words: Span) -> Iterator[tuple[Span, int]]:
        """Yield the stretches that lie within some words, with their numbers."""
        first = bisect_left(self.starts, words.start)
        last = bisect_left(self.starts, words.end)
        near = self.ordered[first:last]
        yield from (pair for pair in near if pair[0].end <= words.end)

    def beginning(self, start: int, end: int) -> Iterator[int]:
        """Yield the numbers of those that begin from one letter on and before another."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        yield from (number for _, number in self.ordered[first:last])

    def _near(self, words: Span) -> Iterator[tuple[Span, int]]:
        """Yield the stretches that begin before the end of words, the nearest first."""
        for place in range(bisect_left(self.starts, words.end) - 1, -1, -1):
            if self.reach[place] <= words.start:
                return
            yield self.ordered[place]
