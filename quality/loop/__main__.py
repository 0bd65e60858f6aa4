"""Write docs/loop.md: what the whole chain is worth on worlds with a known truth.

  python -m quality.loop [--worlds 30] [--first-seed 100] [--pages 100] [--workers 2]

Takes about ten minutes on two cores. A short version guards every test run (tests/quality).
"""

import argparse
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from quality.loop.chain import WAYS, Looped, loop_world
from quality.loop.page import summary, write_page
from quality.loop.scores import of_model, stocks

DOCS = Path(__file__).parents[2] / "docs"
WORLDS = 30
FIRST_SEED = 100
"""Seeds 0 to 29 were looked at while the estimate and the worlds were mended."""
PAGES = 100
WORKERS = 2


def loop_worlds(seeds: range, pages: int, workers: int) -> Iterator[Looped]:
    """Yield what came of each world, in the order of their seeds."""
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(partial(loop_world, pages=pages), seeds)


def tell(loop: Looped) -> str:
    """Return a line about one world."""
    shares = []
    for way in WAYS:
        found = of_model(stocks(loop.answers(way)))
        figures = loop.asked[way].statements
        share = f"{found.inside:.0%}" if found else "nothing"
        shares.append(f"{way} {share} inside from {figures} figures")
    seconds = sum(loop.seconds.values())
    return f"world {loop.seed}: {'; '.join(shares)}; {seconds:.0f} s"


def main() -> None:
    """Run everything and write the page with its plots."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=WORLDS)
    parser.add_argument("--first-seed", type=int, default=FIRST_SEED)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--workers", type=int, default=WORKERS)
    parser.add_argument("--docs", type=Path, default=DOCS)
    options = parser.parse_args()
    began = time.perf_counter()
    loops = []
    seeds = range(options.first_seed, options.first_seed + options.worlds)
    for loop in loop_worlds(seeds, options.pages, options.workers):
        loops.append(loop)
        print(tell(loop), flush=True)
    print("\n".join(summary(loops)))
    write_page(options.docs, loops, options.pages)
    minutes = (time.perf_counter() - began) / 60
    print(f"{options.docs / 'loop.md'}, {minutes:.0f} minutes")


if __name__ == "__main__":
    main()
