"""A tiny encoder with weights by chance."""

from pathlib import Path

import numpy as np

from tumen.extract.encoder import Floats, Header, packed

WIDTH = 8
PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "forty", "cooks", "said", "so", ".", "a")
LABELS = {
    "element": ("none", "people.present", "people.fled"),
    "unit": ("persons/", "USD/month"),
    "measure": ("flow", "stock"),
    "role": ("None", "workers"),
    "other": ("page", "out", "none", "pub", "unsaid"),
}
HALF = (0.5, 0.5)
HEADER = Header(
    learned_from="nothing",
    pieces=PIECES,
    layers=1,
    heads=2,
    labels=LABELS,
    shares={
        "elements": HALF, "measures": HALF, "people": HALF,
        "voices": HALF, "dates": HALF, "places": (1.0, 0.0),
    },
)  # fmt: skip


def some_arrays() -> dict[str, Floats]:
    """Return arrays of all shapes that an encoder has."""
    rng = np.random.default_rng(0)
    shapes = {f"0.{n}": (WIDTH, WIDTH) for n in ("query", "key", "value", "out")}
    shapes |= {"0.wide": (16, WIDTH), "0.narrow": (WIDTH, 16)}
    shapes |= {"state": (WIDTH, 3 * WIDTH)}
    shapes |= {head: (len(names), WIDTH) for head, names in LABELS.items()}
    for model in ("voices", "dates", "places"):
        shapes |= {f"{model}.{n}": (WIDTH, WIDTH) for n in ("key", "query")}
        shapes |= {f"{model}.other": (5, WIDTH)}
        shapes |= {f"{model}.wide": (4, 2 * WIDTH + 4), f"{model}.narrow": (1, 4)}
    arrays = {"word.weight": (len(PIECES), WIDTH), "place.weight": (512, WIDTH)}
    arrays |= {f"{name}.weight": shape for name, shape in shapes.items()}
    found = {n: rng.normal(size=s).astype(np.float32) for n, s in arrays.items()}
    for name, shape in shapes.items():
        found[f"{name}.bias"] = rng.normal(size=shape[0]).astype(np.float32)
    for name in ("input", "0.met", "0.done"):
        found[f"{name}.weight"] = np.ones(WIDTH, dtype=np.float32)
        found[f"{name}.bias"] = np.zeros(WIDTH, dtype=np.float32)
    return found


def write_encoder(folder: Path) -> Path:
    """Write the encoder into a folder; return its file."""
    file = folder / "encoder.npz"
    np.savez(file, allow_pickle=False, **packed(some_arrays(), HEADER))
    return file
