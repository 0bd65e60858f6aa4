"""Claims are compared with labels: what was found, and which slots are right."""

from dataclasses import replace

import numpy as np

from tests.score.conftest import CLAIM, LABEL, PAGE, TEXT
from tumen.records.release import Cleared
from tumen.records.truth import TruthDocument, TruthRegion
from tumen.score.claims import Matched, match_claims, score_claims, share_right
from tumen.score.names import SameNames

TEXTS = {PAGE: TEXT}


def test_the_same_claims_are_all_right(
    matched: Matched, names: SameNames, rng: np.random.Generator
) -> None:
    score = score_claims(matched, names, rng)
    assert (score.joint.share, score.estimate_ready.share) == (1.0, 1.0)
    assert score.of_kind("figure").f1 == 1.0
    assert {row.score.share for row in score.slots} == {1.0}


def test_without_any_claim_nothing_is_found(
    names: SameNames, rng: np.random.Generator
) -> None:
    score = score_claims(match_claims([LABEL], (), [], TEXTS, names), names, rng)
    assert (score.of_kind("figure").missed, score.of_kind("figure").f1) == (1, 0.0)
    assert (score.joint.right, score.joint.asked) == (0, 1)


def test_words_that_stand_nowhere_are_missed_and_told(
    names: SameNames, rng: np.random.Generator
) -> None:
    label = replace(LABEL, start=None, end=None, quote="words of another page")
    score = score_claims(match_claims([label], (), [CLAIM], TEXTS, names), names, rng)
    assert score.not_placed == ("a-1",)
    assert score.of_kind("figure").missed == 1


def test_a_page_the_case_does_not_hold_is_missed(
    names: SameNames, rng: np.random.Generator
) -> None:
    score = score_claims(match_claims([LABEL], (), [], {}, names), names, rng)
    assert (score.pages_missing, score.not_placed) == (1, ())
    assert score.of_kind("figure").missed == 1


def test_claims_of_pages_nobody_labelled_are_left_out(
    names: SameNames, rng: np.random.Generator
) -> None:
    other = replace(CLAIM, doc=Cleared("other.txt"))
    texts = TEXTS | {"other.txt": TEXT}
    found = match_claims([LABEL], (), [CLAIM, other], texts, names)
    score = score_claims(found, names, rng)
    assert (score.pages_left_out, score.of_kind("figure").extra) == (1, 0)


def test_a_known_page_without_a_label_holds_no_statement(
    names: SameNames, rng: np.random.Generator
) -> None:
    page = TruthDocument(doc=PAGE)
    score = score_claims(match_claims([], [page], [CLAIM], TEXTS, names), names, rng)
    assert score.of_kind("figure").extra == 1


def test_regions_of_the_truth_say_where_no_claim_may_come_from(
    names: SameNames, rng: np.random.Generator
) -> None:
    page = TruthDocument(doc=PAGE, regions=(TruthRegion(0, 50, "furniture"),))
    found = match_claims([LABEL], [page], [CLAIM], TEXTS, names, {PAGE: []})
    assert score_claims(found, names, rng).silent == 1


def test_without_them_those_of_the_run_do(
    names: SameNames, rng: np.random.Generator
) -> None:
    found = match_claims([LABEL], (), [CLAIM], TEXTS, names, {PAGE: [(0, 50)]})
    assert score_claims(found, names, rng).silent == 1


def test_any_slots_can_be_asked_together(
    matched: Matched, names: SameNames, rng: np.random.Generator
) -> None:
    share = share_right(("unit", "iso"), matched.pages, names, rng)
    assert (share.right, share.asked) == (1, 1)


def test_a_large_case_is_paired_page_by_page(names: SameNames) -> None:
    pages = [f"{number}.txt" for number in range(300)]
    labels = [replace(LABEL, doc=page) for page in pages for _ in range(5)]
    claims = [replace(CLAIM, doc=Cleared(page)) for page in pages for _ in range(5)]
    found = match_claims(labels, (), claims, dict.fromkeys(pages, TEXT), names)
    assert sum(len(page.pairs) for page in found.pages) == 1500
