"""Kill a run at random instants, run it again, compare with an undisturbed one.

    python benchmarks/recovery.py --kills 50

Each round makes a case, adds pages, runs it and decides on a claim in a process of its
own, which is killed (SIGKILL) at a random instant. The same commands then run to their
end. Records, row hashes and decisions must be those of a case nobody disturbed.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tumen.pipeline.case import Case, open_case
from tumen.pipeline.verify import verify_case

NOW = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
PAGES = 20
PLACES = ("Vladivostok", "Khabarovsk", "Moscow", "Saint Petersburg")
TABLES = (
    "captures",
    "names",
    "pages",
    "documents",
    "claims",
    "issues",
    "reviewed",
    "groups",
    "estimates",
    "boxes",
)

# What is killed. It goes on where an earlier round was cut off.
WORK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.run import run_case
from tumen.records.decision import Verdict

folder, pages = Path(sys.argv[1]), Path(sys.argv[2])
now = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
print("begin", flush=True)
settings = folder / "tumen.toml"
if not settings.exists():
    make_case(folder)
draft = folder / "tumen.draft"
text = settings.read_text(encoding="utf-8")
draft.write_text(text.replace('"auto"', '"regex"'), encoding="utf-8")
draft.replace(settings)
with open_case(folder) as case:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    if not case.decisions():
        case.decide(
            case.claims()[0].id, Verdict.REJECT, reason="r", reviewer="R.", at=now
        )
"""


def write_pages(folder: Path) -> None:
    """Write invented pages, and one file that cannot be read."""
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    for number in range(PAGES):
        place = PLACES[number % len(PLACES)]
        day = number % 28 + 1
        text = (
            f"Invented Gazette {number}\n\nBy Nobody Real\n\nMarch {day}, 2023\n\n"
            f"About {1000 + 37 * number:,} North Korean workers were in {place} in "
            f"March 2023, a ministry official said.\n\n"
            f"They work {9 + number % 6} hours a day, the official added.\n"
        )
        (folder / f"page{number:02}.txt").write_text(text, encoding="utf-8")


def run_work(
    folder: Path, pages: Path, kill_after_s: float | None = None
) -> float | None:
    """Do the work in a process of its own; return its seconds, None when killed.

    Args:
        kill_after_s: seconds after its imports at which it is killed; None lets it.
    """
    command = [sys.executable, "-c", WORK, str(folder), str(pages)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None or process.stdout.readline().strip() != "begin":
            raise SystemExit("the work did not begin")
        begin_s = time.perf_counter()
        try:
            process.wait(kill_after_s)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
        took_s = time.perf_counter() - begin_s
    if process.returncode:
        raise SystemExit(f"the work failed with exit code {process.returncode}")
    return took_s


def snapshot(folder: Path) -> dict[str, object]:
    """Return everything in a case that must not depend on kills."""
    with open_case(folder) as case:
        with case.store.reading() as reader:
            rows = {table: reader.state_of(table) for table in TABLES}
        records: dict[str, Callable[[], object]] = {
            "captures read": case.captures,
            "documents read": case.documents,
            "claims read": case.reviewed,
            "groups read": case.groups,
            "estimates read": case.estimates,
            "boxes read": case.boxes,
            "issues read": case.issues,
            "decisions": case.decisions,
            "outputs": lambda: last_outputs(case),
            "faults": lambda: verify_case(case).faults,
        }
        return rows | {name: read() for name, read in records.items()}


def last_outputs(case: Case) -> dict[str, str]:
    """Return the hash of what each stage put out last."""
    return {trace.stage: trace.outputs_hash for trace in case.traces()}


def differences(one: dict[str, object], other: dict[str, object]) -> list[str]:
    """Return the names of what differs."""
    return [name for name in one if one[name] != other[name]]


def recover(folder: Path, pages: Path, delays_s: list[float]) -> bool:
    """Kill the work after each delay, then let it end; return whether a kill hit."""
    hits = [run_work(folder, pages, delay) is None for delay in delays_s]
    run_work(folder, pages)
    return any(hits)


def main() -> int:
    """Kill, run again, compare; return 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)  # noqa: S311  instants, no secrets
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write_pages(root / "pages")
        whole_s = run_work(root / "calm", root / "pages") or 0.0
        calm = snapshot(root / "calm")
        hits = failures = 0
        for kill in range(options.kills):
            folder = root / f"killed{kill}"
            hits += recover(folder, root / "pages", [rng.uniform(0, whole_s)])
            found = differences(calm, snapshot(folder))
            failures += bool(found)
            print(
                f"kill {kill + 1}: {'differs: ' + ', '.join(found) if found else 'same'}"
            )
    print(f"{options.kills} rounds, {hits} killed before the end, {failures} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
