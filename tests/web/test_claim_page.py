"""The address of a claim leads to its words."""

from pathlib import Path

from starlette.testclient import TestClient

from tumen.pipeline.case import open_case


def test_a_claim_leads_to_its_words_on_the_page(
    browser: TestClient, case: Path
) -> None:
    with open_case(case) as opened:
        claim = next(c.claim for c in opened.reviewed() if c.claim.doc == "ledger.txt")
    answer = browser.get(f"/claim/{claim.id}", follow_redirects=False)
    assert answer.headers["location"] == f"/page/ledger.txt#c-{claim.id}"


def test_a_claim_that_is_not_there_is_said_to_be_missing(browser: TestClient) -> None:
    answer = browser.get("/claim/nothing")
    assert answer.status_code == 404
    assert "no claim nothing" in answer.text
