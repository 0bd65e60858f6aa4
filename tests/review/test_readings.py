"""What readers made of a claim is told by content, in the order of their lines."""

import pytest

from tests.review.conftest import ADA, BO, NOON, DecideAll
from tumen.records.claim import Claim
from tumen.records.decision import Verdict
from tumen.records.document import Document
from tumen.review.added import make_claim
from tumen.review.chain import next_decision
from tumen.review.readings import (
    Outcome,
    differing,
    first_readings,
    is_disputed,
    readings_of,
)

YES, NO, CHANGE, BACK = Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.UNDO
OMSK: dict[str, object] = {"place": "Omsk"}


@pytest.mark.parametrize(
    ("verdict", "correction", "outcome"),
    [
        (YES, None, Outcome.RIGHT),
        (NO, None, Outcome.WRONG),
        (CHANGE, OMSK, Outcome.CORRECTED),
        (CHANGE, {"place": "Russia"}, Outcome.RIGHT),
    ],
)
def test_the_outcome_is_told_by_content(
    claim: Claim,
    decide_all: DecideAll,
    verdict: Verdict,
    correction: dict[str, object] | None,
    outcome: Outcome,
) -> None:
    (reading,) = readings_of(claim, decide_all((verdict, ADA, correction)), {})
    assert reading.outcome is outcome


def test_who_accepts_a_corrected_claim_holds_the_correction_for_right(
    claim: Claim, decide_all: DecideAll
) -> None:
    lines = decide_all((CHANGE, ADA, OMSK), (YES, BO, None))
    first = first_readings(readings_of(claim, lines, {}))
    assert first[BO].outcome is Outcome.CORRECTED
    assert first[BO].changed == ("place",)
    assert differing(first[ADA], first[BO]) == ()


def test_the_first_reading_of_each_reader_is_kept(
    claim: Claim, decide_all: DecideAll
) -> None:
    lines = decide_all((NO, ADA, None), (YES, BO, None), (YES, ADA, None))
    first = first_readings(readings_of(claim, lines, {}))
    assert first[ADA].outcome is Outcome.WRONG


def test_what_was_taken_back_is_no_reading(claim: Claim, decide_all: DecideAll) -> None:
    lines = decide_all((NO, ADA, None), (BACK, ADA, None))
    assert readings_of(claim, lines, {}) == ()


def test_an_added_claim_was_missed(document: Document, claim: Claim) -> None:
    slots = {
        "capture": document.capture,
        "start": 53,
        "end": 69,
        "quote": "Dozens came home",
        "kind": "figure",
        "element": "people.repatriated",
        "qualifier": "vague_dozens",
    }
    added = make_claim(slots, document, ADA)
    line = next_decision(
        None,
        subject=added.id,
        verdict=Verdict.ADD,
        reason="missed",
        correction=slots,
        reviewer=ADA,
        at=NOON,
    )
    (reading,) = readings_of(None, [line], {document.capture: document})
    assert (reading.outcome, reading.changed) == (Outcome.MISSED, ())


@pytest.mark.parametrize(
    ("steps", "disputed"),
    [
        ([(YES, ADA, None)], False),
        ([(YES, ADA, None), (YES, BO, None)], False),
        ([(YES, ADA, None), (NO, BO, None)], True),
        ([(NO, ADA, None), (NO, BO, None)], False),
        ([(YES, ADA, None), (CHANGE, BO, OMSK)], True),
        ([(CHANGE, ADA, OMSK), (CHANGE, BO, OMSK)], False),
        ([(YES, ADA, None), (NO, ADA, None)], False),
        ([(YES, ADA, None), (NO, BO, None), (YES, ADA, None)], False),
        ([(YES, ADA, None), (NO, BO, None), (BACK, BO, None)], False),
    ],
)
def test_readers_differ_until_somebody_decides_between_them(
    claim: Claim,
    decide_all: DecideAll,
    steps: list[tuple[Verdict, str, dict[str, object] | None]],
    disputed: bool,
) -> None:
    assert is_disputed(readings_of(claim, decide_all(*steps), {})) is disputed
