"""A person's way through the workbench, in a real browser with the network cut off."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import TOKEN, needs_chromium, serving
from tumen.pipeline.case import open_case
from tumen.records.reviewed import Status

pytestmark = needs_chromium


@dataclass
class Visit:
    """A page of the workbench, and what it tried to reach elsewhere."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def look_at(self, route: Route) -> None:
        if route.request.url.startswith((self.address, "data:")):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()


@pytest.fixture
def address(case: Path) -> Iterator[str]:
    with serving(case) as address:
        yield address


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    page = chromium.new_page(viewport={"width": 1360, "height": 900})
    visit = Visit(page, address)
    page.route("**/*", visit.look_at)
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    page.goto(f"{address}?token={TOKEN}")
    yield visit
    page.close()


def status_of(case: Path, words: str) -> list[Status]:
    with open_case(case) as opened:
        return [c.status for c in opened.reviewed() if words in c.claim.quote]


def test_from_the_box_to_the_sentence(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}?year=2017&box=C3")
    visit.page.click("ol.claims >> text=30,000 North Korean workers")
    visit.page.wait_for_selector("mark.current")
    assert "30,000" in visit.page.inner_text("mark.current")


def test_nothing_is_asked_of_any_other_machine(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}pages")
    visit.page.goto(f"{visit.address}page/ledger.txt")
    visit.page.goto(f"{visit.address}report")
    assert visit.outside == []
    assert visit.errors == []


def test_the_slider_changes_the_year_without_a_new_page(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}?year=2017")
    visit.page.evaluate("window.unchanged = true")
    visit.page.focus("#year")
    visit.page.keyboard.press("ArrowRight")
    visit.page.wait_for_selector("#system svg >> text=2018")
    assert visit.page.evaluate("window.unchanged")


def test_two_keys_accept_a_claim(visit: Visit, case: Path) -> None:
    visit.page.goto(f"{visit.address}page/courier.txt")
    visit.page.keyboard.press("a")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("li.claim.accepted")
    assert status_of(case, "20,000") == [Status.ACCEPTED]


def test_a_rejected_claim_leaves_the_box(visit: Visit, case: Path) -> None:
    visit.page.goto(f"{visit.address}page/courier.txt")
    visit.page.keyboard.press("r")
    visit.page.keyboard.type("a copy of another page")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("li.claim.rejected")
    visit.page.goto(f"{visit.address}?year=2017&box=C3")
    assert "1 independent origin" in visit.page.inner_text("#panel")


def test_selected_words_become_a_claim(visit: Visit, case: Path) -> None:
    visit.page.goto(f"{visit.address}page/ledger.txt")
    visit.page.evaluate(
        """() => {
            const piece = [...document.querySelectorAll("p.body [data-start]")]
                .find((one) => one.textContent.includes("labour inspector"));
            const at = piece.firstChild.data.indexOf("a labour inspector");
            getSelection().setBaseAndExtent(
                piece.firstChild, at, piece.firstChild, at + 18);
        }"""
    )
    visit.page.keyboard.press("n")
    visit.page.select_option("[name=kind]", "condition")
    visit.page.fill("[name=element]", "cond.labour_shortage")
    visit.page.fill("[name=reason]", "missed by the rules")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("li.claim.added")
    assert status_of(case, "a labour inspector") == [Status.ADDED]


def test_what_is_refused_stays_to_be_mended(visit: Visit, case: Path) -> None:
    visit.page.goto(f"{visit.address}page/courier.txt")
    visit.page.keyboard.press("c")
    visit.page.fill("[name=element]", "people.unheard")
    visit.page.fill("[name=reason]", "another thing")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector(".trouble >> text=people.unheard")
    # What was typed comes back once the refused page has settled.
    visit.page.wait_for_function(
        "document.querySelector('[name=element]').value === 'people.unheard'"
    )
    assert visit.page.input_value("[name=reason]") == "another thing"
    with open_case(case) as opened:
        assert opened.decisions() == ()


def test_escape_leaves_without_a_decision(visit: Visit, case: Path) -> None:
    visit.page.goto(f"{visit.address}page/courier.txt")
    visit.page.keyboard.press("r")
    visit.page.keyboard.press("Escape")
    assert visit.page.is_hidden("form.judge")
    with open_case(case) as opened:
        assert opened.decisions() == ()


def test_after_a_decision_the_keys_go_on_with_the_same_claim(
    visit: Visit, case: Path
) -> None:
    visit.page.goto(f"{visit.address}page/courier.txt")
    visit.page.keyboard.press("a")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("li.claim.accepted.current")
    visit.page.keyboard.press("r")
    visit.page.keyboard.type("accepted too soon")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("li.claim.rejected.current")
    assert status_of(case, "20,000") == [Status.REJECTED]


def test_the_chosen_box_stays_while_the_year_changes(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}?year=2017&box=C3")
    visit.page.focus("#year")
    visit.page.keyboard.press("ArrowRight")
    visit.page.wait_for_selector("#panel h2 >> text=2018")
    assert visit.page.url.endswith("year=2018&box=C3")


def test_buttons_do_what_the_keys_do(visit: Visit, case: Path) -> None:
    visit.page.goto(f"{visit.address}page/courier.txt")
    visit.page.click("li.current button[data-verdict=accept]")
    visit.page.click("form.judge button:not(.leave)")
    visit.page.wait_for_selector("li.claim.accepted")
    assert status_of(case, "20,000") == [Status.ACCEPTED]


def test_adding_without_selected_words_says_what_to_do(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}page/courier.txt")
    visit.page.click("button.add")
    assert "Select the words" in visit.page.inner_text(".note")


def test_a_rejected_claim_is_answered_by_its_box(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}?year=2017&box=C3")
    assert "90 % band" in visit.page.inner_text("#panel")
    visit.page.goto(f"{visit.address}page/courier.txt")
    visit.page.keyboard.press("r")
    visit.page.keyboard.type("heard in a bar")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("li.claim.rejected")
    visit.page.goto(f"{visit.address}?year=2017&box=C3")
    assert "no estimate" in visit.page.inner_text("#panel")


def test_a_scenario_shows_its_fan(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}what-if")
    visit.page.click("text=all recalled within twelve months")
    visit.page.wait_for_selector("figure.chart svg")
    assert "scenario=recall" in visit.page.url
    assert "unmet need" in visit.page.inner_text("figure.chart")
