"""What the world held by the definition of a fact."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tumen.codebook.press import PressFact, PressSeries
from tumen.records.world import World, WorldEvent, WorldSite

YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a page is about, besides the nation.

    Args:
        region: name of a region, for facts that are told by region.
        site, event: of the world, None where the page is about neither.
    """

    region: str | None = None
    site: WorldSite | None = None
    event: WorldEvent | None = None


NATION = Subject()


def true_value(
    world: World, fact: PressFact, months: tuple[int, int], subject: Subject
) -> float | None:
    """Return the value of a fact, None where the world has none.

    Args:
        months: first and last month it is about, both included, counted from 0.
    """
    if fact.span in ALONE:
        return ALONE[fact.span](fact, subject)
    first, last = months
    if fact.ahead:
        first, last = first + YEAR, last + YEAR
    columns = fact.columns or ((subject.region,) if subject.region else ())
    is_known = columns and set(columns) <= set(world.tables[fact.table].columns)
    if not is_known or not _is_within(world, first, last):
        return None
    total = _sum(world, fact.table, columns, first, last)
    if fact.over:
        below = _sum(world, fact.over_table or fact.table, fact.over, first, last)
        return total / below * fact.factor if below > 0 else None
    months_told = 1 if fact.span == "flow" else last - first + 1
    return total / months_told * fact.factor


def _is_within(world: World, first: int, last: int) -> bool:
    return 0 <= first <= last < world.months


def series_value(
    world: World, series: PressSeries, months: tuple[int, int]
) -> float | None:
    """Return what a series held: the mean of a stock, a sum of flows, all so far."""
    first, last = months
    if not _is_within(world, first, last):
        return None
    start = 0 if series.span == "collected" else first
    total = _sum(world, series.table, series.columns, start, last)
    return total / (last - first + 1) if series.span == "stock" else total


def _sum(
    world: World, table: str, columns: Sequence[str], first: int, last: int
) -> float:
    made = world.tables[table]
    places = [made.columns.index(name) for name in columns]
    rows = made.rows[first : last + 1]
    return float(sum(row[at] for row in rows for at in places))


def _of_site(fact: PressFact, subject: Subject) -> float | None:
    site = subject.site
    if site is None:
        return None
    if not fact.columns:
        return float(site.most)
    value = site.conditions.get(fact.columns[0])
    return None if value is None else float(value) * fact.factor


def _of_event(fact: PressFact, subject: Subject) -> float | None:
    event = subject.event
    if event is None or fact.event not in (None, event.element):
        return None
    if fact.outcome is not None and fact.outcome != event.outcome:
        return None
    if not fact.columns:
        return 1.0
    return float(event.days if fact.columns[0] == "days" else event.count)


def _of_policy(fact: PressFact, subject: Subject) -> float | None:
    return None


ALONE: dict[str, Callable[[PressFact, Subject], float | None]] = {
    "site": _of_site,
    "event": _of_event,
    "policy": _of_policy,
}
"""Spans that no table of the world knows."""
