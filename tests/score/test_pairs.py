"""Claims and labels of a page are paired one to one."""

from dataclasses import replace

import pytest

from tests.score.conftest import CLAIM, LABEL, PAGE
from tumen.records.claim import Kind
from tumen.records.release import Cleared, ReleasedClaim
from tumen.score.names import SameNames
from tumen.score.pairs import by_page, claim_span, pair_page

AGAIN = replace(CLAIM, id=Cleared("c-2"), start=100, end=130)


@pytest.mark.parametrize(
    "other",
    [
        replace(CLAIM, kind="event"),
        replace(CLAIM, start=36, end=90),
        replace(CLAIM, start=0, end=300),
        replace(CLAIM, low=7),
    ],
)
def test_a_claim_about_something_else_is_no_pair(
    other: ReleasedClaim, names: SameNames
) -> None:
    page = pair_page(PAGE, [LABEL], [other], (), names)
    assert page.pairs == {}
    assert page.extra == (other,)


@pytest.mark.parametrize(
    "other",
    [replace(CLAIM, start=200, end=220), replace(CLAIM, start=None, end=None)],
)
def test_a_claim_apart_from_the_label_is_no_pair(
    other: ReleasedClaim, names: SameNames
) -> None:
    assert pair_page(PAGE, [LABEL], [other], (), names).pairs == {}


def test_one_claim_stands_for_one_label(names: SameNames) -> None:
    assert pair_page(PAGE, [LABEL, LABEL], [CLAIM], (), names).pairs == {0: 0}


def test_of_two_claims_the_better_one_is_taken(names: SameNames) -> None:
    worse = replace(CLAIM, unit="permits")
    page = pair_page(PAGE, [LABEL], [worse, CLAIM], (), names)
    assert list(page.found()) == [(LABEL, CLAIM)]


def test_a_labelled_value_told_again_elsewhere_is_no_error(names: SameNames) -> None:
    page = pair_page(PAGE, [LABEL], [CLAIM, AGAIN], (), names)
    assert (page.extra, page.repeats) == ((), 1)


@pytest.mark.parametrize("silent", [[(90, 140)], [(129, 130)]])
def test_told_again_in_a_menu_is_an_error(
    silent: list[tuple[int, int]], names: SameNames
) -> None:
    page = pair_page(PAGE, [LABEL], [CLAIM, AGAIN], silent, names)
    assert (page.extra, page.silent) == ((AGAIN,), 1)


def test_a_second_reading_of_the_same_words_is_an_error(names: SameNames) -> None:
    second = replace(CLAIM, unit="permits")
    page = pair_page(PAGE, [LABEL], [CLAIM, second], (), names)
    assert page.extra == (second,)


def test_a_value_nobody_labelled_is_an_error(names: SameNames) -> None:
    other = replace(AGAIN, low=77)
    assert pair_page(PAGE, [LABEL], [CLAIM, other], (), names).extra == (other,)


def test_a_share_in_words_may_stand_as_condition(names: SameNames) -> None:
    label = replace(LABEL, measure="share", low=None)
    claim = replace(CLAIM, kind="condition", measure=None, low=None)
    assert pair_page(PAGE, [label], [claim], (), names).pairs == {0: 0}


def test_another_kind_counts_where_the_label_accepts_it(names: SameNames) -> None:
    label = replace(LABEL, kind=Kind.EVENT, also={"kind": ("policy",)})
    claim = replace(CLAIM, kind="policy")
    assert pair_page(PAGE, [label], [claim], (), names).pairs == {0: 0}


def test_claims_are_sorted_by_page() -> None:
    assert by_page([CLAIM, AGAIN]) == {PAGE: [CLAIM, AGAIN]}
    assert claim_span(CLAIM) == (8, 40)
