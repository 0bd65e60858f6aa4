"""Put a tuned network into the file that `tumen.extract.encoder` reads."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from quality.encoder.network import Network
from quality.encoder.windows import Labels
from tumen.extract.encoder import OTHER, POINTED, POINTER, Floats, Header, packed
from tumen.extract.wordpiece import WordPieces

LAYERS, ATTENDING = 6, 12
PARTS = ("weight", "bias")
OF_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "met": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "done": "output.LayerNorm",
}
"""Our name of each part of a layer, and that of BERT in torch."""


def pack(
    network: Network,
    labels: Labels,
    shares: dict[str, tuple[float, float]],
    pieces: WordPieces,
    learned_from: str,
    file: Path,
) -> None:
    """Write a network with what its heads tell apart."""
    state = {name: value.numpy() for name, value in network.state_dict().items()}
    known = sorted(pieces.vocabulary, key=lambda piece: pieces.vocabulary[piece])
    header = Header(
        learned_from=learned_from,
        pieces=tuple(known),
        layers=LAYERS,
        heads=ATTENDING,
        labels=dict(labels.of),
        shares=shares,
    )
    arrays = dict(_arrays(state, labels))
    np.savez_compressed(file, allow_pickle=False, **packed(arrays, header))


def _arrays(state: dict[str, Floats], labels: Labels) -> Iterator[tuple[str, Floats]]:
    inner = "encoder.embeddings"
    yield "word.weight", state[f"{inner}.word_embeddings.weight"]
    kind = state[f"{inner}.token_type_embeddings.weight"][0]
    yield "place.weight", state[f"{inner}.position_embeddings.weight"] + kind
    names = {"input": f"{inner}.LayerNorm", "state": "state"}
    for layer in range(LAYERS):
        for own, theirs in OF_LAYER.items():
            names[f"{layer}.{own}"] = f"encoder.encoder.layer.{layer}.{theirs}"
    names |= {head: f"heads.{head}" for head in labels.of if head != OTHER}
    for model in POINTED:
        for part in POINTER:
            names[f"{model}.{part}"] = f"pointers.{model}.{part}"
    for own, theirs in names.items():
        for part in PARTS:
            yield f"{own}.{part}", state[f"{theirs}.{part}"]
