"""The review desk, asked and told as the keys do it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tumen.pipeline.case import open_case
from tumen.records.decision import Decision, Verdict
from tumen.records.reviewed import Status
from tumen.web.app import make_app

HOST, TOKEN = "127.0.0.1:8000", "a-token-for-tests"
PART = {"hx-request": "true"}


def reader(case: Path, name: str) -> Iterator[TestClient]:
    app = make_app(case, token=TOKEN, hosts=(HOST,), reviewer=name)
    with TestClient(app, base_url=f"http://{HOST}") as client:
        client.get(f"/desk?token={TOKEN}")
        yield client


@pytest.fixture
def ada(case: Path) -> Iterator[TestClient]:
    yield from reader(case, "Ada")


@pytest.fixture
def bo(case: Path) -> Iterator[TestClient]:
    yield from reader(case, "Bo")


def claim_of(page: str) -> str:
    found = re.search(r'data-claim="(\w{16})"', page)
    assert found
    return found.group(1)


def named(case: Path, words: str) -> str:
    with open_case(case) as opened:
        return next(r.claim.id for r in opened.reviewed() if words in r.claim.quote)


def decided(case: Path) -> tuple[Decision, ...]:
    with open_case(case) as opened:
        return opened.decisions()


def say(client: TestClient, verdict: str, claim: str = "", **fields: str) -> str:
    form = {"verdict": verdict, "view": "queue", "claim": claim, "reason": "read"}
    return client.post("/desk", data=form | fields).text


def test_the_first_claim_of_the_queue_lies_on_the_desk(ada: TestClient) -> None:
    page = ada.get("/desk").text
    assert 'aria-current="true">' in page
    assert f"claim={claim_of(page)}" in page
    assert "you read as <b>Ada</b>" in page
    assert "<html" in page
    assert "<html" not in ada.get("/desk", headers=PART).text


def test_a_claim_lies_beside_its_words(ada: TestClient, case: Path) -> None:
    page = ada.get(f"/desk?claim={named(case, '30,000')}").text
    assert re.search(r'class="rv-quote figure" data-proves="quote[^"]*amount', page)
    assert "the Interior Ministry" in page or "Interior Ministry" in page


def test_an_accept_leads_to_the_next_claim(ada: TestClient, case: Path) -> None:
    first = claim_of(ada.get("/desk").text)
    page = say(ada, "accept", first)
    assert "Accepted: " in page
    assert claim_of(page) != first
    (line,) = decided(case)
    assert (line.subject, line.verdict, line.reviewer) == (first, Verdict.ACCEPT, "Ada")


def test_the_last_claim_leads_back_to_nothing_left(ada: TestClient, case: Path) -> None:
    with open_case(case) as opened:
        claims = [each.claim.id for each in opened.reviewed()]
    *_, last = [say(ada, "accept", claim) for claim in claims]
    assert "every claim has a decision" in last
    assert len(decided(case)) == len(claims)


def test_only_changed_slots_are_corrected(ada: TestClient, case: Path) -> None:
    claim = named(case, "30,000")
    page = say(ada, "accept", claim, slot_place="Vladivostok")
    assert "Corrected: " in page
    assert decided(case)[-1].correction == {"place": "Vladivostok"}


def test_waiting_decisions_are_said_and_weighed_by_the_next_answer(
    ada: TestClient, case: Path
) -> None:
    page = say(ada, "reject", named(case, "20,000"))
    assert "1 decision is not weighed yet" in page
    assert "1 independent origin" in ada.get("/?year=2017&box=C3").text
    assert "not weighed yet" not in ada.get("/desk").text


def test_a_page_shows_what_was_decided_without_weighing(
    ada: TestClient, case: Path
) -> None:
    claim = named(case, "20,000")
    say(ada, "reject", claim)
    page = ada.get(f"/claim/{claim}").text
    assert re.search(rf'id="c-{claim}" class="claim figure rejected"', page)
    assert ada.get("/pages").status_code == 200
    assert "1 decision is not weighed yet" in ada.get("/desk").text


def test_an_answer_is_weighed_without_a_desk_too(
    ada: TestClient, bo: TestClient, case: Path
) -> None:
    say(ada, "reject", named(case, "20,000"))
    app = make_app(case, token=TOKEN, hosts=(HOST,), reviewer="Cy")
    client = TestClient(app, base_url=f"http://{HOST}")
    client.get(f"/pages?token={TOKEN}")
    assert "1 independent origin" in client.get("/?year=2017&box=C3").text


def test_an_undo_shows_the_claim_again(ada: TestClient, case: Path) -> None:
    claim = named(case, "20,000")
    say(ada, "reject", claim)
    page = say(ada, "undo")
    assert claim_of(page) == claim
    assert "Taken back: " in page
    with open_case(case) as opened:
        assert {each.status for each in opened.reviewed()} == {Status.PROPOSED}


def test_nothing_to_take_back_is_said(ada: TestClient, case: Path) -> None:
    page = say(ada, "undo", named(case, "20,000"))
    assert 'role="alert"><b>you have no decision to take back' in page


def test_a_missed_claim_is_added_and_the_desk_stays(
    ada: TestClient, case: Path
) -> None:
    claim = named(case, "30,000")
    with open_case(case) as opened:
        text = opened.text_of("ledger.txt") or ""
    start = text.index("a labour inspector")
    page = say(
        ada,
        "add",
        claim,
        doc="ledger.txt",
        start=str(start),
        end=str(start + 18),
        slot_kind="condition",
        slot_element="cond.labour_shortage",
    )
    assert "Added: cond.labour_shortage" in page
    assert claim_of(page) == claim
    with open_case(case) as opened:
        assert opened.reviewed()[-1].status is Status.ADDED


def test_numbers_outside_the_words_are_refused_and_said(
    ada: TestClient, case: Path
) -> None:
    claim = named(case, "30,000")
    page = say(ada, "accept", claim, slot_number="31000")
    assert 'class="trouble" role="alert"' in page
    assert claim_of(page) == claim
    assert decided(case) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "perhaps"},
        {"verdict": "add", "start": "a", "end": "2"},
        {"verdict": "add", "start": "0", "end": "9" * 5_000},
        {},
    ],
)
def test_a_form_that_lacks_something_is_refused(
    ada: TestClient, fields: dict[str, str]
) -> None:
    answer = ada.post("/desk", data={"view": "queue", **fields})
    assert answer.status_code == 400


@pytest.mark.parametrize("address", ["/desk?view=x", "/desk?claim=0000"])
def test_what_is_not_there_is_said_to_be_missing(ada: TestClient, address: str) -> None:
    assert ada.get(address).status_code == 404


def test_a_claim_that_is_not_there_takes_no_decision(ada: TestClient) -> None:
    assert "there is no claim 0000" in say(ada, "accept", "0000")
    assert "there is no claim 0000" in say(ada, "reject", "0000")


def test_two_claims_about_one_fact_stand_beside_each_other(
    ada: TestClient, case: Path
) -> None:
    claim, other = named(case, "30,000"), named(case, "20,000")
    page = ada.get(f"/desk?claim={claim}&beside={other}").text
    assert "Compared with" in page
    assert re.search(r'rv-slot differs" data-slot="number"', page)
    assert f"beside={other}" in ada.get(f"/desk?claim={claim}").text


def test_green_claims_of_the_list_are_accepted_together(
    ada: TestClient, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    green = [named(case, "30,000"), named(case, "20,000")]
    monkeypatch.setattr(
        "tumen.pipeline.desk.Desk.is_green", lambda desk, claim: claim in green
    )
    form = {"view": "queue", "reason": "looked over", "green": [*green, "0000"]}
    page = ada.post("/desk", data={**form, "verdict": "accept-green"}).text
    assert "Accepted: 2 green claims" in page
    assert [line.subject for line in decided(case)] == green


def test_a_green_claim_that_somebody_decided_on_meanwhile_is_left_as_it_is(
    ada: TestClient, bo: TestClient, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    green = [named(case, "30,000"), named(case, "20,000")]
    monkeypatch.setattr(
        "tumen.pipeline.desk.Desk.is_green", lambda desk, claim: claim in green
    )
    say(bo, "reject", green[0])
    form = {"view": "queue", "reason": "looked over", "green": green}
    page = ada.post("/desk", data={**form, "verdict": "accept-green"}).text
    assert "Accepted: 1 green claim" in page
    assert decided(case)[-1].subject == green[1]
    assert len(decided(case)) == 2


def test_what_somebody_decided_meanwhile_is_shown_before_it_is_accepted(
    ada: TestClient, bo: TestClient, case: Path
) -> None:
    claim = named(case, "30,000")
    seen = re.search(r'data-seen="(\d+)"', ada.get(f"/desk?claim={claim}").text)
    assert seen
    say(bo, "reject", claim)
    page = say(ada, "accept", claim, seen=seen.group(1))
    assert "somebody decided on this claim while you looked at it" in page
    assert [line.verdict for line in decided(case)] == [Verdict.REJECT]
    again = re.search(r'data-seen="(\d+)"', page)
    assert again
    say(ada, "accept", claim, seen=again.group(1))
    assert [line.verdict for line in decided(case)] == [Verdict.REJECT, Verdict.ACCEPT]


def test_a_second_reader_does_not_see_the_first_verdict_until_he_decides(
    ada: TestClient, bo: TestClient, case: Path
) -> None:
    claim = named(case, "30,000")
    say(ada, "accept", claim, slot_place="Vladivostok", reason="the port is meant")
    page = bo.get("/desk?view=second").text
    assert claim_of(page) == claim
    assert "Vladivostok" not in page
    assert "Ada" not in page
    after = say(bo, "accept", claim, view="second")
    assert "<b>Ada</b>: corrected (where: Vladivostok)" in after
    assert "<b>Bo</b>: right" in after


def test_agreement_speaks_of_slots_as_the_desk_does(
    ada: TestClient, bo: TestClient, case: Path
) -> None:
    claim = named(case, "30,000")
    say(ada, "accept", claim)
    say(bo, "accept", claim, view="second", slot_as_of="2016")
    table = ada.get("/desk?view=disputed").text.split("<tbody>")[1].split("</tbody>")[0]
    assert "<td>when</td><td>0 of 1</td>" in table
    assert "<td>number</td><td>1 of 1</td>" in table
    assert "as_of" not in table


def test_a_reason_is_asked_for_in_words_of_the_browser(
    ada: TestClient, case: Path
) -> None:
    page = say(ada, "reject", named(case, "30,000"), reason=" ")
    assert "the decision gives no reason" in page
    assert "--" not in page.split('role="alert"')[1].split("</div>")[0]


def test_what_no_list_knows_is_refused_or_told(ada: TestClient, case: Path) -> None:
    claim = named(case, "30,000")
    page = say(ada, "accept", claim, slot_place="Vladivostock")
    assert "Did you mean &#39;Vladivostok&#39;?" in page
    assert decided(case) == ()
    page = say(ada, "accept", claim, slot_as_of="2011")
    assert "No words of the page read as 2011-01-01" in page
    assert len(decided(case)) == 1


def test_what_readers_differ_about_is_listed_with_their_agreement(
    ada: TestClient, bo: TestClient, case: Path
) -> None:
    claim = named(case, "30,000")
    say(ada, "accept", claim)
    say(bo, "reject", claim, view="second")
    page = ada.get("/desk?view=disputed").text
    assert claim_of(page) == claim
    assert "Ada and Bo: 0 of 1 alike" in page
    say(ada, "reject", claim, view="disputed")
    assert "somebody has decided between them" in ada.get("/desk?view=disputed").text
