"""Scores, tables and simple answers of the loop, worked by hand."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs

from quality.loop.bands import Answer
from quality.loop.scores import (
    codes_of,
    either_side,
    flows,
    interval_score,
    is_inside,
    of_model,
    of_simple,
    score,
    spread_of_worlds,
    stocks,
    told,
)
from quality.loop.simple import Size, simple_bands
from quality.loop.tables import COLUMNS, TrueClaim, TruePage, first_words, to_table
from tumen.codebook.load import load_codebook
from tumen.estimate.answers.targets import Target
from tumen.estimate.observe.windows import Window
from tumen.records.estimate import Verdict

ANSWER = Answer(
    code="C3",
    at=date(2010, 1, 31),
    is_stock=True,
    truth=100.0,
    verdict=Verdict.BAND,
    band=(80.0, 110.0, 150.0),
    sides=(),
    simple={"latest": (10.0, 20.0, 30.0)},
)
CLAIM = TrueClaim(
    claim_id="p1-01",
    doc="p1.txt",
    kind="figure",
    element="people.present",
    measure="stock",
    low=20000.0,
    best=None,
    high=None,
    unit="persons",
    qualifier="over",
    as_of_start="2013-12-31",
    as_of_end="2013-12-31",
    place="Russia",
    iso="RU",
    population="NK workers",
    speaker="Invented Agency",
    speaker_kind="institution",
    via=None,
    hedge="asserted",
    origin="o1",
)
PAGES = {
    "p1.txt": TruePage(doc="p1.txt", original_outlet="Invented Post"),
    "p2.txt": TruePage(doc="p2.txt", origin_doc="p1.txt"),
}


@pytest.mark.parametrize(
    ("band", "truth", "held"),
    [
        ((80.0, 100.0, 120.0), 100.0, True),
        ((80.0, 100.0, 120.0), 121.0, False),
        ((0.4, 0.9, 2.2), 0.0, True),
        ((0.4, 0.9, 2.2), 3.0, True),
        ((0.4, 0.9, 2.2), 4.0, False),
    ],
)
def test_ends_are_rounded_out_to_whole_people(
    band: tuple[float, float, float], truth: float, held: bool
) -> None:
    assert is_inside(band, truth) is held


def test_a_score_counts_truths_inside_above_and_below() -> None:
    band = (80.0, 100.0, 120.0)
    found = score([(band, 100.0), (band, 50.0), (band, 200.0), (band, 110.0)])
    assert found is not None
    assert (found.count, found.inside, found.over, found.under) == (4, 0.5, 0.25, 0.25)
    assert found.error == pytest.approx((0.5 + 10 / 110) / 2)


def test_nothing_has_no_score() -> None:
    assert score([]) is None


def test_a_truth_outside_is_fined() -> None:
    inside = interval_score((99.0, 100.0, 199.0), 150.0)
    outside = interval_score((99.0, 100.0, 199.0), 399.0)
    assert inside == pytest.approx(0.6931, abs=1e-4)
    assert outside == pytest.approx(0.6931 + 20 * 0.6931, abs=1e-3)


def test_simple_answers_are_scored_where_they_have_one() -> None:
    found = of_simple([ANSWER, replace(ANSWER, simple={})], "latest")
    assert found is not None
    assert (found.count, found.inside) == (1, 0.0)


def test_only_single_bands_are_told() -> None:
    kept_back = replace(ANSWER, verdict=Verdict.NONE)
    assert told([ANSWER, kept_back]) == (ANSWER,)


def test_either_of_two_answers_may_hold_the_truth() -> None:
    double = replace(
        ANSWER,
        verdict=Verdict.CONDITIONAL,
        sides=((10.0, 20.0, 30.0), (90.0, 95.0, 105.0)),
    )
    assert either_side([ANSWER, double, replace(double, truth=50.0)]) == (2, 1)


def test_months_and_years_are_kept_apart() -> None:
    flow = replace(ANSWER, code="T2", is_stock=False)
    assert stocks([ANSWER, flow]) == (ANSWER,)
    assert flows([ANSWER, flow]) == (flow,)
    assert codes_of([ANSWER, flow, ANSWER]) == ("C3", "T2")


def test_worlds_differ() -> None:
    missed = replace(ANSWER, truth=5.0)
    assert spread_of_worlds([[ANSWER], [missed]]) == (0.0, 1.0)
    assert spread_of_worlds([[]]) is None
    assert of_model([ANSWER, missed]) is not None


def test_an_origin_speaks_once_and_in_its_first_words() -> None:
    copy = structs.replace(CLAIM, claim_id="p2-01", doc="p2.txt", low=2000.0)
    assert first_words([copy, CLAIM], PAGES) == (CLAIM,)


@pytest.mark.parametrize(
    ("slot", "word"),
    [("kind", "condition"), ("hedge", "planned"), ("qualifier", "none")],
)
def test_plans_and_statements_are_no_figures(slot: str, word: str) -> None:
    assert first_words([structs.replace(CLAIM, **{slot: word})], PAGES) == ()


def test_a_table_has_the_columns_that_a_case_reads() -> None:
    (row,) = csv.DictReader(io.StringIO(to_table([CLAIM], PAGES)))
    assert tuple(row) == COLUMNS
    assert (row["low"], row["best"], row["outlet"]) == ("20000", "", "Invented Post")


def test_simple_answers_come_from_near_figures() -> None:
    model = load_codebook("dprk-labour").model
    assert model is not None
    target = Target(model.answers[0], 30, date(2007, 7, 31), {})
    near = [Size(2.0, 0.1, Window(24, 24, 30)), Size(3.0, 0.2, Window(36, 36, 30))]
    far = Size(9.0, 0.1, Window(200, 200, 30))
    found = simple_bands(target, [*near, far])
    assert found["min to max"] == pytest.approx((7.389, 12.182, 20.086), abs=1e-3)
    assert found["latest"][1] == pytest.approx(7.389, abs=1e-3)
    assert found["mean"][1] == pytest.approx(9.025, abs=1e-3)
    assert simple_bands(target, [far]) == {}
