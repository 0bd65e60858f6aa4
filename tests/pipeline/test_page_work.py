import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from tumen.codebook.schema import Codebook
from tumen.errors import ClaimRefused
from tumen.extract.analyzer import Analyzer
from tumen.ingest.captures import make_capture
from tumen.pipeline.case import Case
from tumen.pipeline.page_work import REFUSED, PageTask, PageWork
from tumen.pipeline.stages import Stages
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.issue import Issue
from tumen.store.rows import PageKeys, PageRows

Work = Callable[[str], PageRows]


def task_of(text: str, case: Case) -> PageTask:
    from datetime import UTC, datetime

    capture = make_capture(
        "a.txt", text.encode(), added_at=datetime(2025, 1, 1, tzinfo=UTC), max_bytes=99
    )
    return PageTask(capture, text.encode(), PageKeys("r", "e"))


def work_of(stages: Stages) -> PageWork:
    return PageWork(stages, "dprk-labour", "regex")


def test_a_page_gives_its_document_and_claims(case: Case) -> None:
    rows = work_of(case.stages)(task_of("40 people.present", case))

    assert rows.document
    assert rows.document.text == "40 people.present"
    assert [claim.quote for claim in rows.claims] == ["40 people.present"]
    assert (rows.issues, rows.keys) == ((), PageKeys("r", "e"))


def test_an_unreadable_page_gives_one_issue(case: Case) -> None:
    rows = work_of(case.stages)(task_of("unreadable", case))

    (issue,) = rows.issues
    assert (issue.stage, issue.code, issue.doc) == ("read", "made_to_fail", "a.txt")
    assert issue.capture == rows.capture
    assert (rows.document, rows.claims) == (None, ())


def test_an_unforeseen_error_names_its_page(case: Case) -> None:
    with pytest.raises(ZeroDivisionError) as failed:
        work_of(case.stages)(task_of("crash", case))
    assert failed.value.__notes__ == ["while reading the page a.txt"]


def refuse(claim: Claim, document: Document, codebook: Codebook) -> None:
    raise ClaimRefused("the words are not these", "Read them again.")


def test_a_claim_the_gate_refuses_is_an_issue_with_its_span(case: Case) -> None:
    strict = replace(case.stages, check=refuse)

    rows = work_of(strict)(task_of("40 people.present", case))

    (issue,) = rows.issues
    assert rows.claims == ()
    assert (issue.stage, issue.code, issue.doc) == ("extract", REFUSED, "a.txt")
    assert issue.span
    assert issue.problem == "the words are not these"


def test_the_same_claim_twice_is_one(case: Case) -> None:
    def twice(
        document: Document, codebook: Codebook, analyzer: Analyzer
    ) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
        claims, issues = case.stages.extract(document, codebook, analyzer)
        return (*claims, *claims), issues

    doubled = replace(case.stages, extract=twice)

    assert len(work_of(doubled)(task_of("40 people.present", case)).claims) == 1


def test_the_work_can_be_sent_to_another_process() -> None:
    from tumen.pipeline.stages import built_in_stages

    work = work_of(built_in_stages())

    assert pickle.loads(pickle.dumps(work)) == work  # noqa: S301  our own bytes
