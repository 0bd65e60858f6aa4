"""Origins counted by a run are compared with those there are."""

from dataclasses import replace

import pytest

from tests.score.conftest import CLAIM, LABEL, PAGE, TEXT, make_group
from tumen.records.claim import Kind
from tumen.records.release import Cleared
from tumen.records.truth import TruthClaim, TruthOrigin
from tumen.score.claims import Matched, match_claims
from tumen.score.names import SameNames
from tumen.score.origins import score_origins

STEP = 60


def told(names: SameNames, *origins: str | None) -> Matched:
    """Return one figure told once for each origin, all found; claims are c0, c1, ..."""
    labels = [
        replace(
            LABEL, origin=origin, start=STEP * n, end=STEP * n + 30, claim_id=f"a{n}"
        )
        for n, origin in enumerate(origins)
    ]
    claims = [
        replace(CLAIM, id=Cleared(f"c{n}"), start=STEP * n, end=STEP * n + 30)
        for n, _ in enumerate(origins)
    ]
    return match_claims(labels, (), claims, {PAGE: TEXT}, names)


def test_origins_counted_as_they_are(names: SameNames) -> None:
    groups = [make_group("g", ("c0", "c1"), ("c2",))]
    score = score_origins(told(names, "x", "x", "y"), (), groups)
    assert (score.pairs.found, score.pairs.missed, score.pairs.extra) == (1, 0, 0)
    assert (score.facts, score.right, score.origins, score.counted) == (1, 1, 2, 2)


def test_an_echo_taken_for_an_origin_is_over_counted(names: SameNames) -> None:
    groups = [make_group("g", ("c0",), ("c1",))]
    score = score_origins(told(names, "x", "x"), (), groups)
    assert (score.over, score.under, score.pairs.missed) == (1, 0, 1)


def test_two_origins_taken_for_one_are_under_counted(names: SameNames) -> None:
    groups = [make_group("g", ("c0", "c1"))]
    score = score_origins(told(names, "x", "y"), (), groups)
    assert (score.over, score.under, score.pairs.extra) == (0, 1, 1)


def test_origins_of_two_groups_are_never_one(names: SameNames) -> None:
    groups = [make_group("g", ("c0",)), make_group("h", ("c1",))]
    assert score_origins(told(names, "x", "x"), (), groups).counted == 2


def test_a_claim_in_no_group_stands_alone(names: SameNames) -> None:
    score = score_origins(told(names, "x", "x"), (), ())
    assert (score.ungrouped, score.counted) == (2, 2)


def test_the_file_of_origins_says_what_the_claims_do_not(names: SameNames) -> None:
    origin = TruthOrigin(origin="x", element="people.present", claims=("a0", "a1"))
    groups = [make_group("g", ("c0", "c1"))]
    score = score_origins(told(names, None, None), [origin], groups)
    assert (score.claims, score.pairs.f1) == (2, 1.0)


@pytest.mark.parametrize(
    "label",
    [replace(LABEL, origin=None), replace(LABEL, kind=Kind.CONDITION, low=None)],
)
def test_what_has_no_origin_or_no_size_is_left_out(
    label: TruthClaim, names: SameNames
) -> None:
    claim = replace(CLAIM, kind=label.kind.value)
    found = match_claims([label], (), [claim], {PAGE: TEXT}, names)
    assert score_origins(found, (), ()).claims == 0
