"""The page of a world needs nothing else and is marked for good."""

import json
import re
from dataclasses import replace

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.world_months import Months
from tumen.publish.world_page import (
    STATIC,
    first_shown,
    script_hash,
    world_html,
    world_numbers,
    world_screen,
)
from tumen.records.world import World


@pytest.fixture(scope="module")
def page(world: World, real_codebook: Codebook) -> str:
    return world_html(world, real_codebook)


def test_the_page_names_no_other_address(page: str) -> None:
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", page))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert "src=" not in page
    assert "<link" not in page


def test_only_its_own_script_may_run(page: str) -> None:
    script = page.rpartition("<script>")[2].partition("</script>")[0]
    assert script == (STATIC / "world.js").read_text(encoding="utf-8")
    assert f"script-src '{script_hash(script)}'" in page


def test_no_handler_stands_in_the_page(page: str) -> None:
    assert re.findall(r"<[^>]* on\w+=", page.partition("<script>")[0]) == []


def test_invented_stands_first_on_the_page_and_in_its_title(page: str) -> None:
    assert "<title>INVENTED:" in page
    assert '<p class="invented">INVENTED: a simulated world.' in page


def test_the_page_says_by_which_rules_and_seed(page: str) -> None:
    assert "Seed 7" in page
    assert "Rules dprk-labour 0.1.0" in page
    assert "as it was &lt;in &amp; around&gt;" in page


def test_the_page_opens_when_most_were_present(
    months: Months, real_codebook: Codebook
) -> None:
    assert first_shown(months, real_codebook) == 13
    assert first_shown(replace(months, stocks={}), real_codebook) == 0


def test_numbers_cannot_end_the_element_they_stand_in(months: Months) -> None:
    odd = replace(months, events=(("</script>",),))
    assert "<" not in world_numbers(odd)
    assert json.loads(world_numbers(odd))["events"] == [["</script>"]]


def test_numbers_are_whole(months: Months) -> None:
    held = json.loads(world_numbers(months))
    assert held["stocks"]["C3"][:2] == [2350, 2351]
    assert held["policies"][-1]["words"] == "no new work permits since 2017-09"


def test_without_a_script_the_slider_is_sent(
    world: World, real_codebook: Codebook, months: Months
) -> None:
    screen = world_screen(
        world, real_codebook, months, 8, action="/world", kept={"seed": "7"}
    )
    assert 'action="/world" method="get"' in screen
    assert '<input type="hidden" name="seed" value="7">' in screen
    assert "<noscript><button>Show</button></noscript>" in screen
    assert "<li>no new work permits since 2017-09</li>" in screen
    assert "<li>Raid, 2 times, 29 officers: R2, R1</li>" in screen


def test_on_its_own_there_is_nowhere_to_send_it(page: str) -> None:
    assert "action=" not in page
    assert "<noscript><button>" not in page


def test_on_its_own_without_a_script_the_page_says_what_it_shows(page: str) -> None:
    words = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "you see one month, February 2018." in words
    assert ".months { display: none; }" in words


def test_a_month_without_a_law_or_event_says_so(
    world: World, real_codebook: Codebook, months: Months
) -> None:
    quiet = replace(months, policies=())
    screen = world_screen(world, real_codebook, quiet, 0)
    assert '<li class="none">no dated order, law or event</li>' in screen
    assert '<li class="none">nothing that was told</li>' in screen


def test_the_ground_of_the_page_says_invented(page: str) -> None:
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert ">INVENTED</text>" in style.partition("body.world-page {")[2]


@pytest.mark.parametrize("label", ["In hiding", "flight", "Employer pays"])
def test_every_part_of_the_screen_is_explained_on_the_page(
    page: str, label: str
) -> None:
    meanings = page.partition("<details")[2].partition("</details>")[0]
    assert f"<dt>{label}</dt><dd>" in meanings
