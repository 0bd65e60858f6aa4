"""Claims by kind, element and page; tables cut what machines get whole."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def listed(run: Run, *words: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("claims", *words).out.splitlines()]


def test_a_kind_alone(run: Run, case: Path) -> None:
    rows = listed(run, case, "--json", "--kind", "event")
    assert [row["element"] for row in rows] == ["event.escape"]


def test_an_element_alone(run: Run, case: Path) -> None:
    rows = listed(run, case, "--json", "--element", "people.present")
    assert {row["element"] for row in rows} == {"people.present"}
    assert len(rows) == 2


def test_a_page_alone(run: Run, case: Path) -> None:
    rows = listed(run, case, "--json", "--doc", "ledger.txt")
    assert {row["element"] for row in rows} == {"people.present", "cond.hours"}


def test_filters_are_all_met(run: Run, case: Path) -> None:
    words = ["--doc", "ledger.txt", "--element", "event.escape"]
    assert listed(run, case, "--json", *words) == []


def test_a_row_says_what_who_and_in_which_words(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = run("claims", case, "--element", "cond.hours").out
    assert "1 claim" in out
    assert "13 hours/day, Russia" in out
    assert "a labour inspector (asserted)" in out
    assert "“The workers work 13-hour days”" in out


@pytest.mark.parametrize("width", [80, 100, 140])
def test_no_line_is_wider_than_the_screen(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("claims", case).out.splitlines()
    assert max(map(len, lines)) <= width


def test_an_id_and_its_element_are_never_broken(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    row, *_ = listed(run, case, "--json")
    assert str(row["id"])[:8] in run("claims", case).out
    assert "people.present" in run("claims", case).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kind", "nonsense"], "'figure', 'event', 'condition', 'policy'"),
        (["--element", "people.presnt"], "Did you mean 'people.present'?"),
        (["--doc", "ledgr.txt"], "Did you mean 'ledger.txt'?"),
        (["--doc", "名"], "Known: "),
    ],
)
def test_what_does_not_exist_is_not_an_empty_answer(
    run: Run, case: Path, words: list[str], said: str
) -> None:
    shown = run("claims", case, *words)
    assert shown.code == 2
    assert said in shown.err


def test_a_page_may_be_asked_by_the_label_of_a_release(run: Run, case: Path) -> None:
    assert run("claims", case, "--json", "--doc", "page 0001").code == 0


def test_a_claim_likelier_wrong_than_right_is_marked(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumen.publish.chance.UNSURE", 0.0)
    assert "unsure, " not in run("claims", case).out
    monkeypatch.setattr("tumen.publish.chance.UNSURE", 1.0)
    assert "unsure, " in run("claims", case).out
