"""What a page is about."""

from datetime import date

import numpy as np

from tests.world.press.conftest import FACTS, RULES, SITE, STRIKE, voice
from tumen.codebook.press import PressPlan
from tumen.records.world import World
from tumen.world.press.choices import (
    day_of,
    is_active,
    months_between,
    of_event,
    order_facts,
    pick_subject,
)
from tumen.world.press.values import NATION, Subject

RNG = np.random.default_rng
PLANS = {plan.name: plan for plan in RULES.plans}


def picked(world: World, plan: PressPlan, day: date) -> Subject | None:
    return pick_subject(world, plan, day, FACTS, RNG(1))


def test_a_nation_is_always_there(world: World) -> None:
    assert picked(world, PLANS["count"], date(2007, 1, 1)) == NATION


def test_a_witness_page_is_about_an_open_place(told_world: World) -> None:
    found = picked(told_world, PLANS["witness"], date(2007, 1, 1))
    assert found == Subject(region="Amur Oblast", site=SITE)
    assert picked(told_world, PLANS["witness"], date(2005, 1, 1)) is None


def test_an_event_is_news_for_some_weeks(told_world: World) -> None:
    found = picked(told_world, PLANS["unrest"], date(2006, 9, 20))
    assert found == Subject(region="Amur Oblast", site=SITE, event=STRIKE)
    assert picked(told_world, PLANS["unrest"], date(2007, 9, 20)) is None
    assert picked(told_world, PLANS["accident"], date(2006, 9, 20)) is None


def test_a_region_has_workers(world: World) -> None:
    found = picked(world, PLANS["region"], date(2007, 1, 1))
    assert found is not None
    assert found.region is not None
    assert world.tables["regions"].column(found.region)[24] > 0


def test_days_and_months_of_the_world(told_world: World) -> None:
    assert day_of(told_world, STRIKE) == date(2006, 9, 9)
    assert months_between(told_world, date(2006, 9, 9)) == 20
    assert of_event(told_world, STRIKE).site == SITE


def test_a_voice_speaks_within_its_months() -> None:
    assert is_active("2007-01", None, date(2007, 1, 31))
    assert not is_active("2007-01", "2007-03", date(2007, 4, 1))
    assert is_active(None, None, date(1990, 1, 1))


def test_facts_come_by_topic_time_and_weight() -> None:
    spokeswoman = voice("spokeswoman", facts={"present": 9.0, "dispatched": 1.0})
    order = [
        order_facts(spokeswoman, FACTS, ("count", "moves"), date(2010, 1, 1), RNG(seed))
        for seed in range(100)
    ]
    assert {len(facts) for facts in order} == {2}
    assert sum(facts[0].name == "present" for facts in order) > 75
    early = voice("spokeswoman", facts={"present_official": 1.0})
    assert order_facts(early, FACTS, ("count",), date(2010, 1, 1), RNG(1)) == ()
