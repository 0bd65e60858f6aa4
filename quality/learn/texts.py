"""The labelled texts that weights are learned from, in five folders of `quality`."""

from pathlib import Path

from quality.articles import Labelled, load_labelled

TRAINING = Path(__file__).parents[1] / "training"
HARD = Path(__file__).parents[1] / "hard"
"""Articles with long accounts."""
FURTHER = Path(__file__).parents[1] / "further"
"""Articles of other writers; how sure a reading is is not learned from them."""
DENSE = Path(__file__).parents[1] / "dense"
"""Articles denser in figures and statements than the press is: good for who says them,
where and when, not for how often a number or clause counts at all."""
PRESS = Path(__file__).parents[1] / "press"
"""Articles of newsrooms of many kinds, told as the dense ones are: used as those."""
FOLDERS = (TRAINING, HARD, FURTHER, DENSE, PRESS)


def load_texts() -> tuple[Labelled, ...]:
    """Return the texts of all folders, in the order of their names."""
    return tuple(text for folder in FOLDERS for text in load_labelled(folder))


def is_hard(name: str) -> bool:
    """Tell whether a text is one of those with long accounts, by its name."""
    return _is_in(HARD, name)


def is_further(name: str) -> bool:
    """Tell whether a text is one of the other writers', by its name."""
    return _is_in(FURTHER, name)


def is_dense(name: str) -> bool:
    """Tell whether a text is one of the denser ones, by its name."""
    return _is_in(DENSE, name) or _is_in(PRESS, name)


def _is_in(folder: Path, name: str) -> bool:
    return (folder / name.partition("/")[0]).is_dir()
