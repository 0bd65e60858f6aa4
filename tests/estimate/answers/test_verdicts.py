"""When there is a band, when two estimates, when none."""

import numpy as np
import pytest

from tests.estimate.answers.conftest import Weigh, said, weighed_of
from tumen.estimate.answers.verdicts import INVISIBLE, quantiles_of
from tumen.estimate.answers.weighing import Weighing
from tumen.records.estimate import Verdict


def test_four_origins_give_a_band(agreed: Weighing) -> None:
    assert weighed_of(agreed).verdict is Verdict.BAND


def test_one_origin_gives_no_estimate_and_says_why(weigh_said: Weigh) -> None:
    found = weighed_of(weigh_said(said("A", 30000)))
    assert found.verdict is Verdict.NONE
    assert found.why == "1 independent origin within 24 months; 2 are needed"


def test_origins_of_other_years_do_not_count(agreed: Weighing) -> None:
    found = weighed_of(agreed, year=2010)
    assert (found.verdict, found.origins) == (Verdict.NONE, ())


def test_two_years_later_the_same_origins_no_longer_count(agreed: Weighing) -> None:
    assert weighed_of(agreed, year=2016).origins == ("A", "B", "C", "D")
    assert weighed_of(agreed, year=2018).origins == ()


def test_who_counts_those_present_says_nothing_about_those_in_hiding(
    agreed: Weighing,
) -> None:
    assert weighed_of(agreed, "C4").origins == ()


def test_a_wide_spread_of_words_is_no_estimate(weigh_said: Weigh) -> None:
    vague = {"qualifier": "vague_thousands"}
    found = weighed_of(
        weigh_said(
            said("A", None, population="NK workers on student visas", slots=vague),
            said("B", None, population="NK workers on student visas", slots=vague),
        ),
        "C3t",
    )
    assert found.verdict is Verdict.NONE


def test_that_shared_bias_is_invisible_stands_beside_every_answer(
    agreed: Weighing,
) -> None:
    assert weighed_of(agreed).notes[0] == INVISIBLE


def test_an_outlier_is_named_beside_the_answer(weigh_said: Weigh) -> None:
    figures = [said(name, 30000) for name in "ABC"]
    found = weighed_of(weigh_said(*figures, said("E", 3_000_000)))
    assert found.outliers == ("E",)


def test_an_observable_for_some_years_tells_why(weigh_said: Weigh) -> None:
    late = {"first": "2020-03-01", "last": "2020-03-31"}
    found = weigh_said(said("A", 600, slots=late), said("B", 700, slots=late))
    notes = weighed_of(found, year=2020).notes
    assert not any("work visas alone" in note for note in notes)


def test_pulls_are_those_with_over_without(weigh_said: Weigh) -> None:
    found = weighed_of(
        weigh_said(said("A", 30000), said("B", 29000), said("Low", 22000))
    )
    pulls = {pull.name: pull.factor for pull in found.pulls if pull.kind == "origin"}
    assert pulls["Low"] < 1 < pulls["A"]


def test_houses_pull_with_all_their_origins(agreed: Weighing) -> None:
    kinds = {pull.kind for pull in weighed_of(agreed).pulls}
    assert kinds == {"origin", "house"}


def test_pulls_lead_to_claims(agreed: Weighing) -> None:
    pulls = [pull for pull in weighed_of(agreed).pulls if pull.kind == "origin"]
    assert all(pull.claims for pull in pulls)


def test_the_prior_stands_beside_the_answer(agreed: Weighing) -> None:
    found = weighed_of(agreed)
    assert found.prior.q05 < found.prior.q50 < found.prior.q95
    assert 0.5 < found.evidence <= 1


def test_quantiles_are_those_of_the_draws() -> None:
    found = quantiles_of(np.arange(101.0))
    assert (found.q05, found.q50, found.q95) == pytest.approx((5, 50, 95))


def test_without_an_estimate_there_is_nothing_to_pull(weigh_said: Weigh) -> None:
    assert weighed_of(weigh_said(said("A", 30000))).pulls == ()


def test_a_house_with_one_origin_is_not_told_beside_it(weigh_said: Weigh) -> None:
    found = weighed_of(weigh_said(said("A", 30000), said("B", 29000, unit="persons")))
    houses = [pull for pull in found.pulls if pull.kind == "house"]
    assert [house.name for house in houses] == ["a named person"]


def test_two_counts_of_one_year_do_not_tell_how_many_went_home(
    weigh_said: Weigh,
) -> None:
    found = weigh_said(said("A", 30000), said("B", 20000))
    assert weighed_of(found, "T7").verdict is Verdict.NONE
