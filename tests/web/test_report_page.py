"""The public report inside the workbench."""

from starlette.testclient import TestClient


def test_the_report_is_the_cleared_one(browser: TestClient) -> None:
    report = browser.get("/report")
    assert report.headers["content-type"].startswith("text/html")
    assert "Han Model" not in report.text
    assert "<svg" in report.text
