"""What was true in a world, by the definitions of the model's answers.

The model's `present` counts people on every paper and those whose paper has lapsed;
soldiers are not among them. Its `went home` counts the end of a contract, rotation and
recall. What only collects (resettled, returned, dead) begins with the first month.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tumen.codebook.model import Model
from tumen.estimate.answers.targets import Target
from tumen.estimate.engine.months import MONTHS, last_day_of, month_number
from tumen.estimate.engine.system import System
from tumen.estimate.observe.windows import mean_stock, months_of_year, whole_flow
from tumen.records.world import World

STOCKS = {
    "C3": ("C3w", "C3s", "C3t", "C3x"),
    "C3w": ("C3w",),
    "C3s": ("C3s",),
    "C3t": ("C3t",),
    "C4": ("C4",),
    "C7": ("C7",),
    "C8": ("C8",),
}
"""Boxes of the world that each answer counts at the end of a month."""

COLLECTED = {"C10": ("T17",), "C11": ("T6", "T7", "T18"), "C12": ("T19",)}
"""Arrows of the world that each answer adds up from the first month on."""

FLOWS = {
    "T2": ("T2",),
    "T7": ("T6", "T7", "T18"),
    "T9": ("T9",),
    "T12": ("T12",),
    "T13": ("T13",),
    "T14": ("T14",),
    "T17": ("T17",),
}
"""Arrows of the world that each answer adds up over a calendar year."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A number that is asked of the model, and what it was in the world.

    Args:
        truth: people, whole.
        is_stock: at the end of the month of the target; else over the year up to it.
    """

    target: Target
    truth: float
    is_stock: bool


def make_wanted(model: Model, system: System, world: World) -> tuple[Wanted, ...]:
    """Return every month of the stocks and every year of the flows that both share."""
    shift = month_number(world.first, model.first)
    last = min(system.months, shift + world.months)
    months = range(max(shift, 0), last)
    return tuple(
        (*_stocks(model, system, world, months), *_flows(model, system, world, months))
    )


def _stocks(
    model: Model, system: System, world: World, months: range
) -> Iterator[Wanted]:
    shift = month_number(world.first, model.first)
    for answer in model.answers:
        truth = _stock_truth(answer.code, world)
        if truth is None or not answer.stock:
            continue
        for month in months:
            yield Wanted(
                Target(
                    answer,
                    month,
                    last_day_of(month, model.first),
                    mean_stock(system, answer.stock, (month,)),
                ),
                truth[month - shift],
                True,
            )


def _flows(
    model: Model, system: System, world: World, months: range
) -> Iterator[Wanted]:
    shift = month_number(world.first, model.first)
    first, last = int(model.first[:4]), last_day_of(months[-1], model.first).year
    for answer in model.answers:
        if answer.code not in FLOWS:
            continue
        truth = _sum_columns(world, "flows", FLOWS[answer.code])
        for year in range(first, last + 1):
            over = months_of_year(year, model, system.months)
            if len(over) < MONTHS or over[0] < months[0] or over[-1] > months[-1]:
                continue
            yield Wanted(
                Target(
                    answer,
                    over[-1],
                    last_day_of(over[-1], model.first),
                    whole_flow(system, answer.flow, over),
                ),
                sum(truth[month - shift] for month in over),
                False,
            )


def _stock_truth(code: str, world: World) -> Sequence[float] | None:
    if code in STOCKS:
        return _sum_columns(world, "stocks", STOCKS[code])
    if code in COLLECTED:
        return tuple(accumulate(_sum_columns(world, "flows", COLLECTED[code])))
    return None


def _sum_columns(world: World, table: str, names: Sequence[str]) -> tuple[float, ...]:
    columns = [world.tables[table].column(name) for name in names]
    return tuple(map(sum, zip(*columns, strict=True)))
