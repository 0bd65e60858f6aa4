"""The model's answers beside what independent origins say."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.estimate.answers.conftest import FOUR, TODAY, Make, Said, said
from tumen.codebook.model import Model
from tumen.codebook.schema import Codebook
from tumen.estimate.answers.series import (
    fill_with_model,
    model_estimates,
    series_by_box,
)
from tumen.estimate.answers.weighing import weigh
from tumen.estimate.boxes import fill_boxes
from tumen.estimate.envelope import estimate_series
from tumen.records.estimate import BoxState, Estimate, Verdict

Answered = tuple[dict[int, Estimate], dict[int, BoxState]]
Answer = Callable[..., Answered]


@pytest.fixture(scope="session")
def answer(make: Make, real: Codebook, model: Model) -> Answer:
    """Return rows of people present, and states of their box, by year."""

    def run(*figures: Said) -> Answered:
        case = make(*figures)
        envelopes = estimate_series(case.groups, case.reviewed, {}, real, today=TODAY)
        found = weigh(case.groups, case.reviewed, real, model, today=TODAY)
        assert found is not None
        rows = model_estimates(found, envelopes)
        plain = fill_boxes(case.groups, case.reviewed, real, today=TODAY)
        boxes = fill_with_model(plain, rows, series_by_box(model))
        present = [row for row in rows if row.element == "people.present"]
        return (
            {r.date.year: r for r in present if r.population == "NK workers"},
            {b.year: b for b in boxes if b.code == "C3"},
        )

    return run


def test_where_there_is_a_band_the_model_answers(answer: Answer) -> None:
    row = answer(*FOUR)[0][2015]
    assert (row.engine, row.date) == ("model", date(2015, 12, 31))
    assert row.q05 is not None
    assert row.q95 is not None
    assert row.q05 < 30_000 < row.q95


def test_the_simple_answers_stay_beside_it(answer: Answer) -> None:
    row = answer(*FOUR)[0][2015]
    assert (row.comparators.min, row.comparators.max) == (28_000, 33_000)


def test_claims_and_origins_are_those_that_speak_about_it(answer: Answer) -> None:
    row = answer(*FOUR)[0][2015]
    assert row.lineages == ("A", "B", "C", "D")
    assert len(row.claims) == 4


def test_without_an_estimate_the_envelope_stays_and_says_why(answer: Answer) -> None:
    row = answer(said("A", 30000))[0][2015]
    assert (row.engine, row.q05, row.q95) == ("envelope", 30_000, 30_000)
    assert row.weighed is not None
    assert row.weighed.verdict is Verdict.NONE
    assert row.weighed.why


def test_years_nobody_spoke_about_have_no_row(answer: Answer) -> None:
    assert 2010 not in answer(*FOUR)[0]


def test_a_conflict_leaves_no_single_band(answer: Answer) -> None:
    row = answer(said("A", 30000), said("B", 3000))[0][2015]
    assert (row.q05, row.q50, row.q95) == (None, None, None)
    assert row.weighed is not None
    assert len(row.weighed.conditionals) == 2


def test_the_box_shows_the_band(answer: Answer) -> None:
    rows, boxes = answer(*FOUR)
    assert (boxes[2015].low, boxes[2015].high) == (rows[2015].q05, rows[2015].q95)
    assert boxes[2015].verdict is Verdict.BAND
    assert boxes[2015].origins == 4


def test_the_box_of_a_conflict_shows_both(answer: Answer) -> None:
    box = answer(said("A", 30000), said("B", 3000))[1][2015]
    assert (box.low, box.high) == (None, None)
    assert len(box.conditionals) == 2


def test_the_box_without_an_estimate_shows_what_origins_say(answer: Answer) -> None:
    box = answer(said("A", 30000))[1][2015]
    assert (box.low, box.verdict) == (30_000, Verdict.NONE)
