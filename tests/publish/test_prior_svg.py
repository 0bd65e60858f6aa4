"""Before any figure, and with the figures, side by side."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.prior_svg import draw_prior
from tumen.records.release import ReleasedEstimate

Estimates = Callable[..., ReleasedEstimate]


@pytest.fixture
def svg(
    make_band: Estimates,
    make_split: Estimates,
    make_untold: Estimates,
    codebook: Codebook,
) -> str:
    return draw_prior([make_band(2022), make_untold(2023), make_split(2024)], codebook)


def test_the_picture_is_well_formed(svg: str) -> None:
    assert ET.fromstring(svg).tag.endswith("svg")  # noqa: S314  # our own text


def test_every_year_has_its_prior_and_only_an_estimate_its_posterior(svg: str) -> None:
    drawn = svg.partition('class="axis"')[2]
    assert drawn.count('class="prior90"') == 3
    assert drawn.count('class="band90"') == 1


def test_a_conflict_has_two_bars_beside_its_prior(svg: str) -> None:
    assert "with the figures, if Union of Builders is right" in svg
    assert svg.partition('class="axis"')[2].count('class="side1 pale"') == 1


@pytest.mark.parametrize("words", ["79 %", "46 %", ">2022<", "evidence"])
def test_how_much_is_evidence_stands_below(svg: str, words: str) -> None:
    assert words in svg


def test_hovering_tells_the_whole_answer(svg: str) -> None:
    assert "2023: no estimate: 1 independent origin within 24 months" in svg
    assert "2,800 (1,400–5,600) if Harbour Ministry is right" in svg


def test_the_picture_says_what_it_cannot_see(svg: str) -> None:
    assert "A bias that all sources share is invisible to this estimate." in svg


def test_an_end_below_five_reaches_the_floor(
    make_band: Estimates, codebook: Codebook
) -> None:
    prior = {"q05": None, "q25": 20.0, "q50": 60.0, "q75": 90.0, "q95": 200.0}
    assert "<svg" in draw_prior([make_band(prior=prior)], codebook)


def test_many_years_keep_the_latest_and_short_names(
    make_band: Estimates, codebook: Codebook
) -> None:
    svg = draw_prior([make_band(year) for year in range(1980, 2025)], codebook)
    assert ">2024<" in svg
    assert ">2000<" not in svg


def test_without_a_model_nothing_is_drawn(
    make_estimate: Estimates, codebook: Codebook
) -> None:
    assert draw_prior([make_estimate()], codebook) == ""


def test_an_unknown_element_is_named_by_its_code(
    make_band: Estimates, codebook: Codebook
) -> None:
    assert "people.other" in draw_prior([make_band(element="people.other")], codebook)
