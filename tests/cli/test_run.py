"""A run does what is left to do, and says how much that was."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.cli.run import summary_text
from tumen.pipeline.run import RunSummary


def test_a_second_run_reads_nothing(run: Run, case: Path) -> None:
    shown = run("run", case)
    assert shown.code == 0
    assert "3 pages (0 read now), 4 claims" in shown.out


def test_a_new_page_alone_is_read(run: Run, case: Path, tmp_path: Path) -> None:
    (tmp_path / "pier.txt").write_text("The pier was painted in 2017.\n", "utf-8")
    run("add", case, tmp_path / "pier.txt")
    assert "4 pages (1 read now)" in run("run", case).out


def test_the_next_commands_are_named(run: Run, case: Path) -> None:
    assert f"tumen claims {case}" in run("run", case).out


@pytest.mark.parametrize(("issues", "code"), [(0, 0), (2, 3)])
def test_issues_end_with_3(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch, issues: int, code: int
) -> None:
    summary = RunSummary(
        pages=5,
        read=1,
        claims=7,
        unsure=0,
        refusals=0,
        groups=3,
        estimates=2,
        boxes=1,
        issues=issues,
    )
    monkeypatch.setattr("tumen.cli.run.run_case", lambda *words, **more: summary)
    shown = run("run", case)
    assert shown.code == code
    assert (f"tumen issues {case}" in shown.out) == bool(issues)


def test_the_summary_is_one_line_with_all_counts() -> None:
    summary = RunSummary(
        pages=5,
        read=1,
        claims=7,
        unsure=2,
        refusals=4,
        groups=3,
        estimates=2,
        boxes=1,
        issues=6,
    )
    assert summary_text(summary) == (
        "5 pages (1 read now), 7 claims (2 too unsure to count), 4 refused, "
        "3 groups, 2 answers, 6 issues"
    )
