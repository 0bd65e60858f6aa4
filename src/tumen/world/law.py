"""What holds in a month: rules times the policies in force, papers, the border."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tumen.codebook.world import PAPERS, Policy, Posts, Rule, WorldRules, WorldScenario


@dataclass(frozen=True, slots=True)
class Law:
    """The rules of one month.

    Args:
        rules: values by name.
        papers: weights of `PAPERS` for new arrivals, together 1.
        posts: how many are wanted abroad, as a share of all people.
        closed: the border lets nobody through.
        ends_work: work papers lapse at the end of the month.
        begins, ends: policies whose first or last month it is.
    """

    rules: Mapping[str, float]
    papers: tuple[float, ...]
    posts: float
    closed: bool
    ends_work: bool
    begins: tuple[Policy, ...]
    ends: tuple[Policy, ...]

    def __getitem__(self, rule: str) -> float:
        return self.rules[rule]


def month_number(month: str, first: str) -> int:
    """Return which month `2017-09` is, counted from the first."""
    year, number = (int(part) for part in month.split("-"))
    first_year, first_number = (int(part) for part in first.split("-"))
    return (year - first_year) * 12 + number - first_number


def policies_of(rules: WorldRules, scenario: WorldScenario) -> tuple[Policy, ...]:
    """Return the policies of a run: the rules', without and with the scenario's."""
    own = {policy.name: policy for policy in scenario.policies}
    kept = (
        own.pop(p.name, p) for p in rules.policies if p.name not in scenario.without
    )
    return (*kept, *own.values())


def in_force(
    policies: Iterable[Policy], first: str, months: int
) -> dict[str, tuple[int, int]]:
    """Return first and last month of each policy that touches the run, inside it."""
    spans = _spans(policies, first, months)
    return {
        name: (max(begin, 0), min(end, months - 1))
        for name, (begin, end) in spans.items()
        if begin < months and end >= 0
    }


def _spans(
    policies: Iterable[Policy], first: str, months: int
) -> dict[str, tuple[int, int]]:
    return {
        policy.name: (
            month_number(policy.first, first),
            month_number(policy.last, first) if policy.last else months - 1,
        )
        for policy in policies
    }


def make_laws(rules: WorldRules, scenario: WorldScenario) -> dict[int, Law]:
    """Return the law of every month of a run by its number, those of the warm-up below 0."""
    first = scenario.first or rules.first
    months = range(-rules.warm_up, scenario.months or rules.months)
    policies = policies_of(rules, scenario)
    spans = _spans(policies, first, months.stop)
    base = {r.name: r.value * scenario.rules.get(r.name, 1.0) for r in rules.rules}
    posts = _posts(scenario.posts or rules.posts, first, months)
    laws = {}
    for month in months:
        held = [p for p in policies if spans[p.name][0] <= month <= spans[p.name][1]]
        held.sort(key=lambda policy: spans[policy.name][0])
        values = _values(base, held, rules.rules)
        laws[month] = _law(values, month, posts[month], held, spans)
    return laws


def _values(
    base: Mapping[str, float], held: Sequence[Policy], rules: Sequence[Rule]
) -> dict[str, float]:
    """Return the rules under the policies in force, inside their bounds."""
    values = dict(base)
    for policy in held:
        for name, factor in policy.rules.items():
            values[name] *= factor
    return {r.name: min(max(values[r.name], r.low), r.high) for r in rules}


def _law(
    values: Mapping[str, float],
    month: int,
    posts: float,
    held: Sequence[Policy],
    spans: Mapping[str, tuple[int, int]],
) -> Law:
    visas: Mapping[str, float] = {"work": 1.0}
    for policy in held:
        visas = policy.visas or visas
    total = sum(visas.values())
    ends = tuple(p for p in held if spans[p.name][1] == month and p.last)
    return Law(
        rules=values,
        papers=tuple(visas.get(paper, 0.0) / total for paper in PAPERS),
        posts=posts,
        closed=any(policy.closed for policy in held),
        ends_work=any(policy.no_work_papers for policy in ends),
        begins=tuple(p for p in held if spans[p.name][0] == month),
        ends=ends,
    )


def _posts(posts: Sequence[Posts], first: str, months: range) -> dict[int, float]:
    """Return the share wanted abroad in every month, straight between two entries."""
    at = [month_number(entry.month, first) for entry in posts]
    shares = [entry.share for entry in posts]
    return {month: float(np.interp(month, at, shares)) for month in months}
