"""What a model says by itself, before any figure."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from tumen.codebook.model import Model
from tumen.estimate.answers.targets import make_targets, months_until
from tumen.estimate.answers.verdicts import quantiles_of
from tumen.estimate.answers.weighing import DRAWS, SEED
from tumen.estimate.engine.flows import move_many
from tumen.estimate.engine.rates import first_stocks, log_rates
from tumen.estimate.engine.system import compile_system
from tumen.records.estimate import PriorBand


def prior_bands(model: Model, *, today: date) -> Iterator[PriorBand]:
    """Yield what every answer of a model would be, year by year, without figures."""
    system = compile_system(model, months_until(model, today))
    targets = make_targets(model, system, today)
    rng = np.random.default_rng(SEED)
    thetas = rng.standard_normal((system.parameters, DRAWS))
    values = move_many(
        system,
        np.exp(log_rates(system, thetas)),
        first_stocks(system, thetas),
        targets.weights,
    )
    for number, target in enumerate(targets.listed):
        yield PriorBand(
            code=target.answer.code,
            label=target.answer.label,
            unit=target.answer.unit,
            year=target.date.year,
            quantiles=quantiles_of(values[:, number]),
        )
