"""The system on one screen."""

from starlette.testclient import TestClient


def test_the_screen_shows_the_system_as_a_picture(browser: TestClient) -> None:
    page = browser.get("/?year=2017").text
    assert "<svg" in page
    assert "Dispatched" in page


def test_the_slider_gets_only_the_part_that_changes(browser: TestClient) -> None:
    part = browser.get("/?year=2017", headers={"HX-Request": "true"}).text
    assert "<svg" in part
    assert "<html" not in part


def test_a_year_outside_the_evidence_is_moved_to_its_edge(browser: TestClient) -> None:
    assert browser.get("/?year=1066").status_code == 200


def test_a_year_that_is_no_number_shows_the_latest_counted_one(
    browser: TestClient,
) -> None:
    assert ">2017</tspan>" in browser.get("/?year=soon").text


def test_a_box_opens_its_claims_with_their_words(browser: TestClient) -> None:
    page = browser.get("/?year=2017&box=C3").text
    assert "30,000 North Korean workers" in page
    assert "/page/ledger.txt#c-" in page


def test_a_box_that_nobody_counted_says_so(browser: TestClient) -> None:
    assert "Nobody has counted this in 2017" in browser.get("/?year=2017&box=C0").text


def test_an_unknown_box_opens_nothing(browser: TestClient) -> None:
    assert 'id="panel"' not in browser.get("/?year=2017&box=nothing").text


def test_a_box_draws_its_claims_each_leading_to_its_words(browser: TestClient) -> None:
    page = browser.get("/?year=2017&box=C3").text
    assert 'class="figures"' in page
    assert 'href="/claim/' in page


def test_a_box_shows_its_verdict_its_evidence_and_what_it_cannot_see(
    browser: TestClient,
) -> None:
    page = browser.get("/?year=2017&box=C3").text
    assert "90 % band" in page
    assert "% of what was unknown before." in page
    assert "A bias that all sources share is invisible to this estimate.</p>" in page


def test_a_box_draws_its_pulls_and_what_was_thought_before(
    browser: TestClient,
) -> None:
    page = browser.get("/?year=2017&box=C3").text
    assert '<svg class="pulls"' in page
    assert '<svg class="prior"' in page


def test_a_box_without_an_estimate_says_why(browser: TestClient) -> None:
    page = browser.get("/?year=2021&box=C3").text
    assert "no estimate: 0 independent origins within 24 months" in page


def test_the_screen_leads_to_what_if(browser: TestClient) -> None:
    assert 'href="/what-if"' in browser.get("/").text


def test_a_box_nobody_speaks_of_draws_nothing(browser: TestClient) -> None:
    assert browser.get("/?year=2017&box=C0").text.count("<svg") == 1
