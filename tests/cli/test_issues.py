"""What could not be understood is listed, and the exit code says so."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_case_without_issues_ends_with_0(run: Run, case: Path) -> None:
    shown = run("issues", case)
    assert shown.code == 0
    assert "0 issues" in shown.out


def test_an_issue_is_named_with_what_to_do(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "tune.mp3").write_bytes(b"ID3\x03\x00\x00\x00\x00\x00\x00\xff\xfb\x90")
    run("add", case, tmp_path / "tune.mp3")
    shown = run("issues", case)
    assert shown.code == 3
    assert "1 issue" in shown.out
    assert "tune.mp3" in shown.out
    assert "ingest: " in shown.out
