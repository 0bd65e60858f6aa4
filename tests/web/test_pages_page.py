"""The list of pages."""

from starlette.testclient import TestClient


def test_every_page_is_listed_with_its_title(browser: TestClient) -> None:
    page = browser.get("/pages").text
    assert "Ledger counts builders" in page
    assert "/page/courier.txt" in page
