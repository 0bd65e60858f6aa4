"""Score bands against the truth: how often inside, how far off, how wide."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from quality.loop.bands import Answer
from quality.loop.simple import Band
from tumen.records.estimate import Verdict

ALPHA = 0.1
"""One in ten of the truths may lie outside a 90 % band."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a set of bands did.

    Args:
        count: bands; `inside`: share that hold the truth; `over`: share that lie wholly
            above it, `under`: wholly below it.
        error: median of |middle - truth| / truth; a truth of 0 counts as 1.
        interval: mean interval score of logs, less is better; see `interval_score`.
    """

    count: int
    inside: float
    over: float
    under: float
    error: float
    interval: float


def score(pairs: Iterable[tuple[Band, float]]) -> Score | None:
    """Return the score of bands and truths, None without any."""
    rows = tuple(pairs)
    if not rows:
        return None
    return Score(
        count=len(rows),
        inside=sum(is_inside(band, truth) for band, truth in rows) / len(rows),
        over=sum(math.floor(band[0]) > truth for band, truth in rows) / len(rows),
        under=sum(math.ceil(band[2]) < truth for band, truth in rows) / len(rows),
        error=median(abs(b[1] - truth) / max(truth, 1.0) for b, truth in rows),
        interval=sum(interval_score(b, truth) for b, truth in rows) / len(rows),
    )


def is_inside(band: Band, truth: float) -> bool:
    """Tell whether a band holds the truth; its ends are rounded out to whole people."""
    return math.floor(band[0]) <= truth <= math.ceil(band[2])


def interval_score(band: Band, truth: float) -> float:
    """Return the interval score of Gneiting and Raftery (2007, p. 370) of log(1 + people).

    Width, plus 2 / alpha times how far the truth lies outside, alpha = 0.1.
    """
    low, high, true = (math.log1p(value) for value in (band[0], band[2], truth))
    outside = max(low - true, 0.0) + max(true - high, 0.0)
    return high - low + 2 / ALPHA * outside


def of_model(answers: Iterable[Answer]) -> Score | None:
    """Return the score of the model's bands."""
    return score((answer.band, answer.truth) for answer in answers)


def of_simple(answers: Iterable[Answer], name: str) -> Score | None:
    """Return the score of a simple answer, where it has one."""
    return score(
        (answer.simple[name], answer.truth)
        for answer in answers
        if name in answer.simple
    )


def told(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the answers that the product itself gives as one band."""
    return tuple(a for a in answers if a.verdict is Verdict.BAND)


def either_side(answers: Iterable[Answer]) -> tuple[int, int]:
    """Return how many answers are two, and how many of those hold the truth in one."""
    double = [a for a in answers if a.verdict is Verdict.CONDITIONAL]
    held = sum(any(is_inside(side, a.truth) for side in a.sides) for a in double)
    return len(double), held


def of_code(answers: Iterable[Answer], code: str) -> tuple[Answer, ...]:
    """Return the answers of one code."""
    return tuple(answer for answer in answers if answer.code == code)


def codes_of(answers: Iterable[Answer]) -> tuple[str, ...]:
    """Return the codes that were answered, in order."""
    return tuple(dict.fromkeys(answer.code for answer in answers))


def stocks(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the monthly answers."""
    return tuple(answer for answer in answers if answer.is_stock)


def flows(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the yearly answers."""
    return tuple(answer for answer in answers if not answer.is_stock)


def spread_of_worlds(worlds: Sequence[Sequence[Answer]]) -> tuple[float, float] | None:
    """Return the 10th and 90th percentile, over worlds, of the share inside."""
    shares = sorted(s.inside for w in worlds if (s := of_model(w)) is not None)
    if not shares:
        return None
    last = len(shares) - 1
    return shares[round(0.1 * last)], shares[round(0.9 * last)]
