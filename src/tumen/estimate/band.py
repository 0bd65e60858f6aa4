"""The envelope of what independent origins say: lowest, middle, highest."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tumen.estimate.statements import Statement


@dataclass(frozen=True, slots=True)
class Band:
    """Five numbers in the unit of the series; None where no origin gives one.

    They order stated values and are no probabilities.
    """

    low: float | None = None
    quarter: float | None = None
    middle: float | None = None
    three_quarters: float | None = None
    high: float | None = None
    mean: float | None = None


def band_of(statements: Sequence[Statement]) -> Band:
    """Return the envelope of the origins' statements; no value is made up.

    Origins that state a number or a range span the band: `low` is the smallest and
    `high` the largest value they state. An origin that states only one side acts
    only where that side is broken by all the others together:

    - "at least 20,000" beside 30,000 changes nothing (it never pulls down); beside
      10,000 it lifts `high` to 20,000, for somebody holds that there were as many;
    - "fewer than 10,000" beside 8,000 changes nothing; beside 12,000 it takes `low`
      down to 10,000.

    With one-sided origins alone, `low` is the largest lower bound and stays without
    a `high`, or `high` is the smallest upper bound without a `low`; when both kinds
    exclude each other, the band spans from one to the other.

    The middle and the quarters are weighted quantiles of the values stated by origins
    with both sides, each origin with weight 1, of a range one half on each end; the
    median of an even number of values is halfway, as usual. They are None when no
    origin states a single number: the middle of a range is nobody's figure.

    Worked by hand: 34,000, 31,000, "25,000 to 30,000" and "over 20,000" give low 25,000,
    high 34,000 and middle 31,000: on a line of weight 3 the values stand at 0.25, 0.75,
    1.5 and 2.5, and half of 3 is 1.5.
    """
    floors = [s.low for s in statements if not s.is_closed and s.low is not None]
    roofs = [s.high for s in statements if not s.is_closed and s.high is not None]
    weighted = sorted(pair for statement in statements for pair in _weighted(statement))
    if not weighted:
        low, high = _one_sided(floors, roofs)
        return Band(low=low, high=high)
    low = min([weighted[0][0], *roofs])
    high = max([weighted[-1][0], *floors])
    if not any(s.is_single for s in statements):
        return Band(low=low, high=high)
    return Band(
        low=low,
        quarter=quantile(weighted, 0.25),
        middle=quantile(weighted, 0.5),
        three_quarters=quantile(weighted, 0.75),
        high=high,
        mean=sum(value * weight for value, weight in weighted)
        / sum(weight for _, weight in weighted),
    )


def quantile(weighted: Sequence[tuple[float, float]], share: float) -> float:
    """Return a weighted quantile of sorted values, linear between their middles.

    Each value stands at the middle of its weight on a line from 0 to the sum of all
    weights. With equal weights this is the definition of Hazen (1914), so the quantile
    0.5 is the usual median: of 30,000, 30,000 and 34,000 it is 30,000.

    Args:
        weighted: (value, weight > 0), by value, at least one.
        share: from 0 to 1.
    """
    target = share * sum(weight for _, weight in weighted)
    passed, points = 0.0, []
    for value, weight in weighted:
        points.append((passed + weight / 2, value))
        passed += weight
    for (left, below), (right, above) in pairwise(points):
        if left <= target <= right:
            value = below + (above - below) * (target - left) / (right - left)
            return min(max(value, below), above)
    return points[0][1] if target < points[0][0] else points[-1][1]


def _weighted(statement: Statement) -> list[tuple[float, float]]:
    low, high = statement.low, statement.high
    if low is None or high is None:
        return []
    return [(low, 1.0)] if low == high else [(low, 0.5), (high, 0.5)]


def _one_sided(
    floors: Sequence[float], roofs: Sequence[float]
) -> tuple[float | None, float | None]:
    low = max(floors, default=None)
    high = min(roofs, default=None)
    if low is not None and high is not None and low > high:
        return high, low
    return low, high
