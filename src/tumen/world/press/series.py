"""True series of a world: stocks at the end of every month, flows of every year."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from tumen.codebook.press import PressSeries
from tumen.records.press import SeriesRow
from tumen.records.world import World

DECEMBER = 12


def make_series(world: World, asked: Sequence[PressSeries]) -> tuple[SeriesRow, ...]:
    """Return the rows of all series; a year that the world saw only in part is left out."""
    return tuple(row for series in asked for row in _rows(world, series))


def month_end(world: World, month: int) -> date:
    """Return the last day of a month of the world."""
    start = world.month_start(month)
    return start.replace(day=monthrange(start.year, start.month)[1])


def _rows(world: World, series: PressSeries) -> Iterator[SeriesRow]:
    table = world.tables[series.table]
    columns = [table.column(name) for name in series.columns]
    sums = [float(sum(row)) for row in zip(*columns, strict=True)]
    if series.span == "collected":
        sums = list(accumulate(sums))
    if series.span != "flow":
        for month, value in enumerate(sums):
            yield _row(series, month_end(world, month), month_end(world, month), value)
        return
    for month in range(DECEMBER - 1, world.months):
        last = month_end(world, month)
        if last.month == DECEMBER:
            first = world.month_start(month - DECEMBER + 1)
            yield _row(series, first, last, sum(sums[month - DECEMBER + 1 : month + 1]))


def _row(series: PressSeries, first: date, last: date, value: float) -> SeriesRow:
    return SeriesRow(
        code=series.code,
        element=series.element,
        measure="flow" if series.span == "flow" else "stock",
        population=series.population,
        place=series.place,
        iso=series.iso,
        first=first,
        last=last,
        value=value,
    )
