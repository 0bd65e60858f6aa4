"""What was changed behind the back of Tumen is named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.pipeline.case import open_case


def change(case: Path, statement: str) -> None:
    with open_case(case) as opened:
        path = opened.store.path
    with closing(sqlite3.connect(path)) as file, file:
        assert file.execute(statement).rowcount == 1


BYTE_OF_A_PAGE = """
UPDATE blobs SET packed =
  CAST(substr(packed, 1, 12) || x'00' || substr(packed, 14) AS BLOB)
WHERE id = (SELECT capture FROM names WHERE name = 'ledger.txt')
"""
FIGURE_OF_A_CLAIM = """
UPDATE claims SET record = replace(record, '13-hour', '19-hour')
WHERE element = 'cond.hours'
"""


def test_an_untouched_case_ends_with_0(run: Run, case: Path) -> None:
    shown = run("verify", case)
    assert shown.code == 0
    assert "0 changed." in shown.out
    assert "3 captures, 4 claims, 0 decisions" in shown.out


@pytest.mark.parametrize(
    ("statement", "named"),
    [(BYTE_OF_A_PAGE, "changed: capture "), (FIGURE_OF_A_CLAIM, "changed: claim")],
)
def test_a_changed_byte_is_named_and_ends_with_1(
    run: Run, case: Path, statement: str, named: str
) -> None:
    change(case, statement)
    shown = run("verify", case)
    assert shown.code == 1
    assert named in shown.out
    assert " 0 changed." not in shown.out


def test_the_head_is_that_of_the_last_decision(run: Run, case: Path) -> None:
    with open_case(case) as opened:
        head = opened.head()
    assert f"Head of the decisions: {head}" in run("verify", case).out
