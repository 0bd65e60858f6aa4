"""Milliseconds of the review desk: look at a claim, step on, decide; on a large case.

  python -m benchmarks.desk [--case FOLDER] [--pages 1500] [--claims 200]

Without a case an invented press of that many pages is made and read with the regex
analyzer (minutes). Decisions are taken on a copy of the case. The server answers in this
process, so that what is measured is its work and the disk's, not the browser's.
"""

import argparse
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from starlette.testclient import TestClient

from tumen.pipeline.add import add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.desk import warm_gate
from tumen.pipeline.new import make_case
from tumen.pipeline.press import make_press, write_press
from tumen.pipeline.run import run_case
from tumen.pipeline.world import make_world, write_world
from tumen.web.app import make_app

HOST, TOKEN = "127.0.0.1:8000", "a-token-for-measuring"
ASKED_MS = 150
PEOPLE, MONTHS = 20_000, 240
HERE = re.compile(r'data-claim="(\w{16})"')
ONWARD = re.compile(r'data-after="([^"]*)"')


@dataclass
class Visit:
    """A reader at the desk, and how long each kind of answer took."""

    client: TestClient
    times_ms: dict[str, list[float]] = field(default_factory=dict)

    def ask(self, name: str, call: Callable[[], str]) -> str:
        """Return the text of an answer and note how long it took."""
        begun = time.perf_counter()
        text = call()
        self.times_ms.setdefault(name, []).append((time.perf_counter() - begun) * 1e3)
        return text

    def look(self, address: str, name: str) -> str:
        """Return a part of the desk."""
        headers = {"hx-request": "true"}
        return self.ask(name, lambda: self.client.get(address, headers=headers).text)

    def decide(self, **form: str) -> str:
        """Return the desk after a decision."""
        name = f"POST {form['verdict']}"
        return self.ask(name, lambda: self.client.post("/desk", data=form).text)


def main() -> None:
    """Print p50 and p95 of each kind of answer."""
    asked = argparse.ArgumentParser(description="Milliseconds of the review desk")
    asked.add_argument("--case", type=Path)
    asked.add_argument("--pages", type=int, default=1500)
    asked.add_argument("--claims", type=int, default=200)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        if given.case:
            shutil.copytree(given.case, case)
        else:
            invent_case(Path(folder), case, given.pages)
        with visiting(case) as visit:
            run_session(visit, given.claims)
        with open_case(case) as opened:
            print(
                f"{len(opened.reviewed()):,} claims, {len(opened.decisions())} decisions"
            )
    report(visit.times_ms)


@contextmanager
def visiting(case: Path) -> Iterator[Visit]:
    """Give a reader who has shown his token."""
    with open_case(case) as opened:
        warm_gate(opened)  # As the server does when it starts.
    app = make_app(case, token=TOKEN, hosts=(HOST,), reviewer="Ada")
    with TestClient(app, base_url=f"http://{HOST}") as client:
        client.get(f"/desk?token={TOKEN}")
        yield Visit(client)


def run_session(visit: Visit, claims: int) -> None:
    """Accept, correct, reject, take back, step on and jump, as a reader would."""
    page = visit.ask("GET /desk", lambda: visit.client.get("/desk").text)
    for number in range(claims):
        current = claim_of(page)
        form = {"view": "queue", "claim": current, "reason": "measured"}
        if number % 10 == 3:
            form |= {"verdict": "correct", "slot_place": "Vladivostok"}
        elif number % 10 == 6:
            form |= {"verdict": "reject"}
        else:
            form |= {"verdict": "accept"}
        page = visit.decide(**form)
        if number % 20 == 9:
            page = visit.decide(**form | {"verdict": "undo"})
        onward = ONWARD.search(page)
        if onward and onward.group(1):
            address = onward.group(1).replace("&amp;", "&")
            page = visit.look(address, "GET /desk?claim=")
        visit.ask("GET /desk", lambda: visit.client.get("/desk").text)


def claim_of(page: str) -> str:
    """Return the claim on the desk."""
    found = HERE.search(page)
    if found is None:
        raise SystemExit("no claim is on the desk: make a larger case")
    return found.group(1)


def invent_case(folder: Path, case: Path, pages: int) -> None:
    """Make a case of an invented press."""
    now = datetime.now(UTC)
    print(f"inventing and reading {pages:,} pages ...", flush=True)
    world = make_world("dprk-labour", "as-it-was", 1, people=PEOPLE, months=MONTHS)
    write_world(world, folder / "world")
    write_press(make_press(folder / "world", pages=pages, seed=1), folder / "press")
    make_case(case)
    toml = case / "tumen.toml"
    text = toml.read_text(encoding="utf-8").replace('"auto"', '"regex"')
    toml.write_text(text, encoding="utf-8")
    with open_case(case) as opened:
        add_paths(opened, [str(folder / "press" / "pages")], now=now)
        run_case(opened, now=now)


def report(times_ms: dict[str, list[float]]) -> None:
    """Print a line for each kind of answer."""
    print(
        f"{'answer':<20}{'times':>6}{'p50 ms':>9}{'p95 ms':>9}   asked p95 < {ASKED_MS}"
    )
    for name, times in sorted(times_ms.items()):
        high = percentile(times, 95)
        verdict = "reached" if high < ASKED_MS else "MISSED"
        middle = statistics.median(times)
        print(f"{name:<20}{len(times):>6}{middle:>9.1f}{high:>9.1f}   {verdict}")


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that `percent` of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(0, int(rank) - 1)]


if __name__ == "__main__":
    main()
