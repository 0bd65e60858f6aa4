"""The invented model over three years, and figures written by hand about it."""

from importlib import import_module
from math import log
from types import ModuleType

import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tumen.codebook.model import Model
from tumen.estimate.engine import flows
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.posterior import Figures, Posterior
from tumen.estimate.engine.rates import first_stocks, log_rates
from tumen.estimate.engine.sparse import Weights, make_weights
from tumen.estimate.engine.system import Floats, System, compile_system
from tumen.estimate.engine.terms import Reading, Sum, Term, stack_terms

MONTHS = 36
WORKING, STUDENT, HIDING, RETURNED = range(4)
ARRIVALS, STUDENT_ARRIVALS, LEAVING, FLIGHT, FINDING = range(5)
SENT_WORK, SENT_STUDENT, HOME_WORK, HOME_STUDENT, FLEES, FOUND = range(6)
COMPILED = "tumen.estimate.engine.flows_numba"
PLAIN = "tumen.estimate.engine.flows_numpy"


@pytest.fixture(scope="session")
def system(model: Model) -> System:
    return compile_system(model, MONTHS)


@pytest.fixture(scope="session")
def weights(system: System) -> Weights:
    return make_weights(
        [
            {system.stock_at(36, WORKING): 1.0, system.stock_at(0, HIDING): 1.0},
            {},
            {system.flow_in(month, FLEES): 1.0 for month in range(6, 18)},
            {system.flow_in(0, SENT_WORK): 1.0},
            {system.stock_at(20, RETURNED): 0.25},
        ]
    )


@pytest.fixture(scope="session", params=[COMPILED, PLAIN], ids=["numba", "numpy"])
def kernel(request: pytest.FixtureRequest) -> ModuleType:
    """One of the two ways to move people; the compiled one only where Numba is."""
    module: ModuleType = pytest.importorskip(request.param)
    return module


@pytest.fixture
def chosen(kernel: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The engine runs on one of the two ways."""
    monkeypatch.setattr(flows, "flows_numba", kernel)
    return kernel


@pytest.fixture
def without_numba(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The engine finds no Numba."""
    monkeypatch.setattr(flows, "flows_numba", None)
    return import_module(PLAIN)


def between(
    above: Sum,
    value: float,
    half: float,
    noise: float,
    *,
    below: Sum | None = None,
    weight: float = 1.0,
    effects: Sum | None = None,
) -> Reading:
    """Return a figure that lies within half a width of a value."""
    return Reading(
        above=above,
        below=below or {},
        weight=weight,
        form=Form.INTERVAL,
        low=log(value - half),
        high=log(value + half),
        noise=noise,
        effects=effects or {},
    )


def build_terms(system: System) -> tuple[Term, ...]:
    """Return a term of every form, a share, and two terms that read two ways."""

    def stock(month: int, *boxes: int) -> dict[int, float]:
        return {system.stock_at(month, box): 1.0 for box in boxes}

    def year_of(first: int, *ways: int) -> dict[int, float]:
        months = range(first, first + 12)
        return {system.flow_in(month, way): 1.0 for month in months for way in ways}

    over = Reading(
        above=stock(14, WORKING, STUDENT),
        form=Form.OVER,
        low=log(2500),
        noise=0.25,
        scale=0.25,
        effects={0: 0.3, 1: 0.1},
        offset=0.05,
    )
    up_to = Reading(
        above=year_of(12, SENT_WORK, SENT_STUDENT),
        form=Form.UP_TO,
        high=log(1500),
        noise=0.3,
        scale=0.5,
        effects={1: 0.1},
    )
    at_least = Reading(
        above=stock(30, HIDING), form=Form.AT_LEAST, low=log(80), noise=0.4
    )
    at_most = Reading(
        above=year_of(24, FLEES), form=Form.AT_MOST, high=log(60), noise=0.4
    )
    exact = between(stock(12, WORKING), 3000, 500, 0.2, effects={0: 0.3})
    whole = stock(24, WORKING, STUDENT)
    share = between(stock(24, STUDENT), 0.15, 0.005, 0.2, below=whole)
    early = between(stock(20, WORKING), 2600, 50, 0.2, weight=0.5)
    late = between(stock(34, WORKING), 2600, 50, 0.2, weight=0.5)
    way = between(
        year_of(0, HOME_WORK, HOME_STUDENT),
        1200,
        100,
        0.3,
        weight=2 / 3,
        effects={1: 0.2},
    )
    box = between(stock(12, RETURNED), 1200, 100, 0.3, weight=1 / 3)
    single = ((one,) for one in (exact, over, up_to, at_least, at_most, share))
    readings = (*single, (early, late), (way, box))
    return tuple(
        Term(name=f"{number}", readings=read, outlier=0.05)
        for number, read in enumerate(readings)
    )


@pytest.fixture(scope="session")
def terms(system: System) -> tuple[Term, ...]:
    return build_terms(system)


@pytest.fixture(scope="session")
def figures(terms: tuple[Term, ...]) -> Figures:
    return stack_terms(terms, effects=2, width=6.0)


@pytest.fixture(scope="session")
def posterior(system: System, figures: Figures) -> Posterior:
    return Posterior(system, figures)


def theta_of(size: int, seed: int, spread: float = 0.5) -> Floats:
    """Return parameters around the middle of the prior, the same for each seed."""
    return spread * np.random.default_rng(seed).standard_normal(size)


def stocks_of(system: System, vector: Floats) -> Floats:
    """Return the stocks of a long vector, shape (T + 1, C)."""
    boxes = len(system.compartments)
    return vector[: (system.months + 1) * boxes].reshape(-1, boxes)


def flows_of(system: System, vector: Floats) -> Floats:
    """Return the flows of a long vector, shape (T, F)."""
    boxes = len(system.compartments)
    return vector[(system.months + 1) * boxes :].reshape(-1, len(system.flows))


PARAMETERS = 37
"""How many the invented model has over three years, effects on figures left out."""

THETAS = arrays(np.float64, PARAMETERS, elements=st.floats(-2, 2))
"""Any parameters within two standard deviations of the prior."""


def run_of(kernel: ModuleType, system: System, theta: Floats) -> Floats:
    """Return all stocks and flows of one run, moved by one of the two ways."""
    vector: Floats = kernel.move(
        np.exp(log_rates(system, theta)),
        first_stocks(system, theta),
        system.source,
        system.target,
        system.rate_of,
    )
    return vector
