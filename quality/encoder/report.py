"""How well held-out numbers are read by learned weights, by the encoder, and by both."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch

from quality.encoder.cases import Choice, Number
from quality.encoder.network import Network
from quality.encoder.windows import HEADS, POINTED, Held, Labels
from quality.learn.guided import Models
from tumen.extract.element_choice import MODEL as ELEMENTS
from tumen.extract.encoded import LEAST
from tumen.extract.encoder import Floats
from tumen.extract.ranking import chances_of

PARTS = (0.0, 0.2, 0.3, 0.4, 0.5, 1.0)
"""How much the encoder counts beside the weights."""
TOGETHER = 16

Rows = Mapping[str, Floats]


def report(
    network: Network, held: Sequence[Held], labels: Labels, models: Models
) -> Iterator[str]:
    """Yield by model for how many numbers the right candidate is chosen."""
    right: defaultdict[tuple[str, float], list[bool]] = defaultdict(list)
    for number, rows in _read(network, held):
        for model, choice in number.choices.items():
            if number.measures and choice.right and len(choice.told) > 1:
                own = chances_of(choice.evidence, models[model])
                read = _scores(model, choice, rows, labels)
                for part in PARTS:
                    best = _best(model, own, read, part)
                    right[model, part].append(best in choice.right)
    for model in dict.fromkeys(model for model, _ in right):
        shares = (f"{part:g}: {np.mean(right[model, part]):.3f}" for part in PARTS)
        yield f"  {model} by part of the encoder  {'  '.join(shares)}"


def _read(network: Network, held: Sequence[Held]) -> Iterator[tuple[Number, Rows]]:
    """Yield each number with the log chances that the network gives it."""
    for start in range(0, len(held), TOGETHER):
        some = held[start : start + TOGETHER]
        with torch.no_grad():
            found = network([window for window, _ in some])
        numbers = [number for _, each in some for number in each]
        for place, number in enumerate(numbers):
            yield number, {name: told[place].numpy() for name, told in found.items()}


def _scores(model: str, choice: Choice, rows: Rows, labels: Labels) -> Floats:
    if model in (*POINTED, ELEMENTS):
        return rows[model][: len(choice.told)]
    head = HEADS[model]
    return rows[head][list(labels.places(head, choice.told))]


def _best(model: str, own: Sequence[float], read: Floats, part: float) -> int:
    """Return the likeliest candidate; a labelled number is not about nothing."""
    scores = (1 - part) * np.log(np.maximum(own, LEAST)) + part * read
    return int(np.argmax(scores[:-1] if model == ELEMENTS else scores))
