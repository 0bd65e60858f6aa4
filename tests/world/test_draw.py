"""Scenarios drawn at random stay in the bounds of the rules."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.conftest import RULES
from tumen.codebook.check_world import find_scenario_trouble
from tumen.codebook.load import load_codebook
from tumen.world.draw import random_scenario

CODEBOOK = load_codebook("dprk-labour")
SEEDS = st.integers(0, 10_000)


@given(SEEDS, st.floats(0.0, 4.0))
def test_a_drawn_scenario_is_one_that_would_be_accepted(
    seed: int, spread: float
) -> None:
    drawn = random_scenario(RULES, seed, spread=spread)
    assert find_scenario_trouble(drawn, RULES, CODEBOOK) == ()


@given(SEEDS)
def test_the_same_seed_draws_the_same_scenario(seed: int) -> None:
    assert random_scenario(RULES, seed) == random_scenario(RULES, seed)


def test_another_seed_draws_another_scenario() -> None:
    assert random_scenario(RULES, 1).rules != random_scenario(RULES, 2).rules


def test_every_rule_is_drawn() -> None:
    assert random_scenario(RULES, 1).rules.keys() == {r.name for r in RULES.rules}


def test_without_spread_the_rules_stay_as_they_are() -> None:
    drawn = random_scenario(RULES, 1, spread=0.0)
    assert list(drawn.rules.values()) == pytest.approx([1.0] * len(RULES.rules))


def test_a_rule_of_nothing_stays_nothing() -> None:
    first, *others = RULES.rules
    none = msgspec.structs.replace(first, value=0.0, low=0.0)
    rules = msgspec.structs.replace(RULES, rules=(none, *others))
    assert random_scenario(rules, 1).rules[none.name] == 1.0


def test_some_policies_are_left_out_now_and_then() -> None:
    left = [name for seed in range(50) for name in random_scenario(RULES, seed).without]
    assert set(left) <= {policy.name for policy in RULES.policies}
    assert 0 < len(left) < 50 * len(RULES.policies) / 2


def test_a_drawn_scenario_tells_its_seed() -> None:
    assert random_scenario(RULES, 7).name == "random-7"
