"""Panels of a plot of a simulated world: stacks, lines and bars over one axis of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from tumen.publish.axes import Days, Numbers, round_step
from tumen.publish.fitting import text_width
from tumen.publish.series_bands import outline, points
from tumen.publish.wording import shown_number
from tumen.publish.world_months import PolicySpan
from tumen.records.world import World

WIDTH = 1120
LEFT, RIGHT = 62.0, 170.0
LABEL_LINE, LABEL_SIZE = 12.0, 9.5
END_APART = 13.0
"""Least distance of two labels at the right end."""
TICKS = 4
BAR_SHARE = 0.7
"""Part of a year's breadth that its bar takes."""
LARGE = 100.0
"""Ends of smaller units keep a digit after the point."""

Part = tuple[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class End:
    """A label at the right end of a line or stack."""

    text: str
    y: float
    colour: int


@dataclass(frozen=True, slots=True)
class Bar:
    """What a year had, its number above."""

    x: float
    y: float
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One drawing on the common axis of time.

    Args:
        areas, lines: points, in the order of their colours.
    """

    label: str
    unit: str
    top: float
    bottom: float
    ticks: tuple[tuple[float, float], ...]
    areas: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    ends: tuple[End, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a policy begins: a dotted line with its name on top."""

    x: float
    y: float
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a panel lies, and what it is called."""

    days: Days
    top: float
    bottom: float
    label: str
    unit: str

    def numbers(self, highest: float) -> Numbers:
        """Return an even scale from 0 that holds the highest value."""
        step = round_step(max(highest, 1.0) / TICKS)
        high = ceil(max(highest, 1.0) / step - 1e-9) * step
        return Numbers(0.0, high, self.bottom, self.top, by_tens=False)


def time_axis(world: World) -> Days:
    """Return the axis of time, from the first month to the end of the last."""
    return Days(world.first, world.month_start(world.months), LEFT, WIDTH - RIGHT)


def month_days(world: World) -> tuple[date, ...]:
    """Return the day at which a month's number stands: the first of the next month."""
    return tuple(world.month_start(month + 1) for month in range(world.months))


def stack(frame: Frame, days: Sequence[date], parts: Sequence[Part]) -> Panel:
    """Return parts on top of each other, the first at the bottom."""
    sums = [[0.0] * len(days)]
    for _, series in parts:
        sums.append([a + b for a, b in zip(sums[-1], series, strict=True)])
    numbers = frame.numbers(max(sums[-1], default=0.0))
    xs = [frame.days.x(day) for day in days]
    edges = [[numbers.y(value) for value in row] for row in sums]
    return Panel(
        label=frame.label,
        unit=frame.unit,
        top=frame.top,
        bottom=frame.bottom,
        ticks=_ticks(numbers),
        areas=tuple(outline(xs, edges[at], edges[at + 1]) for at in range(len(parts))),
        ends=_ends(
            parts, [(edges[at][-1] + edges[at + 1][-1]) / 2 for at in range(len(parts))]
        ),
    )


def trace(frame: Frame, days: Sequence[date], parts: Sequence[Part]) -> Panel:
    """Return parts as lines on one scale."""
    numbers = frame.numbers(max((max(series) for _, series in parts), default=0.0))
    xs = [frame.days.x(day) for day in days]
    return Panel(
        label=frame.label,
        unit=frame.unit,
        top=frame.top,
        bottom=frame.bottom,
        ticks=_ticks(numbers),
        lines=tuple(points(xs, [numbers.y(v) for v in series]) for _, series in parts),
        ends=_ends(parts, [numbers.y(series[-1]) for _, series in parts]),
    )


def fill(frame: Frame, days: Sequence[date], part: Part) -> Panel:
    """Return one series as an area without a name at its end; the panel has it."""
    panel = stack(frame, days, [part])
    return Panel(
        label=panel.label,
        unit=panel.unit,
        top=panel.top,
        bottom=panel.bottom,
        ticks=panel.ticks,
        areas=panel.areas,
    )


def columns(frame: Frame, years: Sequence[int], values: Sequence[float]) -> Panel:
    """Return a bar for each year, with its number."""
    numbers = frame.numbers(max(values, default=0.0))
    return Panel(
        label=frame.label,
        unit=frame.unit,
        top=frame.top,
        bottom=frame.bottom,
        ticks=_ticks(numbers),
        bars=tuple(
            _bar(frame, numbers, year, value)
            for year, value in zip(years, values, strict=True)
        ),
    )


def _bar(frame: Frame, numbers: Numbers, year: int, value: float) -> Bar:
    first, last = frame.days.x(date(year, 1, 1)), frame.days.x(date(year + 1, 1, 1))
    width, y = (last - first) * BAR_SHARE, numbers.y(value)
    x = first + (last - first - width) / 2
    return Bar(x, y, width, frame.bottom - y, shown_number(value))


def _ticks(numbers: Numbers) -> tuple[tuple[float, float], ...]:
    step = round_step(numbers.high / TICKS)
    count = round(numbers.high / step)
    return tuple((step * at, numbers.y(step * at)) for at in range(count + 1))


def _ends(parts: Sequence[Part], ys: Sequence[float]) -> tuple[End, ...]:
    """Return the labels at the right, moved apart where they would touch."""
    order = sorted(range(len(parts)), key=lambda at: -ys[at])
    ends: list[End] = []
    above = float("inf")
    for at in order:
        above = min(ys[at] + 4, above - END_APART)
        label, series = parts[at]
        ends.append(End(f"{label} {_end(series[-1])}", above, at))
    return tuple(ends)


def _end(value: float) -> str:
    return shown_number(round(value, 0 if value >= LARGE else 1))


def mark_policies(
    policies: Sequence[PolicySpan], world: World, axis: Days, top: float
) -> tuple[tuple[Mark, ...], float]:
    """Return a mark for each policy, names on lines that do not touch, and their end."""
    marks: list[Mark] = []
    taken: list[float] = []
    for policy in policies:
        x = axis.x(world.month_start(max(policy.first, 0)))
        until = "" if policy.goes_on else f" to {policy.until}"
        text = f"{policy.name}, {policy.since}{until}"
        row = next((r for r, end in enumerate(taken) if end < x), len(taken))
        taken[row : row + 1] = [x + 8 + text_width(text, LABEL_SIZE)]
        marks.append(Mark(x, top + row * LABEL_LINE, text, policy.words))
    return tuple(marks), top + len(taken) * LABEL_LINE
