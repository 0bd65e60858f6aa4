"""What must fit together in the rules of a simulated world."""

from collections.abc import Iterator, Sequence
from math import inf

from tumen.codebook.schema import Codebook
from tumen.codebook.world import (
    PAPERS,
    ROLES,
    RULES,
    WAYS,
    Policy,
    Posts,
    Rule,
    Trade,
    WorldRules,
    WorldScenario,
)

MONTH_LENGTH = 7
SEASON = 12


def find_world_trouble(rules: WorldRules, codebook: Codebook) -> tuple[str, ...]:
    """Return what is wrong with rules, in words; empty when all is well."""
    return (
        *_sizes(rules),
        *_names(rules, codebook),
        *(text for rule in rules.rules for text in _rule(rule)),
        *_trades(rules, codebook),
        *_conditions(rules, codebook),
        *_policies(rules.policies, rules, codebook),
        *_posts(rules.posts, rules.first),
    )


def find_scenario_trouble(
    scenario: WorldScenario, rules: WorldRules, codebook: Codebook
) -> tuple[str, ...]:
    """Return what is wrong with a scenario, in words."""
    posts = scenario.posts or rules.posts
    return (
        *_scenario(scenario, rules),
        *_policies(scenario.policies, rules, codebook),
        *_posts(posts, scenario.first or rules.first),
    )


def _scenario(scenario: WorldScenario, rules: WorldRules) -> Iterator[str]:
    known = {rule.name: rule for rule in rules.rules}
    for name, factor in scenario.rules.items():
        yield from _factor(name, factor, known.get(name))
    names = {policy.name for policy in rules.policies}
    yield from (f"there is no policy {n!r}" for n in scenario.without if n not in names)
    for what, count in (("people", scenario.people), ("months", scenario.months)):
        if count is not None and count < 1:
            yield f"{what} must be 1 or more"
    if not scenario.name or not scenario.label:
        yield "it needs a name and a label"


def _factor(name: str, factor: float, rule: Rule | None) -> Iterator[str]:
    if rule is None:
        yield f"there is no rule {name!r}"
    elif not rule.low <= rule.value * factor <= rule.high:
        value, bounds = rule.value * factor, f"{rule.low:g} to {rule.high:g}"
        yield f"{name}: {value:g} {rule.unit} is outside {bounds}"


def _sizes(rules: WorldRules) -> Iterator[str]:
    for what, count in (
        ("people", rules.people),
        ("months", rules.months),
        ("firms", rules.firms),
    ):
        if count < 1:
            yield f"{what} must be 1 or more"
    if rules.warm_up < 0:
        yield "warm_up must be 0 or more"


def _names(rules: WorldRules, codebook: Codebook) -> Iterator[str]:
    boxes = {box.code for box in codebook.boxes}
    for role in ROLES:
        if rules.roles.get(role) not in boxes:
            yield f"role {role}: {rules.roles.get(role)!r} is no box"
    for role in sorted(rules.roles.keys() - set(ROLES)):
        yield f"role {role}: not known"
    if len(set(rules.roles.values())) != len(rules.roles):
        yield "two roles have one box"
    for element in sorted(rules.counted.keys() - codebook.elements.keys()):
        yield f"counted: {element!r} is no element"
    yield from _rule_names(rules)


def _rule_names(rules: WorldRules) -> Iterator[str]:
    for way in sorted(WAYS.keys() ^ rules.ways.keys()):
        yield f"way {way}: missing, or not known"
    if len(set(rules.ways.values())) != len(rules.ways):
        yield "two ways have one code"
    found = [rule.name for rule in rules.rules]
    for name in sorted(RULES - set(found)):
        yield f"the rule {name!r} is missing"
    for name in sorted(set(found) - RULES):
        yield f"there is no rule {name!r}"
    if len(found) != len(set(found)):
        yield "a rule is written twice"


def _rule(rule: Rule) -> Iterator[str]:
    if not rule.low <= rule.value <= rule.high:
        yield f"rule {rule.name}: {rule.value:g} is outside its own bounds"


def _trades(rules: WorldRules, codebook: Codebook) -> Iterator[str]:
    regions = {place.name for place in codebook.places if place.level == "region"}
    for trade in rules.trades:
        yield from (f"trade {trade.name}: {text}" for text in _trade(trade, regions))
    if not rules.trades:
        yield "there are no trades"
    yield from _twice("trade", [trade.name for trade in rules.trades])


def _trade(trade: Trade, regions: set[str]) -> Iterator[str]:
    if len(trade.season) != SEASON:
        yield "season needs twelve factors"
    if not all(0 <= factor < inf for factor in trade.season):
        yield "no factor of season may be below 0"
    if not trade.regions or not all(0 < w < inf for w in trade.regions.values()):
        yield "each region needs a weight above 0"
    yield from (f"{r!r} is no region" for r in trade.regions if r not in regions)
    for name in ("share", "site_people", "payment", "hours"):
        if not 0 < getattr(trade, name) < inf:
            yield f"{name} must be above 0"
    for name in ("site_spread", "danger"):
        if not 0 <= getattr(trade, name) < inf:
            yield f"{name} must be 0 or more"


def _twice(what: str, names: Sequence[str]) -> Iterator[str]:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"the {what} {name} is written twice"


def _conditions(rules: WorldRules, codebook: Codebook) -> Iterator[str]:
    for condition in rules.conditions:
        if condition.element not in codebook.elements:
            yield f"condition {condition.element!r} is no element"
        if not condition.least <= condition.median <= condition.most:
            yield f"condition {condition.element}: its median is outside its bounds"
        if not 0 <= condition.spread < inf:
            yield f"condition {condition.element}: its spread must be 0 or more"
    yield from _twice("condition", [c.element for c in rules.conditions])


def _policies(
    policies: Sequence[Policy], rules: WorldRules, codebook: Codebook
) -> Iterator[str]:
    for policy in policies:
        if policy.code not in codebook.elements:
            yield f"policy {policy.name}: {policy.code!r} is no element"
    yield from _policy_rules(policies, {rule.name: rule for rule in rules.rules})
    yield from _twice("policy", [policy.name for policy in policies])


def _policy_rules(policies: Sequence[Policy], known: dict[str, Rule]) -> Iterator[str]:
    for policy in policies:
        trouble = (*_unknown(policy, known), *_weights(policy), *_dates(policy))
        yield from (f"policy {policy.name}: {text}" for text in trouble)


def _unknown(policy: Policy, known: dict[str, Rule]) -> Iterator[str]:
    yield from (f"there is no rule {n!r}" for n in policy.rules if n not in known)
    yield from (
        f"a factor on {n} is below 0"
        for n, f in policy.rules.items()
        if not 0 <= f < inf
    )
    yield from (f"{p!r} is no paper" for p in policy.visas if p not in PAPERS)


def _weights(policy: Policy) -> Iterator[str]:
    weights = policy.visas.values()
    if weights and not (min(weights) >= 0 and 0 < sum(weights) < inf):
        yield "its visas need weights of 0 or more, one of them above 0"


def _dates(policy: Policy) -> Iterator[str]:
    for month in (policy.first, policy.last or policy.first):
        if not _is_month(month):
            yield f"{month!r} is no month such as 2017-09"
    if policy.last and policy.last < policy.first:
        yield "it ends before it begins"


def _posts(posts: Sequence[Posts], first: str) -> Iterator[str]:
    months = [entry.month for entry in posts]
    if not months or months != sorted(set(months)):
        yield "posts must stand in order of time, each month once"
    for month in (first, *months):
        if not _is_month(month):
            yield f"{month!r} is no month such as 2017-09"
    if any(not 0 <= entry.share <= 1 for entry in posts):
        yield "posts are shares from 0 to 1"


def _is_month(text: str) -> bool:
    year, dash, month = text.partition("-")
    return (
        len(text) == MONTH_LENGTH
        and dash == "-"
        and text.isascii()
        and year.isdecimal()
        and month.isdecimal()
        and 1900 <= int(year) <= 2200
        and 1 <= int(month) <= SEASON
    )
