"""Lay worlds beside public aggregates."""

import csv
import tomllib
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tumen.codebook.load_world import load_world_rules
from tumen.codebook.world import WORKING, WorldRules
from tumen.pipeline.world import make_world
from tumen.records.world import World

HERE = Path(__file__).parent
REFUGEES = HERE.parents[1] / "examples" / "tables" / "un_refugee_agency_series.csv"
CODEBOOK, SCENARIO = "dprk-labour", "as-it-was"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One public number and the same thing in the worlds.

    Args:
        low, high: what is asked of the median of the worlds.
        least, most: of all worlds.
    """

    what: str
    public: str
    low: float
    high: float
    middle: float
    least: float
    most: float
    source: str

    @property
    def holds(self) -> bool:
        """Whether the median of the worlds lies where it is asked to lie."""
        return self.low <= self.middle <= self.high


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the worlds are laid beside; see anchors.toml."""

    present: tuple[dict[str, str | float], ...]
    recognised: tuple[tuple[int, float], ...]
    within: float
    ranges: tuple[dict[str, str | float], ...]


def read_anchors() -> Anchors:
    """Return the public aggregates."""
    told = tomllib.loads((HERE / "anchors.toml").read_text(encoding="utf-8"))
    years = range(told["recognised"]["first"], told["recognised"]["last"] + 1)
    with REFUGEES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Anchors(
        present=tuple(told["present"]),
        recognised=tuple(
            (int(row["year_end"]), float(row["refugees"]))
            for row in rows
            if int(row["year_end"]) in years
        ),
        within=told["recognised"]["within"],
        ranges=tuple(told["range"]),
    )


def run_seeds(seeds: Iterable[int], pool: Executor) -> tuple[World, ...]:
    """Return the built-in world with each of the seeds."""
    return tuple(pool.map(run_seed, seeds))


def run_seed(seed: int) -> World:
    """Return the built-in world with a seed."""
    return make_world(CODEBOOK, SCENARIO, seed)


def lay_beside(worlds: Sequence[World], anchors: Anchors) -> tuple[Beside, ...]:
    """Return each public number beside the worlds."""
    rules = load_world_rules(CODEBOOK)
    return (
        *(_present(anchor, worlds, rules) for anchor in anchors.present),
        *(
            _recognised(year, value, anchors.within, worlds, rules)
            for year, value in anchors.recognised
        ),
        *(_range(asked, worlds) for asked in anchors.ranges),
    )


def month_of(world: World, month: str) -> int:
    """Return the number of a month such as 2017-12."""
    year, number = (int(part) for part in month.split("-"))
    return (year - world.first.year) * 12 + number - world.first.month


def _present(
    anchor: dict[str, str | float], worlds: Sequence[World], rules: WorldRules
) -> Beside:
    month, value = str(anchor["month"]), float(anchor["value"])
    codes = [rules.roles[role] for role in WORKING]
    found = [
        sum(world.tables["stocks"].column(c)[month_of(world, month)] for c in codes)
        for world in worlds
    ]
    within = float(anchor["within"])
    return _beside(
        f"working, {month}",
        f"{value:,.0f}",
        (value / within, value * within),
        found,
        str(anchor["source"]),
    )


def _recognised(
    year: int, value: float, within: float, worlds: Sequence[World], rules: WorldRules
) -> Beside:
    code = rules.roles["recognised"]
    found = [
        world.tables["stocks"].column(code)[month_of(world, f"{year}-12")]
        for world in worlds
    ]
    return _beside(
        f"recognised refugees, end of {year}",
        f"{value:,.0f}",
        (value / within, value * within),
        found,
        "UN refugee agency",
    )


def _range(asked: dict[str, str | float], worlds: Sequence[World]) -> Beside:
    low, high = float(asked["low"]), float(asked["high"])
    return _beside(
        f"{asked['what']}, {asked['unit']}",
        f"{low:g} to {high:g}",
        (low, high),
        [usual(world)[str(asked["what"])] for world in worlds],
        str(asked["source"]),
    )


def usual(world: World) -> dict[str, float]:
    """Return means over all workers and months of a world, by the words of the anchors."""
    money, conditions = world.tables["money"], world.tables["conditions"]
    paid = sum(money.column("workers_paid"))
    employer = sum(money.column("employer"))
    taken = sum(money.column("firm")) + sum(money.column("state"))
    return {
        "what an employer pays for one worker": employer / paid,
        "what the worker keeps": sum(money.column("kept")) / paid,
        "what state and firm take": 100 * taken / employer,
        "hours a day": _mean(conditions.column("cond.hours")),
        "days off a month": _mean(conditions.column("cond.days_off")),
    }


def _mean(values: Sequence[float]) -> float:
    lived = [value for value in values if value]
    return sum(lived) / max(1, len(lived))


def _beside(
    what: str,
    public: str,
    asked: tuple[float, float],
    found: Sequence[float],
    source: str,
) -> Beside:
    return Beside(
        what=what,
        public=public,
        low=asked[0],
        high=asked[1],
        middle=median(found),
        least=min(found),
        most=max(found),
        source=source,
    )
