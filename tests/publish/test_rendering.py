"""Templates escape what they print and stop at what is missing."""

import pytest
from jinja2 import UndefinedError

from tumen.publish.rendering import read_template, render


def test_a_missing_value_stops_the_page() -> None:
    with pytest.raises(UndefinedError):
        render("system.svg.j2", width=1)


def test_text_is_escaped() -> None:
    svg = render(
        "system.svg.j2",
        width=1,
        height=1,
        title="<script>",
        year=1,
        link="#",
        boxes=[],
        money=[],
        arrows=[],
        modelled=False,
        split=False,
    )
    assert "<script>" not in svg
    assert "&lt;script&gt;" in svg


def test_the_stylesheet_fetches_nothing() -> None:
    css = read_template("report.css")
    assert "url(" not in css
    assert "@import" not in css
