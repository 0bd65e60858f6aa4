"""Nothing a box says leaves the box."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.publish.conftest import SIDES, cleared
from tumen.publish.fitting import text_width
from tumen.publish.system_layout import Place
from tumen.publish.system_lines import PAD, fit_bars, fit_lines, is_number
from tumen.records.release import ReleasedBox, ReleasedEstimate

Boxes = Callable[..., ReleasedBox]
Estimates = Callable[..., ReleasedEstimate]
SMALL_BOX = Place(0, 0, 110, 78)
SUPPORT = "9 claims, 4 origins, as of 2019"
EMPTY = {"low": None, "best": None, "high": None}
SPLIT = {**EMPTY, "verdict": "conditional", "conditionals": SIDES}


@pytest.mark.parametrize(
    "slots",
    [
        {"verdict": "band", "low": 15000.0, "high": 132000.0},
        {"low": 15123.0, "high": 132456.0, "unit": "USD/month"},
        SPLIT,
        {**SPLIT, "unit": "USD/month"},
        {**EMPTY, "words": ("hundreds", "several thousands in every district")},
        {**EMPTY, "claims": ()},
    ],
)
@pytest.mark.parametrize("kind", ["box", "inner", "container"])
def test_every_line_stays_inside(
    make_box: Boxes, slots: dict[str, object], kind: str
) -> None:
    box = make_box(**slots)
    lines = fit_lines("Work visa", box, SUPPORT, SMALL_BOX, kind, {})
    room = SMALL_BOX.width - 2 * PAD + 1
    assert all(text_width(line.text, line.size) <= room for line in lines)
    assert all(line.y < SMALL_BOX.bottom for line in lines)


def test_a_conflict_has_a_line_for_each_side(make_box: Boxes) -> None:
    place = Place(0, 0, 240, 78)
    lines = fit_lines("Present", make_box(**SPLIT), "", place, "container", {})
    assert [(line.text, line.tail) for line in lines[1:]] == [
        ("2,800", "if Harbour Ministry"),
        ("14,000", "if Union of Builders"),
    ]


def test_an_origin_of_crossings_is_not_right_about_people(make_box: Boxes) -> None:
    sides = (SIDES[0], replace(SIDES[1], counted=cleared("border crossings")))
    box = make_box(**{**SPLIT, "conditionals": sides})
    lines = fit_lines("Present", box, "", Place(0, 0, 240, 78), "container", {})
    assert lines[1].tail == "by border crossings"


def test_an_origin_that_does_not_fit_is_abbreviated(make_box: Boxes) -> None:
    short = {"Union of Builders": "UB"}
    lines = fit_lines("Present", make_box(**SPLIT), "", SMALL_BOX, "inner", short)
    assert lines[2].tail == "if UB"


def test_an_origin_without_abbreviation_is_cut(make_box: Boxes) -> None:
    lines = fit_lines("Present", make_box(**SPLIT), "", SMALL_BOX, "inner", {})
    assert lines[2].tail.endswith("…")


def test_a_withheld_box_shows_no_number(make_box: Boxes) -> None:
    box = make_box(**SPLIT, withheld=("year_lag",))
    lines = fit_lines("Present", box, "", SMALL_BOX, "inner", {})
    assert [line.style for line in lines[1:]] == ["words", "words"]
    assert not is_number(box)


def test_a_band_is_a_small_bar_on_the_scale_of_all_years(
    make_band: Estimates, make_box: Boxes
) -> None:
    series = (make_band(2023, q95=22000.0), make_band(2024, q95=11000.0))
    lines = fit_lines("Present", make_box(), "", SMALL_BOX, "inner", {})
    (bar,) = fit_bars(series, 2024, lines, SMALL_BOX)
    assert PAD < bar.low < bar.q25 < bar.q50 < bar.q75 < bar.high
    assert bar.high == pytest.approx(PAD + 90 / 2)
    assert lines[-1].y < bar.y < SMALL_BOX.bottom


def test_a_conflict_is_two_small_bars(make_split: Estimates, make_box: Boxes) -> None:
    place = Place(0, 0, 240, 120)
    lines = fit_lines("Present", make_box(**SPLIT), "", place, "inner", {})
    bars = fit_bars((make_split(2024),), 2024, lines, place)
    assert [bar.style for bar in bars] == ["side0", "side1"]


def test_without_room_there_is_no_bar(make_split: Estimates, make_box: Boxes) -> None:
    place = Place(0, 0, 110, 60)
    lines = fit_lines("Present", make_box(**SPLIT), SUPPORT, place, "inner", {})
    assert fit_bars((make_split(2024),), 2024, lines, place) == ()


def test_an_envelope_has_no_bar(make_untold: Estimates, make_box: Boxes) -> None:
    lines = fit_lines("Present", make_box(), "", SMALL_BOX, "inner", {})
    assert fit_bars((make_untold(2024),), 2024, lines, SMALL_BOX) == ()
