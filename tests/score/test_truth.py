"""Truth files are read row by row; a wrong one is named."""

import pytest

from tumen.errors import TruthError
from tumen.records.truth import Forbidden, TruthClaim
from tumen.score.truth import read_rows


def test_keys_that_are_not_known_are_passed_over() -> None:
    (row,) = read_rows('{"text": "Han Model", "why": "x", "more": 1}\n', Forbidden, "f")
    assert row == Forbidden("Han Model", "x")


def test_blank_lines_are_no_rows() -> None:
    assert read_rows("\n\n", Forbidden, "f") == ()


@pytest.mark.parametrize(
    "line",
    [
        '{"doc": "a.txt", "kind": "figure", "element": "e", "low": "many"}',
        '{"doc": "a.txt", "kind": "rumour", "element": "e"}',
        '{"doc": "a.txt", "kind": "figure"}',
        "not JSON",
    ],
)
def test_a_wrong_row_names_file_and_line(line: str) -> None:
    with pytest.raises(TruthError, match=r"claims\.jsonl, line 2:"):
        read_rows(f"\n{line}", TruthClaim, "claims.jsonl")


def test_a_rare_line_end_inside_a_string_ends_no_row() -> None:
    (row,) = read_rows('{"text": "Han\u2028Model"}', Forbidden, "f")
    assert row.text == "Han\u2028Model"


def test_a_name_in_capitals_keeps_them() -> None:
    with pytest.raises(TruthError, match="line 1: JSON is malformed"):
        read_rows("{nope", Forbidden, "f")
