"""The months a figure speaks about, and what of the model they add up to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tumen.codebook.model import Model
from tumen.estimate.engine.months import MONTHS, month_number, month_of
from tumen.estimate.engine.system import System
from tumen.estimate.engine.terms import Sum
from tumen.records.period import Period

BATCH_DAYS = 62
"""People who came within so many days, or fewer, are a batch: there may have been others."""
MOST_READINGS = 12
"""Months of a long window that are tried, evenly spread, when stocks fall in it."""


@dataclass(frozen=True, slots=True)
class Window:
    """Months `first` to `last` of a model, both included."""

    first: int
    last: int
    days: int

    @property
    def months(self) -> int:
        """Return how many months it covers."""
        return self.last - self.first + 1

    @property
    def is_batch(self) -> bool:
        """Tell whether a flow within it may be one batch among others."""
        return self.days <= BATCH_DAYS


def window_of(as_of: Period, model: Model, months: int) -> Window | None:
    """Return the months a period covers; None when it lies outside the model or is open.

    A period open at one end stands for the day that is known.
    """
    first, last = as_of.first or as_of.last, as_of.last or as_of.first
    if first is None or last is None:
        return None
    begin, end = _number(first, model), _number(last, model)
    if end < 0 or begin >= months:
        return None
    days = (last - first).days + 1
    return Window(max(begin, 0), min(end, months - 1), days)


def cut_by_cliff(window: Window, model: Model) -> bool:
    """Tell whether a cliff begins or ends within a window: its mean says nothing then."""
    if window.months == 1:
        return False
    edges = []
    for order in model.interventions:
        if order.cliff:
            edges.append(month_of(order.first, model.first))
            if order.last:
                edges.append(month_of(order.last, model.first))
    return any(window.first <= edge <= window.last for edge in edges)


def tried_months(window: Window) -> tuple[int, ...]:
    """Return months of a window, evenly spread, at most twelve."""
    if window.months <= MOST_READINGS:
        return tuple(range(window.first, window.last + 1))
    step = (window.months - 1) / (MOST_READINGS - 1)
    return tuple(window.first + round(i * step) for i in range(MOST_READINGS))


def mean_stock(system: System, names: Sequence[str], months: Sequence[int]) -> Sum:
    """Return the mean, over the ends of months, of the sum of compartments."""
    numbers = [system.compartments.index(name) for name in names]
    return {
        system.stock_at(month + 1, number): 1 / len(months)
        for month in months
        for number in numbers
    }


def whole_flow(system: System, names: Sequence[str], months: Sequence[int]) -> Sum:
    """Return the sum of flows over months."""
    numbers = [system.flows.index(name) for name in names]
    return {
        system.flow_in(month, number): 1.0 for month in months for number in numbers
    }


def months_of_year(year: int, model: Model, months: int) -> range:
    """Return the months of a calendar year that the model covers."""
    begin = month_number(date(year, 1, 1), model.first)
    return range(max(begin, 0), min(begin + MONTHS, months))


def _number(day: date, model: Model) -> int:
    return month_number(day, model.first)
