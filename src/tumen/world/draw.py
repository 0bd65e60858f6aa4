"""Draw scenarios at random, to try the world and to test ourselves on many."""

import numpy as np

from tumen.codebook.world import Rule, WorldRules, WorldScenario

DROPPED = 0.15
"""Chance that a policy does not happen."""
SPREAD = 0.35
"""Standard deviation of the logarithm of a factor on a rule."""


def random_scenario(
    rules: WorldRules, seed: int, *, spread: float = SPREAD
) -> WorldScenario:
    """Return a scenario whose rules lie anywhere near the built-in ones, in their bounds.

    Args:
        spread: of the factors, on the log scale; a large one fills the bounds.
    """
    rng = np.random.default_rng(seed)
    factors = {rule.name: _factor(rule, spread, rng) for rule in rules.rules}
    without = tuple(p.name for p in rules.policies if rng.random() < DROPPED)
    return WorldScenario(
        name=f"random-{seed}",
        label="rules drawn at random, some policies left out",
        rules=factors,
        without=without,
        source="drawn to test with",
    )


def _factor(rule: Rule, spread: float, rng: np.random.Generator) -> float:
    drawn = rule.value * float(np.exp(spread * rng.standard_normal()))
    bounded = min(max(drawn, rule.low), rule.high)
    return bounded / rule.value if rule.value else 1.0
