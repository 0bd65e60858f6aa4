"""Weigh all figures of a case: peaks, draws, conflicts, and how much was learnt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from threadpoolctl import threadpool_limits

from tumen.codebook.model import Model
from tumen.codebook.names import make_names
from tumen.codebook.schema import Codebook
from tumen.estimate.answers.conflicts import Conflict, find_conflicts
from tumen.estimate.answers.factors import Factor, weigh_factors
from tumen.estimate.answers.influence import Influence, measure_influence
from tumen.estimate.answers.targets import Targets, make_targets, months_until
from tumen.estimate.engine.draws import Draws, draw_modes
from tumen.estimate.engine.fit import Mode, find_mode
from tumen.estimate.engine.posterior import FLOOR, Posterior
from tumen.estimate.engine.system import Floats, System, compile_system
from tumen.estimate.evidence import gather
from tumen.estimate.observe.observe import Observed, observe
from tumen.records.group import Group
from tumen.records.reviewed import ReviewedClaim

SEED = 20_260_101
DRAWS = 1000
PRIOR_DRAWS = 400
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True)
class Weighing:
    """What the figures of a case and the priors of a model say together.

    Args:
        values: every draw's answer to every target, shape (n, targets).
        prior_values: the same, before any figure was seen.
        conflicts: pairs of statements of which only one can be right.
        factors: of incomes, by name.
    """

    model: Model
    system: System
    targets: Targets
    observed: Observed
    posterior: Posterior
    modes: tuple[Mode, ...]
    draws: Draws
    values: Floats
    prior_values: Floats
    conflicts: tuple[Conflict, ...]
    factors: Mapping[str, Factor]

    def draws_if(self, right: str, wrong: str, target: int) -> Floats:
        """Return draws of a target if one origin is right and another left out."""
        for conflict in self.conflicts:
            sides = [
                self.observed.statements[n].origin for n in (conflict.a, conflict.b)
            ]
            if target in conflict.split and sides == [right, wrong]:
                return conflict.if_a[:, target]
            if target in conflict.split and sides == [wrong, right]:
                return conflict.if_b[:, target]
        raise ValueError(f"no conflict of {right} and {wrong} splits target {target}")

    @cached_property
    def quantiles(self) -> Floats:
        """Return the quantiles of `LEVELS` of every target, shape (5, targets)."""
        return np.quantile(self.values, LEVELS, axis=0)

    @cached_property
    def prior_quantiles(self) -> Floats:
        """Return the same before any figure was seen."""
        return np.quantile(self.prior_values, LEVELS, axis=0)

    @cached_property
    def learnt(self) -> Floats:
        """Return how much of the prior's 90 % width, in logs, figures took away, 0 to 1."""
        left = _log_width(self.values) / _log_width(self.prior_values)
        return np.clip(1 - left, 0.0, 1.0)

    def learnt_if(self, conflict: Conflict, target: int) -> float:
        """Return how much of the prior's width is gone if one side of a conflict is right.

        The mean of both sides; the disagreement itself is no lack of evidence.
        """
        prior = _log_width(self.prior_values[:, target])
        sides = (conflict.if_a[:, target], conflict.if_b[:, target])
        left = sum(float(_log_width(values) / prior) for values in sides) / len(sides)
        return float(np.clip(1 - left, 0.0, 1.0))

    @cached_property
    def inside(self) -> Floats:
        """Return the chance of every statement that it is no outlier, at the highest peak."""
        term = self.posterior.figures.term
        return np.bincount(term, self.modes[0].look.share).astype(np.float64)

    @cached_property
    def influence(self) -> Influence:
        """Return the influence of every row at the highest peak."""
        return measure_influence(self.posterior, self.modes[0], self.targets.weights)


def weigh(
    groups: Sequence[Group],
    reviewed: Sequence[ReviewedClaim],
    codebook: Codebook,
    model: Model,
    *,
    today: date,
    official_factor: float = 1.0,
    seed: int = SEED,
    draws: int = DRAWS,
) -> Weighing | None:
    """Return the figures of a case, weighed by the model of its codebook.

    None when no figure of the case says anything about the model.

    Args:
        today: the last month is that of this day.
        official_factor: multiplies all figures of official houses.
        seed: the same seed gives the same numbers, bit for bit, on one machine.
        draws: how many points of the posterior are drawn.
    """
    system = compile_system(model, months_until(model, today))
    evidence = gather(groups, reviewed, codebook, make_names(codebook))
    observed = observe(
        reviewed, evidence, model, system, official_factor=official_factor
    )
    if not observed.statements:
        return None
    return weigh_figures(
        observed,
        model,
        system,
        make_targets(model, system, today),
        weigh_factors(reviewed, evidence, model),
        seed=seed,
        draws=draws,
    )


def weigh_figures(
    observed: Observed,
    model: Model,
    system: System,
    targets: Targets,
    factors: Mapping[str, Factor],
    *,
    seed: int = SEED,
    draws: int = DRAWS,
) -> Weighing:
    """Return figures that are already read, weighed by a model.

    On one thread: the matrices are small, and two threads that wait for one another
    took ten times as long.
    """
    with threadpool_limits(limits=1, user_api="blas"):
        posterior = Posterior(system, observed.figures())
        highest = find_mode(posterior)
        conflicts, modes = find_conflicts(
            posterior, highest, observed, targets, model, seed
        )
        drawn = draw_modes(posterior, modes, draws, seed, targets.weights)
        prior_values = _prior_values(posterior, targets, seed)
    return Weighing(
        model=model,
        system=system,
        targets=targets,
        observed=observed,
        posterior=posterior,
        modes=modes,
        draws=drawn,
        values=drawn.values,
        prior_values=prior_values,
        conflicts=conflicts,
        factors=factors,
    )


def _prior_values(posterior: Posterior, targets: Targets, seed: int) -> Floats:
    rng = np.random.default_rng(seed)
    thetas = rng.standard_normal((PRIOR_DRAWS, posterior.system.parameters))
    return posterior.predict_many(thetas, targets.weights)


def _log_width(values: Floats) -> Floats:
    low, high = np.quantile(np.log(values + FLOOR), (LEVELS[0], LEVELS[-1]), axis=0)
    width: Floats = np.maximum(high - low, FLOOR)
    return width
