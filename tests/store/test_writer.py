from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import func, select

from tumen.errors import CaseDamaged
from tumen.records.capture import Capture
from tumen.records.claim import Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.document import Document
from tumen.records.ids import ClaimId
from tumen.records.issue import Issue
from tumen.records.trace import Trace
from tumen.store import schema
from tumen.store.case_store import CaseStore
from tumen.store.raw_exits import next_raw_exit
from tumen.store.rows import Answers, PageKeys, PageRows
from tumen.store.writer import content_hash


def test_a_capture_comes_back_with_its_names_and_bytes(
    store: CaseStore, capture: Capture, data: bytes
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)

    with store.reading() as reader:
        assert reader.captures() == (capture,)
        assert reader.blob(capture.id) == data
        assert reader.names() == ("beds.txt", "copies/beds.txt")
        assert reader.capture_named("copies/beds.txt") == capture.id
        assert reader.capture_named("other.txt") is None


def test_new_names_replace_the_old_ones(
    store: CaseStore, capture: Capture, data: bytes
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_names(replace(capture, name="x.txt", other_names=()))

    with store.reading() as reader:
        assert reader.names() == ("x.txt",)
        assert reader.count_of("captures") == 1


def test_a_removed_capture_leaves_a_nameless_tombstone(
    store: CaseStore, capture: Capture, data: bytes, page: PageRows, noon: datetime
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_page(page)
        writer.remove_capture(capture, noon)

    with store.reading() as reader:
        tombstone = reader.capture(capture.id)
        assert tombstone == replace(capture, name="", other_names=())
        assert reader.is_removed(capture.id)
        assert (reader.captures(), reader.names()) == ((), ())
        assert (reader.documents(), reader.claims(), reader.issues()) == ((), (), ())
        with pytest.raises(CaseDamaged, match="are missing"):
            reader.blob(capture.id)


def test_a_removed_capture_can_come_back(
    store: CaseStore, capture: Capture, data: bytes, noon: datetime
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.remove_capture(capture, noon)
        writer.put_capture(capture, data)

    with store.reading() as reader:
        assert reader.captures() == (capture,)
        assert not reader.is_removed(capture.id)


def test_a_page_comes_back_with_claims_and_issues(
    store: CaseStore,
    capture: Capture,
    data: bytes,
    page: PageRows,
    document: Document,
    claim: Claim,
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_page(page)

    with store.reading() as reader:
        assert reader.documents() == (document,)
        assert reader.document(capture.id) == document
        assert reader.claims() == (claim,)
        assert reader.claim(claim.id) == claim
        assert reader.issues() == page.issues
        assert reader.page_keys() == {capture.id: PageKeys("read", "extract")}


def test_a_page_read_again_replaces_what_was_known(
    store: CaseStore, capture: Capture, data: bytes, page: PageRows
) -> None:
    empty = replace(page, document=None, claims=(), issues=())
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_page(page)
        writer.put_page(empty)

    with store.reading() as reader:
        assert (reader.documents(), reader.claims(), reader.issues()) == ((), (), ())
        assert reader.document(capture.id) is None
        assert reader.claim(ClaimId("0" * 16)) is None


def test_proposals_outlive_their_page_being_read_again(
    store: CaseStore, capture: Capture, data: bytes, page: PageRows, claim: Claim
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_proposals("a" * 64, [claim])
        writer.put_page(page)
        writer.put_page(replace(page, claims=()))

    with store.reading() as reader:
        assert reader.proposals() == (claim,)


def test_proposals_of_a_file_are_replaced_together(
    store: CaseStore, capture: Capture, data: bytes, claim: Claim
) -> None:
    other = replace(claim, id=ClaimId("f" * 16))
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_proposals("a" * 64, [claim])
        writer.put_proposals("b" * 64, [other])
        writer.put_proposals("b" * 64, [])
        assert writer.proposals() == (claim,)
        assert writer.drop_proposals("a" * 64) == 1
        assert writer.proposals() == ()


def test_a_removed_capture_takes_its_proposals_with_it(
    store: CaseStore, capture: Capture, data: bytes, claim: Claim, noon: datetime
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_proposals("a" * 64, [claim])
        writer.remove_capture(capture, noon)
        assert writer.proposals() == ()


def test_answers_are_replaced_as_a_whole(store: CaseStore, answers: Answers) -> None:
    with store.writing() as writer:
        writer.replace_answers(answers)
        writer.replace_answers(answers)

    with store.reading() as reader:
        assert reader.reviewed() == answers.reviewed
        assert reader.groups() == answers.groups
        assert reader.estimates() == answers.estimates
        assert reader.boxes() == answers.boxes
        assert len(reader.answer_texts("groups")) == 1


def test_issues_of_a_scope_are_replaced_and_others_kept(store: CaseStore) -> None:
    first, second = issue_of("a.txt"), issue_of("b.txt")
    with store.writing() as writer:
        writer.put_issues("add a.txt", [issue_of("old.txt")])
        writer.put_issues("add b.txt", [second])
        writer.put_issues("add a.txt", [first])

    with store.reading() as reader:
        assert reader.issues() == (first, second)


def issue_of(doc: str) -> Issue:
    return Issue(stage="ingest", code="odd", doc=doc, problem="p", remedy="r")


def test_decisions_are_kept_line_by_line(
    store: CaseStore, capture: Capture, data: bytes, claim: Claim, noon: datetime
) -> None:
    line = Decision(
        number=1,
        subject=claim.id,
        verdict=Verdict.CORRECT,
        reason="the list says so",
        correction={"best": 41.0, "flags": ["word_share"]},
        reviewer="R. Tester",
        at=noon,
        before="0" * 64,
        hash="1" * 64,
    )
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.append_decision(line, capture.id)

    with store.reading() as reader:
        assert reader.decisions() == (line,)
        assert reader.decided_captures() == {1: capture.id}


def test_raw_exits_are_kept_line_by_line(store: CaseStore, noon: datetime) -> None:
    first = next_raw_exit(None, reason="one", at=noon)
    second = next_raw_exit(first, reason="two", at=noon)
    with store.writing() as writer:
        writer.append_raw_exit(first)
        writer.append_raw_exit(second)

    with store.reading() as reader:
        assert reader.raw_exits() == (first, second)


def test_traces_are_kept_in_the_order_they_were_made(
    store: CaseStore, noon: datetime
) -> None:
    first, second = trace_of("read", noon), trace_of("extract", noon)
    with store.writing() as writer:
        writer.append_trace(first)
        writer.append_trace(second)

    with store.reading() as reader:
        assert reader.traces() == (first, second)


def trace_of(stage: str, at: datetime) -> Trace:
    return Trace(
        stage=stage,
        versions={"code": "1"},
        settings_hash="s",
        inputs_hash="i",
        outputs_hash="o",
        counts={"pages": 1},
        started_at=at,
        ended_at=at,
    )


def test_the_state_of_a_table_changes_with_its_rows(
    store: CaseStore, answers: Answers
) -> None:
    with store.writing() as writer:
        before = writer.state_of("groups")
        writer.replace_answers(answers)
        after = writer.state_of("groups")
        writer.replace_answers(replace(answers, groups=()))

        assert before != after
        assert writer.state_of("groups") == before


def test_rows_and_sums_agree(store: CaseStore, answers: Answers) -> None:
    with store.writing() as writer:
        writer.replace_answers(answers)
        rows = writer.connection.scalar(
            select(func.count()).select_from(schema.reviewed)
        )

        assert writer.count_of("reviewed") == rows


def test_the_content_of_a_page_does_not_depend_on_the_order_of_its_rows() -> None:
    assert content_hash(["a", "b"]) == content_hash(["b", "a"])
