"""A case is scored, for people and for machines."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LABELS: list[dict[str, object]] = [
    {
        "claim_id": "l-1",
        "doc": "ledger.txt",
        "quote": "About 30,000 North Korean workers were living in Russia",
        "kind": "figure",
        "element": "people.present",
        "measure": "stock",
        "best": 30000,
        "unit": "persons",
        "origin": "o-1",
    },
    {
        "claim_id": "l-2",
        "doc": "ledger.txt",
        "quote": "words that stand nowhere",
        "kind": "event",
        "element": "event.strike",
    },
]


@pytest.fixture
def truth(tmp_path: Path) -> Path:
    folder = tmp_path / "truth"
    folder.mkdir()
    rows: dict[str, list[dict[str, object]]] = {
        "claims": LABELS,
        "documents": [{"doc": "flight.txt", "published": {"first": "2018-05-02", "last": "2018-05-02"}}],
        "series": [
            {"code": "C3", "element": "people.present", "measure": "stock", "first": "2017-12-31", "last": "2017-12-31", "value": 28000},
            {"code": "C99", "element": None, "measure": None, "first": "2017-12-31", "last": "2017-12-31", "value": 1},
        ],
        "leaks": [{"text": "Interior Ministry", "why": "as a check"}],
    }  # fmt: skip
    for name, lines in rows.items():
        text = "\n".join(json.dumps(line) for line in lines)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_people_get_a_table_for_each_part(
    run: Run, case: Path, truth: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    shown = run("score", case, truth)
    assert shown.code == 0
    assert "figure" in shown.out
    assert "joint, of all figures" in shown.out
    assert "origins counted" in shown.out
    assert "Never answered: C99." in shown.out
    assert "counted as missed: 1 (l-2)." in shown.out
    assert "as a check" in shown.out


def test_forbidden_words_are_not_printed(run: Run, case: Path, truth: Path) -> None:
    assert "Interior Ministry" not in run("score", case, truth).out
    assert "Interior Ministry" not in run("score", case, truth, "--json").out


def test_machines_get_one_object(run: Run, case: Path, truth: Path) -> None:
    (line,) = run("score", case, truth, "--json").out.splitlines()
    scores = json.loads(line)
    assert scores["claims"]["not_placed"] == ["l-2"]
    assert scores["series"]["whole"]["code"] == "all"


def test_what_the_truth_lacks_is_named(run: Run, case: Path, truth: Path) -> None:
    shown = run("score", case, truth / "claims.jsonl")
    assert "Left out" in shown.out
    assert "documents, series, leaks" in shown.out


def test_a_wrong_row_is_told_with_its_line(run: Run, case: Path, truth: Path) -> None:
    (truth / "series.jsonl").write_text('{"code": 3}', encoding="utf-8")
    shown = run("score", case, truth)
    assert shown.code == 1
    assert "series.jsonl, line 1:" in shown.err


def test_a_truth_that_is_not_there_is_told(
    run: Run, case: Path, tmp_path: Path
) -> None:
    shown = run("score", case, tmp_path / "nowhere")
    assert shown.code == 1
    assert "claims.jsonl" in shown.err


def test_truth_of_other_pages_is_told(run: Run, case: Path, tmp_path: Path) -> None:
    label = {**LABELS[0], "doc": "another.txt"}
    (tmp_path / "claims.jsonl").write_text(json.dumps(label), encoding="utf-8")
    shown = run("score", case, tmp_path)
    assert "None of the labelled pages is in the case" in shown.out
