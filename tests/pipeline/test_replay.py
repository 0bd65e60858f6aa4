"""The model asked again: as known on a date, with other figures, what if."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import NOW
from tumen.codebook.load import load_codebook
from tumen.errors import CaseError, UsageError
from tumen.pipeline.case import open_case
from tumen.pipeline.facts import gather_facts
from tumen.pipeline.new import make_case
from tumen.pipeline.replay import (
    find_scenarios,
    known_on,
    known_since,
    model_of,
    weigh_case,
    what_if,
    with_official,
)

TODAY = NOW.date()
APRIL = date(2017, 4, 1)


def test_a_page_is_known_from_the_day_it_was_printed(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        page = case.document("courier.txt")
        claim = next(c for c in case.claims() if c.doc == "courier.txt")
    assert known_since(claim, page) == date(2017, 6, 9)


def test_without_a_page_a_claim_is_known_when_its_time_is_over(
    finished_case: Path,
) -> None:
    with open_case(finished_case) as case:
        claim = next(c for c in case.claims() if c.as_of.last)
    assert known_since(claim, None) == claim.as_of.last


def test_what_came_later_is_left_out(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        facts = known_on(gather_facts(case), case, APRIL)
    assert {entry.claim.doc for entry in facts.reviewed} == {"ledger.txt"}


def test_the_answers_are_those_of_that_day(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        facts = known_on(gather_facts(case), case, APRIL)
    assert {row.date for row in facts.estimates} == {APRIL}


def test_a_day_after_the_last_page_changes_nothing(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        now = gather_facts(case)
        then = known_on(now, case, TODAY)
    assert then.estimates == now.estimates


def test_official_figures_times_one_change_nothing(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        now = gather_facts(case)
        same = with_official(now, case, 1.0, today=TODAY)
    medians = {(r.element, r.date): r.q50 for r in now.estimates if r.engine == "model"}
    again = {(r.element, r.date): r.q50 for r in same.estimates if r.engine == "model"}
    assert again == medians


def test_a_case_with_figures_is_weighed(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        assert len(weigh_case(case, today=TODAY).observed.statements) == 2


def test_a_case_without_figures_says_what_to_do(tmp_path: Path) -> None:
    make_case(tmp_path / "empty")
    with open_case(tmp_path / "empty") as case, pytest.raises(CaseError) as trouble:
        weigh_case(case, today=TODAY)
    assert "tumen run" in trouble.value.remedy


def test_scenarios_are_projected(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        asked = find_scenarios(model_of(case), ["recall"])
        rows = what_if(case, asked, today=TODAY, years=1)
    assert {row.scenario for row in rows} == {"recall"}


def test_an_unknown_scenario_names_those_there_are() -> None:
    model = load_codebook("dprk-labour").model
    assert model is not None
    with pytest.raises(UsageError) as trouble:
        find_scenarios(model, ["flood"])
    assert "baseline" in trouble.value.remedy
