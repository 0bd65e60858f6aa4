"""The desk says in a few words why a claim is looked at, and how a slot was filled."""

from datetime import date
from pathlib import Path

import pytest

from tumen.pipeline.case import open_case
from tumen.pipeline.desk import Desk, View
from tumen.records.ids import ClaimId
from tumen.review.queue import Hold, Ranked, Weight
from tumen.web.desk_rows import KEYS, queue_lines, slot_lines, told, why_words


def ranked(hold: Hold, share: float, origins: int) -> Ranked:
    weight = Weight(
        hold=hold,
        element="people.present",
        date=date(2023, 12, 31),
        moves=0.1,
        share=share,
        origins=origins,
    )
    return Ranked(claim=ClaimId("a"), expected=0.1, doubt=0.4, weight=weight)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (ranked(Hold.PULL, 0.38, 3), "carries 38 % of people.present 2023"),
        (ranked(Hold.PULL, 0.001, 3), "carries under 1 % of people.present 2023"),
        (ranked(Hold.SIDE, 0.5, 2), "a side of a conflict about people.present 2023"),
        (ranked(Hold.ORIGIN, 1.0, 1), "the only origin of people.present 2023"),
        (ranked(Hold.ORIGIN, 0.3, 3), "one of 3 origins of people.present 2023"),
        (
            Ranked(claim=ClaimId("a"), expected=0, doubt=0.4, weight=None),
            "in no answer; 60 % sure",
        ),
    ],
)
def test_why_a_claim_stands_where_it_stands(row: Ranked, words: str) -> None:
    assert why_words(row) == words


def test_every_slot_has_a_key_of_its_own_that_does_nothing_else() -> None:
    keys = [key for key, _ in KEYS.values()]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & set("jkarunclgsA?=")


def test_a_slot_shows_its_words_its_rule_and_what_else_it_may_be(case: Path) -> None:
    with open_case(case) as opened:
        desk = Desk(opened, "Ada")
        desk.refresh()
        ids = [row.claim for row in desk.queue(View.QUEUE)]
        entries = [desk.shown(claim, View.QUEUE) for claim in ids]
        entry = next(e for e in entries if e and "30,000" in e.claim.quote)
        other = next(e for e in entries if e and "20,000" in e.claim.quote)
        document = desk.document(entry.claim)
        assert document
        lines = slot_lines(desk, entry, View.QUEUE, document, other.claim)
    slots = {line.name: line for line in lines}
    assert (slots["number"].value, slots["number"].other) == ("30000", "20000")
    assert "30,000" in slots["number"].words
    assert slots["number"].proof == "amount"
    assert slots["measure"].closed
    assert [key for key, _ in slots["measure"].choices] == list("1234567")
    assert {key for key, _ in slots["number"].choices} <= {""}
    assert slots["place"].other is None
    assert slots["place"].may_be_empty
    assert not slots["element"].may_be_empty


def test_the_list_is_cut_around_the_current_claim(case: Path) -> None:
    with open_case(case) as opened:
        desk = Desk(opened, "Ada")
        desk.refresh()
        queue = desk.queue(View.QUEUE)
        lines = queue_lines(desk, queue * 20, View.QUEUE, queue[-1].claim)
    assert len(lines) == 22 + 3
    assert lines[3].current


def test_a_claim_that_is_gone_is_told_in_no_words() -> None:
    assert told(None) == ""
