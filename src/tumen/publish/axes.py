"""Scales of a chart: days across, numbers up."""

import math
from dataclasses import dataclass
from datetime import date

LOG_FROM = 30
"""Use a logarithmic scale when the largest value is this many times the smallest."""

CLOSEST = 13
"""Least distance of two printed numbers."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days between two edges of the drawing."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return where a day stands; days outside stand at the edge."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def years(self) -> tuple[int, ...]:
        """Return the years to print, at most twelve."""
        step = max(1, math.ceil((self.last.year - self.first.year) / 11))
        return tuple(range(self.first.year, self.last.year + 1, step))


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers from the bottom to the top of the drawing, by tens or evenly."""

    low: float
    high: float
    bottom: float
    top: float
    by_tens: bool

    def y(self, value: float) -> float:
        """Return where a value stands; values outside stand at the edge."""
        if self.by_tens:
            value = max(value, self.low)
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.bottom - min(max(share, 0.0), 1.0) * (self.bottom - self.top)

    def ticks(self) -> tuple[float, ...]:
        """Return round values to print."""
        if self.by_tens:
            tens = range(
                math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1
            )
            every = (m * 10.0**ten for ten in tens for m in self._multiples())
            return tuple(v for v in every if self.low <= v <= self.high)
        step = round_step((self.high - self.low) / 5)
        count = int((self.high - self.low) / step)
        return tuple(self.low + step * number for number in range(count + 1))

    def _multiples(self) -> tuple[int, ...]:
        """Return which multiples of ten can be printed without touching."""
        ten = abs(self.bottom - self.top) / math.log10(self.high / self.low)
        return (1, 2, 5) if ten * math.log10(2) >= CLOSEST else (1,)


def round_step(value: float) -> float:
    """Return the smallest of 1, 2 and 5 times a power of ten that is not below."""
    ten = 10.0 ** math.floor(math.log10(value))
    return next(m * ten for m in (1, 2, 5, 10) if m * ten >= value * 0.999)


def make_numbers(values: list[float], bottom: float, top: float) -> Numbers:
    """Return a scale that holds all values, by tens when they lie far apart."""
    seen = [value for value in values if value > 0]
    if not seen:
        return Numbers(0.0, 10.0, bottom, top, by_tens=False)
    if max(seen) / min(seen) >= LOG_FROM:
        return Numbers(min(seen) / 1.6, max(seen) * 1.6, bottom, top, by_tens=True)
    step = round_step(max(seen) / 5)
    return Numbers(
        0.0, math.ceil(max(seen) * 1.08 / step) * step, bottom, top, by_tens=False
    )


def make_days(days: list[date], left: float, right: float) -> Days:
    """Return whole years that hold all days."""
    first = min(days, default=date(2000, 1, 1))
    last = max(days, default=date(2000, 12, 31))
    return Days(date(first.year, 1, 1), date(last.year, 12, 31), left, right)
