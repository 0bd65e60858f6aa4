"""Held-out numbers, as learned weights and the encoder judge them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch

from quality.encoder.cases import Choice, Number
from quality.encoder.network import Network
from quality.encoder.shares import Floats, Judged
from quality.encoder.windows import HEADS, Held, Labels
from quality.learn.guided import Models
from tumen.extract.element_choice import MODEL as ELEMENTS
from tumen.extract.encoded import LEAST
from tumen.extract.encoder import POINTED
from tumen.extract.ranking import chances_of

TOGETHER = 16


def judge(
    network: Network, held: Sequence[Held], labels: Labels, models: Models
) -> dict[str, list[Judged]]:
    """Return by model how each held-out number is judged."""
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    for number, rows in _read(network, held):
        for model, choice in number.choices.items():
            if choice.right and len(choice.told) > 1:
                own = chances_of(choice.evidence, models[model])
                read = _scores(model, choice, rows, labels)
                found[model].append(
                    Judged(
                        own=np.log(np.maximum(own, LEAST)),
                        read=read - np.logaddexp.reduce(read),
                        right=tuple(sorted(choice.right)),
                        is_labelled=bool(number.measures),
                    )
                )
    return found


def _read(
    network: Network, held: Sequence[Held]
) -> Iterator[tuple[Number, Mapping[str, Floats]]]:
    """Yield each number with the log chances that the network gives it."""
    for start in range(0, len(held), TOGETHER):
        some = held[start : start + TOGETHER]
        with torch.no_grad():
            found = network([window for window, _ in some])
        numbers = [number for _, each in some for number in each]
        for place, number in enumerate(numbers):
            yield number, {n: told[place].double().numpy() for n, told in found.items()}


def _scores(
    model: str, choice: Choice, rows: Mapping[str, Floats], labels: Labels
) -> Floats:
    if model in (*POINTED, ELEMENTS):
        return rows[model][: len(choice.told)]
    head = HEADS[model]
    return rows[head][list(labels.places(head, choice.told))]
