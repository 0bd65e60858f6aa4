"""Write docs/calibration.md: tables and plots of what the estimate is worth.

  python -m quality.calibration [--worlds 500] [--workers 2]

Takes some minutes. A short version guards every test run (tests/quality).
"""

import argparse
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

from quality.calibration.page import write_page
from quality.calibration.record import (
    forecast_refugees,
    leave_houses_out,
    read_record,
    weigh_record,
)
from quality.calibration.worlds import (
    answer_world,
    draw_world,
    ranks,
    with_every_compartment,
)
from tumen.codebook.load import load_codebook
from tumen.estimate.answers.targets import make_targets, months_until
from tumen.estimate.engine.system import compile_system

DOCS = Path(__file__).parents[2] / "docs"
UNTIL = date(2026, 12, 31)
FIGURES = 60
APART = 1_000_000
"""Seeds of scoring lie so far from those of worlds."""


def score_world(seed: int) -> dict[str, float]:
    """Return the rank of the truth in each answer of one world."""
    model = load_codebook("dprk-labour").model
    if model is None:
        raise SystemExit("the built-in codebook has no model")
    model = with_every_compartment(model)
    system = compile_system(model, months_until(model, UNTIL))
    targets = make_targets(model, system, UNTIL)
    world = draw_world(model, system, FIGURES, seed)
    weighing = answer_world(world, model, system, targets)
    return dict(ranks(world, weighing, seed + APART))


def score_worlds(seeds: Sequence[int], workers: int) -> dict[str, list[float]]:
    """Return the ranks of the truth by answer, over many worlds."""
    found: dict[str, list[float]] = {}
    with ProcessPoolExecutor(workers) as pool:
        for number, world in enumerate(pool.map(score_world, seeds), start=1):
            for label, rank in world.items():
                found.setdefault(label, []).append(rank)
            if number % 25 == 0:
                print(f"{number} of {len(seeds)} worlds", flush=True)
    return found


def main() -> None:
    """Run everything and write the page with its plots."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=500)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    record = read_record()
    write_page(
        DOCS,
        ranks=score_worlds(range(options.worlds), options.workers),
        predicted=tuple(leave_houses_out(record)),
        forecasts=forecast_refugees(record),
        weighing=weigh_record(record),
    )
    print(f"{DOCS / 'calibration.md'}")


if __name__ == "__main__":
    main()
