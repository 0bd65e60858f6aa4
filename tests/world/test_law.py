"""What holds in a month: rules times the policies in force."""

from collections.abc import Mapping

import msgspec
import pytest

from tests.world.conftest import PLAIN, RULES, make_policy
from tumen.codebook.world import Policy, Posts, WorldRules, WorldScenario
from tumen.world.law import Law, in_force, make_laws, month_number, policies_of

VALUES = {rule.name: rule.value for rule in RULES.rules}
TWO_YEARS = msgspec.structs.replace(PLAIN, months=24)


def with_policies(*policies: Policy) -> WorldRules:
    """The built-in rules from January 2010, with these policies only."""
    return msgspec.structs.replace(RULES, first="2010-01", policies=policies)


def policy(first: str, last: str | None = None, **change: object) -> Policy:
    return msgspec.structs.replace(make_policy("one", first, last), **change)


def laws(*policies: Policy, **scenario: object) -> dict[int, Law]:
    asked = msgspec.structs.replace(TWO_YEARS, **scenario)
    return make_laws(with_policies(*policies), asked)


def scenario_of(*policies: Policy, **change: object) -> WorldScenario:
    return msgspec.structs.replace(TWO_YEARS, policies=policies, **change)


@pytest.mark.parametrize(
    ("month", "number"),
    [("2010-01", 0), ("2010-12", 11), ("2011-01", 12), ("2009-12", -1)],
)
def test_months_are_counted_from_the_first(month: str, number: int) -> None:
    assert month_number(month, "2010-01") == number


def test_policies_left_out_do_not_happen() -> None:
    rules = with_policies(policy("2010-01"))
    assert policies_of(rules, scenario_of(without=("one",))) == ()


def test_a_policy_of_the_scenario_takes_the_place_of_its_namesake() -> None:
    first, other = make_policy("one", "2010-01"), make_policy("two", "2010-02")
    own = make_policy("one", "2011-01")
    assert policies_of(with_policies(first, other), scenario_of(own)) == (own, other)


def test_further_policies_come_on_top() -> None:
    first, own = make_policy("one", "2010-01"), make_policy("new", "2011-01")
    assert policies_of(with_policies(first), scenario_of(own)) == (first, own)


def test_a_policy_holds_in_its_first_and_its_last_month_and_not_outside() -> None:
    found = laws(policy("2010-03", "2010-05", rules={"bribe": 2.0}))
    doubled = [m for m in found if found[m]["bribe"] == 2 * VALUES["bribe"]]
    assert doubled == [2, 3, 4]


def test_a_policy_without_a_last_month_holds_to_the_end() -> None:
    found = laws(policy("2011-11", rules={"bribe": 2.0}))
    assert [m for m in found if found[m]["bribe"] != VALUES["bribe"]] == [22, 23]


def test_policies_in_force_together_multiply() -> None:
    two = msgspec.structs.replace(make_policy("two", "2010-01"), rules={"bribe": 0.8})
    found = laws(policy("2010-01", rules={"bribe": 0.5}), two)
    assert found[0]["bribe"] == pytest.approx(0.4 * VALUES["bribe"])


def test_a_factor_of_the_scenario_holds_in_every_month() -> None:
    found = laws(rules={"bribe": 0.5})
    assert {law["bribe"] for law in found.values()} == {0.5 * VALUES["bribe"]}


def test_no_policy_raises_a_chance_above_certainty() -> None:
    found = laws(policy("2010-01", rules={"recall": 1e6, "caught": 1e6}))
    assert max(found[0]["recall"], found[0]["caught"]) <= 1.0


@pytest.mark.parametrize("factor", [0.0, 1e30])
def test_no_policy_pushes_a_rule_out_of_its_bounds(factor: float) -> None:
    everything = dict.fromkeys(VALUES, factor)
    law = laws(policy("2010-01", rules=everything))[0]
    outside = [
        r.name for r in RULES.rules if not r.low <= law[r.name] <= r.high * (1 + 1e-12)
    ]
    assert outside == []


def test_without_a_policy_everybody_has_work_papers() -> None:
    assert laws()[0].papers == (1.0, 0.0, 0.0, 0.0)


def test_weights_of_papers_are_made_shares() -> None:
    found = laws(policy("2010-01", visas={"student": 3.0, "soldier": 1.0}))
    assert found[0].papers == (0.0, 0.75, 0.0, 0.25)


def test_a_policy_without_weights_leaves_the_papers_alone() -> None:
    later = make_policy("two", "2010-02")
    found = laws(policy("2010-01", visas={"tourist": 1.0}), later)
    assert found[5].papers == (0.0, 0.0, 1.0, 0.0)


@pytest.mark.parametrize("order", [1, -1])
def test_the_policy_begun_last_decides_on_papers(order: int) -> None:
    early = policy("2010-01", visas={"tourist": 1.0})
    late = msgspec.structs.replace(
        make_policy("two", "2010-06"), visas={"student": 1.0}
    )
    found = laws(*(early, late)[::order])
    assert found[6].papers == (0.0, 1.0, 0.0, 0.0)


def test_the_border_is_closed_only_while_a_policy_closes_it() -> None:
    found = laws(policy("2010-03", "2010-04", closed=True))
    assert [m for m in found if found[m].closed] == [2, 3]


def test_work_papers_end_in_the_last_month_of_a_policy_that_ends_them() -> None:
    found = laws(policy("2010-03", "2010-05", no_work_papers=True))
    assert [m for m in found if found[m].ends_work] == [4]


def test_a_policy_without_an_end_ends_no_papers() -> None:
    found = laws(policy("2010-03", no_work_papers=True))
    assert not [m for m in found if found[m].ends_work]


def test_policies_begin_and_end_once() -> None:
    found = laws(policy("2010-03", "2010-05"))
    assert [m for m in found if found[m].begins] == [2]
    assert [m for m in found if found[m].ends] == [4]


def test_a_policy_that_lasts_never_ends() -> None:
    found = laws(policy("2010-03"))
    assert not [m for m in found if found[m].ends]


def posts(*entries: tuple[str, float], first: str = "2010-01") -> Mapping[int, Law]:
    listed = tuple(Posts(month=m, share=s, source="invented") for m, s in entries)
    rules = msgspec.structs.replace(with_policies(), posts=listed, first=first)
    return make_laws(rules, TWO_YEARS)


def test_posts_run_straight_between_two_entries() -> None:
    found = posts(("2010-01", 0.1), ("2010-05", 0.5))
    assert [round(found[m].posts, 9) for m in range(5)] == [0.1, 0.2, 0.3, 0.4, 0.5]


def test_posts_of_a_scenario_take_the_place_of_those_of_the_rules() -> None:
    own = Posts(month="2010-01", share=0.4, source="invented")
    assert {law.posts for law in laws(posts=(own,)).values()} == {0.4}


def test_posts_stay_what_they_are_outside_the_entries() -> None:
    found = posts(("2010-06", 0.1), ("2010-08", 0.3))
    assert (found[0].posts, found[23].posts) == (0.1, 0.3)


def test_months_of_the_warm_up_come_before_the_first() -> None:
    found = laws()
    assert list(found) == list(range(-RULES.warm_up, 24))


def test_a_scenario_may_begin_in_another_month() -> None:
    found = laws(policy("2011-01", "2011-01", closed=True), first="2010-07")
    assert [m for m in found if found[m].closed] == [6]


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("2010-03", "2010-05", (2, 4)),
        ("2009-03", "2010-05", (0, 4)),
        ("2011-03", None, (14, 23)),
        ("2011-03", "2015-01", (14, 23)),
    ],
)
def test_months_in_force_are_cut_to_the_run(
    first: str, last: str | None, span: tuple[int, int]
) -> None:
    assert in_force([policy(first, last)], "2010-01", 24) == {"one": span}


@pytest.mark.parametrize(("first", "last"), [("2012-01", None), ("2008-01", "2009-12")])
def test_a_policy_outside_the_run_is_not_in_force(first: str, last: str | None) -> None:
    assert in_force([policy(first, last)], "2010-01", 24) == {}
