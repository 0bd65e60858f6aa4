"""CPU seconds of the estimate stage, asked and reached, beside two other engines.

  python -m benchmarks.estimate [--worlds 3] [--repeats 5]
  python -m benchmarks.estimate --numpyro [--case FOLDER] [--warmup 300] [--draws 400]

Figures come from worlds drawn from the prior of the built-in model (`prior_world`). All
is measured after one round that compiles and fills caches; that round is shown too. CPU
seconds are of this process on one thread, so that a busy machine changes them little;
the load is printed beside them. PySD, NumPyro and JAX are no part of Tumen: where they
are not installed their part says so and is skipped.
"""

import argparse
import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import peer_numpyro, peer_pysd
from benchmarks.prior_world import World, make_world
from benchmarks.timing import cpu_seconds, one_thread
from tumen.codebook.load import load_codebook
from tumen.codebook.model import Model
from tumen.estimate.answers.weighing import DRAWS, LEVELS, SEED, weigh_figures
from tumen.estimate.answers.what_if import YEARS, project
from tumen.estimate.engine.draws import draw_modes
from tumen.estimate.engine.fit import find_mode
from tumen.estimate.engine.flows import kernels
from tumen.estimate.engine.posterior import Posterior

CODEBOOK = "dprk-labour"
ORIGINS = 200
FIT_S, REFIT_S, SCENARIOS_S, TIMES_PYSD = 0.6, 0.1, 0.3, 100.0


@dataclass(frozen=True)
class Row:
    """CPU seconds of one kind of work; `asked` is None where nothing is promised."""

    name: str
    asked: float | None
    seconds: Sequence[float]

    def __str__(self) -> str:
        middle = statistics.median(self.seconds)
        asked, verdict = "", ""
        if self.asked is not None:
            asked = f"<= {self.asked:.2f}"
            verdict = "reached" if middle <= self.asked else "MISSED"
        between = f"{min(self.seconds):.3f} - {max(self.seconds):.3f}"
        return f"{self.name:<44}{asked:>8}{middle:9.3f}   {between:<16}{verdict}"


def fit_and_draw(world: World) -> Posterior:
    """Fit the figures of a world, draw, and take the bands of all answers."""
    posterior = Posterior(world.system, world.observed.figures())
    modes = (find_mode(posterior),)
    drawn = draw_modes(posterior, modes, DRAWS, SEED, world.targets.weights)
    np.quantile(drawn.values, LEVELS, axis=0)
    return posterior


def fit_only(world: World) -> None:
    """Find the peak of the figures of a world."""
    find_mode(Posterior(world.system, world.observed.figures()))


def weigh_all(world: World) -> None:
    """Do what a case does: fits, conflicts tried out, draws of posterior and prior."""
    whole = weigh_figures(world.observed, world.model, world.system, world.targets, {})
    assert whole.quantiles.size  # noqa: S101  worked out when it is asked for


def refits(world: World, repeats: int) -> list[float]:
    """Return CPU seconds after one decision each: a statement less, from the old peak."""
    peak = find_mode(Posterior(world.system, world.observed.figures())).theta

    def refit(left_out: int) -> None:
        figures = world.observed.without([left_out]).figures()
        find_mode(Posterior(world.system, figures), peak, (1.0,))

    picked = np.linspace(0, ORIGINS - 1, 2 * repeats).astype(int)
    return [cpu_seconds(refit, int(number)) for number in picked]


def scenario_seconds(world: World, repeats: int) -> list[float]:
    """Return CPU seconds of all scenarios of the model, five years ahead."""
    weighing = weigh_figures(
        world.observed, world.model, world.system, world.targets, {}
    )
    scenarios = world.model.scenarios
    project(weighing, scenarios)
    return [cpu_seconds(project, weighing, scenarios) for _ in range(repeats)]


def measure(worlds: Sequence[World], repeats: int) -> list[Row]:
    """Return what is asked and what is reached, over all worlds and repeats."""
    rounds = [world for world in worlds for _ in range(repeats)]
    scenarios = len(worlds[0].model.scenarios)
    return [
        Row(
            f"{ORIGINS} origins: fit, {DRAWS:,} draws, bands",
            FIT_S,
            [cpu_seconds(fit_and_draw, world) for world in rounds],
        ),
        Row(
            "  the fit alone",
            None,
            [cpu_seconds(fit_only, world) for world in rounds],
        ),
        Row(
            "  the whole: conflicts, prior draws as well",
            None,
            [cpu_seconds(weigh_all, world) for world in worlds],
        ),
        Row(
            "refit after one decision",
            REFIT_S,
            [took for world in worlds for took in refits(world, repeats)],
        ),
        Row(
            f"{scenarios} scenarios x {DRAWS:,} draws x {YEARS} years",
            SCENARIOS_S,
            [took for world in worlds for took in scenario_seconds(world, repeats)],
        ),
    ]


def race_pysd(model: Model) -> None:
    """Print how many runs both simulators make in a CPU second."""
    race = peer_pysd.race(model)
    if race is None:
        print("PySD: pysd is not installed: pip install pysd")
        return
    times = race.many / race.pysd
    verdict = "reached" if times >= TIMES_PYSD else "MISSED"
    print(f"{peer_pysd.MONTHS} months, constant rates, runs in a CPU second:")
    print(f"  PySD {race.version:<10}{race.pysd:10,.0f}")
    print(f"  many at once   {race.many:10,.0f}   {times:,.0f} times PySD", end="")
    print(f"   (asked >= {TIMES_PYSD:.0f}: {verdict})")
    print(
        f"  one by one     {race.single:10,.0f}   {race.single / race.pysd:,.0f} times"
    )
    print(f"  end stocks differ by {race.apart:.0e} people at most")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--worlds", type=int, default=3)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument(
        "--numpyro", action="store_true", help="only compare with NUTS (minutes)"
    )
    parser.add_argument(
        "--case", type=Path, help="case folder for it; the examples by default"
    )
    parser.add_argument("--warmup", type=int, default=300, help="of each NUTS chain")
    parser.add_argument("--draws", type=int, default=400, help="of each NUTS chain")
    options = parser.parse_args()
    one_thread("benchmarks.estimate")
    model = load_codebook(CODEBOOK).model
    if model is None:
        raise SystemExit(f"the codebook {CODEBOOK} has no model")
    if options.numpyro:
        peer_numpyro.compare(options.case, options.warmup, options.draws)
        return
    worlds = [make_world(model, seed, ORIGINS) for seed in range(options.worlds)]
    warm_s = cpu_seconds(fit_and_draw, worlds[0])
    rows = measure(worlds, options.repeats)
    print(f"{'CPU seconds, one thread':<44}{'asked':>8}{'median':>9}   least - most")
    for row in rows:
        print(row)
    name = kernels().__name__.rpartition(".")[2]
    print(f"first round, compiling or loading {name}: {warm_s:.1f} CPU s")
    race_pysd(model)
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
