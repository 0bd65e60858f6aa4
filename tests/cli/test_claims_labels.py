"""Labelled rows leave the case with a reason, and never without one."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.pipeline.case import open_case


@pytest.fixture
def decided(run: Run, case: Path) -> Path:
    with open_case(case) as opened:
        claim = opened.claims()[0].id
    run("decide", case, "reject", claim, "--reason", "no such words", "--reviewer", "A")
    return case


def test_rows_are_printed_and_the_reason_is_kept(run: Run, decided: Path) -> None:
    shown = run("claims", "labels", decided, "--raw", "to measure the rules")
    (row,) = [json.loads(line) for line in shown.out.splitlines()]
    assert (row["label"], row["reviewer"], row["verdict"]) == ("wrong", "A", "reject")
    assert {"doc", "start", "end", "quote", "element", "as_of_start"} <= row.keys()
    with open_case(decided) as opened:
        assert [exit_.reason for exit_ in opened.raw_exits()] == [
            "to measure the rules"
        ]


def test_rows_go_to_a_file(run: Run, decided: Path, tmp_path: Path) -> None:
    file = tmp_path / "labels.jsonl"
    shown = run("claims", "labels", decided, "--to", file, "--raw", "to learn")
    assert shown.out.startswith("1 labelled row in ")
    assert len(file.read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize("reason", [(), ("--raw", " ")])
def test_without_a_reason_nothing_leaves(
    run: Run, decided: Path, tmp_path: Path, reason: tuple[str, ...]
) -> None:
    file = tmp_path / "labels.jsonl"
    shown = run("claims", "labels", decided, "--to", file, *reason)
    assert shown.code == 2
    assert "need a reason" in shown.err
    assert not file.exists()
    with open_case(decided) as opened:
        assert opened.raw_exits() == ()


def test_a_place_that_cannot_be_written_is_named(
    run: Run, decided: Path, tmp_path: Path
) -> None:
    shown = run("claims", "labels", decided, "--to", tmp_path, "--raw", "to learn")
    assert shown.code == 2
    assert str(tmp_path) in shown.err
