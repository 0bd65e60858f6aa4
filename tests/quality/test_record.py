"""The public record: a guarded version of `make calibration`."""

import pytest

from quality.calibration.page import held
from quality.calibration.record import (
    Forecast,
    Predicted,
    Record,
    forecast_refugees,
    interval_score,
    weigh_record,
)
from tumen.estimate.answers.verdicts import Judge
from tumen.records.estimate import Verdict


@pytest.fixture(scope="module")
def forecasts(record: Record) -> tuple[Forecast, ...]:
    return forecast_refugees(record)


def test_figures_of_a_house_are_predicted_by_the_others(
    predicted: tuple[Predicted, ...],
) -> None:
    assert len(predicted) > 90
    assert 0.72 <= held(predicted) <= 0.90


@pytest.mark.parametrize("simple", ["min to max", "latest", "mean"])
def test_the_model_scores_better_than_simple_answers(
    predicted: tuple[Predicted, ...], simple: str
) -> None:
    rows = [row for row in predicted if simple in row.others]
    ours = sum(interval_score(row.printed, row.low, row.high) for row in rows)
    theirs = sum(interval_score(row.printed, *row.others[simple]) for row in rows)
    assert rows
    assert ours < theirs


def test_evidence_to_2019_covers_three_of_the_four_years_that_follow(
    forecasts: tuple[Forecast, ...],
) -> None:
    assert [f.year for f in forecasts] == [2020, 2021, 2022, 2023]
    assert sum(f.q05 <= f.printed <= f.q95 for f in forecasts) >= 3


def test_2025_is_two_conditional_estimates(record: Record) -> None:
    weighing = weigh_record(record)
    listed = weighing.targets.listed
    (present,) = [n for n in weighing.targets.of("C3") if listed[n].date.year == 2025]
    weighed = Judge(weighing).weighed(present)
    assert weighed.verdict is Verdict.CONDITIONAL
    assert {side.origin for side in weighed.conditionals} == {
        "FSB",
        "National Intelligence Service",
    }


def test_a_number_outside_an_interval_is_fined() -> None:
    assert interval_score(5.0, 4.0, 6.0) == 2.0
    assert interval_score(7.0, 4.0, 6.0) == pytest.approx(2.0 + 10.0)
