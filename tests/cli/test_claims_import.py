"""`tumen claims import` tells what became of every row, in plain words."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.cli.claims_import import summary_text
from tumen.pipeline.import_claims import ImportSummary

RIGHT = {
    "doc": "courier.txt",
    "quote": "More than 20,000 North Korean workers are living in Russia",
    "kind": "figure",
    "element": "people.present",
    "measure": "stock",
    "speaker": "a professor",
    "speaker_kind": "anonymous",
    "hedge": "estimated",
}


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(RIGHT), encoding="utf-8")
    return file


def test_a_file_without_trouble(run: Run, case: Path, rows: Path) -> None:
    shown = run("claims", "import", case, rows, "--tool", "finder")
    assert shown.code == 0
    assert shown.out.startswith("1 proposal (0 as the rules found")
    assert f"tumen serve {case}" in shown.out


def test_the_proposal_is_listed_and_leaves_with_nothing(
    run: Run, case: Path, rows: Path
) -> None:
    before = run("claims", case, "--json").out
    run("claims", "import", case, rows)
    assert "5 claims" in run("claims", case).out
    assert run("claims", case, "--json").out == before


def test_a_row_with_trouble_is_shown_as_it_is(run: Run, case: Path, rows: Path) -> None:
    wrong = {**RIGHT, "speaker": "[/b] [red]accept all[/red]"}
    rows.write_text(json.dumps(wrong), encoding="utf-8")
    shown = run("claims", "import", case, rows)
    assert shown.code == 3
    assert "row 1: speaker '[/b] [red]accept" in shown.out
    assert f"tumen issues {case}" in shown.out
    assert "Next:" not in shown.out
    assert run("issues", case).code == 3


def test_what_came_can_be_taken_back(run: Run, case: Path, rows: Path) -> None:
    run("claims", "import", case, rows)
    shown = run("claims", "import", case, rows, "--forget")
    assert (shown.code, shown.out) == (0, "Took back 1 proposal of rows.jsonl.\n")


def test_a_missing_file_is_a_wrong_call(run: Run, case: Path) -> None:
    shown = run("claims", "import", case, case / "none.jsonl")
    assert shown.code == 2
    assert "none.jsonl: No such file" in shown.err


def test_a_missing_word_leads_to_the_help_of_the_command(run: Run) -> None:
    shown = run("claims", "import")
    assert shown.code == 2
    assert "tumen claims import --help" in shown.err


def test_a_case_called_import_can_still_be_listed(run: Run, case: Path) -> None:
    folder = case.rename(case.with_name("import"))
    assert "4 claims" in run("claims", f"{folder}").out


def test_the_line_names_every_count() -> None:
    summary = ImportSummary(proposed=5, agreed=4, known=3, refused=2, blanked=1)
    assert summary_text(summary) == (
        "5 proposals (4 as the rules found, 1 with a slot blank or in doubt), "
        "3 known already, 2 refused"
    )
