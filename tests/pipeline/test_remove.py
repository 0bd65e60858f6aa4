from datetime import datetime
from pathlib import Path

import pytest

from tumen.errors import UsageError
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case
from tumen.pipeline.remove import RemoveSummary, remove_document
from tumen.pipeline.run import run_case
from tumen.pipeline.verify import verify_case
from tumen.records.decision import Verdict


@pytest.fixture
def full(case: Case, pages: Path, now: datetime) -> Case:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    return case


def test_a_removed_page_takes_its_claims_and_answers_along(
    full: Case, now: datetime
) -> None:
    summary = remove_document(full, "north/b.txt", now=now)

    assert summary == RemoveSummary(names=1, pages=1, claims=2)
    assert [d.name for d in full.documents()] == ["a.txt", "c.txt"]
    assert [c.doc for c in full.claims()] == ["a.txt"]
    assert [e.q95 for e in full.estimates()] == [300.0]


def test_decisions_on_a_removed_page_are_kept_without_an_issue(
    full: Case, now: datetime
) -> None:
    claim = next(c for c in full.claims() if c.doc == "a.txt")
    full.decide(claim.id, Verdict.ACCEPT, reason="seen", reviewer="R.", at=now)

    remove_document(full, "a.txt", now=now)

    assert [line.subject for line in full.decisions()] == [claim.id]
    assert full.issues() == ()


def test_a_page_with_another_name_stays_under_it(
    full: Case, pages: Path, now: datetime
) -> None:
    add_paths(full, [pages / "north"], now=now)

    summary = remove_document(full, "north/b.txt", now=now)
    run_case(full, now=now)

    assert summary == RemoveSummary(names=1, pages=0, claims=0)
    assert [d.name for d in full.documents()] == ["a.txt", "b.txt", "c.txt"]
    assert {c.doc for c in full.claims()} == {"a.txt", "b.txt"}


def test_a_removed_page_can_be_added_again(
    full: Case, pages: Path, now: datetime
) -> None:
    before = full.reviewed()
    remove_document(full, "a.txt", now=now)
    add_paths(full, [pages / "a.txt"], now=now)
    run_case(full, now=now)

    assert full.reviewed() == before


def test_a_case_holds_after_removing(full: Case, now: datetime) -> None:
    remove_document(full, "a.txt", now=now)

    assert verify_case(full).faults == ()


def test_an_issue_goes_with_the_file_it_is_about(
    full: Case, pages: Path, now: datetime
) -> None:
    (pages / "empty.txt").write_bytes(b"")
    add_paths(full, [pages / "empty.txt"], now=now)

    remove_document(full, "empty.txt", now=now)

    assert full.issues() == ()


def test_an_unknown_name_is_answered_with_the_nearest_one(
    full: Case, now: datetime
) -> None:
    with pytest.raises(UsageError, match=r"no page 'north/c\.txt'") as refused:
        remove_document(full, "north/c.txt", now=now)
    assert "Did you mean 'north/b.txt'?" in refused.value.remedy
