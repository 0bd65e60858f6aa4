"""The system screen shows what is known, carried, told, kept back and unknown."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.system_svg import draw_system
from tumen.records.release import Release


@pytest.fixture
def svg(release: Release, codebook: Codebook) -> str:
    return draw_system(release, codebook, 2024, link="/?box=")


def test_the_picture_is_well_formed(svg: str) -> None:
    assert ET.fromstring(svg).attrib["viewBox"] == "0 0 1200 620"  # noqa: S314  # our own text


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("P", "known"),
        ("F", "told"),
        ("H2", "unknown"),
        ("H", "unknown"),
        ("R", "carried"),
        ("D", "withheld"),
        ("M1", "known"),
        ("M2", "unknown"),
    ],
)
def test_each_box_shows_its_state(svg: str, code: str, state: str) -> None:
    anchor = next(line for line in svg.splitlines() if f'href="/?box={code}"' in line)
    assert f" {state}" in anchor


@pytest.mark.parametrize(
    "words",
    [
        "3,000–9,000",
        "2 claims, 2 origins",
        "as of 2019",
        "nobody has",
        "hundreds",
        "kept back",
    ],
)
def test_bands_support_and_age_are_written(svg: str, words: str) -> None:
    assert words in svg


def test_an_empty_release_is_all_hatching(release: Release, codebook: Codebook) -> None:
    svg = draw_system(replace(release, boxes=()), codebook, 2024)
    assert svg.count(" unknown") >= len(codebook.boxes)
