"""The simulated world in a real browser: its months move, and it is always marked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import TOKEN, needs_chromium, serving
from tumen.codebook.load import load_codebook
from tumen.pipeline import world as pipeline
from tumen.publish.world_page import world_html
from tumen.records.world import World
from tumen.web import world_page

MONTHS = 36
ON_THE_WAY = """() => [...document.querySelectorAll('[data-travel]')]
    .some((path) => (path.getAttribute('d') || '').length > 0)"""
PAST_MAY = "() => Number(document.querySelector('#month').value) > 4"
SAME_DOTS = """() => {
    const path = document.querySelector('[data-dots=C0]');
    const before = path.getAttribute('d');
    document.querySelector('#month').dispatchEvent(new Event('input'));
    return before.length > 0 && path.getAttribute('d') === before;
}"""

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def small_world() -> World:
    return pipeline.make_world(
        "dprk-labour", "as-it-was", 1, people=3000, months=MONTHS
    )


@pytest.fixture
def address(
    case: Path, small_world: World, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    monkeypatch.setattr(world_page, "make_world", lambda *asked: small_world)
    with serving(case) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}?token={TOKEN}")
    yield page
    page.close()
    assert errors == []


def month_of(page: Page) -> str:
    return page.inner_text(".months output")


def test_the_switch_leads_to_the_world_and_back_by_the_keys(page: Page) -> None:
    page.focus(".switch a:not([aria-current])")
    page.keyboard.press("Enter")
    page.wait_for_selector("body.world-page")
    assert page.inner_text(".switch [aria-current]") == "simulated world"
    page.focus(".switch a:not([aria-current])")
    page.keyboard.press("Enter")
    page.wait_for_selector("body.system-page")
    assert page.inner_text(".switch [aria-current]") == "evidence"


def test_invented_stays_in_sight(page: Page, address: str) -> None:
    page.goto(f"{address}world")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    box = page.locator(".invented").bounding_box()
    assert box is not None
    assert box["y"] == 0
    assert "INVENTED" in page.inner_text(".invented")


def test_the_slider_moves_the_numbers_without_a_new_page(
    page: Page, address: str, small_world: World
) -> None:
    page.goto(f"{address}world?month=11")
    page.evaluate("window.unchanged = true")
    page.focus("#month")
    page.keyboard.press("ArrowRight")
    assert month_of(page) == "January 2006"
    held = small_world.tables["stocks"].column("C3w")[12]
    assert page.text_content("[data-stock=C3w]") == f"{held:,.0f}"
    assert page.evaluate("window.unchanged")


def test_the_script_draws_the_dots_of_the_server(page: Page, address: str) -> None:
    page.route("**/world.js", lambda route: route.abort())
    page.goto(f"{address}world?month=20")
    drawn = page.get_attribute("[data-dots=C3w]", "d")
    page.unroute("**/world.js")
    page.reload()
    page.wait_for_selector(".play:visible")
    assert page.get_attribute("[data-dots=C3w]", "d") == drawn
    assert page.evaluate(SAME_DOTS)


def test_play_moves_dots_along_the_arrows_and_pause_stops(
    page: Page, address: str
) -> None:
    page.goto(f"{address}world?month=3")
    page.select_option("#pace", "250")
    page.click(".play")
    page.wait_for_function(ON_THE_WAY)
    page.wait_for_function(PAST_MAY)
    page.click(".play")
    stopped = month_of(page)
    page.wait_for_function(f"() => !({ON_THE_WAY})()")
    assert month_of(page) == stopped
    assert page.inner_text(".play") == "Play"


def test_who_wants_no_motion_gets_months_but_no_travelling_dots(
    page: Page, address: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}world?month=3")
    page.select_option("#pace", "250")
    page.click(".play")
    page.wait_for_function(PAST_MAY)
    assert not page.evaluate(ON_THE_WAY)


def test_without_a_script_the_month_is_sent(
    chromium: Browser, page: Page, address: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        bare = context.new_page()
        bare.goto(f"{address}world?token={TOKEN}")
        bare.goto(f"{address}world?month=11")
        bare.focus("#month")
        bare.keyboard.press("ArrowRight")
        bare.click(".months button:not(.play)")
        assert month_of(bare) == "January 2006"


def test_the_page_on_its_own_plays_too(
    page: Page, tmp_path: Path, small_world: World
) -> None:
    file = tmp_path / "world.html"
    html = world_html(small_world, load_codebook("dprk-labour"))
    file.write_text(html, encoding="utf-8")
    page.goto(file.as_uri())
    page.select_option("#pace", "250")
    page.click(".play")
    page.wait_for_function(ON_THE_WAY)
    assert page.is_visible(".invented")
