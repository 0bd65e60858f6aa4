"""Every decision becomes a labelled row with the names of the machine answers."""

from tests.review.conftest import ADA, BO, DecideAll
from tumen.records.claim import Claim
from tumen.records.decision import Verdict
from tumen.review.labels import LabelRow, label_rows, lines_by_claim


def rows(claim: Claim, decide_all: DecideAll, *steps: object) -> tuple[LabelRow, ...]:
    return label_rows([claim], decide_all(*steps), {})


def test_an_accepted_claim_is_right_in_every_slot(
    claim: Claim, decide_all: DecideAll
) -> None:
    (row,) = rows(claim, decide_all, (Verdict.ACCEPT, ADA, None))
    assert (row.label, row.changed, row.was) == ("right", (), {})
    assert (row.doc, row.start, row.end, row.quote) == (
        "page.html", 18, 36, claim.quote,
    )  # fmt: skip
    assert (row.element, row.best, row.speaker) == (
        "people.present", 4000, "the ministry",
    )  # fmt: skip


def test_a_corrected_row_says_what_the_machine_had(
    claim: Claim, decide_all: DecideAll
) -> None:
    (row,) = rows(claim, decide_all, (Verdict.CORRECT, ADA, {"place": "Omsk"}))
    assert (row.label, row.place, row.was) == ("corrected", "Omsk", {"place": "Russia"})


def test_a_rejected_claim_is_a_negative(claim: Claim, decide_all: DecideAll) -> None:
    (row,) = rows(claim, decide_all, (Verdict.REJECT, ADA, None))
    assert (row.label, row.verdict, row.reviewer) == ("wrong", "reject", ADA)


def test_every_reader_gives_a_row_and_only_his_newest_stands(
    claim: Claim, decide_all: DecideAll
) -> None:
    found = rows(
        claim,
        decide_all,
        (Verdict.REJECT, ADA, None),
        (Verdict.ACCEPT, BO, None),
        (Verdict.ACCEPT, ADA, None),
    )
    assert [(row.number, row.stands) for row in found] == [
        (1, False),
        (2, True),
        (3, True),
    ]


def test_what_was_taken_back_gives_no_row(claim: Claim, decide_all: DecideAll) -> None:
    taken = (Verdict.REJECT, ADA, None), (Verdict.UNDO, ADA, None)
    assert rows(claim, decide_all, *taken) == ()


def test_a_decision_on_a_claim_that_is_gone_gives_no_row(
    decide_all: DecideAll,
) -> None:
    assert label_rows([], decide_all((Verdict.ACCEPT, ADA, None)), {}) == ()


def test_lines_are_sorted_by_their_claim(claim: Claim, decide_all: DecideAll) -> None:
    lines = decide_all((Verdict.ACCEPT, ADA, None), (Verdict.REJECT, BO, None))
    assert lines_by_claim(lines) == {claim.id: list(lines)}
