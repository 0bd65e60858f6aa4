"""What a scenario would mean, for people and for machines."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def rows(run: Run, *words: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("what-if", *words).out.splitlines()]


def test_without_a_scenario_they_are_listed(run: Run, case: Path) -> None:
    shown = run("what-if", case)
    assert shown.code == 0
    assert "agency-unreachable" in shown.out


def test_machines_get_a_line_for_each_measure_and_year(run: Run, case: Path) -> None:
    found = rows(run, case, "recall", "--json", "--years", 2)
    assert len(found) == 10
    assert {row["scenario"] for row in found} == {"recall"}
    assert {row["year"] for row in found} == {1, 2}


def test_need_is_told_with_its_band(run: Run, case: Path) -> None:
    found = rows(run, case, "baseline", "--json")
    need = next(row for row in found if row["measure"] == "unmet need")
    assert need["q05"] < need["q50"] < need["q95"]  # type: ignore[operator]


def test_people_get_a_table(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    out = run("what-if", case, "border-closed", "--years", 1).out
    assert "border closed for two years" in out
    assert "person-months unprotected" in out
    assert "This is mostly the prior" in out


def test_a_scenario_of_ones_own_is_a_file(run: Run, case: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'name = "own"\nlabel = "many more"\narrivals = 90000\nmonths = 6\n'
        'into = "work"\nsource = "invented"\n',
        encoding="utf-8",
    )
    found = rows(run, case, own, "--json", "--years", 1)
    present = next(row for row in found if row["measure"] == "people present")
    assert present["q05"] > 40000  # type: ignore[operator]


def test_a_scenario_that_is_not_there_names_those_that_are(
    run: Run, case: Path
) -> None:
    shown = run("what-if", case, "flood")
    assert shown.code == 2
    assert "baseline" in shown.err


def test_a_wrong_rate_in_a_file_is_named(run: Run, case: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'name = "own"\nlabel = "x"\nsource = "x"\n'
        'effects = [{ rate = "moon", mean = 1.0, sd = 0.1 }]\n',
        encoding="utf-8",
    )
    shown = run("what-if", case, own)
    assert shown.code == 1
    assert "moon" in shown.err


def test_a_file_that_is_not_there_is_said_so(run: Run, case: Path) -> None:
    shown = run("what-if", case, "nowhere.toml")
    assert shown.code == 1
    assert "nowhere.toml" in shown.err
