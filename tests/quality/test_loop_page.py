"""The loop page and its plots, from results made by hand."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from quality.loop.bands import Answer, Asked
from quality.loop.chain import READ, TRUE, Looped
from quality.loop.page import summary, write_page, year_spans
from quality.loop.plots import draw_codes, draw_world, draw_years
from tumen.records.estimate import Verdict

STOCK = Answer(
    code="C3",
    at=date(2010, 1, 31),
    is_stock=True,
    truth=100.0,
    verdict=Verdict.BAND,
    band=(80.0, 110.0, 150.0),
    sides=(),
    simple={"latest": (10.0, 20.0, 30.0)},
)
FLOW = replace(STOCK, code="T2", is_stock=False, verdict=Verdict.NONE)
TRUE_ANSWERS = (STOCK, replace(STOCK, at=date(2011, 1, 31), truth=200.0), FLOW)
READ_ANSWERS = (replace(STOCK, truth=10.0), replace(STOCK, truth=10.0), FLOW)
WAYS = {TRUE: TRUE_ANSWERS, READ: READ_ANSWERS}
LOOP = Looped(
    seed=4,
    without=("deadline",),
    lapsed=0.25,
    asked={
        way: Asked(answers=answers, statements=9, refused=1)
        for way, answers in WAYS.items()
    },
    figures=10,
    seconds={"world": 1.0},
)
EMPTY = replace(
    LOOP, asked=dict.fromkeys(WAYS, Asked(answers=(), statements=0, refused=0))
)


@pytest.mark.parametrize(
    "svg", [draw_codes(WAYS), draw_years(WAYS), draw_world(WAYS, 4)]
)
def test_every_picture_says_that_it_is_invented(svg: str) -> None:
    assert ElementTree.fromstring(svg).tag.endswith("svg")  # noqa: S314  our own
    assert "INVENTED" in svg


def test_the_page_says_what_was_asked_and_reached(tmp_path: Path) -> None:
    write_page(tmp_path, [LOOP], 100)
    text = (tmp_path / "loop.md").read_text(encoding="utf-8")
    assert "INVENTED" in text
    assert "| true claims | 2 | **50.0%** |" in text
    assert "Price of reading errors: -50.0 points" in text
    assert "| C3 | 2011 | 0% | 0% | 100% |" in text
    assert len(list((tmp_path / "pictures").glob("loop_*.svg"))) == 3


def test_the_terminal_shows_both_ways_and_the_simple_answers() -> None:
    lines = list(summary([LOOP]))
    assert lines[0].startswith("true claims: 50.0% of 2 months inside")
    assert any(line.strip().startswith("latest: 0.0%") for line in lines)
    assert lines[-1].startswith("price of reading errors: -50.0 points of months")


def test_a_world_without_figures_is_no_failure(tmp_path: Path) -> None:
    write_page(tmp_path, [LOOP, EMPTY], 100)
    assert "no figure" in (tmp_path / "loop.md").read_text(encoding="utf-8")


def test_years_are_told_in_spans() -> None:
    assert year_spans([2005, 2007, 2008, 2009]) == "2005, 2007-2009"
