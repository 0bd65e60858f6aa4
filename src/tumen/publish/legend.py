"""Place the keys of a legend in as many lines as they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.publish.fitting import shorten, text_width

SIZE = 10.5
LINE = 17.0
SIGN = 28.0
"""Breadth of the sign before its words."""
APART = 18.0


@dataclass(frozen=True, slots=True)
class Key:
    """One sign and its words; `x`, `y` are the left end of the words' line."""

    kind: str
    text: str
    x: float
    y: float


def lay_keys(
    wanted: Sequence[tuple[str, str]], left: float, right: float, top: float
) -> tuple[tuple[Key, ...], float]:
    """Return the keys placed line by line, and where the drawing may begin below.

    Args:
        wanted: kind of sign and words, in order.
    """
    keys: list[Key] = []
    x, y = left, top
    for kind, words in wanted:
        text = shorten(words, right - left - SIGN, SIZE)
        width = SIGN + text_width(text, SIZE)
        if x > left and x + width > right:
            x, y = left, y + LINE
        keys.append(Key(kind, text, x, y))
        x += width + APART
    return tuple(keys), y + LINE
