"""The same model in PySD, a simulator of system dynamics, beside the engine's own.

Compartments, flows and median rates of a model are written as a Vensim file: no rate
wanders and no order is in force. Both simulators then run it with the same other rates
again and again, and must end with the same stocks.
"""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

import numpy as np

from tumen.codebook.model import Model
from tumen.estimate.engine.flows import move, move_many
from tumen.estimate.engine.sparse import make_weights
from tumen.estimate.engine.system import OUTSIDE, Floats, System, compile_system

MONTHS = 264
PYSD_RUNS, OWN_RUNS, SINGLE_RUNS = 60, 4000, 1000
SPREAD = 0.3
"""Standard deviation of the logs of the other rates."""
SAME = 1e-3
"""People by which an end stock may differ."""


@dataclass(frozen=True)
class Race:
    """Runs for each CPU second, and how far the end stocks lie apart, in people."""

    pysd: float
    many: float
    single: float
    apart: float
    version: str


def race(model: Model) -> Race | None:
    """Return how fast both are; None when PySD is not installed.

    Raises:
        SystemExit: their end stocks differ.
    """
    try:
        pysd = import_module("pysd")
    except ImportError:
        return None
    system = compile_system(model, MONTHS)
    rng = np.random.default_rng(1)
    spread = SPREAD * rng.standard_normal((len(system.rates), OWN_RUNS))
    rates: Floats = np.exp(system.log_median[:, None] + spread)
    theirs, pysd_s = _run_pysd(pysd, model, system, rates[:, :PYSD_RUNS])
    ours, many_s = _run_many(system, rates)
    ones, single_s = _run_single(system, rates[:, :SINGLE_RUNS])
    apart = float(np.abs(theirs - ours[:PYSD_RUNS]).max())
    between = float(np.abs(ones - ours[:SINGLE_RUNS]).max())
    if max(apart, between) > SAME:
        raise SystemExit(f"end stocks differ by {apart:g} and {between:g} people")
    return Race(
        PYSD_RUNS / pysd_s,
        OWN_RUNS / many_s,
        SINGLE_RUNS / single_s,
        apart,
        str(pysd.__version__),
    )


def vensim_text(model: Model) -> str:
    """Return a model with constant rates as the text of a Vensim file."""
    return "{UTF-8}\n" + "".join(
        f"{name} = {formula}\n\t~\t{unit}\n\t~\t\n\t|\n\n"
        for name, formula, unit in _equations(model)
    )


def _equations(model: Model) -> Iterator[tuple[str, str, str]]:
    for rate in model.rates:
        yield f"rate {rate.name}", repr(rate.median), "1/Month"
    for box in model.compartments:
        out = [flow for flow in model.flows if flow.source == box.name]
        into = [flow for flow in model.flows if flow.target == box.name]
        if out:
            hazards = " + ".join(f"rate {flow.rate}" for flow in out)
            yield f"all out of {box.name}", hazards, "1/Month"
            total = f"all out of {box.name}"
            yield f"part of {box.name}", f"(1 - EXP(-{total})) / {total}", "1"
        net = " + ".join(f"flow {flow.name}" for flow in into) or "0"
        net += "".join(f" - flow {flow.name}" for flow in out)
        yield f"stock {box.name}", f"INTEG({net}, {box.median!r})", "Person"
    for flow in model.flows:
        moved = f"rate {flow.rate}"
        if flow.source != OUTSIDE:
            moved += f" * stock {flow.source} * part of {flow.source}"
        yield f"flow {flow.name}", moved, "Person/Month"
    yield "INITIAL TIME", "0", "Month"
    yield "FINAL TIME", str(MONTHS), "Month"
    yield "TIME STEP", "1", "Month"
    yield "SAVEPER", "TIME STEP", "Month"


def _run_pysd(
    pysd: ModuleType, model: Model, system: System, rates: Floats
) -> tuple[Floats, float]:
    """Return end stocks, shape (n, C), and the CPU seconds of all runs but the first."""
    names = [f"stock {box.name}" for box in model.compartments]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.mdl"
        file.write_text(vensim_text(model), encoding="utf-8")
        loaded = pysd.read_vensim(str(file))
    settings = [
        {
            f"rate {name}": float(each)
            for name, each in zip(system.rates, run, strict=True)
        }
        for run in rates.T
    ]
    loaded.run(params=settings[0], return_columns=names, return_timestamps=[MONTHS])
    begin_s = time.process_time()
    ends = [
        loaded.run(params=each, return_columns=names, return_timestamps=[MONTHS])
        for each in settings
    ]
    took_s = time.process_time() - begin_s
    return np.array([end[names].to_numpy()[-1] for end in ends]), took_s


def _run_many(system: System, rates: Floats) -> tuple[Floats, float]:
    """Return end stocks of all runs, moved together, and their CPU seconds."""
    boxes = len(system.compartments)
    ends = make_weights({system.stock_at(MONTHS, box): 1.0} for box in range(boxes))
    move_many(system, _monthly(rates[:, :2]), _starts(system, 2), ends)
    begin_s = time.process_time()
    runs = rates.shape[1]
    stocks = move_many(system, _monthly(rates), _starts(system, runs), ends)
    return stocks, time.process_time() - begin_s


def _run_single(system: System, rates: Floats) -> tuple[Floats, float]:
    """Return end stocks of runs moved one by one, all flows kept, and CPU seconds."""
    boxes = len(system.compartments)
    starts = _starts(system, 1)[:, 0].copy()
    move(system, _monthly(rates)[:, :, 0].copy(), starts)
    begin_s = time.process_time()
    vectors = [
        move(system, np.repeat(run[:, None], MONTHS, axis=1), starts) for run in rates.T
    ]
    took_s = time.process_time() - begin_s
    last = slice(MONTHS * boxes, (MONTHS + 1) * boxes)
    return np.array([vector[last] for vector in vectors]), took_s


def _monthly(rates: Floats) -> Floats:
    """Return rates (R, n) that stay the same in all months, shape (R, T, n)."""
    return np.repeat(rates[:, None], MONTHS, axis=1)


def _starts(system: System, runs: int) -> Floats:
    starts = np.zeros((len(system.compartments), runs))
    starts[system.starting] = np.exp(system.start_log)[:, None]
    return starts
