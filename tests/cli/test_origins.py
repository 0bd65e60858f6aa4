"""Groups of claims, one row for each independent origin."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.cli.origins import show
from tumen.pipeline.case import open_case
from tumen.records.release import Cleared, ReleasedGroup, ReleasedLineage


def test_an_element_alone(run: Run, case: Path) -> None:
    out = run("origins", case, "--json", "--element", "cond.hours").out
    assert [json.loads(line)["element"] for line in out.splitlines()] == ["cond.hours"]


def test_every_origin_has_a_row(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    out = run("origins", case, "--element", "people.present").out
    assert "1 group" in out
    assert "Russian Interior Ministry" in out
    assert "a professor at the Example University" in out


def test_why_an_echo_does_not_count_is_said_once(case: Path) -> None:
    why = Cleared("the same words")
    lineage = ReleasedLineage(
        origin=Cleared("a ministry"),
        claims=(Cleared("c1"),),
        echoes=({"id": Cleared("c2"), "why": why}, {"id": Cleared("c3"), "why": why}),
    )
    group = ReleasedGroup(
        group=Cleared("g1"),
        element="people.present",
        measure="stock",
        population=None,
        place=Cleared("Russia"),
        iso="RU",
        as_of_start=None,
        as_of_end=None,
        lineages=(lineage, lineage),
        relations=(),
        grade=2,
    )
    with open_case(case) as opened:
        table = show(opened.release("inside"), [group])
    columns = [list(column.cells) for column in table.columns]
    assert columns[0] == ["people.present\nstock", ""]
    assert columns[3][0] == "a ministry\nthe same words"
    assert columns[5] == ["2", "2"]
