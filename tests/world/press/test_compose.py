"""A sentence carries the labels of what it says."""

from datetime import date

import pytest

from tests.world.press.conftest import FACTS, RULES, SITE, STRIKE, fact, voice
from tumen.codebook.press import PressFrame, PressSentence
from tumen.world.press.amounts import Told
from tumen.world.press.compose import Telling, frames_for, place_of
from tumen.world.press.memory import Person, Statement
from tumen.world.press.reporter import Reporter
from tumen.world.press.times import When
from tumen.world.press.values import NATION, Subject

WHEN = When(
    name="year",
    words="in 2007",
    first=date(2007, 1, 1),
    last=date(2007, 12, 31),
    months=(24, 35),
)
SAID = PressFrame(text="{Clause}, {voice} said.", place="first", kinds=("named",))
EVENT = Subject(region="Amur Oblast", site=SITE, event=STRIKE)


def telling(name: str, told: Told, subject: Subject = NATION) -> Telling:
    return Telling(
        voice=voice("analyst"),
        person=Person("Ilse Varnholt", "named", "Ilse Varnholt", "she"),
        subject=subject,
        host="Larch Wire",
        whens={name: WHEN, "strikers": WHEN},
        statements={name: Statement("o1", told), "strikers": Statement("o2", told)},
    )


def test_the_label_quotes_its_clause(reporter: Reporter) -> None:
    told = telling("present", Told("about", best=3000))
    made = reporter.composer.sentence(
        FACTS["present"], "{when} «:about 3,000 were there»"[7:], told, SAID
    )
    claim = made.claims[0]
    assert made.text == "About 3,000 were there, Ilse Varnholt said."
    assert made.text[claim.at : claim.at + len(claim.quote)] == claim.quote
    assert claim.quote == "About 3,000 were there"


def test_the_label_has_the_slots_of_its_fact(reporter: Reporter) -> None:
    told = telling("present", Told("about", best=3000))
    claim = reporter.composer.sentence(
        FACTS["present"], "«:about 3,000»", told, SAID
    ).claims[0]
    assert (claim.element, claim.measure, claim.unit) == (
        "people.present",
        "stock",
        "persons",
    )
    assert (claim.low, claim.best, claim.high) == (None, 3000, None)
    assert (claim.as_of_start, claim.as_of_end) == (WHEN.first, WHEN.last)
    assert (claim.place, claim.iso, claim.via) == ("Russia", "RU", None)
    assert claim.chain == ("Ilse Varnholt", "Larch Wire")


def test_a_number_and_what_they_did_are_two_labels(reporter: Reporter) -> None:
    told = telling("strike", Told("exact", 40, 40, 40), EVENT)
    made = reporter.composer.sentence(
        FACTS["strike"], "«strike:«strikers:40 men stopped work»»", told, SAID
    )
    assert {(c.element, c.kind, c.origin) for c in made.claims} == {
        ("event.strike", "event", "o1"),
        ("people.protesting", "figure", "o2"),
    }
    assert {c.place for c in made.claims} == {"Amur Oblast"}


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("when", "in 2007"),
        ("amount:strikers", "40"),
        ("region", "Amur Oblast"),
        ("host", "Russia"),
    ],
)
def test_slots_are_filled(reporter: Reporter, slot: str, words: str) -> None:
    told = telling("strike", Told("exact", 40, 40, 40), EVENT)
    assert words in reporter.composer.slot(slot, FACTS["strike"], told)


def test_the_trade_decides_the_words(reporter: Reporter) -> None:
    composer = reporter.composer
    assert composer.subject_slot("craft", EVENT) in RULES.grammar["craft logging"]
    assert composer.subject_slot("craft", NATION) == "worker"


def test_a_place_keeps_its_invented_village(reporter: Reporter) -> None:
    composer = reporter.composer
    assert composer.subject_slot("village", EVENT) == RULES.villages[0]
    assert composer.subject_slot("helper", EVENT) == RULES.helpers[0]


def test_only_sentences_that_fit_are_offered(reporter: Reporter) -> None:
    found = reporter.composer.sentences_for(fact("present"), WHEN, "about")
    assert found
    assert all("past" in s.times or "year" in s.times for s in found)
    vague = reporter.composer.sentences_for(fact("present"), WHEN, "vague_hundreds")
    assert not any(s.styles for s in vague)


def test_a_borrower_takes_the_sentences_of_another_fact(reporter: Reporter) -> None:
    found = reporter.composer.sentences_for(fact("present_official"), WHEN, "exact")
    assert {s.fact for s in found} == {"present"}


def test_a_clause_keeps_its_marks(reporter: Reporter) -> None:
    told = telling("present", Told("about", best=3000))
    sentence = PressSentence(fact="present", text="«:{amount} men {when}»")
    clause = reporter.composer.clause(FACTS["present"], sentence, told)
    assert clause.startswith("«:")
    assert clause.endswith("3,000 men in 2007»")


def test_an_office_that_counts_is_not_said_to_estimate() -> None:
    hedges = {
        f.hedge for f in frames_for(RULES.frames, voice("permit_office"), "first")
    }
    assert hedges == {"asserted"}


def test_a_relayed_voice_needs_who_relays_it() -> None:
    frames = frames_for(RULES.frames, voice("contacts"), "first")
    assert all(frame.relayed for frame in frames)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("present", ("Russia", "RU")),
        ("present_region", ("Amur Oblast", "RU")),
        ("resettled", ("South Korea", "KR")),
        ("border_closed", ("North Korea", "KP")),
        ("permit_ban", (None, None)),
    ],
)
def test_a_label_has_the_place_of_its_fact(
    name: str, place: tuple[str | None, str | None]
) -> None:
    assert place_of(fact(name), EVENT, RULES.places) == place


def test_people_in_need_have_no_place_but_the_country() -> None:
    needy = [f for f in RULES.facts if f.topic in ("refuge", "rescue")]
    assert {f.where for f in needy} == {"host", "destination"}


def test_a_number_taken_back_is_plain(reporter: Reporter) -> None:
    told = telling("permits_old", Told("exact", 41000, 41000, 41000))
    said = {
        reporter.composer.slot("amount:permits_old", FACTS["permits_new"], told)
        for _ in range(100)
    }
    assert not any("exactly" in words for words in said)
