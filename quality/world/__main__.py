"""Write docs/world.md: the simulated world beside public aggregates, and its bounds.

  python -m quality.world [--seeds 10] [--worlds 200] [--workers 2]

Takes some minutes. A short version guards every test run (tests/quality).
"""

import argparse
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from quality.world.beside import lay_beside, read_anchors, run_seeds
from quality.world.page import write_page
from quality.world.random_worlds import try_worlds

DOCS = Path(__file__).parents[2] / "docs"


def main() -> None:
    """Run the built-in world with several seeds, and many random ones; write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--worlds", type=int, default=200)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    with ProcessPoolExecutor(options.workers) as pool:
        worlds = run_seeds(range(1, options.seeds + 1), pool)
        broken = try_worlds(range(options.worlds), pool)
    write_page(
        DOCS,
        rows=lay_beside(worlds, read_anchors()),
        worlds=worlds,
        tried=options.worlds,
        broken=broken,
    )
    print(DOCS / "world.md")


if __name__ == "__main__":
    main()
