"""The encoder with its heads in torch, as `tumen.extract.encoded` computes it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from quality.encoder.windows import Item, Window
from tumen.extract.encoded import NEAR, SOFTER
from tumen.extract.encoder import OTHER, POINTED

NONE = -1e9
"""Score of what is no candidate."""
WIDTH = 384
NARROW = 128
DROPPED = 0.1


class Pointer(nn.Module):
    """Scores candidates by the words that stand for them."""

    def __init__(self, others: int) -> None:
        super().__init__()
        self.key = nn.Linear(WIDTH, WIDTH)
        self.query = nn.Linear(WIDTH, WIDTH)
        self.other = nn.Linear(WIDTH, others)
        self.wide = nn.Linear(2 * WIDTH + 4, NARROW)
        self.narrow = nn.Linear(NARROW, 1)

    def forward(
        self,
        rows: Tensor,
        owner: Tensor,
        first: Tensor,
        state: Tensor,
        told: Sequence[Sequence[tuple[int, int]]],
    ) -> Tensor:
        """Return the log chances of each number's candidates, shape (numbers, most)."""
        most = max(2, *(len(candidates) for candidates in told))
        scores = torch.full((len(told), most), NONE)
        query, other = self.query(state), self.other(state)
        every = [
            (n, c, *words)
            for n, some in enumerate(told)
            for c, words in enumerate(some)
        ]
        bare = [(n, c, label) for n, c, start, label in every if start < 0]
        worded = [each for each in every if each[2] >= 0]
        if bare:
            n, c, label = torch.tensor(bare).T
            scores = scores.index_put((n, c), other[n, label])
        if worded:
            n, c, start, end = torch.tensor(worded).T
            key = self.key((rows[owner[n], start] + rows[owner[n], end]) / 2)
            away = (start - first[n]).float() / NEAR
            where = (away, away.abs(), (away < 0).float(), torch.ones_like(away))
            both = torch.cat([key, query[n], torch.stack(where, 1)], 1)
            wide = nn.functional.gelu(self.wide(both))
            value = (key * query[n]).sum(1) / SOFTER + self.narrow(wide)[:, 0]
            scores = scores.index_put((n, c), value)
        return scores.log_softmax(1)


class Network(nn.Module):
    """A transformer, what its heads look at, and the heads."""

    def __init__(self, folder: Path, labels: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.dropped = nn.Dropout(DROPPED)
        self.state = nn.Linear(3 * WIDTH, WIDTH)
        heads = {name: nn.Linear(WIDTH, len(of)) for name, of in labels.items()}
        self.heads = nn.ModuleDict({n: h for n, h in heads.items() if n != OTHER})
        count = len(labels[OTHER])
        self.pointers = nn.ModuleDict({name: Pointer(count) for name in POINTED})

    def forward(self, windows: Sequence[Window]) -> dict[str, Tensor]:
        """Return log chances: by head among all labels, by model among candidates."""
        longest = max(len(window.pieces) for window in windows)
        pieces = torch.tensor(
            [[*w.pieces, *[0] * (longest - len(w.pieces))] for w in windows]
        )
        with torch.autocast("cpu", torch.bfloat16):
            mask = (pieces != 0).long()
            rows = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        rows = rows.float()
        items = [item for window in windows for item in window.items]
        owner = torch.tensor([n for n, w in enumerate(windows) for _ in w.items])
        first = torch.tensor([item.first for item in items])
        last = torch.tensor([item.last for item in items])
        about = (rows[owner, first] + rows[owner, last]) / 2
        about = torch.cat([about, rows[owner, first], rows[owner, 0]], 1)
        state = self.dropped(nn.functional.gelu(self.state(self.dropped(about))))
        found = {name: head(state) for name, head in self.heads.items()}
        found["elements"] = _among(found["element"], items, "element")
        found["elements"] += _among(found["unit"], items, "unit")
        found = {name: scores.log_softmax(1) for name, scores in found.items()}
        for name, pointer in self.pointers.items():
            told = [item.pointed.get(name, ()) for item in items]
            found[name] = pointer(rows, owner, first, state, told)
        return found


def _among(scores: Tensor, items: Sequence[Item], name: str) -> Tensor:
    """Return the scores of each number's candidates among those of all labels."""
    most = max(len(item.told[name]) for item in items)
    places = torch.tensor(
        [[*i.told[name], *[0] * (most - len(i.told[name]))] for i in items]
    )
    lengths = torch.tensor([[len(item.told[name])] for item in items])
    beyond = torch.arange(most)[None, :] >= lengths
    return scores.gather(1, places).masked_fill(beyond, NONE)
