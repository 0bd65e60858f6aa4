"""Dated answers by year and element."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def listed(run: Run, *words: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("estimate", *words).out.splitlines()]


def test_a_year_alone(run: Run, case: Path) -> None:
    rows = listed(run, case, "--json", "--year", 2017)
    assert [row["date"] for row in rows] == ["2017-12-31"]


def test_an_element_alone(run: Run, case: Path) -> None:
    rows = listed(run, case, "--json", "--element", "cond.hours")
    assert {row["element"] for row in rows} == {"cond.hours"}


def test_a_year_nobody_answered_is_empty(run: Run, case: Path) -> None:
    assert listed(run, case, "--json", "--year", 1999) == []


def test_what_was_carried_forward_says_from_when(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert "carried forward" not in run("estimate", case, "--year", 2017).out
    later = run("estimate", case, "--year", 2019).out
    assert "carried forward from 2017-12-31" in later


def test_a_year_is_a_number(run: Run, case: Path) -> None:
    assert run("estimate", case, "--year", "soon").code == 2
