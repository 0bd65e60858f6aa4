"""Pulls: up to the right, down to the left, the strongest on top."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from tests.publish.conftest import cleared
from tumen.codebook.schema import Codebook
from tumen.publish.pulls_svg import draw_pulls
from tumen.records.release import ReleasedEstimate, ReleasedPull

Estimates = Callable[..., ReleasedEstimate]


def pull(name: str, factor: float, *claims: str, kind: str = "origin") -> ReleasedPull:
    return ReleasedPull(kind, cleared(name), factor, tuple(map(cleared, claims)))


@pytest.fixture
def svg(make_band: Estimates, codebook: Codebook) -> str:
    return draw_pulls(make_band(), codebook, link="#claim-")


def bars(svg: str) -> list[tuple[float, float]]:
    """Return left edge and breadth of every bar, from the top."""
    found = re.findall(
        r'<rect class="pull-\w+" x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="15',
        svg,
    )
    return [(float(x), float(width)) for x, width in found]


def test_the_picture_is_well_formed(svg: str) -> None:
    assert ET.fromstring(svg).tag.endswith("svg")  # noqa: S314  # our own text


def test_what_pulls_up_stands_right_of_what_pulls_down(svg: str) -> None:
    (up, _), (down, _) = bars(svg)
    assert up > down


def test_a_bar_is_as_long_as_its_factor_on_a_scale_by_tens(
    make_band: Estimates, codebook: Codebook
) -> None:
    both = make_band(pulls=(pull("a", 4.0), pull("b", 0.5)))
    (_, four), (_, half) = bars(draw_pulls(both, codebook))
    assert four == pytest.approx(2 * half, abs=0.2)


def test_factors_are_written_out(svg: str) -> None:
    assert ">×1.28</text>" in svg
    assert ">×0.80</text>" in svg


def test_a_bar_opens_its_first_claim(svg: str) -> None:
    assert svg.count("<a href=") == 1
    assert '<a href="#claim-c3">' in svg
    assert "2 claims" in svg


def test_the_strongest_stands_on_top_whatever_the_order(
    make_band: Estimates, codebook: Codebook
) -> None:
    svg = draw_pulls(
        make_band(pulls=(pull("weak", 1.1), pull("strong", 0.2))), codebook
    )
    assert svg.index(">strong<") < svg.index(">weak<")


def test_at_most_fourteen_are_drawn_and_the_others_counted(
    make_band: Estimates, codebook: Codebook
) -> None:
    many = tuple(pull(f"origin {n}", 1.02 + n / 10) for n in range(20))
    svg = draw_pulls(make_band(pulls=many), codebook)
    assert len(bars(svg)) == 14
    assert "6 weaker pulls are left out" in svg


@pytest.mark.parametrize("factor", [1.0001, 1.9, 40.0, 1e-5])
def test_no_bar_and_no_factor_leaves_the_picture(
    make_band: Estimates, codebook: Codebook, factor: float
) -> None:
    svg = draw_pulls(make_band(pulls=(pull("a" * 90, factor),)), codebook)
    ((x, width),) = bars(svg)
    assert x > 262 + 40
    assert x + width < 760 - 40


def test_a_small_pull_looks_small(make_band: Estimates, codebook: Codebook) -> None:
    ((_, width),) = bars(draw_pulls(make_band(pulls=(pull("a", 1.02),)), codebook))
    assert width < 20


def test_the_title_says_whose_answer_it_is(svg: str) -> None:
    assert "Present: builders, Farland, 2024: 4,400–11,000</text>" in svg


def test_a_year_without_an_estimate_says_so(
    make_untold: Estimates, codebook: Codebook
) -> None:
    assert "2024: no estimate" in draw_pulls(
        make_untold(pulls=(pull("a", 2.0),)), codebook
    )


def test_a_factor_of_money_is_a_kind_of_its_own(
    make_band: Estimates, codebook: Codebook
) -> None:
    row = make_band(element="money.total", pulls=(pull("share", 2.0, kind="factor"),))
    assert "a factor of the sum" in draw_pulls(row, codebook)


def test_without_pulls_nothing_is_drawn(
    make_band: Estimates, codebook: Codebook
) -> None:
    assert draw_pulls(make_band(pulls=()), codebook) == ""


def test_names_are_escaped(make_band: Estimates, codebook: Codebook) -> None:
    assert "<b>" not in draw_pulls(make_band(pulls=(pull("<b>a</b>", 2.0),)), codebook)
