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


def test_the_model_answers_where_two_origins_speak(run: Run, case: Path) -> None:
    (row,) = listed(run, case, "--json", "--year", 2017)
    assert (row["engine"], row["verdict"]) == ("model", "band")
    assert row["notes"][0].startswith("A bias that all sources share")  # type: ignore[index]


def test_pulls_are_told_when_asked_for(run: Run, case: Path) -> None:
    (plain,) = listed(run, case, "--json", "--year", 2017)
    (told,) = listed(run, case, "--json", "--year", 2017, "--pulls")
    assert plain["pulls"] == []
    assert {pull["kind"] for pull in told["pulls"]} == {"origin"}  # type: ignore[attr-defined]


def test_pulls_are_a_table_for_people(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    out = run("estimate", case, "--pulls").out
    assert "with it over without it" in out
    assert "x1." in out


def test_as_known_on_a_day_leaves_out_what_came_later(run: Run, case: Path) -> None:
    rows = listed(run, case, "--json", "--as-known-on", "2017-04-01")
    present = [row for row in rows if row["element"] == "people.present"]
    assert [(row["date"], row["verdict"]) for row in present] == [
        ("2017-04-01", "none")
    ]
    assert [len(row["lineages"]) for row in present] == [1]  # type: ignore[arg-type]


def test_before_the_first_page_nothing_was_known(run: Run, case: Path) -> None:
    assert listed(run, case, "--json", "--as-known-on", "2016-01-01") == []


def test_all_official_figures_can_be_multiplied(run: Run, case: Path) -> None:
    (row,) = listed(run, case, "--json", "--sensitivity", "--year", 2017)
    medians = row["medians"]
    assert list(medians) == ["0.7", "1", "1.4"]  # type: ignore[call-overload]
    assert medians["0.7"] < medians["1"] < medians["1.4"]  # type: ignore[index]


def test_the_sensitivity_is_a_table_for_people(run: Run, case: Path) -> None:
    out = run("estimate", case, "--sensitivity").out
    assert "x0.7" in out
    assert "x1.4" in out


def test_two_ways_of_asking_at_once_are_refused(run: Run, case: Path) -> None:
    shown = run("estimate", case, "--sensitivity", "--as-known-on", "2017-04-01")
    assert shown.code == 2
    assert "one of them at a time" in shown.err


def test_a_day_to_come_is_refused(run: Run, case: Path) -> None:
    shown = run("estimate", case, "--as-known-on", "2099-01-01")
    assert shown.code == 2
    assert "still to come" in shown.err
