"""The pages of a case, with what is known about them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REPRINT = """Taiga Courier (invented)

The pier is finished

By Di Pattern

July 1, 2018

Source: Strait Post

The pier was painted blue by three builders, the Strait Post said.
"""


def test_every_page_has_its_date_and_how_sure_it_is(run: Run, case: Path) -> None:
    out = run("documents", case).out
    assert "3 pages" in out
    assert "Courier doubts the count" in out
    assert out.count("day") >= 3


def test_a_page_without_a_date_says_so(run: Run, case: Path, tmp_path: Path) -> None:
    (tmp_path / "pier.txt").write_text("The pier was painted blue.\n", "utf-8")
    run("add", case, tmp_path / "pier.txt")
    run("run", case)
    assert "no date" in run("documents", case).out


def test_a_copied_page_names_the_outlet_it_was_copied_from(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    (tmp_path / "pier.txt").write_text(REPRINT, "utf-8")
    run("add", case, tmp_path / "pier.txt")
    run("run", case)
    assert "copied from Strait Post" in run("documents", case).out


def test_machines_get_one_line_for_each_page(run: Run, case: Path) -> None:
    lines = run("documents", case, "--json").out.splitlines()
    assert len(lines) == 3
    ledger = json.loads(lines[0])
    assert (ledger["doc"], ledger["published"]["certainty"]) == ("ledger.txt", "day")
