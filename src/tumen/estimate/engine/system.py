"""A model made ready for arithmetic: numbered compartments, rates, flows and priors.

Parameters are one vector theta of independent standard normals:

    theta = (levels | innovations | interventions | first stocks | effects)

with R levels, D x K innovations (D wandering rates, K knots), one entry for each effect
of an intervention, one for each compartment that does not start empty, and one for each
effect on figures (houses, definitions, registers).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tumen.codebook.model import Effect, Model
from tumen.estimate.engine.months import MONTHS, month_of

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Step:
    """One intervention on one rate: its log rises by mean + sd * theta in [first, end)."""

    rate: int
    first: int
    end: int
    mean: float
    sd: float


class Plan(NamedTuple):
    """What the compiled kernels read of a system: numbers and arrays, nothing else."""

    months: int
    knot_months: int
    knots: int
    boxes: int
    source: Ints
    target: Ints
    rate_of: Ints
    log_sd: Floats
    wandering: Ints
    drift_sd: Floats
    keep: Floats
    step_rate: Ints
    step_first: Ints
    step_end: Ints
    step_sd: Floats
    starting: Ints
    start_sd: Floats


@dataclass(frozen=True)
class System:
    """A compiled model over T months, with C compartments, F flows, R rates.

    Stocks have shape (T + 1, C): row t is the stock at the beginning of month t, row
    t + 1 at its end. Flows have shape (T, F): people who move during month t. Both lie
    one behind the other in one vector of `size` numbers, which figures weigh.

    Args:
        source, target: compartment numbers of each flow, source -1 for outside.
        rate_of: number of the rate of each flow.
        log_median, log_sd: priors of the rates, R each.
        drift_sd, half_life: of the rates that wander, in the order of `wandering`.
        start_log, start_sd: priors of the first stocks, in the order of `starting`.
    """

    months: int
    knot_months: int
    compartments: tuple[str, ...]
    rates: tuple[str, ...]
    flows: tuple[str, ...]
    source: Ints
    target: Ints
    rate_of: Ints
    log_median: Floats
    log_sd: Floats
    wandering: Ints
    drift_sd: Floats
    half_life: Floats
    steps: tuple[Step, ...]
    starting: Ints
    start_log: Floats
    start_sd: Floats

    @property
    def size(self) -> int:
        """Return how many stocks and flows there are in all months together."""
        return (self.months + 1) * len(self.compartments) + self.months * len(
            self.flows
        )

    @property
    def parameters(self) -> int:
        """Return the length of theta without the effects on figures."""
        return (
            len(self.rates)
            + len(self.wandering) * self.knots
            + len(self.steps)
            + len(self.starting)
        )

    @property
    def knots(self) -> int:
        """Return the number of knots K; the last lies at or behind the last month."""
        return (self.months - 1) // self.knot_months + 2

    @property
    def keep(self) -> Floats:
        """Return phi of each wandering rate: what is left of a deviation after a knot."""
        kept: Floats = 0.5 ** (self.knot_months / MONTHS / self.half_life)
        return kept

    @cached_property
    def drift(self) -> Floats:
        """Return the map from innovations to monthly deviations, shape (D, T, K).

        At the knots an Ornstein-Uhlenbeck process u with standard deviation `drift_sd`:
        u_0 = z_0, u_k = phi u_(k-1) + sqrt(1 - phi^2) z_k, with phi one half to the
        power of knot length over half-life (`keep`); linear between the knots.
        """
        at = np.arange(self.months) / self.knot_months
        left = at.astype(np.int64)
        share = (at - left)[:, None]
        maps = np.empty((len(self.wandering), self.months, self.knots))
        lag = np.subtract.outer(np.arange(self.knots), np.arange(self.knots))
        for row, (sd, phi) in enumerate(zip(self.drift_sd, self.keep, strict=True)):
            walk = np.where(lag >= 0, phi ** np.maximum(lag, 0), 0.0)
            walk[:, 1:] *= np.sqrt(1 - phi**2)
            maps[row] = sd * ((1 - share) * walk[left] + share * walk[left + 1])
        return maps

    @cached_property
    def plan(self) -> Plan:
        """Return the system as the compiled kernels read it."""
        return Plan(
            months=self.months,
            knot_months=self.knot_months,
            knots=self.knots,
            boxes=len(self.compartments),
            source=self.source,
            target=self.target,
            rate_of=self.rate_of,
            log_sd=self.log_sd,
            wandering=self.wandering,
            drift_sd=self.drift_sd,
            keep=self.keep,
            step_rate=_ints(step.rate for step in self.steps),
            step_first=_ints(step.first for step in self.steps),
            step_end=_ints(step.end for step in self.steps),
            step_sd=np.array([step.sd for step in self.steps]),
            starting=self.starting,
            start_sd=self.start_sd,
        )

    def stock_at(self, month: int, compartment: int) -> int:
        """Return where a stock at the beginning of a month stands in the long vector."""
        return month * len(self.compartments) + compartment

    def flow_in(self, month: int, flow: int) -> int:
        """Return where a flow during a month stands in the long vector."""
        stocks = (self.months + 1) * len(self.compartments)
        return stocks + month * len(self.flows) + flow


def compile_system(model: Model, months: int) -> System:
    """Return a model over so many months from its first, at least 1."""
    number = {c.name: i for i, c in enumerate(model.compartments)}
    rate = {r.name: i for i, r in enumerate(model.rates)}
    wandering = [i for i, r in enumerate(model.rates) if r.drift_sd > 0]
    starting = [i for i, c in enumerate(model.compartments) if c.median > 0]
    return System(
        months=months,
        knot_months=model.knot_months,
        compartments=tuple(number),
        rates=tuple(rate),
        flows=tuple(flow.name for flow in model.flows),
        source=_ints(
            -1 if f.source == OUTSIDE else number[f.source] for f in model.flows
        ),
        target=_ints(number[f.target] for f in model.flows),
        rate_of=_ints(rate[f.rate] for f in model.flows),
        log_median=np.log([r.median for r in model.rates]),
        log_sd=np.array([r.log_sd for r in model.rates]),
        wandering=_ints(wandering),
        drift_sd=np.array([model.rates[i].drift_sd for i in wandering]),
        half_life=np.array([model.rates[i].half_life_years for i in wandering]),
        steps=_steps(model, rate, months),
        starting=_ints(starting),
        start_log=np.log([model.compartments[i].median for i in starting]),
        start_sd=np.array([model.compartments[i].log_sd for i in starting]),
    )


def _steps(model: Model, rate: dict[str, int], months: int) -> tuple[Step, ...]:
    steps = []
    for order in model.interventions:
        first = max(month_of(order.first, model.first), 0)
        end = month_of(order.last, model.first) + 1 if order.last else months
        steps += [make_step(e, rate, first, min(end, months)) for e in order.effects]
    return tuple(step for step in steps if step.first < step.end)


def make_step(effect: Effect, rate: dict[str, int], first: int, end: int) -> Step:
    """Return an effect on a rate over the months [first, end)."""
    return Step(rate[effect.rate], first, end, effect.mean, effect.sd)


def _ints(numbers: Iterable[int]) -> Ints:
    return np.array(list(numbers), dtype=np.int64)
