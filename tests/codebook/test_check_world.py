"""What does not fit together in the rules of a world is found and named."""

import msgspec
import pytest

from tumen.codebook.check_world import find_scenario_trouble, find_world_trouble
from tumen.codebook.load import load_codebook
from tumen.codebook.load_world import load_world_rules
from tumen.codebook.schema import Codebook
from tumen.codebook.world import Policy, Posts, WorldRules, WorldScenario

PLAIN = WorldScenario(name="own", label="own", source="invented")
POLICY = Policy(
    name="own",
    label="own",
    code="policy.compliance",
    first="2017-09",
    source="invented",
)
POSTS = Posts(month="2010-01", share=0.1, source="invented")


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook("dprk-labour")


@pytest.fixture(scope="module")
def rules() -> WorldRules:
    return load_world_rules("dprk-labour")


def spoil(rules: WorldRules, part: str, /, **change: object) -> WorldRules:
    """The rules with the first entry of a part changed."""
    first, *others = getattr(rules, part)
    spoilt = msgspec.structs.replace(first, **change)
    return msgspec.structs.replace(rules, **{part: (spoilt, *others)})


def changed(rules: WorldRules, /, **change: object) -> WorldRules:
    return msgspec.structs.replace(rules, **change)


def asked(**change: object) -> WorldScenario:
    return msgspec.structs.replace(PLAIN, **change)


def trouble_of(scenario: WorldScenario, rules: WorldRules) -> tuple[str, ...]:
    return find_scenario_trouble(scenario, rules, load_codebook("dprk-labour"))


def policy(**change: object) -> Policy:
    return msgspec.structs.replace(POLICY, **change)


def test_the_built_in_rules_have_no_trouble(
    rules: WorldRules, codebook: Codebook
) -> None:
    assert find_world_trouble(rules, codebook) == ()


@pytest.mark.parametrize(
    ("part", "change", "trouble"),
    [
        ("rules", {"value": 1e9}, "outside its own bounds"),
        ("rules", {"name": "moon"}, "no rule 'moon'"),
        ("trades", {"season": (1.0,) * 11}, "twelve factors"),
        ("trades", {"season": (-1.0,) * 12}, "no factor of season may be below 0"),
        ("trades", {"share": 0.0}, "share must be above 0"),
        ("trades", {"site_people": float("nan")}, "site_people must be above 0"),
        ("trades", {"danger": -1.0}, "danger must be 0 or more"),
        ("trades", {"name": "building"}, "the trade building is written twice"),
        ("conditions", {"spread": -1.0}, "its spread must be 0 or more"),
        ("conditions", {"element": "cond.food"}, "cond.food is written twice"),
        ("policies", {"name": "war"}, "the policy war is written twice"),
        ("trades", {"regions": {}}, "weight above 0"),
        ("trades", {"regions": {"Moon": 1.0}}, "'Moon' is no region"),
        ("trades", {"regions": {"Primorsky Krai": 0.0}}, "weight above 0"),
        ("conditions", {"element": "cond.moon"}, "'cond.moon' is no element"),
        ("conditions", {"median": 1e9}, "outside its bounds"),
        ("policies", {"code": "policy.moon"}, "'policy.moon' is no element"),
        ("policies", {"rules": {"moon": 2.0}}, "no rule 'moon'"),
        ("policies", {"rules": {"recall": -1.0}}, "recall is below 0"),
        ("policies", {"visas": {"moon": 1.0}}, "'moon' is no paper"),
        ("policies", {"visas": {"work": 0.0}}, "one of them above 0"),
        ("policies", {"visas": {"work": 2.0, "student": -1.0}}, "0 or more"),
        ("policies", {"first": "2017"}, "'2017' is no month"),
        ("policies", {"last": "2017-13"}, "'2017-13' is no month"),
        ("policies", {"first": "2017-09", "last": "2017-08"}, "before it begins"),
        ("posts", {"month": "spring"}, "'spring' is no month"),
        ("posts", {"month": "2030-01"}, "order of time"),
        ("posts", {"share": 1.1}, "shares from 0 to 1"),
    ],
)
def test_an_entry_that_does_not_fit_is_named(
    rules: WorldRules,
    codebook: Codebook,
    part: str,
    change: dict[str, object],
    trouble: str,
) -> None:
    found = find_world_trouble(spoil(rules, part, **change), codebook)
    assert trouble in "\n".join(found)


def test_a_rule_that_is_missing_is_named(rules: WorldRules, codebook: Codebook) -> None:
    first, *others = rules.rules
    found = find_world_trouble(changed(rules, rules=tuple(others)), codebook)
    assert f"the rule {first.name!r} is missing" in found


def test_a_rule_written_twice_is_found(rules: WorldRules, codebook: Codebook) -> None:
    twice = changed(rules, rules=(*rules.rules, rules.rules[0]))
    assert find_world_trouble(twice, codebook) == ("a rule is written twice",)


@pytest.mark.parametrize("part", ["trades", "posts"])
def test_a_part_that_is_empty_is_found(
    rules: WorldRules, codebook: Codebook, part: str
) -> None:
    (text,) = find_world_trouble(changed(rules, **{part: ()}), codebook)
    assert part in text


def test_a_role_without_a_box_is_named(rules: WorldRules, codebook: Codebook) -> None:
    roles = {**rules.roles, "hiding": "C99"}
    (text,) = find_world_trouble(changed(rules, roles=roles), codebook)
    assert text == "role hiding: 'C99' is no box"


def test_a_role_that_is_not_known_is_named(
    rules: WorldRules, codebook: Codebook
) -> None:
    roles = {**rules.roles, "pilot": "C3"}
    (text,) = find_world_trouble(changed(rules, roles=roles), codebook)
    assert text == "role pilot: not known"


def test_two_roles_with_one_box_are_found(
    rules: WorldRules, codebook: Codebook
) -> None:
    roles = {**rules.roles, "lapsed": rules.roles["work"]}
    found = find_world_trouble(changed(rules, roles=roles), codebook)
    assert found == ("two roles have one box",)


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"people": 0}, "people must be 1 or more"),
        ({"months": 0}, "months must be 1 or more"),
        ({"firms": 0}, "firms must be 1 or more"),
        ({"warm_up": -1}, "warm_up must be 0 or more"),
        (
            {"counted": {"event.moon": ("a", "b")}},
            "counted: 'event.moon' is no element",
        ),
    ],
)
def test_sizes_and_words_that_do_not_fit_are_named(
    rules: WorldRules, codebook: Codebook, change: dict[str, object], trouble: str
) -> None:
    assert find_world_trouble(changed(rules, **change), codebook) == (trouble,)


def test_a_missing_way_is_named(rules: WorldRules, codebook: Codebook) -> None:
    ways = {way: code for way, code in rules.ways.items() if way != "flight"}
    (text,) = find_world_trouble(changed(rules, ways=ways), codebook)
    assert "way flight" in text


def test_two_ways_with_one_code_are_found(
    rules: WorldRules, codebook: Codebook
) -> None:
    ways = {**rules.ways, "flight": rules.ways["recall"]}
    found = find_world_trouble(changed(rules, ways=ways), codebook)
    assert found == ("two ways have one code",)


def test_a_first_month_that_is_none_is_named(
    rules: WorldRules, codebook: Codebook
) -> None:
    (text,) = find_world_trouble(changed(rules, first="2005-00"), codebook)
    assert "'2005-00' is no month" in text


def test_a_scenario_that_changes_nothing_has_no_trouble(rules: WorldRules) -> None:
    assert trouble_of(PLAIN, rules) == ()


@pytest.mark.parametrize("end", ["low", "high"])
def test_a_factor_may_reach_the_bounds_of_its_rule(rules: WorldRules, end: str) -> None:
    rule = next(r for r in rules.rules if r.name == "bribe")
    factor = getattr(rule, end) / rule.value
    assert trouble_of(asked(rules={"bribe": factor}), rules) == ()


@pytest.mark.parametrize("factor", [0.0, 100.0, -1.0, float("nan"), float("inf")])
def test_a_factor_that_leaves_the_bounds_is_refused_with_its_rule(
    rules: WorldRules, factor: float
) -> None:
    (text,) = trouble_of(asked(rules={"bribe": factor}), rules)
    assert text.startswith("bribe: ")
    assert "is outside 300 to 3000" in text


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"rules": {"moon": 1.0}}, "no rule 'moon'"),
        ({"without": ("moon",)}, "no policy 'moon'"),
        ({"people": 0}, "people must be 1 or more"),
        ({"months": -3}, "months must be 1 or more"),
        ({"first": "2017-9"}, "'2017-9' is no month"),
        ({"label": ""}, "a name and a label"),
        ({"posts": (POSTS, POSTS)}, "each month once"),
        ({"policies": (POLICY, POLICY)}, "the policy own is written twice"),
        ({"policies": (policy(rules={"moon": 1.0}),)}, "policy own: "),
        ({"policies": (policy(visas={"moon": 1.0}),)}, "policy own: "),
        ({"policies": (policy(first="soon"),)}, "policy own: "),
        ({"policies": (policy(last="2017-08"),)}, "policy own: "),
    ],
)
def test_a_scenario_that_does_not_fit_is_told_why(
    rules: WorldRules, change: dict[str, object], trouble: str
) -> None:
    assert trouble in "\n".join(trouble_of(asked(**change), rules))


@pytest.mark.parametrize("month", ["0000-01", "٢٠١٧-٠٩", "9999-12"])
def test_a_month_that_no_calendar_has_is_refused(rules: WorldRules, month: str) -> None:
    assert trouble_of(asked(first=month), rules) != ()


@pytest.mark.parametrize("factor", [float("nan"), float("inf")])
def test_a_factor_of_a_policy_is_a_number(rules: WorldRules, factor: float) -> None:
    scenario = asked(policies=(policy(rules={"bribe": factor}),))
    assert trouble_of(scenario, rules) != ()


@pytest.mark.parametrize("weight", [float("nan"), float("inf")])
def test_a_weight_of_papers_is_a_number(rules: WorldRules, weight: float) -> None:
    scenario = asked(policies=(policy(visas={"work": weight}),))
    assert trouble_of(scenario, rules) != ()


def test_posts_stand_each_in_a_month_of_its_own(
    rules: WorldRules, codebook: Codebook
) -> None:
    entry = Posts(month="2010-01", share=0.1, source="invented")
    (text,) = find_world_trouble(changed(rules, posts=(entry, entry)), codebook)
    assert "each month once" in text


def test_a_policy_of_a_scenario_names_an_element_of_the_codebook(
    rules: WorldRules,
) -> None:
    (text,) = trouble_of(asked(policies=(policy(code="policy.moon"),)), rules)
    assert "policy.moon" in text
