"""The demo runs the whole thread on the invented pages."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import tumen
from tests.cli.conftest import Run
from tumen.cli.demo import examples_folder
from tumen.cli.main import run_command
from tumen.errors import CaseError
from tumen.pipeline.case import open_case
from tumen.pipeline.progress import tell_nobody
from tumen.pipeline.run import run_case


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the demo, run once for all tests of this file."""
    folder = tmp_path_factory.mktemp("demo") / "case"
    assert run_command(["demo", str(folder)]) == 0
    return folder


def test_the_demo_ends_with_a_report(folder: Path) -> None:
    report = (folder / "report" / "report.html").read_text(encoding="utf-8")
    assert "<svg" in report


def test_all_example_pages_are_read(folder: Path) -> None:
    files = [f for f in examples_folder().rglob("*.*") if f.is_file()]
    with open_case(folder) as case:
        assert len(case.captures()) == len(files)
        assert len(case.documents()) == len(files)


def test_a_second_run_reads_nothing_and_finds_the_same(folder: Path) -> None:
    with open_case(folder) as case:
        before = case.claims()
        now = datetime(2026, 1, 5, tzinfo=UTC)
        summary = run_case(case, now=now, report=tell_nobody)
        assert summary.read == 0
        assert case.claims() == before


def test_the_answers_are_shown_with_year_and_voice(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    shown = run("demo", folder)
    assert "(0 read now)" in shown.out
    years = [line[:4] for line in shown.out.splitlines() if line[:4].isdecimal()]
    assert "2017" in years
    assert years == sorted(set(years))
    assert (folder / "report" / "report.html").resolve().as_uri() in shown.out


def test_a_case_with_pages_of_its_own_is_left_alone(run: Run, case: Path) -> None:
    shown = run("demo", case)
    assert shown.code == 1
    assert "pages of its own" in shown.err
    with open_case(case) as opened:
        assert len(opened.captures()) == 3


def test_missing_examples_are_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "src" / "tumen" / "__init__.py"
    monkeypatch.setattr(tumen, "__file__", str(package))
    with pytest.raises(CaseError, match="missing"):
        examples_folder()


def test_the_examples_inside_a_package_come_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inside = tmp_path / "src" / "tumen" / "examples"
    inside.mkdir(parents=True)
    (tmp_path / "examples").mkdir()
    monkeypatch.setattr(tumen, "__file__", str(inside.parent / "__init__.py"))
    assert examples_folder() == inside
