"""The simulated world on the screen of the evidence, marked so that none can mix them up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tumen.codebook.load import load_codebook
from tumen.codebook.load_world import list_scenarios, load_world_rules
from tumen.codebook.world import WorldScenario
from tumen.pipeline.case import open_case
from tumen.pipeline.world import make_world
from tumen.publish.world_months import Months, read_months
from tumen.publish.world_page import first_shown, world_numbers, world_screen
from tumen.publish.world_plots import draw_plots
from tumen.records.world import World
from tumen.web.templates import render

FIRST_SEED = 1
MOST_SEED = 2**32 - 1
KEPT = 4
"""Worlds that are kept to be shown again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A world and what every month of it needs."""

    world: World
    months: Months
    numbers: str
    plots: tuple[str, ...]


@dataclass(slots=True)
class Worlds:
    """Worlds that were run, by codebook, scenario and seed; one runs at a time."""

    made: dict[tuple[str, str, int], Shown] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def find(self, codebook: str, scenario: str, seed: int) -> Shown:
        """Return a world, run now if it is not kept.

        Raises:
            CodebookError: the codebook has no world.
        """
        key = (codebook, scenario, seed)
        with self.lock:
            if key not in self.made:
                shown = _show(make_world(codebook, scenario, seed, None, None))
                while len(self.made) >= KEPT:
                    del self.made[next(iter(self.made))]
                self.made[key] = shown
            return self.made[key]


def _show(world: World) -> Shown:
    codebook = load_codebook(world.codebook)
    months = read_months(world, codebook)
    return Shown(
        world=world,
        months=months,
        numbers=world_numbers(months),
        plots=tuple(draw_plots(world, codebook, months).values()),
    )


async def world_page(request: Request) -> HTMLResponse:
    """Show a month of a simulated world; the page holds the others for the slider."""
    with open_case(request.app.state.folder) as case:
        title, name, codebook = case.name, case.codebook_name, case.codebook
    load_world_rules(name)
    scenarios = list_scenarios(name)
    scenario = _scenario(request.query_params.get("scenario", ""), scenarios)
    seed = _whole(request.query_params.get("seed"), FIRST_SEED, MOST_SEED)
    worlds: Worlds = request.app.state.worlds
    shown = await run_in_threadpool(worlds.find, name, scenario, seed)
    month = _whole(
        request.query_params.get("month"),
        first_shown(shown.months, codebook),
        shown.world.months - 1,
    )
    return render(
        "world.html",
        case=title,
        world=shown.world,
        scenarios=scenarios,
        most_seed=MOST_SEED,
        plots=shown.plots,
        screen=world_screen(
            shown.world,
            codebook,
            shown.months,
            month,
            link="/?box=",
            action="/world",
            kept={"scenario": scenario, "seed": str(seed)},
            numbers=shown.numbers,
        ),
    )


def _scenario(asked: str, scenarios: Sequence[WorldScenario]) -> str:
    """Return the asked scenario, the first without a question; files are not read."""
    names = [scenario.name for scenario in scenarios]
    if asked in names:
        return asked
    if asked or not names:
        raise HTTPException(404, f"no scenario {asked} of a simulated world")
    return names[0]


def _whole(asked: str | None, otherwise: int, most: int) -> int:
    """Return the asked number from 0 to `most`; what is no such number gives another."""
    if asked is None or not asked.isdecimal() or len(asked) > len(str(MOST_SEED)):
        return otherwise
    return min(int(asked), most)
