"""The system screen shows what is known, carried, told, kept back and unknown."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from tests.publish.conftest import SIDES, cleared
from tumen.codebook.schema import Codebook, Institution
from tumen.publish.system_svg import draw_system
from tumen.records.release import Release, ReleasedBox


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


@pytest.mark.parametrize(
    ("code", "state"), [("P", "modelled"), ("Pw", "modelled"), ("R", "carried")]
)
def test_what_the_model_answers_looks_different(
    modelled: Release, codebook: Codebook, code: str, state: str
) -> None:
    svg = draw_system(modelled, codebook, 2024)
    anchor = next(line for line in svg.splitlines() if f'href="#{code}"' in line)
    assert f" {state}" in anchor


@pytest.mark.parametrize(
    "words",
    [
        ">4,400–11,000<",
        ">2,800",
        ">14,000",
        "if Harbour",
        "90 % band, or two answers",
        "2,800 (1,400–5,600) if Harbour Ministry is right",
    ],
)
def test_bands_and_both_sides_of_a_conflict_are_written(
    modelled: Release, codebook: Codebook, words: str
) -> None:
    assert words in draw_system(modelled, codebook, 2024)


def test_the_number_of_an_arrow_breaks_rather_than_shrinks(
    modelled: Release, codebook: Codebook
) -> None:
    svg = draw_system(modelled, codebook, 2024)
    assert ">2,800 or</tspan>" in svg
    assert ">14,000</tspan>" in svg


def test_a_box_with_a_series_has_its_small_band(
    modelled: Release, codebook: Codebook
) -> None:
    counted = tuple(
        msgspec.structs.replace(box, elements=("people.present",))
        if box.code == "P"
        else box
        for box in codebook.boxes
    )
    own = msgspec.structs.replace(codebook, boxes=counted)
    boxes = tuple(replace(box, year=2023) for box in modelled.boxes)
    svg = draw_system(replace(modelled, boxes=boxes), own, 2023)
    assert svg.count('class="model bar90"') == 1


def test_without_a_model_the_legend_speaks_of_counts(
    release: Release, codebook: Codebook
) -> None:
    svg = draw_system(release, codebook, 2024)
    assert "counted that year" in svg
    assert "90 % band" not in svg


def test_institutions_are_abbreviated_where_they_do_not_fit(
    modelled: Release, codebook: Codebook, make_box: Callable[..., ReleasedBox]
) -> None:
    name = "Ministry of Harbours and of the Inland Waterways of Farland"
    ministry = Institution(name=name, aliases=("the ministry", "MHIW"))
    named = msgspec.structs.replace(codebook, institutions=(ministry,))
    sides = (SIDES[0], replace(SIDES[1], origin=cleared(name)))
    two = make_box("Pw", verdict="conditional", conditionals=sides)
    svg = draw_system(replace(modelled, boxes=(two,)), named, 2024)
    assert ">if MHIW</tspan>" in svg
