"""What a case holds after its decisions."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import DecisionError
from tumen.records.claim import Claim
from tumen.records.claim_id import with_id
from tumen.records.decision import Decision, Verdict
from tumen.records.document import Document
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.reviewed import ReviewedClaim, Status
from tumen.review.added import make_claim
from tumen.review.apply import apply_decisions, find_orphans
from tumen.review.slots import slots_of

Decide = Callable[..., Decision]
DOZENS: dict[str, object] = {
    "capture": "a" * 64,
    "start": 53,
    "end": 69,
    "quote": "Dozens came home",
    "kind": "figure",
    "element": "people.repatriated",
    "qualifier": "vague_dozens",
}


def pages(document: Document) -> dict[CaptureId, Document]:
    return {document.capture: document}


def added(document: Document, decide: Decide, last: Decision | None = None) -> Decision:
    subject = make_claim(DOZENS, document, "R. Eader").id
    return decide(last, subject, Verdict.ADD, DOZENS)


def test_without_decisions_a_claim_is_proposed(claim: Claim) -> None:
    assert apply_decisions([claim], [], {}) == (ReviewedClaim(claim),)


@pytest.mark.parametrize(
    ("verdict", "status"),
    [(Verdict.ACCEPT, Status.ACCEPTED), (Verdict.REJECT, Status.REJECTED)],
)
def test_a_verdict_sets_the_status_and_nothing_else(
    claim: Claim, decide: Decide, verdict: Verdict, status: Status
) -> None:
    (after,) = apply_decisions([claim], [decide(None, claim.id, verdict)], {})
    assert after == ReviewedClaim(claim, status, (1,))


def test_a_rejected_claim_no_longer_counts(claim: Claim, decide: Decide) -> None:
    line = decide(None, claim.id, Verdict.REJECT)
    assert not apply_decisions([claim], [line], {})[0].counts


def test_accept_after_reject_brings_it_back(claim: Claim, decide: Decide) -> None:
    no = decide(None, claim.id, Verdict.REJECT)
    yes = decide(no, claim.id, Verdict.ACCEPT)
    (after,) = apply_decisions([claim], [no, yes], {})
    assert after == ReviewedClaim(claim, Status.ACCEPTED, (1, 2))


def test_a_correction_changes_its_slot_and_keeps_the_id(
    claim: Claim, decide: Decide
) -> None:
    line = decide(None, claim.id, Verdict.CORRECT, {"place": "Omsk"})
    (after,) = apply_decisions([claim], [line], {})
    assert (after.claim.place, after.claim.id, after.status) == (
        "Omsk",
        claim.id,
        Status.CORRECTED,
    )


def test_an_accepted_correction_stays_corrected(claim: Claim, decide: Decide) -> None:
    one = decide(None, claim.id, Verdict.CORRECT, {"place": "Omsk"})
    two = decide(one, claim.id, Verdict.ACCEPT)
    (after,) = apply_decisions([claim], [one, two], {})
    assert (after.claim.place, after.status) == ("Omsk", Status.ACCEPTED)


def test_a_correction_is_undone_by_the_slots_before(
    claim: Claim, decide: Decide
) -> None:
    one = decide(None, claim.id, Verdict.CORRECT, {"best": 400, "place": "Omsk"})
    two = decide(one, claim.id, Verdict.CORRECT, slots_of(claim))
    (after,) = apply_decisions([claim], [one, two], {})
    assert replace(after.claim, slots={}) == claim


def test_a_wrong_correction_stops_with_advice(claim: Claim, decide: Decide) -> None:
    line = decide(None, claim.id, Verdict.CORRECT, {"best": "many"})
    with pytest.raises(DecisionError, match="best cannot be 'many'"):
        apply_decisions([claim], [line], {})


def test_an_added_claim_comes_after_the_found_ones(
    claim: Claim, document: Document, decide: Decide
) -> None:
    line = added(document, decide)
    after = apply_decisions([claim], [line], pages(document))
    assert [(e.claim.id, e.status) for e in after] == [
        (claim.id, Status.PROPOSED),
        (line.subject, Status.ADDED),
    ]


def test_an_added_claim_can_be_rejected(document: Document, decide: Decide) -> None:
    one = added(document, decide)
    two = decide(one, one.subject, Verdict.REJECT)
    (after,) = apply_decisions([], [one, two], pages(document))
    assert (after.status, after.decisions) == (Status.REJECTED, (1, 2))


def test_adding_what_the_rules_found_accepts_it(
    document: Document, decide: Decide
) -> None:
    found = replace(make_claim(DOZENS, document, "R. Eader"), found_by="rules")
    (after,) = apply_decisions([found], [added(document, decide)], pages(document))
    assert after == ReviewedClaim(found, Status.ACCEPTED, (1,))


def test_an_added_claim_with_another_id_is_damage(
    document: Document, decide: Decide
) -> None:
    line = decide(None, ClaimId("f" * 16), Verdict.ADD, DOZENS)
    with pytest.raises(DecisionError, match="its slots make claim"):
        apply_decisions([], [line], pages(document))


@pytest.mark.parametrize(
    ("change", "words"),
    [({"capture": None}, "without its page"), ({"start": None}, "lacks start")],
)
def test_an_added_claim_needs_its_place(
    document: Document, decide: Decide, change: dict[str, object], words: str
) -> None:
    line = decide(None, ClaimId("f" * 16), Verdict.ADD, {**DOZENS, **change})
    with pytest.raises(DecisionError, match=words):
        apply_decisions([], [line], pages(document))


def test_changed_words_leave_an_orphan_never_a_moved_claim(
    document: Document, decide: Decide
) -> None:
    line = added(document, decide)
    other = replace(document, text=document.text.replace("Dozens", "Scores"))
    assert apply_decisions([], [line], pages(other)) == ()
    assert find_orphans([], [line], pages(other)) == (line,)


def test_a_decision_on_a_vanished_claim_is_an_orphan(
    claim: Claim, decide: Decide
) -> None:
    line = decide(None, ClaimId("f" * 16), Verdict.ACCEPT)
    assert find_orphans([claim], [line], {}) == (line,)


def test_a_page_that_was_removed_takes_its_added_claim_along(
    document: Document, decide: Decide
) -> None:
    assert apply_decisions([], [added(document, decide)], {}) == ()


@given(st.lists(st.sampled_from(["Omsk", "Tomsk", "Chita"]), max_size=3), st.booleans())
def test_accept_then_reject_leaves_all_else_as_before(
    claim: Claim, decide: Decide, places: list[str], other_too: bool
) -> None:
    other = with_id(replace(claim, place="Perm"))
    lines: list[Decision] = []
    for place in places:
        last = lines[-1] if lines else None
        lines.append(decide(last, claim.id, Verdict.CORRECT, {"place": place}))
    claims = [claim, other] if other_too else [claim]
    before = apply_decisions(claims, lines, {})
    yes = decide(lines[-1] if lines else None, claim.id, Verdict.ACCEPT)
    no = decide(yes, claim.id, Verdict.REJECT)
    after = apply_decisions(claims, [*lines, yes, no], {})
    assert [e.claim for e in after] == [e.claim for e in before]
    assert after[1:] == before[1:]


def test_what_is_taken_back_leaves_all_as_before(claim: Claim, decide: Decide) -> None:
    first = decide(None, claim.id, Verdict.CORRECT, {"place": "Omsk"})
    second = decide(first, claim.id, Verdict.REJECT)
    undo = decide(second, claim.id, Verdict.UNDO)
    (after,) = apply_decisions([claim], [first, second, undo], {})
    assert (after.claim.place, after.status) == ("Omsk", Status.CORRECTED)
    (after,) = apply_decisions(
        [claim], [first, second, undo, decide(undo, claim.id, Verdict.UNDO)], {}
    )
    assert after == ReviewedClaim(claim, Status.PROPOSED, (1, 2, 3, 4))


def test_an_added_claim_that_is_taken_back_is_rejected(
    document: Document, decide: Decide
) -> None:
    line = added(document, decide)
    undo = decide(line, line.subject, Verdict.UNDO)
    (after,) = apply_decisions([], [line, undo], pages(document))
    assert (after.status, after.decisions) == (Status.REJECTED, (1, 2))
    again = added(document, decide, undo)
    (after,) = apply_decisions([], [line, undo, again], pages(document))
    assert after.status is Status.ACCEPTED
