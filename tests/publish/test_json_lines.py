"""Rows become JSON lines that a script can rely on."""

import json
from collections.abc import Callable

from tumen.publish.json_lines import encode_rows
from tumen.records.release import ReleasedClaim


def test_absent_slots_are_null_and_days_are_iso(
    make_claim: Callable[..., ReleasedClaim],
) -> None:
    row = json.loads(encode_rows([make_claim()]))
    assert (row["via"], row["as_of_start"], row["best"]) == (None, "2024-01-01", 3000)


def test_each_row_is_one_line(make_claim: Callable[..., ReleasedClaim]) -> None:
    text = encode_rows([make_claim(quote="one\ntwo"), make_claim()])
    assert len(text.splitlines()) == 2
    assert text.endswith("\n")


def test_no_rows_are_no_lines() -> None:
    assert encode_rows([]) == ""
