"""One world from end to end: simulated, reported, read and weighed.

Two ways lead from the press to the answers. *True claims*: what the press meant to say,
one row for each origin, in a table of figures. *Read pages*: the pages themselves, from
which the claims are extracted. What lies between both is the price of reading errors.
"""

import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quality.loop.bands import Answer, Asked, ask_case
from quality.loop.tables import first_words, read_claims, read_pages, to_table
from tumen.codebook.load_press import load_press_rules
from tumen.codebook.load_world import load_world_rules
from tumen.codebook.world import WorldScenario
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.press import write_press
from tumen.pipeline.run import run_case
from tumen.pipeline.world import make_world
from tumen.records.world import World
from tumen.world.draw import random_scenario
from tumen.world.press.report import report_world

CODEBOOK = "dprk-labour"
NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
TRUE, READ = "true claims", "read pages"
WAYS = (TRUE, READ)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looped:
    """What came of one world.

    Args:
        without: names of dated orders that did not happen.
        lapsed: highest share of those present whose papers had run out, 0 to 1.
        asked: by way.
        figures: rows of the table of true claims.
        seconds: it took, by step.
    """

    seed: int
    without: tuple[str, ...]
    lapsed: float
    asked: dict[str, Asked]
    figures: int
    seconds: dict[str, float]

    def answers(self, way: str) -> tuple[Answer, ...]:
        """Return the answers of a way."""
        return self.asked[way].answers


def draw_scenario(seed: int) -> WorldScenario:
    """Return rules drawn around the built-in ones, some dated orders left out."""
    return random_scenario(load_world_rules(CODEBOOK), seed)


def share_lapsed(world: World) -> float:
    """Return the highest share of those present whose papers had run out."""
    stocks = world.tables["stocks"]
    lapsed = stocks.column("C3x")
    valid = zip(*(stocks.column(code) for code in ("C3w", "C3s", "C3t")), strict=True)
    there = [float(sum(here)) + x for here, x in zip(valid, lapsed, strict=True)]
    return max(x / max(all_, 1.0) for x, all_ in zip(lapsed, there, strict=True))


def loop_world(seed: int, pages: int) -> Looped:
    """Return what both ways make of a world reported on so many pages."""
    clock, began = {}, time.perf_counter()
    scenario = draw_scenario(seed)
    world = make_world(CODEBOOK, scenario, seed)
    clock["world"] = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as name:
        folder, began = Path(name), time.perf_counter()
        press = report_world(world, load_press_rules(CODEBOOK), pages=pages, seed=seed)
        write_press(press, folder / "press")
        clock["press"] = time.perf_counter() - began
        table = folder / "figures.csv"
        figures = write_table(folder / "press", table)
        asked = {}
        for way, source in ((TRUE, table), (READ, folder / "press" / "pages")):
            began = time.perf_counter()
            asked[way] = ask_paths(world, folder / way, source)
            clock[way] = time.perf_counter() - began
    return Looped(
        seed=seed,
        without=scenario.without,
        lapsed=share_lapsed(world),
        asked=asked,
        figures=figures,
        seconds=clock,
    )


def write_table(press: Path, table: Path) -> int:
    """Write the true claims of a press folder as a table; return how many rows."""
    pages = read_pages(press)
    claims = first_words(read_claims(press), pages)
    table.write_text(to_table(claims, pages), encoding="utf-8")
    return len(claims)


def ask_paths(world: World, folder: Path, source: Path) -> Asked:
    """Return the answers of a new case that holds a table or a folder of pages."""
    make_case(folder, CODEBOOK)
    with open_case(folder) as case:
        add_paths(case, [str(source)], now=NOW)
        run_case(case, now=NOW)
        return ask_case(case, world, NOW.date())
