"""Dated answers are compared with the true numbers."""

from dataclasses import replace
from datetime import date

import pytest

from tests.score.conftest import BAND, ESTIMATE
from tumen.codebook.model import ModelAnswer
from tumen.records.estimate import Conditional, Estimate, Quantiles, Verdict
from tumen.records.truth import TruthValue
from tumen.score.series import score_series

TRUE = TruthValue(
    code="C3",
    element="people.present",
    measure="stock",
    population="NK workers",
    place="Russia",
    iso="RU",
    first=date(2020, 12, 31),
    last=date(2020, 12, 31),
    value=250,
)
LOW, HIGH = Quantiles(10, 11, 12, 13, 14), Quantiles(240, 245, 250, 255, 260)
TWO = replace(
    ESTIMATE,
    weighed=replace(
        BAND,
        verdict=Verdict.CONDITIONAL,
        conditionals=(Conditional("a", (), "b", LOW), Conditional("b", (), "a", HIGH)),
    ),
)


def test_a_true_number_in_the_band_is_inside() -> None:
    score = score_series([TRUE], [ESTIMATE]).whole
    assert (score.dates, score.bands, score.inside, score.share) == (1, 1, 1, 1.0)
    assert score.error == pytest.approx(0.2)
    assert score.width == 4.0


def test_a_true_number_beside_the_band_is_not() -> None:
    assert score_series([replace(TRUE, value=401)], [ESTIMATE]).whole.inside == 0


def test_a_stock_is_compared_with_its_month() -> None:
    november = replace(TRUE, first=date(2020, 11, 30), last=date(2020, 11, 30), value=9)
    assert score_series([november, TRUE], [ESTIMATE]).whole.inside == 1


def test_a_flow_is_compared_with_its_year() -> None:
    year = replace(TRUE, measure="flow", first=date(2020, 1, 1))
    answer = replace(ESTIMATE, measure="flow")
    assert score_series([year], [answer]).whole.inside == 1


def test_a_part_of_a_year_is_not_compared_with_the_whole() -> None:
    year = replace(TRUE, measure="flow", first=date(2020, 1, 1))
    answer = replace(ESTIMATE, measure="flow", date=date(2020, 6, 30))
    assert score_series([year], [answer]).never_answered == ("C3",)


@pytest.mark.parametrize(("value", "either"), [(12, 1), (250, 1), (100, 0)])
def test_two_answers_are_told_apart(value: float, either: int) -> None:
    score = score_series([replace(TRUE, value=value)], [TWO]).whole
    assert (score.bands, score.conditionals, score.either) == (0, 1, either)


@pytest.mark.parametrize(
    ("answer", "counts"),
    [
        (replace(ESTIMATE, weighed=replace(BAND, verdict=Verdict.NONE)), (1, 0)),
        (replace(ESTIMATE, weighed=None), (0, 1)),
    ],
)
def test_answers_that_are_no_bands_are_counted(
    answer: Estimate, counts: tuple[int, int]
) -> None:
    score = score_series([TRUE], [answer]).whole
    assert (score.unanswered, score.others) == counts
    assert score.share is None


def test_the_model_says_which_series_a_code_is() -> None:
    answer = ModelAnswer(
        code="C3",
        label="people present",
        element="people.present",
        measure="stock",
        population="NK workers",
        place="Russia",
        iso="RU",
    )
    vague = replace(TRUE, population=None, place=None)
    other = replace(TRUE, code="C3x")
    (score,) = score_series([vague, other], [ESTIMATE], [answer]).codes
    assert score.code == "C3"
