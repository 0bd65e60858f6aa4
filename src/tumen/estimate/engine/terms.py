"""Terms of the likelihood: what one origin said once, in every reading of its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.posterior import Figures
from tumen.estimate.engine.sparse import make_weights

Sum = Mapping[int, float]
"""Weights of stocks and flows, by their place in the long vector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a figure.

    Args:
        above, below: what it counts, and for a share what it is a share of.
        weight: chance of this reading among those of its term, they add up to 1.
        low, high: logs of its bounds; noise: log sd; scale: tau.
        effects: loadings on the effects, by their number; `offset` their means.
    """

    above: Sum
    below: Sum = field(default_factory=dict)
    weight: float = 1.0
    form: Form
    low: float = 0.0
    high: float = 0.0
    noise: float
    scale: float = 1.0
    effects: Mapping[int, float] = field(default_factory=dict)
    offset: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What one origin said once.

    Args:
        name: the same in every run on the same claims.
        outlier: prior chance that it has nothing to do with what it counts.
    """

    name: str
    readings: tuple[Reading, ...]
    outlier: float


def stack_terms(terms: Sequence[Term], effects: int, width: float) -> Figures:
    """Return terms as arrays.

    Args:
        effects: how many effects on figures there are.
        width: of the flat density of outliers, in logs.
    """
    rows = [reading for term in terms for reading in term.readings]
    loadings = np.zeros((len(rows), effects))
    for number, row in enumerate(rows):
        for effect, loading in row.effects.items():
            loadings[number, effect] += loading
    sizes = [len(term.readings) for term in terms]
    return Figures(
        term=np.repeat(np.arange(len(terms)), sizes),
        above=make_weights(row.above for row in rows),
        below=make_weights(row.below for row in rows),
        log_weight=np.log([row.weight for row in rows]),
        form=np.array([row.form for row in rows], dtype=np.int64),
        low=np.array([row.low for row in rows]),
        high=np.array([row.high for row in rows]),
        noise=np.array([row.noise for row in rows]),
        scale=np.array([row.scale for row in rows]),
        effects=loadings,
        offset=np.array([row.offset for row in rows]),
        outlier=np.log([term.outlier for term in terms]),
        width=width,
    )
