"""Turn the answers of a series into bands, pairs of bars and steps to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.publish.axes import Days, Numbers
from tumen.publish.wording import (
    MODEL,
    by_size,
    condition_words,
    conditional_words,
    short_condition,
)
from tumen.records.estimate import Verdict
from tumen.records.release import ReleasedConditional, ReleasedEstimate

SIDES = 4
"""How many colours there are for the sides of conflicts."""
JOINED = timedelta(days=370)
"""Longest distance of two answers that are joined."""
NEAR = timedelta(days=90)
"""Two answers nearer than this would lie on one another; the later one is left out."""
HALF_YEAR = timedelta(days=182)
ALONE = 9.0
"""Half the breadth of a band that has no neighbour."""
SIDE_APART = 8.0
SIDE_WIDTH = 8.0
FLOW = "flow"


@dataclass(frozen=True, slots=True)
class Run:
    """Years in a row that have a band: outlines of both bands, and the medians."""

    outer: str
    inner: str
    middle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The answer if one origin is right: a bar with its thicker middle half.

    Args:
        colour: number of the colour of that origin.
        top, bottom: of the 90 % band; upper, lower of the 50 % band.
    """

    x: float
    colour: int
    top: float
    upper: float
    middle: float
    lower: float
    bottom: float
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the envelope: from the lowest to the highest independent origin."""

    x: float
    y: float
    width: float
    height: float
    carried: bool


def day_of(estimate: ReleasedEstimate) -> date:
    """Return where an answer stands in time: what happened in a year, in its middle."""
    return estimate.date - (HALF_YEAR if estimate.measure == FLOW else timedelta())


def spread(series: Sequence[ReleasedEstimate]) -> list[ReleasedEstimate]:
    """Return the answers that can be told from one another by eye."""
    kept: list[ReleasedEstimate] = []
    for estimate in series:
        if not kept or estimate.date - kept[-1].date > NEAR:
            kept.append(estimate)
    return kept


def has_model(series: Sequence[ReleasedEstimate]) -> bool:
    """Tell whether the model answers some date of a series."""
    return any(estimate.engine == MODEL for estimate in series)


def values_of(series: Sequence[ReleasedEstimate]) -> list[float]:
    """Return the numbers of the model that an axis must hold."""
    found: list[float | None] = []
    for estimate in series:
        if estimate.engine == MODEL:
            found += [estimate.q05, estimate.q50, estimate.q95]
            for side in estimate.conditionals:
                found += [side.q05, side.q50, side.q95]
    return [value for value in found if value is not None]


def model_runs(
    series: Sequence[ReleasedEstimate], days: Days, numbers: Numbers
) -> list[Run]:
    """Return the bands of the model, cut wherever a year has none."""
    runs: list[list[ReleasedEstimate]] = []
    joined = False
    before = date.min
    for estimate in spread(series):
        is_band = estimate.engine == MODEL and estimate.q95 is not None
        if is_band and joined and estimate.date - before <= JOINED:
            runs[-1].append(estimate)
        elif is_band:
            runs.append([estimate])
        joined, before = is_band, estimate.date
    return [_run(run, days, numbers) for run in runs]


def _run(run: Sequence[ReleasedEstimate], days: Days, numbers: Numbers) -> Run:
    xs = [days.x(day_of(estimate)) for estimate in run]
    if len(xs) == 1:
        xs, run = [xs[0] - ALONE, xs[0] + ALONE], [run[0], run[0]]
    # A value below 5 that was taken out reaches down to the floor.
    lows = [[numbers.y(v or 0.0) for v in (e.q05, e.q25, e.q50)] for e in run]
    highs = [[numbers.y(v or 0.0) for v in (e.q95, e.q75)] for e in run]
    return Run(
        outline(xs, [y[0] for y in lows], [y[0] for y in highs]),
        outline(xs, [y[1] for y in lows], [y[1] for y in highs]),
        points(xs, [y[2] for y in lows]),
    )


def points(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Return points as a polyline or polygon takes them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))


def outline(xs: Sequence[float], lows: Sequence[float], highs: Sequence[float]) -> str:
    """Return the outline of a band: along its upper edge and back along the lower."""
    return points([*xs, *reversed(xs)], [*highs, *reversed(lows)])


def colours_of(series: Sequence[ReleasedEstimate]) -> dict[str, int]:
    """Return a colour for every condition of an answer, that of the lower one first."""
    conditions = dict.fromkeys(
        condition_words(side) for e in series for side in by_size(e.conditionals)
    )
    return {words: number % SIDES for number, words in enumerate(conditions)}


def side_bars(
    series: Sequence[ReleasedEstimate], days: Days, numbers: Numbers
) -> list[Side]:
    """Return two bars side by side for every date with a conflict, never one band.

    Only those of the last such date carry their label; the legend names the colours.
    """
    colours = colours_of(series)
    dated = [e for e in spread(series) if e.verdict == Verdict.CONDITIONAL]
    bars: list[Side] = []
    for estimate in dated:
        x = days.x(day_of(estimate))
        for number, side in enumerate(by_size(estimate.conditionals)):
            offset = (number - 0.5) * SIDE_APART
            named = estimate is dated[-1]
            bars.append(
                side_bar(
                    side, x + offset, numbers, colours[condition_words(side)], named
                )
            )
    return bars


def side_bar(
    side: ReleasedConditional, x: float, numbers: Numbers, colour: int, named: bool
) -> Side:
    """Return one side of a conflict as a bar at `x`."""
    return Side(
        x=x,
        colour=colour,
        top=numbers.y(side.q95 or 0.0),
        upper=numbers.y(side.q75 or 0.0),
        middle=numbers.y(side.q50 or 0.0),
        lower=numbers.y(side.q25 or 0.0),
        bottom=numbers.y(side.q05 or 0.0),
        title=conditional_words((side,)),
        label=short_condition(side) if named else "",
    )


def envelope_steps(
    series: Sequence[ReleasedEstimate], days: Days, numbers: Numbers
) -> list[Step]:
    """Return a step for each date that only origins speak about.

    It reaches from the date before, at most a year, to its own.
    """
    steps, before = [], date.min
    for estimate in series:
        start = max(before, estimate.date - timedelta(days=365))
        before = estimate.date
        if estimate.engine == MODEL or estimate.q05 is None or estimate.q95 is None:
            continue
        top, bottom = numbers.y(estimate.q95) - 1.5, numbers.y(estimate.q05) + 1.5
        left = days.x(start)
        steps.append(
            Step(
                left,
                top,
                days.x(estimate.date) - left,
                bottom - top,
                estimate.engine == "carried",
            )
        )
    return steps
