"""Turn counts into shares, with an interval over pages."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from tumen.records.score import Found, Share

DRAWS = 1000
LOW, HIGH = 0.025, 0.975

Counts = NDArray[np.float64]


def make_share(right: int, asked: int) -> Share:
    """Return a share without an interval."""
    return Share(right=right, asked=asked, share=right / asked if asked else None)


def share_over_pages(
    pages: Sequence[tuple[int, int]], rng: np.random.Generator
) -> Share:
    """Return the share of right ones, with its interval over pages.

    Args:
        pages: right and asked, page by page.
    """
    right, asked = _sums(pages, 2)
    low, high = _interval(pages, _ratio, rng)
    return Share(
        right=right,
        asked=asked,
        share=right / asked if asked else None,
        low=low,
        high=high,
    )


def make_found(found: int, missed: int, extra: int) -> Found:
    """Return precision, recall and F1 without an interval."""
    return Found(
        found=found,
        missed=missed,
        extra=extra,
        precision=found / (found + extra) if found + extra else None,
        recall=found / (found + missed) if found + missed else None,
        f1=2 * found / (2 * found + missed + extra) if found + missed + extra else None,
    )


def found_over_pages(
    pages: Sequence[tuple[int, int, int]], rng: np.random.Generator
) -> Found:
    """Return precision, recall and F1, the last with its interval over pages.

    Args:
        pages: found, missed and extra, page by page.
    """
    whole = make_found(*_sums(pages, 3))
    low, high = _interval([row for row in pages if any(row)], _f1, rng)
    return Found(
        found=whole.found,
        missed=whole.missed,
        extra=whole.extra,
        precision=whole.precision,
        recall=whole.recall,
        f1=whole.f1,
        low=low,
        high=high,
    )


def _sums(pages: Iterable[tuple[int, ...]], columns: int) -> tuple[int, ...]:
    return tuple(map(sum, zip(*pages, strict=True))) or (0,) * columns


def _interval(
    pages: Sequence[tuple[int, ...]],
    statistic: Callable[[Counts], Counts],
    rng: np.random.Generator,
) -> tuple[float | None, float | None]:
    """Return the 95 % interval of a statistic over pages drawn with replacement."""
    if not pages:
        return None, None
    even = np.full(len(pages), 1 / len(pages))
    drawn = rng.multinomial(len(pages), even, size=DRAWS)
    values = statistic(drawn @ np.asarray(pages, dtype=float))
    low, high = np.quantile(values, [LOW, HIGH])
    return float(low), float(high)


def _ratio(sums: Counts) -> Counts:
    right, asked = sums.T
    return np.asarray(right / np.maximum(asked, 1))


def _f1(sums: Counts) -> Counts:
    found, missed, extra = sums.T
    return np.asarray(2 * found / np.maximum(2 * found + missed + extra, 1))
