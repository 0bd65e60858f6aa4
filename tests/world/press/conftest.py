"""A small world, and what the press of the built-in codebook makes of it."""

from dataclasses import replace
from datetime import date

import msgspec
import numpy as np
import pytest

from tumen.codebook.load_press import load_press_rules
from tumen.codebook.load_world import load_world_rules
from tumen.codebook.press import PressFact, PressVoice
from tumen.codebook.world import WorldScenario
from tumen.records.press import Press, PressClaim
from tumen.records.world import World, WorldEvent, WorldSite
from tumen.world.press.draft import Draft, Paragraph
from tumen.world.press.report import report_world
from tumen.world.press.reporter import Reporter
from tumen.world.run import run_world

RULES = load_press_rules("dprk-labour")
FACTS = {fact.name: fact for fact in RULES.facts}
VOICES = {voice.name: voice for voice in RULES.voices}
SITE = WorldSite(
    number=0,
    region="Amur Oblast",
    trade="logging",
    firm=1,
    opened=0,
    closed=None,
    most=80,
    conditions={"cond.hours": 14.0, "cond.passport": 1.0, "cond.wage_gross": 500.0},
)
STRIKE = WorldEvent(
    number=0,
    month=20,
    day=9,
    element="event.strike",
    region="Amur Oblast",
    site=0,
    trade="logging",
    count=40,
    days=3,
)
DAY = date(2007, 3, 20)


@pytest.fixture(scope="session")
def world() -> World:
    scenario = WorldScenario(
        name="small", label="small", source="invented", people=6000, months=72
    )
    return run_world("dprk-labour", load_world_rules("dprk-labour"), scenario, seed=3)


@pytest.fixture(scope="session")
def press(world: World) -> Press:
    return report_world(world, RULES, pages=120, seed=7)


@pytest.fixture
def reporter(world: World) -> Reporter:
    return Reporter(world, RULES, np.random.default_rng(11))


@pytest.fixture
def told_world(world: World) -> World:
    """The small world with one place of work and one strike that are known."""
    return replace(world, sites=(SITE,), events=(STRIKE,))


def fact(name: str, **changes: object) -> PressFact:
    return msgspec.structs.replace(FACTS[name], **changes)


def voice(name: str, **changes: object) -> PressVoice:
    return msgspec.structs.replace(VOICES[name], **changes)


def claim(quote: str, anchor: str, **slots: object) -> PressClaim:
    plain = PressClaim(
        fact="present",
        origin="o00000",
        anchor=anchor,
        at=anchor.index(quote),
        quote=quote,
        kind="figure",
        element="people.present",
        speaker="Ilse Varnholt",
        speaker_kind="named",
    )
    return replace(plain, **slots)  # type: ignore[arg-type]  # slots by name


def draft(text: str = "Nothing happened.", *claims: PressClaim) -> Draft:
    return Draft(
        number=0,
        plan="count",
        outlet=RULES.outlets[0],
        day=DAY,
        is_dated=True,
        title="A quiet day",
        authors=("Ada Osk",),
        paragraphs=(Paragraph(text, claims),),
    )
