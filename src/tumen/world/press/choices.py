"""Choose what a page is about: its subject, its voices, its facts."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from tumen.codebook.press import PressFact, PressPlan, PressVoice
from tumen.records.world import World, WorldEvent, WorldSite
from tumen.world.press.grammar import weighted
from tumen.world.press.values import NATION, Subject

NEWS_DAYS = 75
"""An event is news for so long."""
FEWEST_AT_SITE = 20


def pick_subject(
    world: World,
    plan: PressPlan,
    day: date,
    facts: Mapping[str, PressFact],
    rng: np.random.Generator,
) -> Subject | None:
    """Return what a page of a plan is about, None when there is nothing to tell."""
    month = months_between(world, day)
    if plan.subject == "site":
        return _site(world, month, rng)
    if plan.subject == "event":
        elements = {
            f.event for f in facts.values() if f.event and f.topic in plan.topics
        }
        return _event(world, day, elements, rng)
    if plan.subject == "region":
        return _region(world, month, rng)
    return NATION


def months_between(world: World, day: date) -> int:
    """Return the number of the month that a day falls into."""
    return (day.year - world.first.year) * 12 + day.month - world.first.month


def _site(world: World, month: int, rng: np.random.Generator) -> Subject | None:
    open_now = {
        number: float(site.most)
        for number, site in enumerate(world.sites)
        if site.opened < month
        and (site.closed is None or site.closed >= month - 6)
        and site.most >= FEWEST_AT_SITE
    }
    if not open_now:
        return None
    return of_site(world.sites[weighted(open_now, rng)])


def of_site(site: WorldSite) -> Subject:
    """Return a site as a subject."""
    return Subject(region=site.region, site=site)


def of_event(world: World, event: WorldEvent) -> Subject:
    """Return an event as a subject; events of people in need have no region."""
    site = None if event.site is None else world.sites[event.site]
    return Subject(region=event.region, site=site, event=event)


def _event(
    world: World, day: date, elements: set[str], rng: np.random.Generator
) -> Subject | None:
    recent = [
        event
        for event in world.events
        if event.element in elements
        and timedelta(1) <= day - day_of(world, event) <= timedelta(NEWS_DAYS)
    ]
    if not recent:
        return None
    # Rare kinds of event are news, common ones are not.
    kinds = [event.element for event in recent]
    weights = {at: 1.0 / kinds.count(kinds[at]) for at in range(len(recent))}
    return of_event(world, recent[weighted(weights, rng)])


def day_of(world: World, event: WorldEvent) -> date:
    """Return the day of an event."""
    return world.month_start(event.month).replace(day=event.day)


def _region(world: World, month: int, rng: np.random.Generator) -> Subject | None:
    table = world.tables["regions"]
    row = table.rows[min(month, world.months - 1)]
    weights = {
        name: float(value)
        for name, value in zip(table.columns, row, strict=True)
        if value
    }
    return Subject(region=weighted(weights, rng)) if weights else None


def is_active(first: str | None, last: str | None, day: date) -> bool:
    """Tell whether a day lies in months written as `2019-09`, both included."""
    month = f"{day:%Y-%m}"
    return (first or month) <= month <= (last or month)


def order_facts(
    voice: PressVoice,
    facts: Mapping[str, PressFact],
    topics: Sequence[str],
    day: date,
    rng: np.random.Generator,
) -> tuple[PressFact, ...]:
    """Return the facts a voice may tell, in a random order, likelier ones first."""
    open_facts = [
        facts[name]
        for name in voice.facts
        if facts[name].topic in topics
        and is_active(facts[name].first, facts[name].last, day)
    ]
    # Sampling without replacement by weight (Efraimidis and Spirakis 2006).
    keys = [rng.random() ** (1.0 / voice.facts[fact.name]) for fact in open_facts]
    return tuple(open_facts[at] for at in np.argsort(keys)[::-1])
