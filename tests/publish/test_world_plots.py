"""Plots of a world can be printed, are marked, and show refuge by year only."""

import xml.etree.ElementTree as ET

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.world_plots import world_plots
from tumen.records.world import World

NAMES = ("stocks", "refuge", "money", "flows")


@pytest.fixture(scope="module")
def plots(world: World, real_codebook: Codebook) -> dict[str, str]:
    return world_plots(world, real_codebook)


def test_there_are_four_plots(plots: dict[str, str]) -> None:
    assert tuple(plots) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_plot_is_well_formed(plots: dict[str, str], name: str) -> None:
    assert ET.fromstring(plots[name]).tag.endswith("svg")  # noqa: S314  # our own text


@pytest.mark.parametrize("name", NAMES)
def test_invented_is_in_every_plot(plots: dict[str, str], name: str) -> None:
    assert plots[name].count(">INVENTED</text>") == 5
    assert f'fill="url(#words-{name})"' in plots[name]
    assert (
        "nobody in it is real. Scenario: as it was &lt;in &amp; around" in plots[name]
    )


@pytest.mark.parametrize("name", NAMES)
def test_policies_are_dated_marks(plots: dict[str, str], name: str) -> None:
    assert ">permit ban, 2017-09</text>" in plots[name]


def test_papers_are_stacked_and_named_at_their_end(plots: dict[str, str]) -> None:
    assert "Work visa 2,013" in plots["stocks"]
    assert plots["stocks"].count("<polygon") == 8


def test_refuge_has_one_bar_a_year(plots: dict[str, str]) -> None:
    assert plots["refuge"].count('<rect class="bar"') == 3
    assert "In hiding" in plots["refuge"]


def test_of_a_hundred_dollars_each_has_a_part(plots: dict[str, str]) -> None:
    assert "the firm 20" in plots["money"]
    assert "the state 55" in plots["money"]
    assert "debts paid off 5" in plots["money"]
    assert "kept 20" in plots["money"]


def test_sent_home_and_recalled_have_a_panel_each(plots: dict[str, str]) -> None:
    assert plots["flows"].count("people a month") == 3
