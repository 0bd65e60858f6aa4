"""Compare figures as they are written: rounding and bounds included."""

import math
import re

from tumen.records.amount import Amount, Qualifier
from tumen.records.claim import Claim, Hedge

NEAR_ABOVE = 2.0
"""How far above "over X" still agrees with it, as a factor."""
JUST_UNDER_HALF = 0.499
"""So that 78 and 79, counted one by one, do not meet half-way."""
DIGITS_ALIKE = 4
DIGITS = re.compile(r"\d+")


def numbers(amount: Amount) -> frozenset[float]:
    """Return the numbers the words state, without their bounds' direction."""
    stated = (amount.low, amount.best, amount.high)
    return frozenset(value for value in stated if value is not None)


def says_same(a: Claim, b: Claim) -> bool:
    """Tell whether two claims state the same numbers, or the same vague size."""
    return signature(a) == signature(b)


def signature(claim: Claim) -> tuple[object, ...]:
    """Return what two claims must share to state the same size."""
    stated = numbers(claim.amount)
    if stated:
        return (claim.amount.unit, *sorted(stated))
    return (claim.amount.unit, claim.amount.qualifier.value)


def agrees(a: Claim, b: Claim) -> bool | None:
    """Tell whether two figures agree as written; None when neither can be said.

    A plain number stands for all that would be rounded to it, at most 5 % to each
    side; "about" for at most 10 %, an estimate for at most 15 %. "Over" agrees up
    to twice its number and contradicts only what lies below it; "at least" and "up
    to" leave the other side open. Vague words agree with the same vague word.

    Worked by hand: an estimated 30,000 stands for 25,500 to 34,500 and about 34,000
    for 33,250 to 34,750: they agree. About 3,000 and over 20,000 contradict.
    """
    if a.amount.unit != b.amount.unit:
        return None
    first, second = _reach(a, near=True), _reach(b, near=True)
    if first is None or second is None:
        same = a.amount.qualifier == b.amount.qualifier
        vague = a.amount.qualifier.value.startswith("vague")
        return True if same and vague else None
    if _meet(first, second):
        return True
    far_first, far_second = _reach(a, near=False), _reach(b, near=False)
    if far_first and far_second and _meet(far_first, far_second):
        return None
    return False


def tolerance(value: float, claim: Claim) -> float:
    """Return how far from the true size a stated number may lie, in its unit."""
    place = 10.0 ** _trailing_zeros(value)
    if claim.hedge is not Hedge.ASSERTED:
        return min(place, 0.15 * value)
    if claim.amount.qualifier is Qualifier.ABOUT:
        return min(0.75 * place, 0.10 * value)
    return min(JUST_UNDER_HALF * place, 0.05 * value)


def significant_digits(value: float) -> int:
    """Return how many digits a number states before its trailing zeros."""
    if value != int(value):
        return len(f"{value:g}".replace(".", "").replace("-", "").lstrip("0"))
    return len(str(abs(int(value))).rstrip("0"))


def has_digits(claim: Claim) -> bool:
    """Tell whether a claim states an exact number of four digits or more.

    Two counts that meet in so many digits do not meet by chance.
    """
    stated = numbers(claim.amount)
    if claim.amount.qualifier is not Qualifier.EXACT:
        return False
    return any(significant_digits(number) >= DIGITS_ALIKE for number in stated)


def is_garbled(original: Claim, copy: Claim) -> bool:
    """Tell whether a copy broke an exact number of four digits or more apart.

    So 13,221 may come back as "13 ... 221 times": the digits of the copy's words
    in a row hold the number, but no number of the copy equals it.
    """
    if not has_digits(original):
        return False
    (value,) = numbers(original.amount)
    digits = f"{value:.0f}"
    parts = DIGITS.findall(copy.quote.replace(",", ""))
    return (
        value == int(value)
        and value not in numbers(copy.amount)
        and digits not in parts
        and digits in "".join(parts)
    )


def relative_gap(a: Claim, b: Claim) -> float | None:
    """Return how far apart two single numbers are, as a share of the larger one."""
    first, second = a.amount.best, b.amount.best
    if first is None or second is None or a.amount.unit != b.amount.unit:
        return None
    larger = max(abs(first), abs(second))
    return abs(first - second) / larger if larger else 0.0


def _reach(claim: Claim, *, near: bool) -> tuple[float, float] | None:
    amount = claim.amount
    if amount.best is not None:
        slack = tolerance(amount.best, claim)
        return amount.best - slack, amount.best + slack
    if amount.low is not None and amount.high is not None:
        return amount.low, amount.high
    if amount.low is not None:
        is_near = near and amount.qualifier is Qualifier.OVER
        return amount.low, amount.low * NEAR_ABOVE if is_near else math.inf
    if amount.high is not None:
        return -math.inf, amount.high
    return None


def _meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _trailing_zeros(value: float) -> int:
    if value == 0 or value != int(value):
        return 0
    text = str(abs(int(value)))
    return len(text) - len(text.rstrip("0"))
