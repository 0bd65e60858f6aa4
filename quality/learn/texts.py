"""The labelled texts that weights are learned from, in three folders of `quality`."""

from pathlib import Path

from quality.articles import Labelled, load_labelled

TRAINING = Path(__file__).parents[1] / "training"
HARD = Path(__file__).parents[1] / "hard"
"""Articles with long accounts."""
FURTHER = Path(__file__).parents[1] / "further"
"""Articles of many writers, denser in figures than the press is; how sure a reading is
is not learned from them."""


def load_texts() -> tuple[Labelled, ...]:
    """Return the texts of all folders, in the order of their names."""
    folders = (TRAINING, HARD, FURTHER)
    return tuple(text for folder in folders for text in load_labelled(folder))


def is_hard(name: str) -> bool:
    """Tell whether a text is one of those with long accounts, by its name."""
    return (HARD / name.partition("/")[0]).is_dir()


def is_further(name: str) -> bool:
    """Tell whether a text is one of the denser ones, by its name."""
    return (FURTHER / name.partition("/")[0]).is_dir()
