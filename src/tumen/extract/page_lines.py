"""The lines of a page by the words they hold, for what is asked about many names."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tumen.extract.compiled import latest

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageLines:
    """All lines of a text, headline and byline among them.

    Args:
        starts: where each begins.
        with_word: numbers of the lines that hold a word, by the word in lower case.
    """

    lines: tuple[str, ...]
    starts: tuple[int, ...]
    with_word: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, text: str) -> "PageLines":
        """Sort the lines of a text by their words."""
        lines = text.split("\n")
        with_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            for word in set(WORD.findall(line.lower())):
                with_word[word].append(number)
        starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
        return cls(tuple(lines), tuple(starts), dict(with_word))

    def with_name(self, name: str) -> Sequence[int]:
        """Return the numbers of the lines that may hold a name, in any case."""
        first = WORD.search(name.lower())
        return (
            self.with_word.get(first.group(), ()) if first else range(len(self.lines))
        )

    def number_at(self, place: int) -> int:
        """Return the number of the line that holds a place of the text."""
        return bisect_right(self.starts, place) - 1


@latest
def lines_of(text: str) -> PageLines:
    """Return the lines of a page: asked for each label of a talk."""
    return PageLines.of(text)
