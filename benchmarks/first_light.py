"""CPU seconds of new, add and run on a folder of pages, each command a fresh process.

  python benchmarks/first_light.py [FOLDER] [--repeats 3]

The figures hold loading of Python and of the language model. CPU seconds of all child
processes are counted, not wall time, so that a busy machine does not change them much;
the load is printed beside them.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

STEPS = ("new", "add", "run")


def cpu_seconds() -> float:
    """Return user and system seconds of all ended child processes."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(pages: Path) -> dict[str, float]:
    """Return CPU seconds of each step on the pages."""
    seconds = {}
    with tempfile.TemporaryDirectory() as folder:
        case = str(Path(folder) / "case")
        calls = {"new": (case,), "add": (case, str(pages)), "run": (case,)}
        for step in STEPS:
            before = cpu_seconds()
            command = [sys.executable, "-m", "tumen", step, *calls[step]]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode not in (0, 3):
                raise SystemExit(f"{step} failed:\n{done.stderr}")
            seconds[step] = cpu_seconds() - before
    return seconds


def main() -> None:
    """Print the median of several repeats."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="?", type=Path, default=Path("examples"))
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    rows = [measure(options.pages) for _ in range(options.repeats)]
    for step in STEPS:
        print(f"{step:<6}{statistics.median(row[step] for row in rows):7.2f} CPU s")
    totals = [sum(row.values()) for row in rows]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"all   {statistics.median(totals):7.2f} CPU s   (least {min(totals):.2f}, most {max(totals):.2f})"
    )
    print(
        f"peak memory of a step {peak:.0f} MB; load of the machine {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
