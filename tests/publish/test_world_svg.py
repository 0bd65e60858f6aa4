"""A month of a world looks like the screen of the evidence, and says INVENTED."""

import xml.etree.ElementTree as ET

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.world_months import Months
from tumen.publish.world_svg import draw_world_month, shown_tenths
from tumen.records.world import World


@pytest.fixture
def svg(world: World, real_codebook: Codebook) -> str:
    return draw_world_month(world, real_codebook, 3)


def test_the_picture_is_well_formed(svg: str) -> None:
    assert ET.fromstring(svg).tag.endswith("svg")  # noqa: S314  # our own text


def test_invented_is_stamped_and_lies_across_the_picture(svg: str) -> None:
    assert svg.count(">INVENTED</text>") == 5
    assert svg.index('fill="url(#world-words)"') > svg.rindex('class="dots')
    assert "INVENTED: a simulated world." in svg


@pytest.mark.parametrize(
    "words",
    [
        ">April 2017</tspan>",
        'data-stock="C3">2,353<',
        'data-flow="T7">40<',
        'data-pay="M1">750<',
        'data-total="M1">1.5<',
        'data-total="debt">0.1<',
        "a dot: 20 people",
        "In hiding",
    ],
)
def test_numbers_and_words_of_the_month_are_written(svg: str, words: str) -> None:
    assert words in svg


def test_nobody_moving_leaves_an_arrow_without_a_number(svg: str) -> None:
    assert 'data-flow="T17"></text>' in svg


def test_ways_without_an_arrow_are_faint_and_have_no_number(svg: str) -> None:
    assert '<path class="faint" data-way="T14"' in svg
    assert 'data-flow="T14"' not in svg


def test_links_are_drawn_only_where_there_are_pages(
    svg: str, world: World, real_codebook: Codebook, months: Months
) -> None:
    linked = draw_world_month(world, real_codebook, 3, link="/?box=", months=months)
    assert '<a href="/?box=C4" class="box few">' in linked
    assert "<a " not in svg


def test_no_handler_stands_in_the_picture(svg: str) -> None:
    assert [name for name in _attributes(svg) if name.startswith("on")] == []


def _attributes(svg: str) -> set[str]:
    tree = ET.fromstring(svg)  # noqa: S314  # our own text
    return {name for part in tree.iter() for name in part.attrib}


def test_tenths_have_a_point() -> None:
    assert shown_tenths(12345) == "1,234.5"
