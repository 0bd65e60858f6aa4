from datetime import datetime
from pathlib import Path

from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case
from tumen.pipeline.run import RunSummary, run_case


def test_a_run_says_what_the_case_holds(case: Case, pages: Path, now: datetime) -> None:
    add_paths(case, [pages], now=now)

    summary = run_case(case, now=now)

    assert summary == RunSummary(
        pages=3, read=3, claims=3, refusals=0, groups=2, estimates=2, boxes=1, issues=0
    )


def test_a_second_run_reads_nothing(case: Case, pages: Path, now: datetime) -> None:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)

    assert run_case(case, now=now).read == 0
