from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from tumen.codebook.schema import Codebook
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.folds import fold_key
from tumen.pipeline.run import run_case
from tumen.records.claim import Claim
from tumen.records.decision import Verdict
from tumen.records.document import Document
from tumen.records.issue import Issue


def nothing(
    document: Document, codebook: Codebook, analyzer: object
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    return (), ()


def test_a_decision_whose_claim_is_no_longer_found_is_an_issue(
    case: Case, pages: Path, now: datetime
) -> None:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    claim = case.claims()[0]
    case.decide(claim.id, Verdict.REJECT, reason="r", reviewer="R.", at=now)
    changed = {**case.stages.versions, "extract": "2"}
    stages = replace(case.stages, extract=nothing, versions=changed)

    with open_case(case.folder, stages) as later:
        run_case(later, now=now)

        (issue,) = later.issues()
        assert (issue.stage, issue.code) == ("review", "orphan_decision")
        assert issue.doc == claim.doc
        assert claim.id in issue.problem
        assert later.decisions() == case.decisions()


def test_every_fold_leaves_a_trace_that_follows_from_the_one_before(
    case: Case, pages: Path, now: datetime
) -> None:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)

    stages = [trace.stage for trace in case.traces()]
    assert stages == ["ingest", "read", "extract", "review", "corroborate", "estimate"]


def test_answers_are_made_again_on_another_day(case: Case, now: datetime) -> None:
    with case.store.reading() as reader:
        today = fold_key(case, reader, now.date())
        tomorrow = fold_key(case, reader, now.date() + timedelta(days=1))

    assert today != tomorrow
