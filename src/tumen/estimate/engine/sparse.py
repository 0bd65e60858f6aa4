"""Weighted sums of stocks and flows: for each row, places in the long vector and weights."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from tumen.estimate.engine.system import Floats, Ints


@dataclass(frozen=True, slots=True)
class Weights:
    """Rows of sparse sums, compressed: row i owns entries first[i] to first[i + 1]."""

    first: Ints
    place: Ints
    weight: Floats

    @property
    def rows(self) -> int:
        """Return how many sums there are."""
        return len(self.first) - 1

    def sums(self, vector: Floats) -> Floats:
        """Return the weighted sums of a vector, one for each row."""
        parts = self.weight * vector[self.place]
        sums: Floats = np.bincount(self.owner, parts, self.rows).astype(np.float64)
        return sums

    @property
    def owner(self) -> Ints:
        """Return the row of every entry."""
        return np.repeat(np.arange(self.rows), np.diff(self.first))

    def scaled(self, by_row: Floats) -> "Weights":
        """Return the same rows, each multiplied by a number of its own."""
        return Weights(self.first, self.place, self.weight * by_row[self.owner])


def make_weights(rows: Iterable[Mapping[int, float]]) -> Weights:
    """Return rows given as weights by place."""
    listed = [sorted(row.items()) for row in rows]
    first = np.zeros(len(listed) + 1, dtype=np.int64)
    first[1:] = np.cumsum([len(row) for row in listed])
    return Weights(
        first,
        np.array([place for row in listed for place, _ in row], dtype=np.int64),
        np.array([weight for row in listed for _, weight in row], dtype=np.float64),
    )


def join_rows(left: Weights, right: Weights) -> Weights:
    """Return rows that hold the entries of both, row by row."""
    owner = np.concatenate((left.owner, right.owner))
    order = np.argsort(owner, kind="stable")
    counts = np.diff(left.first) + np.diff(right.first)
    return Weights(
        np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
        np.concatenate((left.place, right.place))[order],
        np.concatenate((left.weight, right.weight))[order],
    )


def stack_rows(upper: Weights, lower: Weights) -> Weights:
    """Return the rows of both, one set behind the other."""
    return Weights(
        np.concatenate((upper.first, lower.first[1:] + upper.first[-1])),
        np.concatenate((upper.place, lower.place)),
        np.concatenate((upper.weight, lower.weight)),
    )


NOTHING = make_weights(())
"""No sums at all."""
