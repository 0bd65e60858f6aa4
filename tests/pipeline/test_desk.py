"""The desk: an order that pays, decisions at once, two readers apart."""

from datetime import datetime
from pathlib import Path

import pytest

from tumen.codebook.review_rules import ReviewRules
from tumen.errors import DecisionError
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case
from tumen.pipeline.decide import take_decision
from tumen.pipeline.desk import Desk, View, warm_gate
from tumen.pipeline.run import run_case
from tumen.records.amount import Amount
from tumen.records.decision import Decision, Verdict
from tumen.records.ids import ClaimId
from tumen.records.reviewed import Status

RULES = ReviewRules(green_from=0.5, without_model=0.1, most_choices=9)


@pytest.fixture
def full(case: Case, pages: Path, now: datetime) -> Case:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    return case


@pytest.fixture
def ada(full: Case) -> Desk:
    desk = Desk(full, "Ada", RULES)
    desk.refresh()
    return desk


@pytest.fixture
def bo(full: Case) -> Desk:
    desk = Desk(full, "Bo", RULES)
    desk.refresh()
    return desk


def on(desk: Desk, view: View = View.QUEUE) -> list[ClaimId]:
    desk.refresh()
    return [row.claim for row in desk.queue(view)]


def accept(
    desk: Desk,
    claim: ClaimId,
    now: datetime,
    view: View = View.QUEUE,
    **changes: str,
) -> Decision:
    line = desk.accept(claim, changes, view=view, reason="read", at=now)
    desk.refresh()
    return line


def test_the_only_origin_of_an_answer_comes_before_one_of_two(ada: Desk) -> None:
    rows = ada.queue(View.QUEUE)
    assert [row.weight.origins for row in rows if row.weight] == [1, 2, 2]
    assert ada.count(View.QUEUE) == 3


def test_what_is_decided_leaves_the_queue_and_the_order_stays(
    ada: Desk, now: datetime
) -> None:
    first, second, third = on(ada)
    accept(ada, second, now)
    assert on(ada) == [first, third]
    assert ada.waiting == 1


def test_an_accept_changes_no_slot(ada: Desk, now: datetime) -> None:
    line = accept(ada, on(ada)[0], now)
    assert (line.verdict, line.correction) == (Verdict.ACCEPT, None)


def test_changed_slots_make_a_correction_of_these_alone(
    ada: Desk, now: datetime
) -> None:
    line = accept(ada, on(ada)[0], now, place="Khasan", as_of="2022")
    assert line.verdict is Verdict.CORRECT
    assert line.correction == {
        "place": "Khasan",
        "as_of_start": "2022-01-01",
        "as_of_end": "2022-12-31",
    }


def test_a_changed_wording_moves_the_number(ada: Desk, now: datetime) -> None:
    claim = on(ada)[0]
    accept(ada, claim, now, qualifier="at_least")
    entry = ada.shown(claim, View.QUEUE)
    assert entry
    assert (entry.claim.amount.low, entry.claim.amount.high) == (7, None)


def test_an_emptied_number_takes_its_bounds_along(ada: Desk, now: datetime) -> None:
    claim = on(ada)[0]
    accept(ada, claim, now, qualifier="at_least")
    accept(ada, claim, now, number="")
    entry = ada.shown(claim, View.QUEUE)
    assert entry
    amount = entry.claim.amount
    assert (amount.low, amount.best, amount.high) == (None, None, None)
    assert amount.qualifier == "none"


def test_a_rejected_claim_and_back(ada: Desk, now: datetime) -> None:
    claim = on(ada)[0]
    ada.reject(claim, reason="no", at=now)
    assert claim not in on(ada)
    assert ada.undo(reason="too soon", at=now).subject == claim
    assert on(ada)[0] == claim


def test_undo_goes_back_line_by_line(ada: Desk, now: datetime) -> None:
    first, second, _ = on(ada)
    accept(ada, first, now)
    accept(ada, second, now)
    ada.undo(reason="b", at=now)
    ada.refresh()
    ada.undo(reason="a", at=now)
    ada.refresh()
    with pytest.raises(DecisionError, match="you have no decision"):
        ada.undo(reason="c", at=now)


def test_a_missed_claim_is_added_with_its_bounds(ada: Desk, now: datetime) -> None:
    slots = {
        "kind": "figure", "element": "people.present", "measure": "stock",
        "number": "300", "qualifier": "exact", "unit": "persons",
    }  # fmt: skip
    line = ada.add("a.txt", (16, 34), slots, reason="missed", at=now)
    ada.refresh()
    entry = ada.shown(line.subject, View.QUEUE)
    assert entry
    assert (entry.status, entry.claim.amount.low) == (Status.ADDED, 300)
    assert entry.claim in ada.on_page("a.txt", View.QUEUE)
    assert ada.rank(line.subject)
    assert not ada.is_green(line.subject)


def test_an_added_claim_says_how_it_reached_the_page(ada: Desk, now: datetime) -> None:
    slots = {
        "kind": "figure", "element": "people.present", "measure": "stock",
        "number": "300", "unit": "persons", "speaker": "a foreman",
        "speaker_kind": "anonymous", "via": "Invented Wire",
    }  # fmt: skip
    line = ada.add("a.txt", (16, 34), slots, reason="missed", at=now)
    ada.refresh()
    entry = ada.shown(line.subject, View.QUEUE)
    assert entry
    assert entry.claim.chain == ("a foreman", "Invented Wire", "Invented Herald")


def test_a_chain_that_is_given_stays(ada: Desk, now: datetime) -> None:
    slots = {
        "kind": "figure", "element": "people.present", "measure": "stock",
        "number": "300", "unit": "persons", "chain": "A < B",
    }  # fmt: skip
    line = ada.add("a.txt", (16, 34), slots, reason="missed", at=now)
    ada.refresh()
    entry = ada.shown(line.subject, View.QUEUE)
    assert entry
    assert entry.claim.chain == ("A", "B")


def missed(ada: Desk, now: datetime, **slots: str) -> Amount:
    about = {"kind": "figure", "element": "people.present", "measure": "stock"}
    line = ada.add(
        "a.txt", (16, 34), {**about, "unit": "persons", **slots},
        reason="missed", at=now,
    )  # fmt: skip
    ada.refresh()
    entry = ada.shown(line.subject, View.QUEUE)
    assert entry
    return entry.claim.amount


def test_a_number_without_a_wording_has_that_of_the_words(
    ada: Desk, now: datetime
) -> None:
    amount = missed(ada, now, number="300")
    assert (amount.low, amount.best, amount.high) == (300, 300, 300)
    assert amount.qualifier == "exact"


@pytest.mark.parametrize(
    ("slots", "problem"),
    [
        ({"number": "400"}, "the selected words do not say 400"),
        ({"number": "3,42"}, "'3,42' is no number"),
        ({"number": "many", "qualifier": "exact"}, "'many' is no number"),
    ],
)
def test_a_number_that_the_words_do_not_say_is_refused(
    ada: Desk, now: datetime, slots: dict[str, str], problem: str
) -> None:
    with pytest.raises(DecisionError, match=problem):
        missed(ada, now, **slots)


def test_nothing_is_accepted_that_is_not_there(ada: Desk, now: datetime) -> None:
    with pytest.raises(DecisionError, match="there is no claim 0000"):
        accept(ada, ClaimId("0" * 16), now)
    assert ada.shown(ClaimId("0" * 16), View.QUEUE) is None


def test_sure_claims_are_green(ada: Desk, full: Case) -> None:
    assert on(ada, View.GREEN) == on(ada)
    strict = ReviewRules(green_from=1.0, without_model=0.1, most_choices=9)
    assert on(Desk(full, "Ada", strict), View.GREEN) == []


def test_a_second_reader_sees_what_the_machine_found(
    ada: Desk, bo: Desk, now: datetime
) -> None:
    claim = on(ada)[0]
    accept(ada, claim, now, place="Khasan")
    assert on(bo, View.SECOND) == [claim]
    entry = bo.shown(claim, View.SECOND)
    assert entry
    assert (entry.status, entry.claim.place) == (Status.PROPOSED, "Russia")
    assert on(ada, View.SECOND) == []


def test_a_second_reader_is_taken_at_his_word(
    ada: Desk, bo: Desk, now: datetime
) -> None:
    claim = on(ada)[0]
    accept(ada, claim, now, place="Khasan")
    on(bo)
    line = accept(bo, claim, now, view=View.SECOND)
    assert line.correction == {"place": "Russia"}
    assert on(bo, View.SECOND) == []
    assert on(bo, View.DISPUTED) == [claim]
    (pair,) = bo.agreement()
    assert (pair.both, pair.same) == (1, 0)


def test_a_decision_between_readers_ends_the_dispute(
    ada: Desk, bo: Desk, now: datetime
) -> None:
    claim = on(ada)[0]
    accept(ada, claim, now)
    on(bo)
    bo.reject(claim, reason="no", at=now)
    assert on(ada, View.DISPUTED) == [claim]
    accept(ada, claim, now, view=View.DISPUTED)
    assert on(ada, View.DISPUTED) == []
    assert [reading.outcome for reading in ada.readings(claim)] == [
        "right", "wrong", "right",
    ]  # fmt: skip


def test_an_added_claim_is_read_a_second_time_as_it_was_added(
    ada: Desk, bo: Desk, now: datetime
) -> None:
    slots = {"kind": "condition", "element": "meta.source"}
    line = ada.add("a.txt", (0, 15), slots, reason="missed", at=now)
    assert on(bo, View.SECOND) == [line.subject]
    entry = bo.shown(line.subject, View.SECOND)
    assert entry
    assert entry.status is Status.PROPOSED
    assert accept(bo, line.subject, now, view=View.SECOND).verdict is Verdict.ACCEPT


def test_claims_about_one_fact_stand_beside_each_other(ada: Desk) -> None:
    firms, *present = on(ada)
    assert ada.mates(present[0]) == (present[1],)
    assert ada.mates(present[1]) == (present[0],)
    assert ada.mates(firms) == ()
    assert ada.mates(ClaimId("none")) == ()


def test_what_others_decide_meanwhile_is_taken_up(
    ada: Desk, full: Case, now: datetime
) -> None:
    claim = on(ada)[0]
    take_decision(
        full, claim, Verdict.REJECT, reason="r", reviewer="the terminal", at=now
    )
    assert claim not in on(ada)
    full.settle()
    assert claim not in on(ada)
    assert ada.waiting == 0


def test_a_run_meanwhile_brings_its_claims(
    ada: Desk, full: Case, pages: Path, now: datetime
) -> None:
    (pages / "d.txt").write_text("Third Post\n500 people.present\n")
    add_paths(full, [pages / "d.txt"], now=now)
    run_case(full, now=now)
    assert len(on(ada)) == 4


def test_the_page_of_a_claim_is_found(ada: Desk) -> None:
    entry = ada.shown(on(ada)[0], View.QUEUE)
    assert entry
    document = ada.document(entry.claim)
    assert document
    assert document.name == "north/b.txt"


def test_the_gate_is_warmed_with_a_claim_of_the_case(full: Case) -> None:
    warm_gate(full)


def test_an_empty_case_needs_no_warming(case: Case) -> None:
    warm_gate(case)
    desk = Desk(case, "Ada", RULES)
    assert on(desk) == []


def test_a_country_that_contradicts_the_place_records_nothing(
    ada: Desk, full: Case, now: datetime
) -> None:
    claim = on(ada)[0]
    with pytest.raises(DecisionError, match="lies in RU, not in KP"):
        accept(ada, claim, now, place="Vladivostok", iso="KP")
    with pytest.raises(DecisionError, match="no flag is called 'doubtful'"):
        accept(ada, claim, now, flags="doubtful")
    assert full.decisions() == ()
