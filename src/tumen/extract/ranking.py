"""Choose among candidates by learned weights of what speaks for each."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tumen.codebook.weights import Weights
from tumen.extract.compiled import once

Evidence = Mapping[str, float]
"""What speaks for a candidate, by name of the feature; values are mostly 1."""
BESIDE = "|"
"""Stands between a candidate and a feature that all candidates share."""


@dataclass(frozen=True, slots=True, eq=False)
class Crossed(Mapping[str, float]):
    """What speaks for one of several candidates that share most features.

    It reads as the features `candidate|feature` of everything shared, each worth 1,
    and its own behind them. The names are put together only when somebody asks for
    them: few of the thousands have a weight.

    Args:
        shared: features of the case, each once.
        own: features of this candidate, none of them `candidate|shared`.
    """

    candidate: str
    shared: Sequence[str]
    own: Mapping[str, float]

    def __getitem__(self, name: str) -> float:
        """Return the value of a feature by its full name."""
        candidate, _, feature = name.partition(BESIDE)
        if candidate == self.candidate and feature in self.shared:
            return 1.0
        return self.own[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the full names."""
        yield from (f"{self.candidate}{BESIDE}{feature}" for feature in self.shared)
        yield from self.own

    def __len__(self) -> int:
        """Return how many features there are."""
        return len(self.shared) + len(self.own)


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """The weights of `candidate|feature`: a row for a feature, a column for a candidate."""

    weights: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    rows: Mapping[str, int]
    columns: Mapping[str, int]

    def sums(self, shared: Iterable[str]) -> list[float]:
        """Return what shared features weigh together for each candidate, by column."""
        row_of = self.rows.get
        found = [row for name in shared if (row := row_of(name)) is not None]
        # Rows are added one after the other: the same figures as by hand.
        together: list[float] = np.add.reduce(self.weights.take(found, 0), 0).tolist()
        return together


@once
def _table_of(weights: Weights) -> _Table:
    crossed = [
        (candidate, feature, weight)
        for name, weight in weights.features.items()
        for candidate, beside, feature in (name.partition(BESIDE),)
        if beside
    ]
    rows = {name: n for n, name in enumerate(dict.fromkeys(f for _, f, _ in crossed))}
    columns = {
        name: n for n, name in enumerate(dict.fromkeys(c for c, _, _ in crossed))
    }
    table = np.zeros((len(rows), len(columns)))
    for candidate, feature, weight in crossed:
        table[rows[feature], columns[candidate]] = weight
    return _Table(table, rows, columns)


def present(names: Iterable[str]) -> dict[str, float]:
    """Return features that are simply there."""
    return dict.fromkeys(names, 1.0)


def score_of(evidence: Evidence, weights: Weights) -> float:
    """Return the sum of weight times value over the features of a candidate."""
    return scores_of((evidence,), weights)[0]


def scores_of(candidates: Sequence[Evidence], weights: Weights) -> list[float]:
    """Return the score of each candidate; what they share is added up once for all."""
    sums: dict[int, list[float]] = {}
    scores: list[float] = []
    for evidence in candidates:
        if not isinstance(evidence, Crossed):
            scores.append(_sum_of(evidence, weights, 0.0))
            continue
        table, shared = _table_of(weights), id(evidence.shared)
        if shared not in sums:
            sums[shared] = table.sums(evidence.shared)
        column = table.columns.get(evidence.candidate)
        before = 0.0 if column is None else sums[shared][column]
        scores.append(_sum_of(evidence.own, weights, before))
    return scores


def _sum_of(evidence: Evidence, weights: Weights, before: float) -> float:
    weight_of = weights.features.get
    # Exact, so the order of the features cannot tip a choice. Nearly all of them have
    # a weight; those without add nothing.
    products = [weight_of(name, 0.0) * value for name, value in evidence.items()]
    return math.fsum([before, *products])


def chances_of(candidates: Sequence[Evidence], weights: Weights) -> tuple[float, ...]:
    """Return the chance of each candidate, adding up to 1.

    Conditional logit (McFadden 1974): the chance of candidate i is
    exp(s_i) / sum over j of exp(s_j), where s is the weighted sum of its features.
    Two candidates with scores 0 and ln 3 have chances 0.25 and 0.75.
    """
    scores = scores_of(candidates, weights)
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    whole = sum(parts)
    return tuple(part / whole for part in parts)
