from collections.abc import Callable

import pytest

from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]
TITLE = "North Korean workers in Russia"


def counted(frame: Frame) -> list[tuple[float | None, str | None]]:
    found = find_candidates(frame, SlotReader.of(frame))
    return [(each.quantity.best, each.quantity.unit) for each in found]


@pytest.mark.parametrize(
    ("row", "unit"),
    [
        ("Workers | 640", "persons"),
        ("Sites | 640", "sites"),
        ("Sites\t640", "sites"),
        ("Sites ..... 640", "sites"),
        ("Number of construction sites | 640", "sites"),
        ("Workers at sites | 640", "persons"),
        ("Work permits | 640", "permits"),
    ],
)
def test_the_label_of_a_row_says_what_is_counted(
    frame_of: FrameOf, row: str, unit: str
) -> None:
    frame = frame_of(f"{TITLE}\n{row}")
    assert counted(frame) == [(640, unit)]


def test_rows_are_counted_apart_in_any_order(frame_of: FrameOf) -> None:
    frame = frame_of(f"{TITLE}\nSites | 12\nWorkers | 640\nFirms | 30")
    assert counted(frame) == [(12, "sites"), (640, "persons"), (30, "firms")]


def test_the_heading_of_a_column_says_what_is_counted(frame_of: FrameOf) -> None:
    frame = frame_of(
        f"{TITLE}\nRegion | Workers | Sites\nSakhalin | 640 | 12\nTomsk | 70 | 5"
    )
    assert counted(frame) == [
        (640, "persons"),
        (12, "sites"),
        (70, "persons"),
        (5, "sites"),
    ]


def test_a_heading_holds_for_its_own_table_alone(frame_of: FrameOf) -> None:
    frame = frame_of("Region | Sites\nCrews left.\nWorkers | 640")
    assert counted(frame) == [(640, "persons")]


@pytest.mark.parametrize("label", ["Tomsk", "Others", "Transit, crew"])
def test_a_label_that_names_nothing_counted_says_nothing(
    frame_of: FrameOf, label: str
) -> None:
    frame = frame_of(f"Rents rose.\n{label} | 640")
    assert counted(frame) == [(640, None)]
