"""A small transformer that reads words in their context, with weights as 8-bit numbers.

Six layers of BERT (Devlin et al. 2019) with the weights of MiniLM (Wang et al. 2020),
tuned on labelled pages; see docs/explain/learned.md. NumPy and SciPy are enough to read.
"""

import json
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

from tumen.errors import CodebookError
from tumen.extract.wordpiece import WordPieces

HEADER, SCALE = "header", ".scale"
"""Keys of the file: what the heads tell apart; the step of each row of whole numbers."""
EPSILON = 1e-12
"""Added to a variance, as in BERT."""
FIRST, LAST = "[CLS]", "[SEP]"
BROKEN = (
    OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What numpy raises over a file that holds no arrays, or others."""

REMEDY = 'Put a whole file there, or remove it and set analyzer = "auto".'
LAYER = ("query", "key", "value", "out", "met", "wide", "narrow", "done")
POINTED, POINTER = (
    ("voices", "dates", "places"),
    ("key", "query", "other", "wide", "narrow"),
)
"""Parts of a layer; models whose candidates are words, and the parts of each."""
OTHER = "other"
"""Labels of candidates without words; they share no head."""

Floats = NDArray[np.float32]


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an encoder was tuned for.

    Args:
        learned_from: of which texts.
        pieces: the word pieces, each at its number.
        layers, heads: of the transformer.
        labels: what each head tells apart, by head.
        shares: by model, how much the log of its own chance counts and how much that
            of the encoder's.
    """

    learned_from: str
    pieces: tuple[str, ...]
    layers: int
    heads: int
    labels: dict[str, tuple[str, ...]]
    shares: dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Encoder:
    """A transformer with its heads.

    Args:
        arrays: by name of the parameter; matrices hold a row for each output.
    """

    header: Header
    pieces: WordPieces
    arrays: dict[str, Floats]

    def linear(self, name: str, x: Floats) -> Floats:
        """Return x W^T + b for rows x."""
        product: Floats = x @ self.arrays[f"{name}.weight"].T
        return product + self.arrays[f"{name}.bias"]

    def normed(self, name: str, x: Floats) -> Floats:
        """Return rows with mean 0 and variance 1, stretched and moved."""
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(-1, keepdims=True) + EPSILON)
        scaled: Floats = centred / spread * self.arrays[f"{name}.weight"]
        return scaled + self.arrays[f"{name}.bias"]

    def encode(self, numbers: Sequence[int]) -> Floats:
        """Return a vector for each piece of a window, and one before and behind it.

        Args:
            numbers: of the pieces, at most 510.

        Returns:
            Shape (pieces + 2, width).
        """
        known = self.pieces.vocabulary
        ids = [known[FIRST], *numbers, known[LAST]]
        words, places = self.arrays["word.weight"], self.arrays["place.weight"]
        x = self.normed("input", words[ids] + places[: len(ids)])
        for layer in range(self.header.layers):
            x = self.normed(f"{layer}.met", x + self._attended(layer, x))
            inner = gelu(self.linear(f"{layer}.wide", x))
            x = self.normed(f"{layer}.done", x + self.linear(f"{layer}.narrow", inner))
        return x

    def _attended(self, layer: int, x: Floats) -> Floats:
        """Return what each piece takes from all others: softmax(Q K^T / sqrt(d)) V."""
        heads, (length, width) = self.header.heads, x.shape
        size = width // heads
        query, key, value = (
            self.linear(f"{layer}.{name}", x)
            .reshape(length, heads, size)
            .transpose(1, 0, 2)
            for name in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(size))
        parts = np.exp(scores - scores.max(-1, keepdims=True))
        taken = parts / parts.sum(-1, keepdims=True) @ value
        together = taken.transpose(1, 0, 2).reshape(length, width)
        return self.linear(f"{layer}.out", together)


def gelu(x: Floats) -> Floats:
    """Return x times the chance that a normal number is below x."""
    parts: Floats = x * np.float32(0.5) * (1 + erf(x * np.float32(np.sqrt(0.5))))
    return parts


@cache
def load_encoder(file: Path) -> Encoder:
    """Return the encoder in a file; matrices of whole numbers get their steps back.

    Raises:
        CodebookError: the file holds no encoder.
    """
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
            header = msgspec.json.decode(held[HEADER].tobytes(), type=Header)
            arrays = {
                name: _floats(held, name)
                for name in held.files
                if name != HEADER and not name.endswith(SCALE)
            }
    except (*BROKEN, msgspec.DecodeError) as error:
        raise CodebookError(f"{file}: {error}", REMEDY) from error
    missing = [name for name in _names(header) if f"{name}.weight" not in arrays]
    short = [
        name for name, known in header.labels.items()
        if name != OTHER and len(arrays.get(f"{name}.weight", ())) != len(known)
    ]  # fmt: skip
    if missing or short:
        problem = f"{file}: no whole encoder: {', '.join((*missing, *short))}"
        raise CodebookError(problem, REMEDY)
    vocabulary = {piece: number for number, piece in enumerate(header.pieces)}
    return Encoder(header, WordPieces(vocabulary), arrays)


def _names(header: Header) -> Iterator[str]:
    """Yield the names of all parts that an encoder has."""
    yield from ("word", "place", "input", "state")
    yield from (f"{layer}.{part}" for layer in range(header.layers) for part in LAYER)
    yield from (f"{model}.{part}" for model in POINTED for part in POINTER)
    yield from (head for head in header.labels if head != OTHER)


def _floats(held: "np.lib.npyio.NpzFile", name: str) -> Floats:
    values: Floats = held[name].astype(np.float32)
    step = name + SCALE
    return values * held[step][:, None] if step in held.files else values


def packed(arrays: dict[str, Floats], header: Header) -> dict[str, NDArray[np.generic]]:
    """Return what a file holds: each matrix as whole numbers from -127 to 127.

    Args:
        arrays: as in `Encoder`.
    """
    text = json.dumps(msgspec.to_builtins(header), ensure_ascii=True)
    found: dict[str, NDArray[np.generic]] = {
        HEADER: np.frombuffer(text.encode(), dtype=np.uint8)
    }
    for name, values in arrays.items():
        if values.ndim < 2:
            found[name] = values.astype(np.float32)
            continue
        step = np.maximum(np.abs(values).max(1), EPSILON) / 127
        found[name] = np.rint(values / step[:, None]).astype(np.int8)
        found[name + SCALE] = step.astype(np.float32)
    return found
