"""The typed shape of a world's rules; the built-in ones are whole."""

import re
from pathlib import Path

import msgspec
import pytest

import tumen.world
from tumen.codebook.load_world import load_world_rules
from tumen.codebook.world import (
    PAPERS,
    ROLES,
    RULES,
    WAYS,
    WORKING,
    Condition,
    Policy,
    Posts,
    Rule,
    Trade,
    WorldRules,
    WorldScenario,
)

SIMULATION = Path(next(iter(tumen.world.__path__)))


@pytest.fixture(scope="module")
def rules() -> WorldRules:
    return load_world_rules("dprk-labour")


def test_every_role_is_named_once() -> None:
    assert len(set(ROLES)) == len(ROLES)


def test_workers_and_papers_are_roles() -> None:
    assert {*WORKING, *PAPERS} <= set(ROLES)


def test_ways_lead_from_roles_to_roles() -> None:
    named = {role for ends in WAYS.values() for end in ends for role in end}
    assert named <= {*ROLES, "working"}


def test_nobody_comes_back_from_death_or_resettlement() -> None:
    sources = {role for before, _ in WAYS.values() for role in before}
    assert not sources & {"dead", "resettled"}


def test_the_simulation_asks_for_every_rule_and_for_no_other() -> None:
    code = "".join(path.read_text("utf-8") for path in SIMULATION.glob("*.py"))
    asked = re.findall(r"\blaws?(?:\[0\])?\[\"(\w+)\"\]", code)
    assert set(asked) == RULES


def test_every_number_says_where_it_comes_from(rules: WorldRules) -> None:
    sources = (
        *(rule.source for rule in rules.rules),
        *(condition.source for condition in rules.conditions),
        *(entry.source for entry in rules.posts),
        *(policy.source for policy in rules.policies),
    )
    assert all(sources)


def test_every_number_has_a_unit_and_a_label(rules: WorldRules) -> None:
    assert all(rule.unit and rule.label for rule in rules.rules)


@pytest.mark.parametrize(
    "kind", [Rule, Trade, Condition, Posts, Policy, WorldRules, WorldScenario]
)
def test_an_unknown_key_is_an_error(kind: type[msgspec.Struct]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"colour": "red"}, kind)


def test_a_scenario_may_change_nothing() -> None:
    plain = msgspec.convert({"name": "a", "label": "b", "source": "c"}, WorldScenario)
    assert (plain.rules, plain.without, plain.policies) == ({}, (), ())
    assert (plain.people, plain.months, plain.first) == (None, None, None)
    assert plain.posts == ()


def test_a_policy_changes_only_what_it_names() -> None:
    written = {k: "a" for k in ("name", "label", "code", "first", "source")}
    policy = msgspec.convert(written, Policy)
    assert (policy.rules, policy.visas, policy.last) == ({}, {}, None)
    assert not policy.closed
    assert not policy.no_work_papers
