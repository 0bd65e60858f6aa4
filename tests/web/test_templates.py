"""Templates never show what they were not given, nor run what they were."""

from dataclasses import replace

import pytest
from jinja2 import UndefinedError

from tests.web.test_segments import a_claim
from tumen.records.release import Cleared
from tumen.web.templates import render


def test_text_of_a_page_is_never_markup() -> None:
    page = render("trouble.html", case="", problem="<script>x</script>", remedy="")
    assert b"<script>x" not in bytes(page.body)


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("trouble.html", case="", problem="")


def test_a_row_of_a_table_is_shown_by_its_columns() -> None:
    row = replace(
        a_claim("a", 5, 14),
        quote=Cleared("300,persons"),
        found_by=Cleared("table"),
        auto=True,
    )
    headers = {"page.txt": ("best", "unit")}
    shown = bytes(render("claim_row.html", claim=row, headers=headers).body).decode()
    assert "best: <b>300</b>" in shown
    assert "read from a table, 50 % sure" in shown
    plain = bytes(render("claim_row.html", claim=row, headers={}).body).decode()
    assert "<q>300,persons</q>" in plain
