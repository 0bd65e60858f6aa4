"""Own reporting: what a voice tells, and how different two pages are."""

import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.world.press.conftest import FACTS, RULES, claim, voice
from tumen.codebook.press import PressSentence
from tumen.records.world import World
from tumen.world.press.compose import Sentence
from tumen.world.press.draft import Draft
from tumen.world.press.reporter import Reporter
from tumen.world.press.times import When

PAIRS = 200
LONGEST = 5
MOST_SHARED = 0.05


def runs(draft: Draft) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", " ".join(p.text for p in draft.paragraphs).lower())
    return {tuple(words[at : at + LONGEST]) for at in range(len(words) - LONGEST + 1)}


def shared(one: Draft, other: Draft) -> float:
    first, second = runs(one), runs(other)
    return len(first & second) / min(len(first), len(second))


def by_fact(world: World, seed: int) -> dict[str, list[Draft]]:
    reporter = Reporter(world, RULES, np.random.default_rng(seed))
    told = [d for d in (reporter.write(n) for n in range(500)) if d.claims]
    names = {d.claims[0].fact for d in told}
    return {name: [d for d in told if d.claims[0].fact == name] for name in names}


def test_two_pages_about_one_fact_share_few_runs_of_five_words(world: World) -> None:
    one, other = by_fact(world, 1), by_fact(world, 2)
    pairs = [
        pair
        for name in sorted(one.keys() & other.keys())
        for pair in zip(one[name], other[name], strict=False)
    ][:PAIRS]
    assert len(pairs) == PAIRS
    assert np.mean([shared(*pair) for pair in pairs]) < MOST_SHARED


def test_every_label_quotes_its_paragraph(reporter: Reporter) -> None:
    drafts = [reporter.write(number) for number in range(80)]
    quotes = [
        (p.text[c.at : c.at + len(c.quote)], c.quote)
        for draft in drafts
        for p in draft.paragraphs
        for c in p.claims
    ]
    assert len(quotes) > 100
    assert all(found == quote for found, quote in quotes)


def test_a_page_tells_a_fact_once(reporter: Reporter) -> None:
    drafts = [reporter.write(number) for number in range(60)]
    for_each = [[c.fact for c in d.claims if c.hedge != "denied"] for d in drafts]
    assert all(len(facts) == len(set(facts)) for facts in for_each)


def test_a_plan_is_never_a_count(reporter: Reporter) -> None:
    claims = [c for n in range(150) for c in reporter.write(n).claims]
    planned = {c.hedge for c in claims if c.element == "people.planned_dispatch"}
    assert planned == {"planned"}


def test_without_a_date_no_words_need_one(reporter: Reporter) -> None:
    page = reporter.assign(0)
    assert page is not None
    names = {
        when.name
        for fact in RULES.facts
        for when in reporter.times_for(
            replace(page, is_dated=False), voice("analyst"), fact, {}
        )
    }
    assert names
    assert not names & reporter.relative


def test_a_lagging_fact_is_about_a_year_earlier(reporter: Reporter) -> None:
    when = When(
        name="year",
        words="in 2008",
        first=date(2008, 1, 1),
        last=date(2008, 12, 31),
        months=(36, 47),
    )
    sentence = PressSentence(
        fact="present", text="«:{amount}», «present_before:{amount:present_before}»"
    )
    found = reporter.others(FACTS["present"], sentence, when)["present_before"]
    assert found.months == (24, 35)
    assert (found.first, found.last) == (date(2007, 1, 1), date(2007, 12, 31))
    assert found.words in RULES.grammar["a_year_before"]


def test_short_sentences_join_into_paragraphs(reporter: Reporter) -> None:
    sentences = [Sentence(f"S{n}.", (claim(f"S{n}", f"S{n}."),)) for n in range(30)]
    made = reporter.grouped(sentences)
    assert {len(p.claims) for p in made} == {1, 2}
    assert " ".join(p.text for p in made) == " ".join(s.text for s in sentences)


@pytest.mark.parametrize("number", [0, 1])
def test_the_same_seed_writes_the_same(world: World, number: int) -> None:
    made = [
        Reporter(world, RULES, np.random.default_rng(5)).write(number) for _ in range(2)
    ]
    assert made[0] == made[1]


def test_a_correction_has_no_days_of_its_own(reporter: Reporter) -> None:
    when = When(
        name="year_end",
        words="at the end of 2008",
        first=date(2008, 12, 31),
        last=date(2008, 12, 31),
        months=(47, 47),
    )
    sentence = PressSentence(
        fact="permits_new",
        text="«:«correction:wrong»: {amount}», not «permits_old:{amount:permits_old}»",
    )
    found = reporter.others(FACTS["permits_new"], sentence, when)
    assert tuple(found) == ("correction", "permits_old")
    assert (found["correction"].first, found["correction"].last) == (None, None)
    assert found["permits_old"].last == when.last


def test_nobody_is_introduced_twice(reporter: Reporter) -> None:
    names = ("analyst", "contacts", "economist")
    assert reporter.others_than(voice("analyst"), names) == ("contacts", "economist")
    assert reporter.others_than(voice("contacts"), names) == ("economist",)


def test_only_figures_are_said_to_be_data(reporter: Reporter) -> None:
    drafts = [reporter.write(number) for number in range(300)]
    said = [
        (p.text, {c.kind for c in p.claims})
        for draft in drafts
        for p in draft.paragraphs
        if re.match(r"(Figures|Data|Numbers) (released|published|shared)", p.text)
    ]
    assert said
    assert all("figure" in kinds for _, kinds in said)
