"""What the words of a figure bound, on the log scale.

Widths that are judgements stand here with their reason; what single words mean (dozens,
hundreds) stands in the codebook.
"""

from dataclasses import dataclass
from math import isfinite, log

from tumen.codebook.model import Disclosure, WordRange
from tumen.estimate.engine.forms import Form
from tumen.records.amount import Amount, Qualifier

ABOUT = 1.5
"""How much wider "about" makes a rounded number; judgement."""
MOST_ROUNDING = 0.2
"""Half width of a rounded number, as a share of it, at most: people who write 10,000
do not mean anything from 5,000 to 15,000; judgement."""
SMALL = 1000
"""Numbers below it are not rounded unless the words say "about"; judgement."""
OVER_SCALE = 0.25
"""Mean excess, in logs, of what "over X" stands for; judgement."""
UP_TO_SCALE = 0.5
"""Mean shortfall, in logs, of what "up to X" stands for; judgement."""
LEAST = 0.5
"""Where the logarithm of a count of nobody is taken, in the unit that was printed."""
NARROWEST = 1e-3
"""Least width of a range, in logs."""
LEAST_LOW = 0.1
"""The same for the lower end of a range."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds of a figure, as logs, in the form its words have.

    Args:
        size: a number of its order, for the noise of small counts.
    """

    form: Form
    low: float
    high: float
    scale: float
    size: float


def bounds_of(
    amount: Amount,
    factor: float,
    words: tuple[WordRange, ...],
    disclosures: tuple[Disclosure, ...],
) -> Bounds | None:
    """Return the bounds of an amount, None when it says no size or an impossible one.

    Args:
        factor: turns the amount into the unit of the model, > 0.
        words: what vague words stand for; disclosures: of the house that speaks.
    """
    stated = [v for v in (amount.low, amount.best, amount.high) if v is not None]
    if any(not isfinite(value) or value < 0 for value in stated):
        return None
    if not stated:
        return _word(amount.qualifier, factor, words)
    for rule in disclosures:
        if amount.best == rule.printed and amount.qualifier is Qualifier.EXACT:
            return _interval(rule.low, rule.high, factor)
    if amount.best is not None:
        return _rounded(amount.best, amount.qualifier, factor)
    return _one_sided(amount, factor)


def _one_sided(amount: Amount, factor: float) -> Bounds:
    """Return the bounds of a range, or of words that leave a side open."""
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        return _interval(low, high, factor)
    if high is not None:
        return roof(high, factor)
    form = Form.OVER if amount.qualifier is Qualifier.OVER else Form.AT_LEAST
    return _floor(form, low or 0.0, factor)


def roof(value: float, factor: float = 1.0) -> Bounds:
    """Return "up to" a value: what is meant lies near below it."""
    held = max(value, LEAST) * factor
    return Bounds(Form.UP_TO, 0.0, log(held), UP_TO_SCALE, held)


def highest(amount: Amount) -> float | None:
    """Return the largest number an amount states."""
    stated = [v for v in (amount.low, amount.best, amount.high) if v is not None]
    return max(stated, default=None)


def _word(
    qualifier: Qualifier, factor: float, words: tuple[WordRange, ...]
) -> Bounds | None:
    for word in words:
        if word.qualifier == qualifier.value:
            return _interval(word.low, word.high, factor)
    return None


def _rounded(value: float, qualifier: Qualifier, factor: float) -> Bounds:
    if value == 0:
        return Bounds(Form.AT_MOST, 0.0, log(LEAST * factor), 1.0, LEAST * factor)
    half = _half_step(value)
    if qualifier is Qualifier.ABOUT:
        half *= ABOUT
    elif value < SMALL:
        half = min(half, 0.5)
    return _interval(value - half, value + half, factor)


def _half_step(value: float) -> float:
    """Return half of the last digit that is no zero: 5,000 for 30,000, 0.5 for 511."""
    step = 1.0
    if value != round(value):
        while step > 1e-6 and abs(value / step - round(value / step)) > 1e-9:
            step /= 10
    while value % (step * 10) == 0:
        step *= 10
    return min(step / 2, MOST_ROUNDING * value)


def _interval(low: float, high: float, factor: float) -> Bounds:
    """Return a range; one narrower than a thousandth is widened on both sides."""
    held = max(low, LEAST_LOW) * factor
    top = max(high * factor, held)
    narrow = max(NARROWEST - log(top / held), 0.0) / 2
    size = held**0.5 * top**0.5
    return Bounds(Form.INTERVAL, log(held) - narrow, log(top) + narrow, 1.0, size)


def _floor(form: Form, value: float, factor: float) -> Bounds:
    held = max(value, LEAST) * factor
    return Bounds(form, log(held), 0.0, OVER_SCALE, held)
