"""How much learned weights and an encoder should count where both judge a number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from tumen.extract.element_choice import MODEL as ELEMENTS

EVEN = (0.5, 0.5)
DECIMALS = 2

Floats = NDArray[np.float64]
Share = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """The log chances of a number's candidates, by its weights and by the encoder.

    Args:
        right: numbers of those that are right.
        is_labelled: False for a number that is about nothing.
    """

    own: Floats
    read: Floats
    right: tuple[int, ...]
    is_labelled: bool

    def pooled(self, share: Share) -> Floats:
        """Return the log chances of both together, as `EncodedPage` pools them."""
        scores = share[0] * self.own + share[1] * self.read
        together: Floats = scores - np.logaddexp.reduce(scores)
        return together


def fit_shares(judged: Mapping[str, Sequence[Judged]]) -> dict[str, Share]:
    """Return how much each opinion counts: what makes the right candidates likeliest."""
    return {model: _fit_share(numbers) for model, numbers in judged.items()}


def _fit_share(numbers: Sequence[Judged]) -> Share:
    def loss(share: Floats) -> float:
        own, other = float(share[0]), float(share[1])
        chances = (n.pooled((own, other))[list(n.right)] for n in numbers)
        return -float(sum(np.logaddexp.reduce(some) for some in chances))

    own, other = minimize(loss, EVEN, method="Nelder-Mead").x
    return round(float(own), DECIMALS), round(float(other), DECIMALS)


def accuracy(model: str, numbers: Sequence[Judged], share: Share) -> float:
    """Return the part of labelled numbers for which the best candidate is right.

    A labelled number is about something: the last candidate of elements is passed over.
    """
    right = []
    for number in numbers:
        if number.is_labelled:
            scores = number.pooled(share)
            best = np.argmax(scores[:-1] if model == ELEMENTS else scores)
            right.append(int(best) in number.right)
    return float(np.mean(right))


def report(judged: Mapping[str, Sequence[Judged]]) -> Iterator[str]:
    """Yield by model how well weights, the encoder and both choose."""
    for model, share in fit_shares(judged).items():
        alone = ((1.0, 0.0), (0.0, 1.0), share)
        own, read, both = (accuracy(model, judged[model], each) for each in alone)
        yield (
            f"  {model}: weights {own:.3f}, encoder {read:.3f}, both {both:.3f}"
            f" with shares {share}"
        )
