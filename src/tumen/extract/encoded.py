"""A page as an encoder reads it: what it makes of each number, beside learned weights."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from tumen.extract.encoder import OTHER, Encoder, Floats, gelu
from tumen.extract.wordpiece import WordPieces
from tumen.records.span import Span

WINDOW, STEP = 254, 170
"""Word pieces read together, and from one window to the next."""
LEFT, RIGHT, RIGHT_WEIGHT = 120, 50, 1.5
"""A number is read in the window that shows most around it: pieces that count before
and behind it, and how much one behind counts."""
NEAR = 64.0
"""Pieces that count as one step of distance."""
SOFTER = 20.0
"""Divides the product of two vectors."""
LEAST = 1e-6
"""Chances below are not told apart."""
OUTSIDE = "out"
"""What is said of a candidate that no words in the window stand for."""
ELEMENTS, MEASURES, PEOPLE = "elements", "measures", "people"


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The word pieces of a text and the windows they are read in."""

    numbers: Sequence[int]
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str, pieces: WordPieces) -> "Pieces":
        """Cut a text into pieces."""
        numbers, spans = pieces.cut(text)
        return cls(numbers, [span.start for span in spans])

    def window_of(self, words: Span) -> int | None:
        """Return the first piece of the window that shows most around some words.

        None when no window holds them all.
        """
        if not self.numbers:
            return None
        first, last = self._at(words.start), self._at(words.end - 1)
        behind = max(0, len(self.numbers) - WINDOW)
        starts = range(0, -(-behind // STEP) * STEP + 1, STEP)
        held = [s for s in starts if s <= first and last < s + WINDOW]
        return max(
            held,
            key=lambda s: (
                min(first - s, LEFT) + RIGHT_WEIGHT * min(s + WINDOW - last - 1, RIGHT)
            ),
            default=None,
        )

    def rows_of(self, words: Span, window: int) -> tuple[int, int] | None:
        """Return the rows of the first and last piece of words; None outside.

        Row 0 stands before the window.
        """
        first = self._at(words.start) - window + 1
        last = self._at(words.end - 1) - window + 1
        length = min(WINDOW, len(self.numbers) - window)
        return (first, last) if first >= 1 and last <= length else None

    def _at(self, place: int) -> int:
        """Return the last piece that begins at or before a letter."""
        return max(0, bisect_right(self.starts, place) - 1)


@dataclass(frozen=True, slots=True)
class Seen:
    """A number in its window.

    Args:
        window: place of its first piece among those of the page.
        at: row of the number's own first piece.
        rows: vectors of the window, shape (pieces + 2, width).
        state: what the heads look at, shape (width,).
    """

    window: int
    at: int
    rows: Floats
    state: Floats


@dataclass(slots=True, eq=False)
class EncodedPage:
    """The text of a page, read by an encoder window by window when asked.

    Each method gives the chances of candidates anew: own^a times encoder^b, made to add
    up to 1, with a and b from the encoder's file (a logarithmic opinion pool: Genest
    and Zidek 1986). A number that lies in no window keeps its chances, and so does a
    label that the encoder was not tuned for.
    """

    encoder: Encoder
    pieces: Pieces
    _windows: dict[int, Floats] = field(default_factory=dict)
    _seen: dict[Span, Seen | None] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, encoder: Encoder) -> "EncodedPage":
        """Make a text ready to be asked."""
        return cls(encoder, Pieces.of(text, encoder.pieces))

    def elements(
        self,
        number: Span,
        codes: Sequence[str],
        units: Sequence[str],
        chances: Sequence[float],
    ) -> tuple[float, ...]:
        """Weigh elements, each with its unit and period (`USD/`, `hours/day/day`)."""
        seen = self._see(number)
        if seen is None:
            return tuple(chances)
        of_units = np.nan_to_num(self._labels("unit", seen, units))
        scores = self._labels("element", seen, codes) + of_units
        return self._pooled(ELEMENTS, scores, chances)

    def measures(
        self, number: Span, measures: Sequence[str], chances: Sequence[float]
    ) -> tuple[float, ...]:
        """Weigh what a number measures."""
        seen = self._see(number)
        if seen is None:
            return tuple(chances)
        scores = self._labels("measure", seen, measures)
        return self._pooled(MEASURES, scores, chances)

    def people(
        self, number: Span, roles: Sequence[str], chances: Sequence[float]
    ) -> tuple[float, ...]:
        """Weigh who is counted."""
        seen = self._see(number)
        if seen is None:
            return tuple(chances)
        return self._pooled(PEOPLE, self._labels("role", seen, roles), chances)

    def pointed(
        self,
        model: str,
        number: Span,
        told: Sequence[Span | str],
        chances: Sequence[float],
    ) -> tuple[float, ...]:
        """Weigh candidates by the words that stand for them.

        Args:
            model: `voices`, `dates` or `places`.
            told: words of each candidate, or what it is without any (`page`).
        """
        seen = self._see(number)
        if seen is None:
            return tuple(chances)
        encoder = self.encoder
        query = encoder.linear(f"{model}.query", seen.state)
        others = encoder.linear(f"{model}.other", seen.state)
        names = encoder.header.labels[OTHER]
        scores = []
        for one in told:
            rows = None
            if isinstance(one, Span):
                rows = self.pieces.rows_of(one, seen.window)
            if rows is None:
                name = one if isinstance(one, str) else OUTSIDE
                scores.append(float(others[names.index(name)]))
            else:
                scores.append(self._score(model, query, rows, seen))
        return self._pooled(model, np.array(scores, dtype=np.float32), chances)

    def _score(
        self, model: str, query: Floats, rows: tuple[int, int], seen: Seen
    ) -> float:
        encoder = self.encoder
        words = (seen.rows[rows[0]] + seen.rows[rows[1]]) / 2
        key = encoder.linear(f"{model}.key", words)
        away = (rows[0] - seen.at) / NEAR
        where = np.array([away, abs(away), float(away < 0), 1.0], dtype=np.float32)
        wide = gelu(
            encoder.linear(f"{model}.wide", np.concatenate([key, query, where]))
        )
        narrow = encoder.linear(f"{model}.narrow", wide)
        return float(key @ query / SOFTER + narrow[0])

    def _labels(self, head: str, seen: Seen, wanted: Sequence[str]) -> Floats:
        """Return the scores of labels; no number for those it was not tuned for."""
        scores = self.encoder.linear(head, seen.state)
        place_of = {name: n for n, name in enumerate(self.encoder.header.labels[head])}
        places = [place_of.get(name) for name in wanted]
        return np.array(
            [np.nan if place is None else scores[place] for place in places],
            dtype=np.float32,
        )

    def _pooled(
        self, model: str, scores: Floats, chances: Sequence[float]
    ) -> tuple[float, ...]:
        """Return the chances of both; a candidate without a score keeps its own."""
        own, other = self.encoder.header.shares[model]
        given = np.array(chances)
        known = ~np.isnan(scores)
        if not known.any():
            return tuple(chances)
        read = scores[known] - np.logaddexp.reduce(scores[known])
        pooled = own * np.log(np.maximum(given[known], LEAST)) + other * read
        parts = np.exp(pooled - pooled.max())
        given[known] = given[known].sum() * parts / parts.sum()
        return tuple(given.tolist())

    def _see(self, number: Span) -> Seen | None:
        """Return a number in the window that shows most around it."""
        if number not in self._seen:
            self._seen[number] = self._seen_anew(number)
        return self._seen[number]

    def _seen_anew(self, number: Span) -> Seen | None:
        window = self.pieces.window_of(number)
        at = None if window is None else self.pieces.rows_of(number, window)
        if window is None or at is None:
            return None
        rows = self._window(window)
        first, last = rows[at[0]], rows[at[1]]
        about = np.concatenate([(first + last) / 2, first, rows[0]])
        return Seen(window, at[0], rows, gelu(self.encoder.linear("state", about)))

    def _window(self, start: int) -> Floats:
        if start not in self._windows:
            self._windows[start] = self.encoder.encode(
                self.pieces.numbers[start : start + WINDOW]
            )
        return self._windows[start]
