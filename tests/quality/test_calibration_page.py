"""The calibration page and its plots, from results made by hand."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from quality.calibration.page import write_page
from quality.calibration.plots import coverage, draw_forecast, draw_ranks, shown
from quality.calibration.record import Forecast, Predicted, Record, weigh_record

FORECAST = (Forecast(2020, 53.0, 20.0, 25.0, 40.0, 62.0, 70.0),)
RANKS = {"people present": [0.05, 0.2, 0.5, 0.95], "in hiding": [0.3, 0.4, 0.6, 0.7]}


def test_coverage_counts_the_middle_of_the_ranks() -> None:
    assert coverage([0.05, 0.2, 0.5, 0.95], 0.8) == 0.5


@pytest.mark.parametrize(("log_value", "words"), [(0.0, "1.0"), (10.0, "22,000")])
def test_numbers_are_shown_to_two_digits(log_value: float, words: str) -> None:
    assert shown(log_value) == words


@pytest.mark.parametrize("svg", [draw_ranks(RANKS), draw_forecast(FORECAST)])
def test_plots_are_pictures(svg: str) -> None:
    assert ElementTree.fromstring(svg).tag.endswith("svg")  # noqa: S314  our own


def test_the_page_says_what_was_asked_and_reached(
    tmp_path: Path, record: Record, predicted: tuple[Predicted, ...]
) -> None:
    write_page(
        tmp_path,
        ranks=RANKS,
        predicted=predicted,
        forecasts=FORECAST,
        weighing=weigh_record(record),
    )
    text = (tmp_path / "calibration.md").read_text(encoding="utf-8")
    assert "Reached: **1 of 1**" in text
    assert "if FSB is right" in text
    assert len(list((tmp_path / "pictures").glob("calibration_*.svg"))) == 3
