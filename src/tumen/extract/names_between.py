"""Which names a page tells between two places, however often it tells them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from tumen.records.span import Span

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class NamesBetween(Generic[Name]):
    """The mentions of a page by their name.

    Every mention of a page is asked about every claim of it: looking through all
    others each time would take the third power of their number.

    Args:
        by_name: starts of the mentions of a name in order of the text, and the first
            end of any mention from there on.
    """

    by_name: Mapping[Name, tuple[Sequence[int], Sequence[int]]]

    @classmethod
    def of(cls, mentions: Iterable[tuple[Span, Name]]) -> "NamesBetween[Name]":
        """Sort mentions by their name."""
        spans: defaultdict[Name, list[Span]] = defaultdict(list)
        for span, name in mentions:
            spans[name].append(span)
        return cls({name: _ordered(held) for name, held in spans.items()})

    def count(self, start: int, end: int, aside: Name) -> int:
        """Return how many names but one have a mention inside `start` to `end`."""
        found = 0
        for name, (starts, ends) in self.by_name.items():
            place = bisect_left(starts, start)
            if place < len(starts) and ends[place] <= end and name != aside:
                found += 1
        return found


def _ordered(spans: Iterable[Span]) -> tuple[Sequence[int], Sequence[int]]:
    ordered = sorted(spans)
    ends = accumulate((span.end for span in reversed(ordered)), min)
    return [span.start for span in ordered], list(ends)[::-1]
