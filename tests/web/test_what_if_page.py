"""What if: scenarios are listed, one is drawn, none is ranked."""

from collections.abc import Sequence
from datetime import date

import msgspec
import pytest
from starlette.testclient import TestClient

from tumen.codebook.load import load_codebook
from tumen.codebook.model import Effect, Scenario
from tumen.pipeline.case import Case
from tumen.records.release import ReleasedProjection
from tumen.web.what_if_page import no_change

FAN = '<svg class="fan"'


def projection(scenario: str, year: int) -> ReleasedProjection:
    return ReleasedProjection(
        scenario=scenario,
        label=f"the label of {scenario}",
        measure="unmet need",
        year=year,
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
        unit="persons/year",
        q05=20.0,
        q25=60.0,
        q50=104.0,
        q75=190.0,
        q95=520.0,
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[tuple[str, ...], str]]:
    """Stand in for the model, which takes seconds, and note what it was asked."""
    calls: list[tuple[tuple[str, ...], str]] = []

    def rows(
        case: Case, names: Sequence[str], *, view: str, made_on: date
    ) -> tuple[ReleasedProjection, ...]:
        calls.append((tuple(names), view))
        return tuple(projection(name, year) for name in names for year in (1, 2))

    monkeypatch.setattr(Case, "what_if_rows", rows)
    return calls


def test_scenarios_are_listed_in_the_order_of_the_model(browser: TestClient) -> None:
    page = browser.get("/what-if").text
    names = ("baseline", "recall", "border-closed", "agency-unreachable", "plus-10000")
    places = [page.index(f"scenario={name}") for name in names]
    assert places == sorted(places)
    assert FAN not in page


def test_a_chosen_scenario_is_drawn_beside_no_change(
    browser: TestClient, asked: list[tuple[tuple[str, ...], str]]
) -> None:
    page = browser.get("/what-if?scenario=recall").text
    assert FAN in page
    assert "What if: the label of recall" in page
    assert "median of: the label of baseline" in page
    assert asked == [(("baseline", "recall"), "inside")]


def test_no_change_is_asked_for_once(
    browser: TestClient, asked: list[tuple[tuple[str, ...], str]]
) -> None:
    assert FAN in browser.get("/what-if?scenario=baseline").text
    assert asked == [(("baseline",), "inside")]


def test_an_unknown_scenario_is_no_page(browser: TestClient) -> None:
    answer = browser.get("/what-if?scenario=nothing")
    assert answer.status_code == 404
    assert "no scenario nothing" in answer.text


def test_a_codebook_without_a_model_says_so(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = msgspec.structs.replace(load_codebook("dprk-labour"), model=None)
    monkeypatch.setattr(Case, "codebook", property(lambda case: bare))
    assert "has no model with scenarios" in browser.get("/what-if").text


def test_the_scenario_without_effects_and_arrivals_changes_nothing() -> None:
    recall = Scenario(
        name="recall",
        label="",
        source="",
        effects=(Effect(rate="recall", mean=1.0, sd=0.5),),
    )
    more = Scenario(name="more", label="", source="", arrivals=10_000.0)
    same = Scenario(name="same", label="", source="")
    assert no_change((recall, more, same)) == same
    assert no_change((recall, more)) is None
