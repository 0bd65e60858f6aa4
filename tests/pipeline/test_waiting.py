"""A decision is kept at once; no answer is given without it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import delete

from tumen.errors import CaseLocked, ClaimRefused, DecisionError
from tumen.pipeline import waiting
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.decide import take_added_claim, take_decision
from tumen.pipeline.folds import WEIGHED_UP_TO, fold
from tumen.pipeline.run import run_case
from tumen.pipeline.verify import verify_case
from tumen.pipeline.waiting import count_waiting, reviewed_now, settle
from tumen.records.claim import Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.ids import ClaimId
from tumen.records.reviewed import Status
from tumen.store import schema

ADDED: dict[str, object] = {
    "start": 0,
    "end": 15,
    "kind": "condition",
    "element": "meta.source",
}


@pytest.fixture
def full(case: Case, pages: Path, now: datetime) -> Case:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    return case


def claim_of(case: Case, doc: str) -> Claim:
    return next(r.claim for r in case.reviewed() if r.claim.doc == doc)


def take(
    case: Case,
    claim: ClaimId,
    verdict: Verdict,
    now: datetime,
    correction: dict[str, object] | None = None,
) -> Decision:
    return take_decision(
        case,
        claim,
        verdict,
        reason="seen",
        reviewer="Ada",
        at=now,
        correction=correction,
    )


def waits(case: Case) -> int:
    with case.store.reading() as reader:
        return count_waiting(reader)


def stored(case: Case) -> int:
    """Return how many origins the stored answer rests on."""
    with case.store.reading() as reader:
        (found,) = [e for e in reader.estimates() if e.element == "people.present"]
    return len(found.lineages)


def test_a_decision_waits_and_its_claim_does_not(full: Case, now: datetime) -> None:
    claim = claim_of(full, "north/b.txt")
    take(full, claim.id, Verdict.REJECT, now)
    assert (waits(full), stored(full)) == (1, 2)
    entry = full.claim(claim.id)
    assert entry
    assert (entry.status, entry.decisions) == (Status.REJECTED, (1,))


def test_an_answer_is_never_given_without_the_decisions(
    full: Case, now: datetime
) -> None:
    take(full, claim_of(full, "north/b.txt").id, Verdict.REJECT, now)
    (answer,) = [e for e in full.estimates() if e.element == "people.present"]
    assert answer.lineages == ("a.txt",)
    assert waits(full) == 0


@pytest.mark.parametrize("ask", ["groups", "boxes", "release"])
def test_every_way_to_ask_weighs_first(full: Case, now: datetime, ask: str) -> None:
    take(full, claim_of(full, "north/b.txt").id, Verdict.REJECT, now)
    view = ("inside",) * (ask == "release")
    getattr(full, ask)(*view)
    assert (waits(full), stored(full)) == (0, 1)


def test_weighing_later_gives_what_weighing_at_once_gives(
    full: Case, now: datetime
) -> None:
    claim = claim_of(full, "a.txt")
    take(full, claim.id, Verdict.CORRECT, now, {"place": "Khasan"})
    take(full, claim_of(full, "north/b.txt").id, Verdict.REJECT, now)
    before = full.reviewed()
    settle(full, now)
    later = (full.reviewed(), full.groups(), full.estimates(), full.boxes())
    assert later[0] == before
    run_case(full, now=now)
    assert (
        full.reviewed(), full.groups(), full.estimates(), full.boxes(),
    ) == later  # fmt: skip


def test_a_case_with_waiting_decisions_verifies(full: Case, now: datetime) -> None:
    take(full, claim_of(full, "a.txt").id, Verdict.REJECT, now)
    assert verify_case(full).faults == ()
    settle(full, now)
    assert verify_case(full).faults == ()


def test_a_run_weighs_what_waits(full: Case, now: datetime) -> None:
    take(full, claim_of(full, "north/b.txt").id, Verdict.REJECT, now)
    run_case(full, now=now)
    assert (waits(full), stored(full)) == (0, 1)


def test_a_decision_weighed_at_once_takes_the_waiting_ones_along(
    full: Case, now: datetime
) -> None:
    line = take_added_claim(
        full, "a.txt", ADDED, reason="missed", reviewer="Ada", at=now
    )
    full.decide(line.subject, Verdict.ACCEPT, reason="r", reviewer="Bo", at=now)
    assert waits(full) == 0


def test_an_added_claim_is_there_at_once(full: Case, now: datetime) -> None:
    line = take_added_claim(
        full, "a.txt", ADDED, reason="missed", reviewer="Ada", at=now
    )
    entry = full.claim(line.subject)
    assert entry
    assert entry.status is Status.ADDED
    take(full, line.subject, Verdict.UNDO, now)
    assert full.reviewed()[-1].status is Status.REJECTED


def test_an_undo_brings_back_what_was(full: Case, now: datetime) -> None:
    claim = claim_of(full, "a.txt")
    take(full, claim.id, Verdict.CORRECT, now, {"place": "Khasan"})
    take(full, claim.id, Verdict.UNDO, now)
    entry = full.claim(claim.id)
    assert entry
    assert (entry.claim, entry.status) == (claim, Status.PROPOSED)


def test_nothing_wrong_is_kept(full: Case, now: datetime) -> None:
    claim = claim_of(full, "a.txt").id
    with pytest.raises(ClaimRefused, match="301 is not in the words"):
        take(full, claim, Verdict.CORRECT, now, {"low": 301, "best": 301, "high": 301})
    with pytest.raises(DecisionError, match="there is no claim 0000"):
        take(full, ClaimId("0" * 16), Verdict.ACCEPT, now)
    with pytest.raises(DecisionError, match="no decision on claim"):
        take(full, claim, Verdict.UNDO, now)
    with pytest.raises(DecisionError, match="add needs a page"):
        take(full, claim, Verdict.ADD, now)
    with pytest.raises(DecisionError, match="there is no page"):
        take_added_claim(full, "z", ADDED, reason="r", reviewer="Ada", at=now)
    assert full.decisions() == ()


def test_with_nothing_waiting_nothing_is_written(full: Case, now: datetime) -> None:
    traces = len(full.traces())
    with open_case(full.folder) as other, other.store.sole_writer():
        settle(full, now)
    assert len(full.traces()) == traces


def test_nobody_weighs_while_another_command_writes(full: Case, now: datetime) -> None:
    take(full, claim_of(full, "a.txt").id, Verdict.REJECT, now)
    with (
        open_case(full.folder) as other,
        other.store.sole_writer(),
        pytest.raises(CaseLocked),
    ):
        settle(full, now)


def test_decisions_taken_while_answers_are_made_are_weighed_too(
    full: Case, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims: Iterator[ClaimId] = iter([claim_of(full, "north/b.txt").id])
    whole = fold

    def interrupted(*given: object) -> object:
        list(take(full, claim, Verdict.REJECT, now) for claim in claims)
        return whole(*given)  # type: ignore[arg-type]  # handed through

    take(full, claim_of(full, "a.txt").id, Verdict.ACCEPT, now)
    monkeypatch.setattr(waiting, "fold", interrupted)
    settle(full, now)
    assert (waits(full), stored(full)) == (0, 1)


def test_a_reviewer_who_never_rests_is_waited_for_at_last(
    full: Case, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = claim_of(full, "a.txt").id
    whole = fold

    def interrupted(*given: object) -> object:
        take(full, claim, Verdict.ACCEPT, now)
        return whole(*given)  # type: ignore[arg-type]  # handed through

    take(full, claim, Verdict.ACCEPT, now)
    monkeypatch.setattr(waiting, "fold", interrupted)
    settle(full, now)
    assert (waits(full), len(full.decisions())) == (0, waiting.TRIES + 1)


def test_answers_made_from_other_pages_are_not_kept(
    full: Case, pages: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = fold
    runs: Iterator[str] = iter(["once"])

    def interrupted(*given: object) -> object:
        made = whole(*given)  # type: ignore[arg-type]  # handed through
        list(add_more(full, pages, now) for _ in runs)
        return made

    take(full, claim_of(full, "a.txt").id, Verdict.ACCEPT, now)
    monkeypatch.setattr(waiting, "fold", interrupted)
    settle(full, now)
    assert stored(full) == 3


def add_more(case: Case, pages: Path, now: datetime) -> int:
    (pages / "d.txt").write_text("Third Post\n500 people.present\n")
    add_paths(case, [pages / "d.txt"], now=now)
    return run_case(case, now=now).claims


def test_without_decisions_the_kept_claims_are_those_of_now(full: Case) -> None:
    with full.store.reading() as reader:
        assert reviewed_now(reader) == reader.reviewed()


def test_a_case_of_an_earlier_version_has_no_waiting_decisions_until_one_is_taken(
    full: Case, now: datetime
) -> None:
    claim = claim_of(full, "a.txt").id
    full.decide(claim, Verdict.ACCEPT, reason="r", reviewer="Ada", at=now)
    with full.store.writing() as writer:
        meta = schema.meta
        writer.connection.execute(delete(meta).where(meta.c.key == WEIGHED_UP_TO))
    assert waits(full) == 0
    take(full, claim, Verdict.REJECT, now)
    assert waits(full) == 1
