"""Two figures of which only one can be right give two answers, never one band."""

import numpy as np

from tests.estimate.answers.conftest import (
    FOUR,
    Weigh,
    said,
    target_of,
    weighed_of,
)
from tumen.estimate.answers.verdicts import PEAKS
from tumen.estimate.answers.weighing import Weighing
from tumen.records.estimate import Verdict


def test_two_origins_far_apart_are_a_conflict(torn: Weighing) -> None:
    (conflict,) = torn.conflicts
    origins = [torn.observed.statements[n].origin for n in (conflict.a, conflict.b)]
    assert sorted(origins) == ["High House", "Low House"]


def test_the_answer_is_two_conditional_estimates(torn: Weighing) -> None:
    found = weighed_of(torn)
    assert found.verdict is Verdict.CONDITIONAL
    medians = {side.origin: side.quantiles.q50 for side in found.conditionals}
    assert medians["High House"] > 2 * medians["Low House"]


def test_each_estimate_leaves_the_other_side_out(torn: Weighing) -> None:
    pairs = {(s.origin, s.against) for s in weighed_of(torn).conditionals}
    assert pairs == {("High House", "Low House"), ("Low House", "High House")}


def test_each_estimate_says_what_its_side_counted(torn: Weighing) -> None:
    labels = {side.counted for side in weighed_of(torn).conditionals}
    assert labels == {"people present to work, on whatever paper"}


def test_no_band_is_said_to_cover_two_answers(torn: Weighing) -> None:
    assert PEAKS not in weighed_of(torn).notes


def test_the_conflict_splits_answers_near_it_only(torn: Weighing) -> None:
    (conflict,) = torn.conflicts
    years = {torn.targets.listed[n].date.year for n in conflict.split}
    assert 2015 in years
    assert not years & {2005, 2006, 2007, 2008}


def test_how_far_apart_is_the_ratio_of_medians(torn: Weighing) -> None:
    (conflict,) = torn.conflicts
    number = target_of(torn)
    medians = [
        np.median(values[:, number]) for values in (conflict.if_a, conflict.if_b)
    ]
    wanted = abs(np.log(medians[0] / medians[1]))
    assert (
        conflict.apart(number) == np.float64(wanted)
        or abs(conflict.apart(number) - wanted) < 1e-6
    )


def test_origins_that_agree_are_no_conflict(agreed: Weighing) -> None:
    assert agreed.conflicts == ()


def test_one_against_four_stays_an_outlier(weigh_said: Weigh) -> None:
    assert weigh_said(*FOUR, said("E", 3_000_000)).conflicts == ()


def test_the_peaks_of_both_sides_are_mixed(torn: Weighing) -> None:
    evidence = [mode.log_evidence for mode in torn.modes]
    assert evidence == sorted(evidence, reverse=True)
