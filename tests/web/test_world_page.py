"""The simulated world in the workbench: marked, kept, and never taken for evidence."""

import pytest
from starlette.testclient import TestClient

from tumen.errors import CodebookError
from tumen.pipeline import world as pipeline
from tumen.records.world import World
from tumen.web import world_page
from tumen.web.world_page import KEPT, Worlds

Asked = list[tuple[str, int]]


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Run a small world for three years, and note which."""
    calls: Asked = []
    make = pipeline.make_world

    def small(codebook: str, scenario: str, seed: int, *rest: None) -> World:
        calls.append((scenario, seed))
        return make(codebook, scenario, seed, people=1500, months=36)

    monkeypatch.setattr(world_page, "make_world", small)
    return calls


def test_the_page_says_invented_and_shows_the_system(browser: TestClient) -> None:
    page = browser.get("/world").text
    assert '<p class="invented">INVENTED: a simulated world.' in page
    assert '<body class="world-page">' in page
    assert '<svg class="world"' in page
    assert page.count('<svg class="world-plot"') == 4


@pytest.mark.parametrize("address", ["/", "/pages", "/what-if"])
def test_every_page_of_evidence_has_the_switch(
    browser: TestClient, address: str
) -> None:
    page = browser.get(address).text
    assert '<a href="/" aria-current="true">evidence</a>' in page
    assert '<a href="/world">simulated world</a>' in page


def test_on_the_world_the_switch_stands_on_the_world(browser: TestClient) -> None:
    page = browser.get("/world").text
    assert '<a href="/">evidence</a>' in page
    assert '<a href="/world" aria-current="true">simulated world</a>' in page


def test_a_world_is_run_once(browser: TestClient, asked: Asked) -> None:
    browser.get("/world?seed=3")
    browser.get("/world?seed=3&month=5")
    assert asked == [("as-it-was", 3)]


def test_old_worlds_are_let_go(asked: Asked) -> None:
    worlds = Worlds()
    for seed in range(KEPT + 1):
        worlds.find("dprk-labour", "as-it-was", seed)
    worlds.find("dprk-labour", "as-it-was", 0)
    assert len(worlds.made) == KEPT
    assert len(asked) == KEPT + 2


def test_the_month_asked_for_is_drawn(browser: TestClient) -> None:
    assert ">June 2005</tspan>" in browser.get("/world?month=5").text


@pytest.mark.parametrize("month", ["99999", "36"])
def test_a_month_beyond_the_end_is_the_last(browser: TestClient, month: str) -> None:
    assert ">December 2007</tspan>" in browser.get(f"/world?month={month}").text


@pytest.mark.parametrize("seed", ["-1", "x", "9" * 5000, ""])
def test_an_odd_seed_is_the_first(browser: TestClient, asked: Asked, seed: str) -> None:
    assert browser.get(f"/world?seed={seed}").status_code == 200
    assert asked == [("as-it-was", 1)]


def test_scenarios_are_offered_in_their_order(browser: TestClient) -> None:
    page = browser.get("/world?scenario=no-ban").text
    assert '<option value="no-ban" selected>' in page
    assert page.index('value="as-it-was"') < page.index('value="no-ban"')


@pytest.mark.parametrize("scenario", ["nothing", "/etc/passwd", "own.toml"])
def test_an_unknown_scenario_is_no_page_and_no_file(
    browser: TestClient, asked: Asked, scenario: str
) -> None:
    answer = browser.get(f"/world?scenario={scenario}")
    assert answer.status_code == 404
    assert asked == []


def test_a_codebook_without_a_world_says_so(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(codebook: str) -> None:
        raise CodebookError(f"the codebook {codebook} has no simulated world", "Add.")

    monkeypatch.setattr(world_page, "load_world_rules", refuse)
    answer = browser.get("/world")
    assert answer.status_code == 409
    assert "has no simulated world" in answer.text


def test_its_script_and_style_are_served(browser: TestClient) -> None:
    assert browser.get("/static/world.js").status_code == 200
    assert browser.get("/static/world.css").status_code == 200
