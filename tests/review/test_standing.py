"""A decision is taken back by a line of its own, and only by who made it."""

import pytest

from tests.review.conftest import ADA, BO, DecideAll
from tumen.errors import DecisionError
from tumen.records.decision import Verdict
from tumen.review.standing import check_undo, newest_of, standing_lines, taken_back


def test_an_undo_takes_back_the_newest_line(decide_all: DecideAll) -> None:
    lines = decide_all(
        (Verdict.ACCEPT, ADA, None),
        (Verdict.REJECT, ADA, None),
        (Verdict.UNDO, ADA, None),
    )
    assert taken_back(lines) == {2}
    assert standing_lines(lines) == (lines[0],)


def test_a_second_undo_takes_back_the_line_before(decide_all: DecideAll) -> None:
    lines = decide_all(
        (Verdict.ACCEPT, ADA, None),
        (Verdict.REJECT, ADA, None),
        (Verdict.UNDO, ADA, None),
        (Verdict.UNDO, ADA, None),
    )
    assert taken_back(lines) == {1, 2}


def test_what_is_decided_after_an_undo_stands(decide_all: DecideAll) -> None:
    lines = decide_all(
        (Verdict.REJECT, ADA, None),
        (Verdict.UNDO, ADA, None),
        (Verdict.ACCEPT, ADA, None),
    )
    assert standing_lines(lines) == (lines[2],)


def test_an_undo_leaves_what_another_reader_decided(decide_all: DecideAll) -> None:
    lines = decide_all(
        (Verdict.ACCEPT, ADA, None),
        (Verdict.REJECT, BO, None),
        (Verdict.UNDO, ADA, None),
    )
    assert standing_lines(lines) == (lines[1],)


def test_an_undo_without_a_line_takes_back_nothing(decide_all: DecideAll) -> None:
    lines = decide_all((Verdict.UNDO, ADA, None))
    assert taken_back(lines) == frozenset()


def test_the_newest_line_of_a_reader_is_one_that_stands(decide_all: DecideAll) -> None:
    lines = decide_all(
        (Verdict.ACCEPT, ADA, None),
        (Verdict.REJECT, ADA, None),
        (Verdict.UNDO, ADA, None),
    )
    assert newest_of(lines, ADA) == lines[0]
    assert newest_of(lines, BO) is None


def test_nobody_takes_back_what_he_did_not_decide(decide_all: DecideAll) -> None:
    lines = decide_all((Verdict.ACCEPT, ADA, None))
    assert check_undo(lines, lines[0].subject, ADA) == lines[0]
    with pytest.raises(DecisionError, match="Bo has no decision"):
        check_undo(lines, lines[0].subject, BO)
