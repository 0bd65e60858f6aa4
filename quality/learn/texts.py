"""The labelled texts that weights are learned from, in three folders of `quality`."""

from pathlib import Path

from quality.articles import Labelled, load_labelled

TRAINING = Path(__file__).parents[1] / "training"
HARD = Path(__file__).parents[1] / "hard"
"""Articles with long accounts."""
ONCE = Path(__file__).parents[1] / "once"
"""Articles whose labels were read once: good for what a figure counts, when and where,
not even enough for who says it and how sure a reading is."""


def load_texts() -> tuple[Labelled, ...]:
    """Return the texts of all folders, in the order of their names."""
    folders = (TRAINING, HARD, ONCE)
    return tuple(text for folder in folders for text in load_labelled(folder))


def is_hard(name: str) -> bool:
    """Tell whether a text is one of those with long accounts, by its name."""
    return (HARD / name.partition("/")[0]).is_dir()


def is_once(name: str) -> bool:
    """Tell whether the labels of a text were read only once, by its name."""
    return (ONCE / name.partition("/")[0]).is_dir()
