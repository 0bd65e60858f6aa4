"""The list of pages."""

from types import SimpleNamespace

from starlette.testclient import TestClient

from tumen.web.templates import render


def test_every_page_is_listed_with_its_title(browser: TestClient) -> None:
    page = browser.get("/pages").text
    assert "Courier doubts the count" in page
    assert "/page/courier.txt" in page


def test_an_odd_file_name_is_still_one_link() -> None:
    doc = 'a "b" <c> %2e%2e #1?.html'
    page = SimpleNamespace(
        doc=doc,
        title=None,
        original_outlet=None,
        host=None,
        published=None,
        reprint_of=None,
    )
    shown = render("pages.html", case="x", pages=[page], count={doc: 1})
    link = "/page/a%20%22b%22%20%3Cc%3E%20%252e%252e%20%231%3F.html"
    assert f'href="{link}"' in bytes(shown.body).decode()
