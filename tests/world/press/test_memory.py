"""The same voice about the same thing is one origin."""

from dataclasses import replace

import numpy as np
import pytest

from tests.world.press.conftest import RULES, SITE, STRIKE, fact, voice
from tumen.codebook.press import PressVoice
from tumen.records.world import World
from tumen.world.press.memory import Memory, Person, Statement, also_of
from tumen.world.press.times import When
from tumen.world.press.values import NATION, Subject

WHEN = When(name="year_end", words="", first=None, last=None, months=(35, 35))
ANALYST = Person("Ilse Varnholt", "named", "Ilse Varnholt", "she")
AMUR = Subject(region="Amur Oblast", site=SITE)


@pytest.fixture
def memory(world: World) -> Memory:
    return Memory(world, RULES, np.random.default_rng(1))


def ask(
    memory: Memory,
    name: str = "present",
    when: When = WHEN,
    speaker: PressVoice | None = None,
    person: Person = ANALYST,
    page: int = 0,
) -> Statement | None:
    return memory.ask(
        speaker or voice("analyst"), person, fact(name), when, NATION, page
    )


def test_asked_again_a_voice_says_the_same(memory: Memory) -> None:
    assert ask(memory) == ask(memory, page=4)
    assert len(memory.origins) == 1


def test_another_time_is_another_origin(memory: Memory) -> None:
    later = replace(WHEN, months=(47, 47))
    first, second = ask(memory), ask(memory, when=later)
    assert first is not None
    assert second is not None
    assert first.origin != second.origin


def test_the_article_is_another_voice_on_every_page(memory: Memory) -> None:
    article = Person("article", "author", "", "")
    told = [
        ask(memory, speaker=voice("article"), person=article, page=page)
        for page in (1, 2)
    ]
    assert len({said.origin for said in told if said}) == 2


def test_an_office_that_counts_is_right(memory: Memory) -> None:
    said = ask(memory, "permits", speaker=voice("permit_office", noise=0.0))
    origin = memory.origins[0]
    assert said is not None
    assert origin.value == origin.true_value
    assert origin.series == "C3w"
    assert origin.world_value != origin.value


def test_bias_and_noise_move_what_is_held(memory: Memory) -> None:
    ask(memory, speaker=voice("analyst", bias=0.5, noise=0.0))
    origin = memory.origins[0]
    assert origin.value is not None
    assert origin.true_value is not None
    assert origin.value == pytest.approx(origin.true_value * np.exp(0.5))


def test_what_is_not_there_is_not_told(memory: Memory) -> None:
    assert ask(memory, "military") is None
    assert memory.origins == []


def test_few_are_printed_as_the_least_number(memory: Memory) -> None:
    said = ask(
        memory, "permits", speaker=voice("refuge_register", printed_least=50_000.0)
    )
    assert said is not None
    assert said.told.numbers == (50_000,)


def test_a_pseudonym_is_masked_and_stays(memory: Memory) -> None:
    other = Subject(region="Amur Oblast", site=replace(SITE, number=1))
    speaker = voice("named_otherwise")
    first = memory.person(speaker, AMUR, lambda name: "logger")
    assert memory.person(speaker, AMUR, lambda name: "logger") is first
    assert memory.person(speaker, other, lambda name: "logger") != first
    assert first.masked == first.name == RULES.pseudonyms[0]
    assert any(mark in first.first for mark in RULES.pseudonym_marks)


def test_names_never_run_out(memory: Memory) -> None:
    speaker, count = voice("named_otherwise"), len(RULES.pseudonyms) + 2
    people = [
        memory.person(
            speaker, Subject(site=replace(SITE, number=n)), lambda name: "logger"
        )
        for n in range(count)
    ]
    assert len({person.name for person in people}) == count


def test_a_witness_is_called_as_the_page_calls_him(memory: Memory) -> None:
    told = memory.person(voice("former_worker"), AMUR, lambda name: "logger")
    assert told.name == told.first
    assert told.name.endswith("logger")


def test_second_readings_are_those_of_fact_and_voice() -> None:
    assert also_of(voice("spokeswoman"), fact("deaths")) == {
        "measure": ("count",),
        "speaker": ("Russian Outside Labour Commission",),
    }


def test_two_facts_of_one_definition_are_one_origin(memory: Memory) -> None:
    first = ask(memory, "permits", speaker=voice("permit_office"))
    again = ask(memory, "permits_new", speaker=voice("permit_office"))
    before = ask(memory, "permits_before", speaker=voice("permit_office"))
    assert first is not None
    assert first == again == before


def test_another_definition_is_another_origin(memory: Memory) -> None:
    all_at_work, on_work_visas = ask(memory), ask(memory, "present_official")
    assert all_at_work is not None
    assert on_work_visas is not None
    assert all_at_work.origin != on_work_visas.origin


def test_nobody_holds_more_than_a_day_has(memory: Memory) -> None:
    long_day = replace(SITE, conditions={"cond.hours": 40.0})
    when = replace(WHEN, months=(35, 35))
    memory.ask(
        voice("resident"),
        ANALYST,
        fact("hours"),
        when,
        Subject(region="Amur Oblast", site=long_day),
        0,
    )
    assert memory.origins[0].value == fact("hours").held_most


def test_few_people_are_not_told_with_about(memory: Memory) -> None:
    strike = Subject(region="Amur Oblast", event=replace(STRIKE, count=3))
    said = memory.ask(
        voice("resident", noise=0.0, bias=0.0, styles={"about": 1.0}),
        ANALYST,
        fact("strikers"),
        WHEN,
        strike,
        0,
    )
    assert said is not None
    assert (said.told.qualifier, said.told.best) == ("exact", 3)
