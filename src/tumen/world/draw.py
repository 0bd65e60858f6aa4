"""Draw scenarios at random, to try the world and to test ourselves on many."""

import numpy as np

from tumen.codebook.world import Rule, WorldRules, WorldScenario

DROPPED = 0.15
"""Chance that a policy does not happen."""
SPREAD = 0.35
"""Standard deviation of a step, on the log scale or, for shares, that of log odds."""


def random_scenario(
    rules: WorldRules, seed: int, *, spread: float = SPREAD
) -> WorldScenario:
    """Return a scenario whose rules lie anywhere near the built-in ones, in their bounds.

    Args:
        spread: of the steps; a large one fills the bounds.
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
    """Return a factor on a rule: a step on the odds of a share, else on the logarithm.

    A share near 1 (papers renewed) stays near 1; on the log scale it would fall to a
    value nobody would call near.
    """
    step = spread * float(rng.standard_normal())
    if rule.unit == "share" and 0.0 < rule.value < 1.0:
        odds = rule.value / (1.0 - rule.value) * float(np.exp(step))
        drawn = odds / (1.0 + odds)
    else:
        drawn = rule.value * float(np.exp(step))
    bounded = min(max(drawn, rule.low), rule.high)
    return bounded / rule.value if rule.value else 1.0
