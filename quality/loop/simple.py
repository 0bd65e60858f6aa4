"""Three simple answers to a month, from the figures that count the same people.

`min to max` spans what was printed within two years; `latest` carries the newest earlier
figure forward; `mean` weighs them by the inverse of their variance. The latter two are
given the noise of a house as the model has it, and a 90 % interval from it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from quality.calibration.record import NEAR_MONTHS, printed_size
from tumen.codebook.model import Model
from tumen.estimate.answers.targets import Target
from tumen.estimate.engine.months import MONTHS
from tumen.estimate.observe.observe import Statement
from tumen.estimate.observe.windows import Window

Z = 1.6449
"""Half width of a 90 % interval of a normal law, in standard deviations."""
WHOLE_YEAR = 11
"""Months that a figure about a flow must cover to stand for a year."""
NAMES = ("min to max", "latest", "mean")
Band = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Size:
    """A printed number, in logs, and the months it is about."""

    log_size: float
    noise: float
    window: Window


def sizes_by_code(
    model: Model, statements: Sequence[Statement]
) -> dict[str, tuple[Size, ...]]:
    """Return the printed numbers that count what each answer counts, by its code."""
    return {
        answer.code: tuple(
            _sizes(statements, _same(model, answer.stock, answer.flow), answer.flow)
        )
        for answer in model.answers
    }


def _same(model: Model, stock: Sequence[str], flow: Sequence[str]) -> frozenset[str]:
    return frozenset(
        seen.name
        for seen in model.observables
        if (set(seen.stock), set(seen.flow)) == (set(stock), set(flow))
        and not seen.of_stock
    )


def _sizes(
    statements: Sequence[Statement], names: frozenset[str], flow: Sequence[str]
) -> Iterator[Size]:
    for said in statements:
        size = printed_size(said)
        is_whole = not flow or MONTHS >= said.window.months >= WHOLE_YEAR
        if size is not None and is_whole and names.issuperset(said.observables):
            yield Size(size, said.term.readings[0].noise, said.window)


def simple_bands(target: Target, sizes: Sequence[Size]) -> dict[str, Band]:
    """Return low, middle and high of each simple answer; empty without a near figure."""
    near = [s for s in sizes if abs(s.window.last - target.month) <= NEAR_MONTHS]
    if not near:
        return {}
    logs = np.array([size.log_size for size in near])
    noise = np.array([size.noise for size in near])
    earlier = [n for n, size in enumerate(near) if size.window.last <= target.month]
    newest = max(earlier or range(len(near)), key=lambda n: near[n].window.last)
    weight = 1 / noise**2
    mean, spread = float((weight * logs).sum() / weight.sum()), weight.sum() ** -0.5
    middle = float((logs.min() + logs.max()) / 2)
    found = {
        "min to max": (float(logs.min()), middle, float(logs.max())),
        "latest": _around(float(logs[newest]), float(noise[newest])),
        "mean": _around(mean, float(spread)),
    }
    return {name: _people(band) for name, band in found.items()}


def _around(middle: float, spread: float) -> Band:
    return middle - Z * spread, middle, middle + Z * spread


def _people(band: Band) -> Band:
    low, middle, high = (float(np.exp(value)) for value in band)
    return low, middle, high
