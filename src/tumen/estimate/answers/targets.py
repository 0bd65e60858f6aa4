"""The numbers that are answered: every series of the model in every calendar year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tumen.codebook.model import Model, ModelAnswer
from tumen.estimate.engine.months import MONTHS, last_day_of, month_number
from tumen.estimate.engine.sparse import Weights, make_weights
from tumen.estimate.engine.system import System
from tumen.estimate.engine.terms import Sum
from tumen.estimate.observe.windows import mean_stock, months_of_year, whole_flow


@dataclass(frozen=True, slots=True)
class Target:
    """One number: a stock at the end of `month`, or a flow over the year up to it."""

    answer: ModelAnswer
    month: int
    date: date
    sum: Sum


@dataclass(frozen=True)
class Targets:
    """All numbers that are answered, in the order of the model's answers and years."""

    listed: tuple[Target, ...]

    @cached_property
    def weights(self) -> Weights:
        """Return what they are sums of."""
        return make_weights(target.sum for target in self.listed)

    def of(self, code: str) -> tuple[int, ...]:
        """Return the numbers of the targets of an answer, by year."""
        return tuple(i for i, t in enumerate(self.listed) if t.answer.code == code)


def make_targets(model: Model, system: System, today: date) -> Targets:
    """Return the targets from the model's first year to the year of `today`.

    The last year ends with the month of `today`; the flow of a year that is not over
    is asked for the part that is.
    """
    first = int(model.first[:4])
    years = range(first, today.year + 1)
    return Targets(
        tuple(
            _target(answer, year, model, system, today)
            for answer in model.answers
            for year in years
        )
    )


def _target(
    answer: ModelAnswer, year: int, model: Model, system: System, today: date
) -> Target:
    months: Sequence[int] = months_of_year(year, model, system.months)
    day = min(last_day_of(months[-1], model.first), today)
    if answer.stock:
        return Target(
            answer, months[-1], day, mean_stock(system, answer.stock, months[-1:])
        )
    return Target(answer, months[-1], day, whole_flow(system, answer.flow, months))


def months_until(model: Model, today: date) -> int:
    """Return how many months the model covers, the month of `today` included.

    At least one whole year, so that a model that begins late still has an answer.
    """
    return max(month_number(today, model.first) + 1, MONTHS)
