"""Scenarios change what they say they change, and nothing is ranked."""

from dataclasses import replace

import msgspec
import pytest

from tumen.codebook.model import Effect, Intervention, Model, Scenario
from tumen.estimate.answers.weighing import Weighing
from tumen.estimate.answers.what_if import UNMET, UNPROTECTED, project
from tumen.records.estimate import Projection

Rows = dict[tuple[str, str, int], Projection]


@pytest.fixture(scope="session")
def rows(agreed: Weighing, model: Model) -> Rows:
    found = project(agreed, model.scenarios, years=5)
    return {(row.scenario, row.measure, row.year): row for row in found}


def test_every_scenario_has_every_measure_in_every_year(
    rows: Rows, model: Model
) -> None:
    assert len(rows) == len(model.scenarios) * 5 * 5


def test_scenarios_keep_the_order_in_which_they_were_asked(
    agreed: Weighing, model: Model
) -> None:
    asked = (model.scenarios[2], model.scenarios[0])
    found = dict.fromkeys(row.scenario for row in project(agreed, asked, years=1))
    assert list(found) == [asked[0].name, asked[1].name]


def test_recall_empties_the_sites(rows: Rows) -> None:
    recalled = rows["recall", "people present", 1].quantiles.q50
    assert recalled < rows["baseline", "people present", 1].quantiles.q50 / 3


def test_recall_makes_a_larger_share_of_people_run(rows: Rows) -> None:
    def share(scenario: str) -> float:
        fled = rows[scenario, "people who fled", 1].quantiles.q50
        return fled / rows[scenario, "people present", 1].quantiles.q50

    assert share("recall") > 2 * share("baseline")


def test_ten_thousand_more_are_ten_thousand_more_who_come(rows: Rows) -> None:
    more = rows["plus-10000", "people present", 1].quantiles.q05
    assert more > rows["baseline", "people present", 1].quantiles.q05 + 4000


def test_fifty_thousand_bring_more_need_than_ten(rows: Rows) -> None:
    need = [rows[s, UNMET, 1].quantiles.q50 for s in ("plus-10000", "plus-50000")]
    assert need[0] < need[1]


def test_an_unreachable_agency_leaves_more_people_unprotected(rows: Rows) -> None:
    shut = rows["agency-unreachable", UNPROTECTED, 2].quantiles.q50
    assert shut > rows["baseline", UNPROTECTED, 2].quantiles.q50


def test_years_follow_one_another(rows: Rows) -> None:
    first, second = (rows["baseline", UNMET, year] for year in (1, 2))
    assert first.last < second.first
    assert (second.first - first.last).days == 1


def test_bands_widen_with_time(rows: Rows) -> None:
    def width(year: int) -> float:
        band = rows["baseline", "people present", year].quantiles
        return band.q95 / band.q05

    assert width(5) > width(1)


def test_the_same_scenario_gives_the_same_numbers(
    agreed: Weighing, model: Model, rows: Rows
) -> None:
    again = project(agreed, model.scenarios[:1], years=5)
    assert list(again) == [row for row in rows.values() if row.scenario == "baseline"]


def test_a_scenario_that_changes_nothing_is_the_baseline(
    agreed: Weighing, model: Model
) -> None:
    idle = Scenario(
        name="idle",
        label="nothing",
        effects=(Effect(rate="recall", mean=0.0, sd=0.0),),
        source="invented",
    )
    pair = project(agreed, (model.scenarios[0], idle), years=1)
    half = len(pair) // 2
    assert [r.quantiles for r in pair[:half]] == [r.quantiles for r in pair[half:]]


def test_a_model_without_need_still_projects_nothing_wrong(
    agreed: Weighing, model: Model
) -> None:
    bare = replace(agreed, model=msgspec.structs.replace(model, need=None))
    assert project(bare, model.scenarios[:1], years=1) == ()


def test_soldiers_are_no_part_of_the_model(model: Model) -> None:
    counted = {element for seen in model.observables for element in seen.elements}
    assert "people.military" not in counted


def test_an_order_still_to_come_that_changes_nothing_changes_nothing(
    agreed: Weighing, model: Model
) -> None:
    idle = Intervention(
        name="idle",
        label="nothing",
        first="2022-06",
        effects=(Effect(rate="flight", mean=0.0, sd=0.0),),
        source="invented",
    )
    changed = msgspec.structs.replace(model, interventions=(idle, *model.interventions))
    later = replace(agreed, model=changed)
    (plain, ordered) = (
        project(each, model.scenarios[:1], years=1) for each in (agreed, later)
    )
    medians = [[row.quantiles.q50 for row in rows] for rows in (plain, ordered)]
    assert medians[1] == pytest.approx(medians[0], rel=0.15)


def test_a_what_if_without_an_estimate_says_so(agreed: Weighing, model: Model) -> None:
    (first, *_) = project(agreed, model.scenarios[:1], years=1)
    assert any(note.startswith("This is mostly the prior") for note in first.notes)
