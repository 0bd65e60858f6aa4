"""Round a value the way a voice tells it, and put it into words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np

from tumen.codebook.press import PressRules
from tumen.world.press.grammar import choose

SLACK = 0.1
"""Part of the value by which both ends of a range lie apart from it."""
IN_WORDS = 0.75
"""Chance that a small number is written as a word."""
NO_COMMA = 0.06
"""Chance that thousands are written without a comma."""
BARE = "amount"
"""Slot of a number without a sign."""
VAGUE = ((100.0, "vague_dozens"), (1000.0, "vague_hundreds"), (1e12, "vague_thousands"))
VAGUE_LEAST = 20.0
VAGUE_MOST = 20_000.0
WITHOUT_NUMBER = ("none", *(name for _, name in VAGUE))


@dataclass(frozen=True, slots=True)
class Told:
    """An amount as it is told: its qualifier and the numbers that it fills."""

    qualifier: str
    low: float | None = None
    best: float | None = None
    high: float | None = None

    @property
    def numbers(self) -> tuple[float, ...]:
        """The numbers printed, in order."""
        if self.qualifier in ("exact", "about"):
            return () if self.best is None else (self.best,)
        return tuple(n for n in (self.low, self.high) if n is not None)


def tell(value: float, style: str, *, digits: int, step: float) -> Told:
    """Return how a value is told.

    Args:
        style: a qualifier, or `vague`, which takes the word that fits the value.
        digits: significant digits, 0 for all; step: least step between numbers.
    """
    if style == "vague":
        is_told = VAGUE_LEAST <= value <= VAGUE_MOST
        word = next(name for most, name in VAGUE if value < most)
        return Told(word) if is_told else tell(value, "about", digits=digits, step=step)
    grain = grain_of(value, digits, step)
    near, below = round(value / grain) * grain, floor(value / grain) * grain
    above = ceil(value / grain) * grain
    if style == "between":
        below = floor(value * (1 - SLACK) / grain) * grain
        above = ceil(value * (1 + SLACK) / grain) * grain
    if style in ("over", "at_least", "between") and below <= 0:
        style = "about"
    made = {
        "exact": Told("exact", near, near, near),
        "about": Told("about", best=near),
        "over": Told("over", low=below),
        "at_least": Told("at_least", low=below),
        "up_to": Told("up_to", high=above),
        "under": Told("under", high=above + (grain if above == value else 0)),
        "between": Told("between", low=below, high=above),
    }[style]
    return Told(made.qualifier, *(_clean(n) for n in (made.low, made.best, made.high)))


def grain_of(value: float, digits: int, step: float) -> float:
    """Return the step between numbers that a voice tells around a value, > 0."""
    if not digits or value <= 0:
        return step
    return max(step, 10.0 ** (floor(log10(value)) + 1 - digits))


def _clean(number: float | None) -> float | None:
    return None if number is None else float(round(number, 6))


def amount_words(
    told: Told,
    form: str,
    rules: PressRules,
    rng: np.random.Generator,
    *,
    first_way: bool = False,
) -> str:
    """Return an amount in words.

    Args:
        form: `amount` for a bare number, else one of the signs of the rules.
        first_way: take the first way of the qualifier: "not exactly 40" would say
            something else than "not 40".
    """
    ways = rules.amounts[told.qualifier][: 1 if first_way else None]
    is_bare = form == BARE
    words = rules.number_words if is_bare and rng.random() < IN_WORDS else ()
    sign = "{}" if is_bare else choose(rules.signs[form], rng)
    sizes = {} if is_bare else rules.sizes
    shown = [sign.format(number_words(n, words, sizes, rng)) for n in told.numbers]
    names = ("low", "high") if len(shown) > 1 else ("best",)
    return choose(ways, rng).format_map(dict(zip(names, shown, strict=False)))


def number_words(
    number: float,
    words: Sequence[str],
    sizes: Mapping[str, float],
    rng: np.random.Generator,
) -> str:
    """Return one number without its sign; a small one as one of the words given."""
    if number == int(number) and 0 <= number < len(words):
        return words[int(number)]
    for word, size in reversed(tuple(sizes.items())):
        if number >= size:
            return f"{number / size:g} {word}"
    return _digits(number, plain=not sizes and bool(rng.random() < NO_COMMA))


def _digits(number: float, *, plain: bool = False) -> str:
    if number != int(number):
        return f"{number:g}"
    return f"{int(number)}" if plain and number < 10_000 else f"{int(number):,}"
