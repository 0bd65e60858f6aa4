"""Choose among candidates by learned weights of what speaks for each."""

import math
from collections.abc import Iterable, Mapping, Sequence

from tumen.codebook.weights import Weights

Evidence = Mapping[str, float]
"""What speaks for a candidate, by name of the feature; values are mostly 1."""


def present(names: Iterable[str]) -> dict[str, float]:
    """Return features that are simply there."""
    return dict.fromkeys(names, 1.0)


def score_of(evidence: Evidence, weights: Weights) -> float:
    """Return the sum of weight times value over the features of a candidate."""
    known = weights.features
    return sum(known.get(name, 0.0) * value for name, value in evidence.items())


def chances_of(candidates: Sequence[Evidence], weights: Weights) -> tuple[float, ...]:
    """Return the chance of each candidate, adding up to 1.

    Conditional logit (McFadden 1974): the chance of candidate i is
    exp(s_i) / sum over j of exp(s_j), where s is the weighted sum of its features.
    Two candidates with scores 0 and ln 3 have chances 0.25 and 0.75.
    """
    scores = [score_of(evidence, weights) for evidence in candidates]
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    whole = sum(parts)
    return tuple(part / whole for part in parts)
