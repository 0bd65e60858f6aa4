"""Labels are gathered from a case as it stands."""

from datetime import datetime
from pathlib import Path

from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case
from tumen.pipeline.decide import take_added_claim, take_decision
from tumen.pipeline.labels import gather_labels
from tumen.pipeline.run import run_case
from tumen.records.decision import Verdict


def test_every_decision_of_a_case_is_a_row(
    case: Case, pages: Path, now: datetime
) -> None:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    claim = case.claims()[0]
    take_decision(case, claim.id, Verdict.ACCEPT, reason="r", reviewer="Ada", at=now)
    slots = {"start": 0, "end": 15, "kind": "condition", "element": "meta.source"}
    take_added_claim(case, "a.txt", slots, reason="missed", reviewer="Bo", at=now)
    rows = gather_labels(case)
    assert [(row.label, row.reviewer) for row in rows] == [
        ("right", "Ada"),
        ("missed", "Bo"),
    ]
