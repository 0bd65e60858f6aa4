"""Decisions are recorded one after the other, each with its reason."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.cli.decide import find_claim, login_name
from tumen.errors import UsageError
from tumen.pipeline.case import open_case
from tumen.records.ids import ClaimId

WHY = ("--reason", "seen on the page", "--reviewer", "Ro Example")

WORDS = ("start=82", "end=145", "kind=figure", "element=people.fled",
         "measure=flow", "unit=persons", "population=NK workers", "qualifier=about")  # fmt: skip


@pytest.fixture
def hours(run: Run, case: Path) -> str:
    """The id of the claim about hours."""
    out = run("claims", case, "--json", "--element", "cond.hours").out
    return str(json.loads(out)["id"])


def claim(run: Run, case: Path, element: str) -> dict[str, object]:
    rows = run("claims", case, "--json", "--element", element).out.splitlines()
    found = json.loads(rows[0])
    assert isinstance(found, dict)
    return found


def test_a_decision_prints_its_number_and_the_head(
    run: Run, case: Path, hours: str
) -> None:
    shown = run("decide", case, "accept", hours, *WHY)
    assert shown.code == 0
    assert f"Decision 1: accept {hours}. Head " in shown.out


def test_the_reviewer_and_the_reason_are_kept(run: Run, case: Path, hours: str) -> None:
    run("decide", case, "accept", hours[:8], *WHY)
    with open_case(case) as opened:
        (decision,) = opened.decisions()
    assert (decision.reviewer, decision.reason) == ("Ro Example", "seen on the page")


@pytest.mark.parametrize(
    ("verdict", "status"), [("accept", "accepted"), ("reject", "rejected")]
)
def test_the_last_decision_counts(
    run: Run, case: Path, hours: str, verdict: str, status: str
) -> None:
    run("decide", case, "reject", hours, *WHY)
    run("decide", case, "accept", hours, *WHY)
    run("decide", case, verdict, hours, *WHY)
    with open_case(case) as opened:
        assert len(opened.decisions()) == 3
        assert [r.status for r in opened.reviewed() if r.claim.id == hours] == [status]


def test_a_rejected_claim_leaves_the_answers(run: Run, case: Path) -> None:
    figure = str(claim(run, case, "people.present")["id"])
    before = json.loads(run("estimate", case, "--json", "--year", 2017).out)
    run("decide", case, "reject", figure, *WHY)
    after = json.loads(run("estimate", case, "--json", "--year", 2017).out)
    assert figure in before["claims"]
    assert figure not in after["claims"]


def test_a_correction_changes_the_slot_and_its_undoing_brings_it_back(
    run: Run, case: Path, hours: str
) -> None:
    run("decide", case, "correct", hours, *WHY, "--set", "place=Vladivostok")
    assert claim(run, case, "cond.hours")["auto"] is False
    with open_case(case) as opened:
        reviewed = opened.claim(ClaimId(hours))
        assert reviewed
        assert reviewed.claim.place == "Vladivostok"
    run("decide", case, "correct", hours, *WHY, "--set", "place=Russia")
    assert claim(run, case, "cond.hours")["place"] == "Russia"


@pytest.mark.parametrize(
    ("slot", "value"),
    [("best=13", 13.0), ("flags=trend, superlative", ("trend", "superlative")),
     ("chain=an inspector < Harbour Ledger", ("an inspector", "Harbour Ledger"))],
)  # fmt: skip
def test_numbers_and_lists_are_written_as_they_are_shown(
    run: Run, case: Path, hours: str, slot: str, value: object
) -> None:
    shown = run("decide", case, "correct", hours, *WHY, "--set", slot)
    assert shown.code == 0, shown.err
    name = slot.partition("=")[0]
    with open_case(case) as opened:
        reviewed = opened.claim(ClaimId(hours))
    assert reviewed
    found = {"best": reviewed.claim.amount.best, "flags": reviewed.claim.flags}
    assert {**found, "chain": reviewed.claim.chain}[name] == value


@pytest.mark.parametrize("text", ["many", "12,5", "nan"])
def test_what_is_no_number_is_refused(
    run: Run, case: Path, hours: str, text: str
) -> None:
    shown = run("decide", case, "correct", hours, *WHY, "--set", f"best={text}")
    assert shown.code == 1
    assert "best cannot be" in shown.err


def test_a_corrected_outlet_and_speaker_take_their_places_in_the_chain(
    run: Run, case: Path, hours: str
) -> None:
    run("decide", case, "correct", hours, *WHY, "--set", "speaker=a labour inspector")
    run("decide", case, "correct", hours, *WHY, "--set", "via=Example Radio")
    with open_case(case) as opened:
        reviewed = opened.claim(ClaimId(hours))
        lines = [line.correction for line in opened.decisions()]
    assert reviewed
    assert reviewed.claim.chain[:2] == ("a labour inspector", "Example Radio")
    assert lines[-1]
    assert "chain" in lines[-1]


def test_an_unknown_flag_is_refused(run: Run, case: Path, hours: str) -> None:
    shown = run("decide", case, "correct", hours, *WHY, "--set", "flags=forcast")
    assert shown.code == 1
    assert "Did you mean 'forecast'?" in shown.err


@pytest.mark.parametrize(
    "slots", [["iso=CN"], ["place=Vladivostok", "iso=CN"], ["place=Dandong", "iso=RU"]]
)
def test_a_country_where_the_place_does_not_lie_is_refused(
    run: Run, case: Path, hours: str, slots: list[str]
) -> None:
    run("decide", case, "correct", hours, *WHY, "--set", "place=Russia")
    words = [word for slot in slots for word in ("--set", slot)]
    shown = run("decide", case, "correct", hours, *WHY, *words)
    said = " ".join(shown.err.split())
    assert shown.code == 1
    assert "ledger.txt" in said
    assert "Leave the country at" in said
    with open_case(case) as opened:
        assert len(opened.decisions()) == 1


def test_an_empty_list_clears_the_chain(run: Run, case: Path, hours: str) -> None:
    run("decide", case, "correct", hours, *WHY, "--set", "chain=")
    assert claim(run, case, "cond.hours")["chain"] == []


def test_an_empty_value_clears_a_slot(run: Run, case: Path, hours: str) -> None:
    run("decide", case, "correct", hours, *WHY, "--set", "place=", "--set", "iso=")
    found = claim(run, case, "cond.hours")
    assert (found["place"], found["iso"]) == (None, None)


def test_a_claim_the_machine_missed_is_added(run: Run, case: Path) -> None:
    slots = (*WORDS, "best=30000")
    words = [word for slot in slots for word in ("--set", slot)]
    shown = run("decide", case, "add", "ledger.txt", *WHY, *words)
    assert shown.code == 0, shown.err
    with open_case(case) as opened:
        (added,) = (r for r in opened.reviewed() if r.claim.element == "people.fled")
    assert added.claim.quote.startswith("About 30,000 North Korean workers")


def test_added_words_must_hold_the_digits(run: Run, case: Path) -> None:
    slots = (*WORDS, "best=31000")
    words = [word for slot in slots for word in ("--set", slot)]
    shown = run("decide", case, "add", "ledger.txt", *WHY, *words)
    assert shown.code == 1
    assert "31" in shown.err
    with open_case(case) as opened:
        assert opened.decisions() == ()


def test_an_unknown_slot_records_nothing(run: Run, case: Path, hours: str) -> None:
    shown = run("decide", case, "correct", hours, *WHY, "--set", "bests=3")
    assert shown.code == 1
    assert "best" in shown.err
    with open_case(case) as opened:
        assert opened.decisions() == ()


@pytest.mark.parametrize("digits", ["", "no such claim"])
def test_digits_must_name_one_claim(case: Path, digits: str) -> None:
    with (
        open_case(case) as opened,
        pytest.raises(UsageError, match="claims have an id") as caught,
    ):
        find_claim(opened, digits)
    assert "more digits" in caught.value.remedy


@pytest.mark.parametrize("slot", ["best", "=3", " = 3"])
def test_a_slot_is_set_with_a_name_and_an_equals_sign(
    run: Run, case: Path, hours: str, slot: str
) -> None:
    shown = run("decide", case, "correct", hours, *WHY, "--set", slot)
    assert shown.code == 2
    assert "--set best=3000" in shown.err


def test_a_correction_without_slots_names_the_option(
    run: Run, case: Path, hours: str
) -> None:
    shown = run("decide", case, "correct", hours, *WHY)
    assert shown.code == 2
    assert "--set best=3000" in shown.err


def test_a_decision_needs_a_reason(run: Run, case: Path, hours: str) -> None:
    assert run("decide", case, "accept", hours).code == 2


def test_an_empty_reason_names_the_option(run: Run, case: Path, hours: str) -> None:
    shown = run("decide", case, "accept", hours, "--reason", " ")
    assert shown.code == 2
    assert "--reason" in shown.err


def test_what_no_list_knows_is_taken_and_told(run: Run, case: Path, hours: str) -> None:
    shown = run(
        "decide", case, "correct", hours, *WHY, "--set", "as_of_start=2011-01-01"
    )
    assert shown.code == 0
    assert "No words of the page read as 2011-01-01" in " ".join(shown.out.split())


def test_a_place_that_nothing_knows_is_refused(
    run: Run, case: Path, hours: str
) -> None:
    shown = run("decide", case, "correct", hours, *WHY, "--set", "place=Vladivostock")
    assert shown.code == 1
    assert "Did you mean 'Vladivostok'?" in shown.err


def test_the_login_name_stands_in_for_the_reviewer(
    run: Run, case: Path, hours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "example-login")
    run("decide", case, "accept", hours, "--reason", "seen")
    with open_case(case) as opened:
        assert opened.decisions()[-1].reviewer == "example-login"


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_a_machine_without_login_names_asks_who_decides(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail() -> str:
        raise error

    monkeypatch.setattr("getpass.getuser", fail)
    with pytest.raises(UsageError) as caught:
        login_name()
    assert "--reviewer" in caught.value.remedy


def test_bytes_that_are_no_letters_are_refused(
    run: Run, case: Path, hours: str
) -> None:
    shown = run("decide", case, "accept", hours, "--reason", "seen \udcff")
    assert shown.code == 2
    assert "UTF-8" in shown.err


def test_an_undo_is_a_decision_of_its_own(run: Run, case: Path, hours: str) -> None:
    run("decide", case, "reject", hours, *WHY)
    shown = run("decide", case, "undo", hours, *WHY)
    assert f"Decision 2: undo {hours}." in shown.out
    with open_case(case) as opened:
        entry = opened.claim(ClaimId(hours))
    assert entry
    assert entry.status == "proposed"


def test_nobody_undoes_what_another_decided(run: Run, case: Path, hours: str) -> None:
    run("decide", case, "reject", hours, *WHY)
    other = ("--reason", "no", "--reviewer", "Another")
    shown = run("decide", case, "undo", hours, *other)
    assert shown.code == 1
    assert "Another has no decision" in shown.err
