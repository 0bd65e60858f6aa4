"""Say a template in one of its ways, and lift the marks out of what was said."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

Slots = Callable[[str], str]
"""Gives the words of a slot by its name."""

T = TypeVar("T")

CLOSING = {"[": "]", "<": ">", "{": "}"}
SPACED = (
    (" ,", ","),
    (",,", ","),
    (",.", "."),
    (", »", "»,"),
    (" .", "."),
    (" ;", ";"),
    (" »", "»"),
    ("« ", "«"),
    ("“ ", "“"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a sentence: `name` is what its label is about."""

    name: str
    start: int
    end: int


def choose(options: Sequence[T], rng: np.random.Generator) -> T:
    """Return one of the options, each as likely."""
    return options[int(rng.integers(len(options)))]


def weighted(weights: Mapping[T, float], rng: np.random.Generator) -> T:
    """Return a key, as likely as its weight; weights are > 0."""
    names = list(weights)
    total = np.cumsum([weights[name] for name in names])
    return names[int(np.searchsorted(total, rng.random() * total[-1], side="right"))]


def say(
    template: str,
    rules: Mapping[str, Sequence[str]],
    slots: Slots,
    rng: np.random.Generator,
) -> str:
    """Return one way to say a template: `[a|b]`, `<rule>` and `{slot}` are resolved.

    Marks stay; spaces that an empty slot left behind go.
    """
    said = "".join(_spoken(template, rules, slots, rng))
    return tidy(said)


def tidy(text: str) -> str:
    """Return words with single spaces, none before a stop, and no comma in front."""
    text = " ".join(text.split())
    for wrong, right in SPACED:
        text = text.replace(wrong, right)
    return text.lstrip(" ,")


def _spoken(
    template: str,
    rules: Mapping[str, Sequence[str]],
    slots: Slots,
    rng: np.random.Generator,
) -> Iterator[str]:
    at = 0
    while at < len(template):
        letter = template[at]
        if letter not in CLOSING:
            yield letter
            at += 1
            continue
        end = closing(template, at)
        inside = template[at + 1 : end]
        if letter == "[":
            inside = choose(split_choice(inside), rng)
        elif letter == "<":
            inside = choose(rules[inside], rng)
        if letter == "{":
            yield slots(inside)
        else:
            yield from _spoken(inside, rules, slots, rng)
        at = end + 1


def closing(template: str, at: int) -> int:
    """Return where the bracket that opens at a place closes.

    Raises:
        ValueError: it never closes.
    """
    opens, closes = template[at], CLOSING[template[at]]
    depth = 0
    for end in range(at, len(template)):
        depth += (template[end] == opens) - (template[end] == closes)
        if depth == 0:
            return end
    raise ValueError(f"{opens!r} is not closed in {template!r}")


def split_choice(inside: str) -> tuple[str, ...]:
    """Return the options of a choice; those of choices inside it stay together."""
    depth, parts = 0, [""]
    for letter in inside:
        depth += (letter == "[") - (letter == "]")
        if letter == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return tuple(parts)


def lift_marks(said: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the words without marks, and the marks in the order they open."""
    words: list[str] = []
    open_at: list[tuple[str, int]] = []
    marks: list[Mark] = []
    at = length = 0
    while at < len(said):
        letter = said[at]
        if letter == "«":
            colon = said.index(":", at)
            open_at.append((said[at + 1 : colon], length))
            at = colon
        elif letter == "»":
            name, start = open_at.pop()
            marks.append(Mark(name, start, length))
        else:
            words.append(letter)
            length += 1
        at += 1
    return "".join(words), tuple(sorted(marks, key=lambda m: (m.start, -m.end)))


def capital(said: str) -> str:
    """Return a clause with a capital first letter; marks before it are left alone."""
    at = 0
    while at < len(said) and said[at] == "«":
        at = said.index(":", at) + 1
    return said[:at] + said[at : at + 1].upper() + said[at + 1 :]
