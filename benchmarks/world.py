"""CPU seconds and memory of the simulated world, beside the same rules in Mesa.

  python -m benchmarks.world [--people 40000] [--months 240] [--repeats 5]

A person-month is one person of the world living one month, at home, at work or away;
the months before the first that is told (the warm-up) are lived and timed too. CPU
seconds are of one thread, and both engines run in this one process, so that a busy
machine changes their ratio little; the load is printed beside it. Memory and growth are
measured in a fresh process for each size. Mesa is no part of Tumen: where it is not
installed its part says so and is skipped.
"""

import argparse
import cProfile
import json
import os
import pstats
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from math import log
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from benchmarks.timing import cpu_seconds, one_thread
from tumen.codebook.load_world import find_world_scenario, load_world_rules
from tumen.codebook.world import ROLES, WAYS, WorldRules, WorldScenario
from tumen.records.world import World
from tumen.world.law import month_number
from tumen.world.run import run_world

if TYPE_CHECKING:
    from benchmarks.peer_mesa import MesaWorld

CODEBOOK, SCENARIO = "dprk-labour", "as-it-was"
FASTER, MEMORY_MB, POWER, APART = 50.0, 500.0, 1.1, 0.15
"""Asked: times Mesa; peak of the process; time and memory at most as people to this
power; difference of the people present, as a share."""
PEOPLE, MONTHS = 40_000, 240
GROWTH = (40_000, 400_000, 4_000_000)
ANCHORS = ("2007-12", "2012-06", "2017-12")
COMPARED = ("dispatch", "flight", "application", "death", "recall", "visa_switch")
SMALL, OWN_SEEDS, SEEDS = 10_000, 16, 8
ASKED_MONTHS = 24
MEGA = 1e6


@dataclass(frozen=True)
class Setting:
    """What both engines run."""

    rules: WorldRules
    scenario: WorldScenario

    @property
    def person_months(self) -> float:
        """How many person-months are lived, those of the warm-up too."""
        people = self.scenario.people or self.rules.people
        months = self.scenario.months or self.rules.months
        return people * float(months + self.rules.warm_up)

    def sized(self, people: int, months: int) -> "Setting":
        """Return the same with another size."""
        return Setting(self.rules, replace(self.scenario, people=people, months=months))

    def run(self, seed: int) -> World:
        """Return a world of ours."""
        return run_world(CODEBOOK, self.rules, self.scenario, seed=seed)


@dataclass(frozen=True)
class Alone:
    """One run in a process of its own.

    Args:
        seconds: CPU seconds of the run; `before_mb`: peak memory before it, all modules
            loaded; `peak_mb`: at its end.
    """

    people: int
    seconds: float
    before_mb: float
    peak_mb: float


@dataclass(frozen=True)
class Run:
    """CPU seconds of runs of one size."""

    name: str
    setting: Setting
    seconds: Sequence[float]

    @property
    def speed(self) -> float:
        """Person-months in a CPU second."""
        return self.setting.person_months / statistics.median(self.seconds)


def load_setting(people: int, months: int) -> Setting:
    """Return the built-in world with another size."""
    rules = load_world_rules(CODEBOOK)
    return Setting(rules, find_world_scenario(CODEBOOK, SCENARIO)).sized(people, months)


def peak_mb() -> float:
    """Return the peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_alone(people: int, months: int) -> None:
    """Print what one run takes in this process, as JSON."""
    setting = load_setting(people, months)
    setting.sized(1000, 1).run(0)
    before_mb = peak_mb()
    seconds = cpu_seconds(setting.run, 1)
    print(json.dumps([people, seconds, before_mb, peak_mb()]))


def in_fresh_process(people: int, months: int) -> Alone:
    """Return what one run takes in a new process."""
    words = [sys.executable, "-m", "benchmarks.world", "--alone"]
    words += ["--people", str(people), "--months", str(months)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return Alone(*json.loads(done.stdout))


def print_growth(sizes: Sequence[int], setting: Setting) -> None:
    """Print time and memory by the number of people."""
    months = setting.scenario.months or setting.rules.months
    rows = [in_fresh_process(people, months) for people in sizes]
    print(f"\n{'growth, a fresh process each':<30}{'CPU s':>9}{'M pm/s':>8}", end="")
    print(f"{'peak MB':>9}{'bytes/person':>14}")
    for row in rows:
        lived = setting.sized(row.people, months).person_months
        own_mb = row.peak_mb - row.before_mb
        print(f"  {row.people:>11,} people {'':<9}{row.seconds:9.2f}", end="")
        print(f"{lived / row.seconds / MEGA:8.1f}{row.peak_mb:9.0f}", end="")
        print(f"{own_mb * 2**20 / row.people:14.0f}")
    powers = [
        log(big.seconds / small.seconds) / log(big.people / small.people)
        for small, big in pairwise(rows)
    ]
    if powers:
        verdict = "reached" if max(powers) <= POWER else "MISSED"
        told = ", ".join(f"{power:.2f}" for power in powers)
        print(f"  time grows with people to the power {told}", end="")
        print(f"   (asked <= {POWER}, linear is 1: {verdict})")
    verdict = "reached" if rows[0].peak_mb < MEMORY_MB else "MISSED"
    print(
        f"  peak of {rows[0].people:,} people {rows[0].peak_mb:.0f} MB, of which ",
        end="",
    )
    print(f"{rows[0].before_mb:.0f} before the run", end="")
    print(f"   (asked < {MEMORY_MB:.0f}: {verdict})")


def find_peer() -> ModuleType | None:
    """Return the world in Mesa; None when Mesa is not installed."""
    try:
        import_module("mesa")
    except ImportError:
        return None
    return import_module("benchmarks.peer_mesa")


def run_peer(setting: Setting, kind: "type[MesaWorld]", seed: int) -> "MesaWorld":
    """Return a world in Mesa after its last month."""
    world = kind(setting.rules, setting.scenario, seed)
    world.run()
    return world


def calls(work: Callable[..., object], *given: object) -> int:
    """Return how many functions some work calls, those written in C too."""
    profile = cProfile.Profile()
    profile.runcall(work, *given)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def race(setting: Setting, repeats: int, peer: ModuleType | None) -> list[Run]:
    """Return runs of ours and of Mesa; ours are timed before and after Mesa's."""
    setting.sized(1000, 1).run(0)
    months = setting.scenario.months or setting.rules.months
    ours = [cpu_seconds(setting.run, seed) for seed in range(repeats)]
    if peer is None:
        return [Run("Tumen", setting, ours)]
    small = setting.sized(SMALL, months)
    asked = setting.sized(SMALL, ASKED_MONTHS)
    theirs = [
        Run(name, sized, [cpu_seconds(run_peer, sized, kind, 1)])
        for name, sized, kind in (
            ("Mesa, a set of people for each state", setting, peer.MesaWorld),
            (f"  the same, {SMALL:,} people", small, peer.MesaWorld),
            (f"Mesa, everybody asked, {SMALL:,} people", asked, peer.AskingWorld),
        )
    ]
    ours += [cpu_seconds(setting.run, seed) for seed in range(repeats)]
    return [Run("Tumen", setting, ours), *theirs]


def print_speed(setting: Setting, repeats: int, peer: ModuleType | None) -> None:
    """Print person-months in a CPU second, ours and Mesa's."""
    runs = race(setting, repeats, peer)
    ours, scenario = runs[0], setting.scenario
    title = f"{scenario.people:,} people, {scenario.months} months, one thread"
    print(f"\n{title:<46}{'CPU s':>9}{'M pm/s':>9}{'times':>8}   least - most")
    for run in runs:
        print(f"  {run.name:<44}{statistics.median(run.seconds):9.2f}", end="")
        print(f"{run.speed / MEGA:9.2f}{ours.speed / run.speed:8.1f}", end="")
        print(f"   {min(run.seconds):.2f} - {max(run.seconds):.2f}")
    if peer is None:
        return
    times, plain = ours.speed / runs[1].speed, ours.speed / runs[3].speed
    verdict = "reached" if times >= FASTER else "MISSED"
    print(f"  asked >= {FASTER:.0f} times Mesa of the same size: {verdict}", end="")
    print(f" ({times:.0f}); {plain:.0f} times the plainer Mesa ({ASKED_MONTHS} months)")
    print_why(setting, peer)


def print_why(setting: Setting, peer: ModuleType) -> None:
    """Print the reason, from a profile of the warm-up and one month."""
    short = setting.sized(setting.scenario.people or 1, 1)
    months = 1 + setting.rules.warm_up
    own = calls(short.run, 1) / months
    other = calls(run_peer, short, peer.MesaWorld, 1) / months
    print(
        f"  why: a month takes {own:,.0f} calls in Tumen, each on an array of", end=""
    )
    print(f" people, and {other:,.0f} in Mesa, several for each worker")


def told(
    first: str,
    stocks: Sequence[Sequence[float]],
    flows: Sequence[Sequence[float]],
    events: int,
) -> list[float]:
    """Return what both engines must agree on: people present, then what happened.

    Present are workers and soldiers: in the anchor months, and as a mean of all months.
    """
    inside = slice(ROLES.index("work"), ROLES.index("soldier") + 1)
    present = [float(sum(row[inside])) for row in stocks]
    at = [month_number(month, first) for month in ANCHORS]
    ways = [list(WAYS).index(way) for way in COMPARED]
    return [
        *(present[month] for month in at),
        statistics.mean(present),
        *(float(sum(row[way] for row in flows)) for way in ways),
        float(events),
    ]


def told_by_us(setting: Setting, seed: int) -> list[float]:
    """Return what our world says."""
    world = setting.run(seed)
    tables = world.tables
    return told(
        setting.rules.first,
        tables["stocks"].rows,
        tables["flows"].rows,
        len(world.events),
    )


def told_by_peer(setting: Setting, peer: ModuleType, seed: int) -> list[float]:
    """Return what a world in Mesa says."""
    world = run_peer(setting, peer.MesaWorld, seed)
    tables = world.collected.model_vars
    return told(
        setting.rules.first, tables["stocks"], tables["flows"], world.events_told()
    )


def print_agreement(setting: Setting, peer: ModuleType) -> None:
    """Print whether both engines tell the same story, averaged over seeds."""
    small = setting.sized(SMALL, MONTHS)
    ours = [told_by_us(small, seed) for seed in range(OWN_SEEDS)]
    theirs = [told_by_peer(small, peer, seed) for seed in range(SEEDS)]
    names = (
        *(f"present, {month}" for month in ANCHORS),
        "present, mean of all months",
        *(f"{way}, all months" for way in COMPARED),
        "events told",
    )
    title = f"{SMALL:,} people, {OWN_SEEDS} seeds and {SEEDS}"
    print(f"\n{title:<46}{'Tumen':>9}{'Mesa':>9}{'apart':>9}{'noise':>7}")
    worst = 0.0
    for number, name in enumerate(names):
        own = [row[number] for row in ours]
        other = [row[number] for row in theirs]
        middle = statistics.mean(own)
        apart = statistics.mean(other) / middle - 1
        noise = statistics.stdev(own) * (1 / OWN_SEEDS + 1 / SEEDS) ** 0.5 / middle
        print(f"  {name:<44}{middle:9.0f}{statistics.mean(other):9.0f}", end="")
        print(f"{apart:+9.1%}{noise:7.1%}")
        if number < len(ANCHORS):
            worst = max(worst, abs(apart))
    verdict = "reached" if worst <= APART else "MISSED"
    print(f"  asked: anchors at most {APART:.0%} apart: {verdict}", end="")
    print("   (noise: standard error of the difference)")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--months", type=int, default=MONTHS)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument(
        "--growth", type=int, nargs="*", default=GROWTH, help="sizes, smallest first"
    )
    parser.add_argument("--alone", action="store_true", help="one run, told as JSON")
    options = parser.parse_args()
    one_thread("benchmarks.world")
    if options.alone:
        run_alone(options.people, options.months)
        return
    setting = load_setting(options.people, options.months)
    print("pm: person-months, those of the warm-up of ", end="")
    print(f"{setting.rules.warm_up} months among them")
    # Fresh processes first: on Linux a child's peak begins at that of its parent.
    if options.growth:
        print_growth(options.growth, setting)
    peer = find_peer()
    print_speed(setting, options.repeats, peer)
    if peer is None:
        print('Mesa is not installed: pip install "mesa>=3.3", then run this again')
    else:
        print_agreement(setting, peer)
        print(f"Mesa {peer.VERSION}; ", end="")
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
