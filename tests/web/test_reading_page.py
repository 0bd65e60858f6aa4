"""The reading room: a page, its claims, and what a person decides."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tumen.pipeline.case import open_case
from tumen.records.reviewed import Status


def first_claim(case: Path) -> str:
    with open_case(case) as opened:
        found = [c.claim for c in opened.reviewed() if c.claim.doc == "ledger.txt"]
    return found[0].id


def status_of(case: Path, claim: str) -> Status:
    with open_case(case) as opened:
        states = {c.claim.id: c.status for c in opened.reviewed()}
    return states[claim]  # type: ignore[index]  # an id as text


def post(browser: TestClient, **fields: str) -> str:
    return browser.post("/decide", data={"doc": "ledger.txt", **fields}).text


def test_the_words_of_a_claim_are_marked(browser: TestClient, case: Path) -> None:
    page = browser.get("/page/ledger.txt").text
    assert re.search(rf'<mark class="\w+"[^>]*{first_claim(case)}', page)


def test_a_claim_shows_its_chance_until_a_person_decides(
    browser: TestClient, case: Path
) -> None:
    page = browser.get("/page/ledger.txt").text
    assert re.search(r"found by the machine, \d\d % sure", page)
    before = page.count("% sure")
    after = post(browser, claim=first_claim(case), verdict="accept", reason="read")
    assert after.count("% sure") == before - 1


def test_a_missing_page_is_said_to_be_missing(browser: TestClient) -> None:
    answer = browser.get("/page/nothing.txt")
    assert answer.status_code == 404
    assert "no page nothing.txt" in answer.text


@pytest.mark.parametrize(
    ("verdict", "status"),
    [("accept", Status.ACCEPTED), ("reject", Status.REJECTED)],
)
def test_a_verdict_is_recorded(
    browser: TestClient, case: Path, verdict: str, status: Status
) -> None:
    claim = first_claim(case)
    post(browser, claim=claim, verdict=verdict, reason="read on the page")
    assert status_of(case, claim) is status


def test_the_reviewer_and_the_reason_are_kept(browser: TestClient, case: Path) -> None:
    post(browser, claim=first_claim(case), verdict="accept", reason="checked twice")
    with open_case(case) as opened:
        last = opened.decisions()[-1]
    assert (last.reviewer, last.reason) == ("Ada", "checked twice")


def test_only_changed_slots_are_corrected(browser: TestClient, case: Path) -> None:
    claim = first_claim(case)
    slots = {
        "place": "Vladivostok",
        "was_place": "Russia",
        "unit": "x",
        "was_unit": "x",
    }
    post(browser, claim=claim, verdict="correct", reason="the town is named", **slots)
    with open_case(case) as opened:
        assert opened.decisions()[-1].correction == {"place": "Vladivostok"}


def test_a_number_is_corrected_to_another_one_in_its_words(
    browser: TestClient, case: Path
) -> None:
    claim = first_claim(case)
    slots = {
        "qualifier": "exact", "was_qualifier": "about",
        "low": "30000", "was_low": "", "high": "30000", "was_high": "",
    }  # fmt: skip
    post(browser, claim=claim, verdict="correct", reason="no `about` meant", **slots)
    with open_case(case) as opened:
        amounts = {c.claim.id: c.claim.amount for c in opened.reviewed()}
    assert amounts[claim].low == 30_000  # type: ignore[index]  # an id as text
    assert status_of(case, claim) is Status.CORRECTED


def test_days_that_no_words_read_as_are_told(browser: TestClient, case: Path) -> None:
    slots = {"as_of_start": "1987-01-01", "was_as_of_start": "2017-01-01"}
    page = post(
        browser,
        claim=first_claim(case),
        verdict="correct",
        reason="he was there then",
        **slots,
    )
    assert "No words of the page read as 1987-01-01" in page


def test_what_follows_from_a_correction_is_corrected_with_it(
    browser: TestClient, case: Path
) -> None:
    claim = first_claim(case)
    slots = {"qualifier": "at_least", "was_qualifier": "about"}
    post(browser, claim=claim, verdict="correct", reason="at least meant", **slots)
    with open_case(case) as opened:
        last = opened.decisions()[-1]
    assert last.correction == {"qualifier": "at_least", "low": 30000, "best": None}


def test_a_claim_that_was_missed_is_added_by_its_words(
    browser: TestClient, case: Path
) -> None:
    with open_case(case) as opened:
        text = opened.text_of("ledger.txt") or ""
    words = "a labour inspector"
    start = text.index(words)
    post(
        browser,
        verdict="add",
        reason="missed by the rules",
        start=str(start),
        end=str(start + len(words)),
        kind="condition",
        element="cond.labour_shortage",
        hedge="asserted",
        speaker="article",
        speaker_kind="author",
    )
    with open_case(case) as opened:
        added = [c.claim for c in opened.reviewed() if c.status is Status.ADDED]
    assert [claim.quote for claim in added] == [words]


def test_digits_outside_the_words_are_refused_and_said(
    browser: TestClient, case: Path
) -> None:
    page = post(
        browser,
        verdict="add",
        reason="a try",
        start="0",
        end="6",
        kind="figure",
        element="people.present",
        measure="stock",
        best="77",
        qualifier="about",
        unit="persons",
        hedge="asserted",
        speaker="article",
        speaker_kind="author",
    )
    assert 'role="alert"' in page
    with open_case(case) as opened:
        assert opened.decisions() == ()


def test_a_decision_without_a_reason_is_refused_and_said(
    browser: TestClient, case: Path
) -> None:
    page = post(browser, claim=first_claim(case), verdict="reject", reason=" ")
    assert 'role="alert"' in page


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"verdict": "perhaps"},
        {"verdict": "accept", "doc": "ledger.txt"},
        {"verdict": "accept", "doc": "ledger.txt", "claim": "x"},
        {"verdict": "add", "doc": "ledger.txt", "reason": "r", "start": "1"},
    ],
)
def test_a_form_that_lacks_something_is_refused_and_said(
    browser: TestClient, fields: dict[str, str]
) -> None:
    answer = browser.post("/decide", data=fields)
    assert answer.status_code == 400
    assert "To the system" in answer.text


def test_nothing_is_decided_for_a_page_that_is_not_there(
    browser: TestClient, case: Path
) -> None:
    form = {"doc": "x", "claim": first_claim(case), "verdict": "accept", "reason": "r"}
    assert browser.post("/decide", data=form).status_code == 404
    with open_case(case) as opened:
        assert opened.decisions() == ()
