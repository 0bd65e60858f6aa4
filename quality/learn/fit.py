"""Fit a conditional logit to decided cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from tumen.extract.ranking import Evidence

ROUNDS = 150
LEAST_SEEN = 3
"""A feature seen in fewer cases is not learned."""
SMALLEST = 0.02
"""A weight nearer to zero is not kept."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Decided:
    """A choice with its answer.

    Args:
        candidates: what speaks for each.
        right: numbers of those that are right, at least one.
        text: name of the text it comes from; folds keep texts whole.
    """

    candidates: tuple[Evidence, ...]
    right: frozenset[int]
    text: str


def fit_weights(cases: Sequence[Decided], pull: float) -> dict[str, float]:
    """Return the weights that make the right candidates likeliest.

    Minimises  -sum over cases of log P(right) + pull/2 * sum of squared weights,
    P as in `tumen.extract.ranking.chances_of`, by at most `ROUNDS` of L-BFGS: later
    rounds change no choice.

    Args:
        pull: strength of the pull towards zero, > 0.

    Raises:
        ValueError: there is no case to learn from.
    """
    if not cases:
        raise ValueError("weights cannot be learned from no cases")
    names = _names(cases)
    columns = {name: place for place, name in enumerate(names)}
    table, owner, is_right = _matrix(cases, columns)
    starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table @ weights
        scores = scores - np.maximum.reduceat(scores, starts)[owner]
        parts = np.exp(scores)
        whole = np.add.reduceat(parts, starts)
        right = np.add.reduceat(parts * is_right, starts)
        value = float(-(np.log(right) - np.log(whole)).sum())
        slope = parts / whole[owner] - parts * is_right / right[owner]
        return (
            value + 0.5 * pull * float(weights @ weights),
            table.T @ slope + pull * weights,
        )

    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B",
        options={"maxiter": ROUNDS},
    )  # fmt: skip
    return {
        name: round(float(weight), 3)
        for name, weight in zip(names, found.x, strict=True)
        if abs(weight) >= SMALLEST
    }


def _names(cases: Sequence[Decided]) -> list[str]:
    seen: dict[str, int] = {}
    for case in cases:
        for name in {name for evidence in case.candidates for name in evidence}:
            seen[name] = seen.get(name, 0) + 1
    return sorted(name for name, count in seen.items() if count >= LEAST_SEEN)


def _matrix(
    cases: Sequence[Decided], columns: Mapping[str, int]
) -> tuple[csr_matrix, NDArray[np.int64], Floats]:
    rows: list[int] = []
    places: list[int] = []
    values: list[float] = []
    owner: list[int] = []
    right: list[float] = []
    for number, case in enumerate(cases):
        for candidate, evidence in enumerate(case.candidates):
            for name, value in evidence.items():
                if name in columns:
                    rows.append(len(owner))
                    places.append(columns[name])
                    values.append(value)
            owner.append(number)
            right.append(float(candidate in case.right))
    shape = (len(owner), len(columns))
    return (
        csr_matrix((values, (rows, places)), shape=shape),
        np.array(owner, dtype=np.int64),
        np.array(right),
    )
