"""Try worlds with random rules: none may break what every world must keep."""

from collections.abc import Iterable
from concurrent.futures import Executor

import msgspec

from tumen.codebook.load_world import load_world_rules
from tumen.errors import TumenError
from tumen.pipeline.world import make_world
from tumen.world.draw import random_scenario

CODEBOOK = "dprk-labour"
SPREADS = (0.35, 1.0, 2.5)
"""From near the built-in rules to the edges of their bounds."""
PEOPLE = 6000


def try_world(seed: int) -> str:
    """Return what a random world breaks, in words; empty when nothing."""
    rules = load_world_rules(CODEBOOK)
    drawn = random_scenario(rules, seed, spread=SPREADS[seed % len(SPREADS)])
    try:
        make_world(CODEBOOK, msgspec.structs.replace(drawn, people=PEOPLE), seed)
    except TumenError as trouble:
        return f"seed {seed}: {trouble.problem}"
    return ""


def try_worlds(seeds: Iterable[int], pool: Executor) -> tuple[str, ...]:
    """Return what the worlds of many seeds break."""
    return tuple(text for text in pool.map(try_world, seeds) if text)
