"""What a simulated world says month by month, in the codes and words of the screen."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.load_world import load_world_rules
from tumen.codebook.schema import Arrow, Codebook
from tumen.codebook.world import WAYS, WORKING, WorldRules
from tumen.publish.wording import shown_number
from tumen.records.world import World, WorldEvent

WORKED = "working"
"""What `WAYS` calls the states of those at work, whatever their papers."""
WORKERS_PAID = "workers_paid"
MOST_REGIONS = 3
"""Regions that a line of events names; the rest is counted."""

BESIDE = {"debt": "to pay off debts", "unpaid": "owed, but not paid"}
"""Columns of money that are no step of the screen, and what they say."""

Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySpan:
    """A dated order, law or event of a world.

    Args:
        name: short, in words.
        label: what it says.
        first, last: months in force, counted from 0, the last included.
        goes_on: it is in force to the end of the world.
        since, until: the same as `2017-09`.
    """

    name: str
    label: str
    first: int
    last: int
    goes_on: bool
    since: str
    until: str

    @property
    def words(self) -> str:
        """Return it as a line of the screen, e.g. `no new work permits since 2017-09`."""
        if self.goes_on:
            return f"{self.label} since {self.since}"
        return f"{self.label} {self.since} to {self.until}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """Everything the screen shows, one number or text a month.

    Args:
        labels: `March 2012`.
        stocks: people at the end of a month by box code; a box with boxes inside has
            their sum.
        flows: people over a month by arrow code; movements without an arrow of their
            own count for the arrow between the same boxes.
        pay: USD a worker by the code of a money step.
        totals: of all workers, in 100,000 USD, by the code of a money step or by a
            column of `BESIDE`.
        policies: in order of time.
        events: lines of the month's events.
    """

    labels: tuple[str, ...]
    stocks: Mapping[str, Counts]
    flows: Mapping[str, Counts]
    pay: Mapping[str, Counts]
    totals: Mapping[str, Counts]
    policies: tuple[PolicySpan, ...]
    events: tuple[tuple[str, ...], ...]


def read_months(world: World, codebook: Codebook) -> Months:
    """Return a world in the codes and words of its codebook.

    Raises:
        CodebookError: the codebook that the world names has no rules of a world.
    """
    rules = load_world_rules(world.codebook)
    steps = {step.code: step.pay for step in codebook.money if step.pay}
    return Months(
        labels=tuple(
            f"{world.month_start(month):%B %Y}" for month in range(world.months)
        ),
        stocks=stocks_of(world, codebook),
        flows=flows_of(world, codebook, rules),
        pay={code: pay_of(world, column) for code, column in steps.items()},
        totals={
            code: totals_of(world, column)
            for code, column in (*steps.items(), *zip(BESIDE, BESIDE, strict=True))
        },
        policies=policies_of(world),
        events=_events(world, codebook, rules),
    )


def stocks_of(world: World, codebook: Codebook) -> dict[str, Counts]:
    """Return people at the end of each month by box; containers hold a sum."""
    table = world.tables["stocks"]
    found = {code: _whole(table.column(code)) for code in table.columns}
    for outer in {box.within for box in codebook.boxes if box.within}:
        inner = [b.code for b in codebook.boxes if b.within == outer]
        found[outer] = _sum((found[code] for code in inner), world.months)
    return {box.code: found[box.code] for box in codebook.boxes if box.code in found}


def flows_of(world: World, codebook: Codebook, rules: WorldRules) -> dict[str, Counts]:
    """Return people over each month by arrow of the screen."""
    table = world.tables["flows"]
    columns = set(table.columns)
    parts = {a.code: [a.code] for a in codebook.arrows if a.code in columns}
    for way, code in rules.ways.items():
        arrow = _arrow_between(way, codebook, rules)
        if code in columns and code not in parts and arrow and arrow.code in parts:
            parts[arrow.code].append(code)
    return {
        code: _sum((_whole(table.column(part)) for part in own), world.months)
        for code, own in parts.items()
    }


def _arrow_between(way: str, codebook: Codebook, rules: WorldRules) -> Arrow | None:
    """Return the arrow between the boxes that a way leads from and to."""
    sources, targets = (_boxes(roles, codebook, rules) for roles in WAYS[way])
    found = (a for a in codebook.arrows if a.source in sources and a.target in targets)
    return next(found, None)


def _boxes(
    roles: Iterable[str], codebook: Codebook, rules: WorldRules
) -> frozenset[str]:
    """Return the outermost boxes in which people of these roles stand."""
    within = {box.code: box.within or box.code for box in codebook.boxes}
    single = [r for role in roles for r in (WORKING if role == WORKED else (role,))]
    return frozenset(within[rules.roles[role]] for role in single)


def pay_of(world: World, column: str) -> Counts:
    """Return USD of a money column for one paid worker, month by month."""
    money = world.tables["money"]
    return tuple(
        round(total / workers) if workers else 0
        for total, workers in zip(
            money.column(column), money.column(WORKERS_PAID), strict=True
        )
    )


def totals_of(world: World, column: str) -> Counts:
    """Return a money column in 100,000 USD, month by month."""
    return tuple(round(total / 1e5) for total in world.tables["money"].column(column))


def policies_of(world: World) -> tuple[PolicySpan, ...]:
    """Return the policies that touch a world, in order of time."""
    spans = sorted(world.policies.items(), key=lambda entry: (entry[1], entry[0]))
    return tuple(
        PolicySpan(
            name=_spaced(name),
            label=world.policy_labels.get(name, _spaced(name)),
            first=first,
            last=last,
            goes_on=last >= world.months - 1,
            since=f"{world.month_start(first):%Y-%m}",
            until=f"{world.month_start(last):%Y-%m}",
        )
        for name, (first, last) in spans
    )


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _events(
    world: World, codebook: Codebook, rules: WorldRules
) -> tuple[tuple[str, ...], ...]:
    """Return the lines of each month: what happened, how often, to how many, where."""
    by_month: list[list[WorldEvent]] = [[] for _ in range(world.months)]
    for event in world.events:
        by_month[event.month].append(event)
    words = _Words(
        labels={code: element.label for code, element in codebook.elements.items()},
        policies=world.policy_labels,
        counted=rules.counted,
        nowhere=frozenset(arrow.code for arrow in codebook.arrows if arrow.annual),
    )
    return tuple(_lines(events, words) for events in by_month)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What events are told in.

    Args:
        labels: of elements; `policies`: of policies by name.
        counted: whom a number counts, one and many, by element.
        nowhere: arrows along which nobody gets a place.
    """

    labels: Mapping[str, str]
    policies: Mapping[str, str]
    counted: Mapping[str, tuple[str, str]]
    nowhere: frozenset[str]


def _lines(events: Sequence[WorldEvent], words: _Words) -> tuple[str, ...]:
    """Return policies first, then what happened to the most people."""
    alike: dict[tuple[bool, str], list[WorldEvent]] = {}
    for event in events:
        kind = (event.policy is None, _what(event, words))
        alike.setdefault(kind, []).append(event)
    order = sorted(alike, key=lambda kind: (kind[0], -_people(alike[kind]), kind[1]))
    return tuple(_line(kind[1], alike[kind], words) for kind in order)


def _what(event: WorldEvent, words: _Words) -> str:
    """Return what happened: the policy, or the element of the codebook, and its outcome."""
    what = words.labels.get(event.element, event.element)
    if event.policy is not None:
        what = words.policies.get(event.policy, what)
    return f"{what} ({event.outcome})" if event.outcome else what


def _line(what: str, events: Sequence[WorldEvent], words: _Words) -> str:
    """Return one line; movements along the arrows `nowhere` never get a place."""
    people, times = _people(events), len(events)
    one, many = words.counted.get(events[0].element, ("person", "people"))
    parts = [
        what,
        f"{times} times" if times > 1 else "",
        f"1 {one}" if people == 1 else f"{shown_number(people)} {many}" * (people > 0),
    ]
    regions: Counter[str] = Counter()
    for event in events:
        if event.region and event.way not in words.nowhere:
            regions[event.region] += max(1, event.count)
    named = [region for region, _ in regions.most_common(MOST_REGIONS)]
    if len(regions) > MOST_REGIONS:
        named.append(f"{len(regions) - MOST_REGIONS} more")
    where = f": {', '.join(named)}" if named else ""
    return ", ".join(filter(None, parts)) + where


def _people(events: Iterable[WorldEvent]) -> int:
    return sum(event.count for event in events)


def _whole(values: Iterable[float]) -> Counts:
    return tuple(round(value) for value in values)


def _sum(columns: Iterable[Counts], months: int) -> Counts:
    sums = [0] * months
    for column in columns:
        sums = [a + b for a, b in zip(sums, column, strict=True)]
    return tuple(sums)
