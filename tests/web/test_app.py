"""The workbench as a whole."""

from pathlib import Path

from starlette.testclient import TestClient

from tests.web.conftest import HOST, TOKEN
from tumen.web.app import make_app


def test_a_folder_without_a_case_says_what_to_do(tmp_path: Path) -> None:
    app = make_app(tmp_path, token=TOKEN, hosts=(HOST,), reviewer="Ada")
    client = TestClient(app, base_url=f"http://{HOST}")
    answer = client.get(f"/?token={TOKEN}")
    assert answer.status_code == 409
    assert "tumen new" in answer.text


def test_every_file_a_page_names_is_served_from_here(browser: TestClient) -> None:
    page = browser.get("/pages").text
    assert "http://" not in page
    assert "https://" not in page
    assert browser.get("/static/workbench.js").status_code == 200
    assert browser.get("/static/htmx.min.js").status_code == 200
