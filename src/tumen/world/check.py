"""What every world must keep: people, money, time and bounds; nobody at risk has a place."""

from collections.abc import Iterator

from tumen.codebook.world import WorldRules
from tumen.records.world import World
from tumen.world.sites import YES

PLACELESS_WAYS = (
    "forced_return",
    "flight",
    "attempt",
    "interception",
    "application",
    "recognition",
    "refusal",
    "expiry",
    "onward",
    "resettlement",
    "crossing",
)
"""Movements of people at risk; their events may name no region."""
ROUNDING = 0.005
"""Dollars by which a sum of cents may differ when added as floats."""


def broken_rules(world: World, rules: WorldRules) -> tuple[str, ...]:
    """Return what a world breaks, in words; empty when all is well."""
    return (
        *_people(world),
        *_money(world),
        *_time(world),
        *_places(world, rules),
        *_bounds(world, rules),
    )


def _people(world: World) -> Iterator[str]:
    for month, row in enumerate(world.tables["stocks"].rows):
        if sum(row) != world.people:
            yield f"month {month}: {sum(row)} people, not {world.people}"
        if min(row) < 0:
            yield f"month {month}: fewer than no people in a box"
    for name in ("flows", "papers", "regions", "trades"):
        for month, row in enumerate(world.tables[name].rows):
            if row and min(row) < 0:
                yield f"{name}, month {month}: below 0"


def _money(world: World) -> Iterator[str]:
    table = world.tables["money"]
    for month, row in enumerate(table.rows):
        step = dict(zip(table.columns, row, strict=True))
        spent = step["firm"] + step["state"] + step["debt"] + step["kept"]
        if abs(spent - step["employer"]) > ROUNDING * max(1.0, step["workers_paid"]):
            yield f"month {month}: employers pay {step['employer']}, others get {spent}"
        if min(row) < 0:
            yield f"month {month}: money below 0"


def _time(world: World) -> Iterator[str]:
    last = (0, 0)
    for event in world.events:
        at = (event.month, event.day)
        if at < last or event.month >= world.months:
            yield f"event {event.number} is out of time"
        if event.cause is not None and event.cause >= event.number:
            yield f"event {event.number} comes before its cause"
        last = at


def _places(world: World, rules: WorldRules) -> Iterator[str]:
    hidden = {rules.ways[way] for way in PLACELESS_WAYS}
    for event in world.events:
        placed = event.region or event.trade or event.site is not None
        if event.way in hidden and placed:
            yield f"event {event.number} gives people at risk a place"


def _bounds(world: World, rules: WorldRules) -> Iterator[str]:
    for condition in rules.conditions:
        least, most = condition.least, condition.most
        if condition.unit == YES:
            least, most = 0.0, 1.0
        for site in world.sites:
            if not least <= site.conditions[condition.element] <= most:
                yield f"site {site.number}: {condition.element} is out of bounds"
    for site in world.sites:
        if site.closed is not None and site.closed < site.opened:
            yield f"site {site.number} closes before it opens"
