"""Draw what a model says before any figure: one small picture for each answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import floor, log10

from tumen.publish.rendering import render
from tumen.publish.wording import shown_number
from tumen.records.estimate import PriorBand

COLUMNS, WIDE, HIGH = 4, 280, 170
LEFT, TOP, RIGHT, BOTTOM = 62.0, 34.0, 10.0, 24.0
LEAST = 0.5
"""Lowest number on the log axis: less than half a person."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One answer, ready to be drawn: paths of both bands and of the middle."""

    x: float
    y: float
    label: str
    outer: str
    inner: str
    middle: str
    ticks: tuple[tuple[float, str], ...]
    first: int
    last: int


def draw_prior_bands(bands: Sequence[PriorBand]) -> str:
    """Return the 50 and 90 % bands of every answer over the years, on log axes."""
    groups = [list(rows) for _, rows in groupby(bands, key=lambda band: band.code)]
    panels = [_panel(rows, number) for number, rows in enumerate(groups)]
    lines = -(-len(panels) // COLUMNS)
    return render(
        "model.svg.j2",
        width=COLUMNS * WIDE,
        height=lines * HIGH + 40,
        wide=WIDE,
        high=HIGH,
        left=LEFT,
        bottom=HIGH - BOTTOM,
        right=WIDE - RIGHT,
        panels=panels,
    )


def _panel(rows: Sequence[PriorBand], number: int) -> Panel:
    low = max(min(row.quantiles.q05 for row in rows), LEAST)
    high = max(max(row.quantiles.q95 for row in rows), low * 10)
    first, last = rows[0].year, max(rows[-1].year, rows[0].year + 1)

    def x_of(year: int) -> float:
        return LEFT + (year - first) / (last - first) * (WIDE - LEFT - RIGHT)

    def y_of(value: float) -> float:
        share = log10(max(value, low) / low) / log10(high / low)
        return HIGH - BOTTOM - share * (HIGH - BOTTOM - TOP)

    def band(lower: str, upper: str) -> str:
        there = [(x_of(r.year), y_of(getattr(r.quantiles, upper))) for r in rows]
        back = [
            (x_of(r.year), y_of(getattr(r.quantiles, lower))) for r in reversed(rows)
        ]
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in (*there, *back))

    decades = range(floor(log10(low)) + 1, floor(log10(high)) + 1)
    return Panel(
        x=number % COLUMNS * WIDE,
        y=number // COLUMNS * HIGH + 34,
        label=rows[0].label,
        outer=band("q05", "q95"),
        inner=band("q25", "q75"),
        middle=" ".join(
            f"{x_of(r.year):.1f},{y_of(r.quantiles.q50):.1f}" for r in rows
        ),
        ticks=tuple((y_of(10.0**d), shown_number(10.0**d)) for d in decades),
        first=first,
        last=last,
    )
