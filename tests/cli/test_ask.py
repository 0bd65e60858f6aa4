"""A question is answered with quotes, or it is said that nobody counted."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.cli.ask import headline
from tumen.pipeline.ask import Answer
from tumen.records.release import Cleared, ReleasedEstimate


def make_answer(**slots: object) -> Answer:
    row = {
        "element": "people.present", "measure": "stock", "unit": "persons",
        "population": "NK workers", "place": "Russia", "iso": "RU",
        "date": date(2017, 12, 31), "q05": 20_000.0, "q25": None, "q50": None,
        "q75": None, "q95": 30_000.0, "engine": "envelope", "carried_from": None,
        "comparators": {}, "lineages": (Cleared("a"), Cleared("b")), "claims": (),
        "excluded": (),
    }  # fmt: skip
    estimate = ReleasedEstimate(**(row | slots))  # type: ignore[arg-type]  # any slot
    return Answer(reading="People present in 2017", estimates=(estimate,), claims=())


def test_the_answer_stands_above_its_quotes(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = run("ask", case, "how many in 2017")
    assert shown.code == 0
    assert shown.out.startswith("People present in 2017, NK workers in Russia: ")
    assert "90 % band" in shown.out.splitlines()[0]
    assert "“More than 20,000 North Korean workers are living in Russia”" in shown.out
    assert "Inside view" in shown.out


def test_machines_get_the_answer_and_then_its_claims(run: Run, case: Path) -> None:
    out = run("ask", case, "how many in 2017", "--json").out
    answer, *claims = [json.loads(line) for line in out.splitlines()]
    assert answer["date"] == "2017-12-31"
    assert sorted(claim["id"] for claim in claims) == sorted(answer["claims"])


def test_an_unknown_question_meets_those_that_can_be_asked(
    run: Run, case: Path
) -> None:
    shown = run("ask", case, "what is the colour of the pier")
    assert shown.code == 2
    assert '"how many in 2017"' in shown.err


def test_what_nobody_counted_gets_no_number(run: Run, case: Path) -> None:
    shown = run("ask", case, "how many were sent in 2012")
    assert shown.code == 0
    assert "nobody in this case has counted this" in shown.out


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({}, "20,000–30,000 (2 independent origins; a range of claims"),
        ({"lineages": (Cleared("a"),)}, "(1 independent origin;"),
        (
            {"carried_from": date(2015, 12, 31)},
            "origins, carried forward from 2015-12-31;",
        ),
        ({"population": None, "place": None}, "people in all places:"),
        ({"q05": None, "q95": None}, "no value ("),
    ],
)
def test_the_headline_says_no_more_than_the_origins(
    slots: dict[str, object], words: str
) -> None:
    assert words in headline(make_answer(**slots))
