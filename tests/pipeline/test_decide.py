from datetime import datetime
from pathlib import Path

import pytest

from tumen.errors import CaseDamaged, CaseLocked, ClaimRefused, DecisionError
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.run import run_case
from tumen.records.claim import Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.ids import ClaimId
from tumen.records.reviewed import Status
from tumen.store.rows import PageKeys, PageRows


@pytest.fixture
def full(case: Case, pages: Path, now: datetime) -> Case:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    return case


def claim_of(case: Case, doc: str) -> Claim:
    return next(claim for claim in case.claims() if claim.doc == doc)


def decide(
    case: Case,
    claim: Claim,
    verdict: Verdict,
    now: datetime,
    correction: dict[str, object] | None = None,
) -> Decision:
    return case.decide(
        claim.id,
        verdict,
        reason="seen on the page",
        reviewer="R. Tester",
        at=now,
        correction=correction,
    )


def band(case: Case) -> tuple[float | None, float | None]:
    (estimate,) = [e for e in case.estimates() if e.element == "people.present"]
    return estimate.q05, estimate.q95


def test_rejecting_a_claim_changes_the_answer_at_once(
    full: Case, now: datetime
) -> None:
    assert band(full) == (300.0, 450.0)

    decide(full, claim_of(full, "north/b.txt"), Verdict.REJECT, now)

    assert band(full) == (300.0, 300.0)


def test_accepting_it_again_leaves_all_as_before(full: Case, now: datetime) -> None:
    groups, estimates, boxes = full.groups(), full.estimates(), full.boxes()
    claim = claim_of(full, "north/b.txt")

    decide(full, claim, Verdict.REJECT, now)
    decide(full, claim, Verdict.ACCEPT, now)

    assert (full.groups(), full.estimates(), full.boxes()) == (groups, estimates, boxes)


def test_decisions_are_chained(full: Case, now: datetime) -> None:
    claim = claim_of(full, "a.txt")

    first = decide(full, claim, Verdict.REJECT, now)
    second = decide(full, claim, Verdict.ACCEPT, now)

    assert (first.number, second.number) == (1, 2)
    assert second.before == first.hash
    assert full.head() == second.hash
    assert full.decisions() == (first, second)


def test_a_correction_within_the_words_is_taken(full: Case, now: datetime) -> None:
    claim = claim_of(full, "a.txt")

    decide(full, claim, Verdict.CORRECT, now, {"place": "Khasan"})

    corrected = full.claim(claim.id)
    assert corrected
    assert corrected.status is Status.CORRECTED
    assert corrected.claim.place == "Khasan"


def test_a_correction_to_a_number_that_is_not_there_changes_nothing(
    full: Case, now: datetime
) -> None:
    claim = claim_of(full, "a.txt")
    wrong: dict[str, object] = {"low": 301.0, "best": 301.0, "high": 301.0}

    with pytest.raises(ClaimRefused, match="301 is not in the words"):
        decide(full, claim, Verdict.CORRECT, now, wrong)

    assert full.decisions() == ()
    assert band(full) == (300.0, 450.0)


def test_a_decision_on_an_unknown_claim_is_refused(full: Case, now: datetime) -> None:
    with pytest.raises(DecisionError, match="there is no claim 0000"):
        full.decide(
            ClaimId("0" * 16), Verdict.REJECT, reason="r", reviewer="R.", at=now
        )


def test_adding_needs_the_words_on_a_page(full: Case, now: datetime) -> None:
    with pytest.raises(DecisionError, match="add needs a page"):
        decide(full, claim_of(full, "a.txt"), Verdict.ADD, now)


ADDED: dict[str, object] = {
    "start": "0",
    "end": "15",
    "kind": "condition",
    "element": "meta.source",
}


def add(case: Case, doc: str, slots: dict[str, object], now: datetime) -> Decision:
    return case.add_claim(doc, slots, reason="missed", reviewer="R. Tester", at=now)


def test_a_claim_the_machine_missed_is_added(full: Case, now: datetime) -> None:
    line = add(full, "a.txt", ADDED, now)

    added = full.claim(line.subject)
    assert added
    assert added.status is Status.ADDED
    assert added.claim.quote == "Invented Herald"
    assert added.claim.found_by == "person R. Tester"


def test_a_position_of_endless_digits_is_refused(full: Case, now: datetime) -> None:
    with pytest.raises(DecisionError, match="are no character positions"):
        add(full, "a.txt", {**ADDED, "end": "9" * 5_000}, now)


def test_an_added_claim_stays_when_the_case_is_run_again(
    full: Case, now: datetime
) -> None:
    line = add(full, "a.txt", ADDED, now)

    run_case(full, now=now)

    assert full.claim(line.subject)


def test_an_added_figure_must_stand_in_its_words(full: Case, now: datetime) -> None:
    figure = {
        **ADDED,
        "kind": "figure",
        "measure": "count",
        "qualifier": "about",
        "best": 77.0,
    }

    with pytest.raises(ClaimRefused):
        add(full, "a.txt", figure, now)
    assert full.decisions() == ()


def test_a_claim_on_a_page_that_is_not_there_is_refused(
    full: Case, now: datetime
) -> None:
    with pytest.raises(DecisionError, match="there is no page 'z'"):
        add(full, "z", ADDED, now)


def test_nobody_decides_while_another_command_writes(full: Case, now: datetime) -> None:
    with (
        open_case(full.folder) as other,
        other.store.sole_writer(),
        pytest.raises(CaseLocked),
    ):
        decide(full, claim_of(full, "a.txt"), Verdict.ACCEPT, now)


def forget_page(case: Case, claim: Claim, *, keep_claim: bool) -> None:
    """Leave answers that no longer follow from the pages."""
    rows = PageRows(
        capture=claim.capture,
        keys=PageKeys("r", "e"),
        document=None,
        claims=(claim,) if keep_claim else (),
        issues=(),
    )
    with case.store.writing() as writer:
        writer.put_page(rows)


def test_a_claim_that_is_gone_since_the_last_run_takes_no_decision(
    full: Case, now: datetime
) -> None:
    claim = claim_of(full, "a.txt")
    forget_page(full, claim, keep_claim=False)

    with pytest.raises(DecisionError, match="there is no claim"):
        decide(full, claim, Verdict.REJECT, now)
    assert full.decisions() == ()


def test_a_claim_whose_page_is_gone_takes_no_correction(
    full: Case, now: datetime
) -> None:
    claim = claim_of(full, "a.txt")
    forget_page(full, claim, keep_claim=True)

    with pytest.raises(CaseDamaged, match="the page of claim"):
        decide(full, claim, Verdict.CORRECT, now, {"place": "Khasan"})
    assert full.decisions() == ()
