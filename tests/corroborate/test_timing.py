"""Which claims speak about one time, and which do not."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.corroborate.timing import Timed, cluster, place_in_time, same_time
from tumen.records.claim import Claim
from tumen.records.document import Document

Build = Callable[..., Claim]
Page = Callable[..., Document]


def timed(claim: Claim) -> Timed:
    return place_in_time(claim, {}, {})


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [
        (("2024-03-01", "2024-03-31"), ("2024-03-20", "2024-04-20"), True),
        (("2024-03-01", "2024-03-31"), ("2024-04-20", "2024-04-30"), True),
        (("2024-03-01", "2024-03-31"), ("2024-05-02", "2024-05-31"), False),
        (("2016-01-01", "2016-12-31"), ("2017-01-01", "2017-12-31"), False),
        (("2017-12-31", "2017-12-31"), ("2018-12-31", "2018-12-31"), False),
        (("2016-01-01", "2017-12-31"), ("2017-11-01", "2017-12-31"), True),
        (("2016-01-01", "2016-12-31"), ("2016-12-01", "2018-12-31"), False),
    ],
)
def test_stocks_of_one_time(
    claim: Build, a: tuple[str, str], b: tuple[str, str], together: bool
) -> None:
    first = timed(claim(first=a[0], last=a[1]))
    second = timed(claim(first=b[0], last=b[1]))
    assert same_time(first, second, flow=False) is together


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [
        (("2024-01-01", "2024-12-31"), ("2024-01-01", "2024-12-31"), True),
        (("2024-01-01", "2024-12-31"), ("2024-01-01", "2024-11-30"), True),
        (("2024-01-01", "2024-12-31"), ("2024-07-01", "2024-09-30"), False),
        (("2024-01-01", "2024-12-31"), ("2025-01-01", "2025-12-31"), False),
        (("2024-01-01", "2024-12-31"), ("2015-01-01", "2024-12-31"), False),
    ],
)
def test_flows_are_one_only_over_the_same_days(
    claim: Build, a: tuple[str, str], b: tuple[str, str], together: bool
) -> None:
    first = timed(claim(first=a[0], last=a[1], measure="flow"))
    second = timed(claim(first=b[0], last=b[1], measure="flow"))
    assert same_time(first, second, flow=True) is together


def test_a_decade_of_year_ends_stays_ten_clusters(claim: Build) -> None:
    years = [
        timed(claim(first=f"{year}-12-31", last=f"{year}-12-31"))
        for year in range(2010, 2020)
    ]
    assert len(cluster(years, flow=False)) == 10


def test_a_chain_of_neighbours_is_cut(claim: Build) -> None:
    weeks = [
        timed(claim(first=f"2024-{month:02}-01", last=f"2024-{month:02}-10"))
        for month in range(1, 13)
    ]
    assert max(len(members) for members in cluster(weeks, flow=False)) == 2


def test_no_date_is_placed_by_the_page(claim: Build, page: Page) -> None:
    bare = claim(first=None, last=None)
    printed = page("a", published="2019-09-05")
    placed = place_in_time(bare, {printed.capture: printed}, {})
    assert (placed.first, placed.last, placed.own) == (
        date(2019, 9, 5),
        date(2019, 9, 5),
        False,
    )


def test_no_date_anywhere_keeps_pages_apart(claim: Build) -> None:
    a = timed(claim(first=None, last=None))
    b = timed(claim(page="b", first=None, last=None))
    assert [same_time(a, b, flow=False), same_time(a, a, flow=False)] == [False, True]


def test_an_unknown_time_meets_no_known_one(claim: Build) -> None:
    assert not same_time(
        timed(claim(first=None, last=None)), timed(claim()), flow=False
    )


def test_copies_without_a_date_stay_together(claim: Build) -> None:
    a, b = claim(first=None, last=None), claim(page="b", first=None, last=None)
    roots = {a.capture: a.capture, b.capture: a.capture}
    placed = [place_in_time(entry, {}, roots) for entry in (a, b)]
    assert len(cluster(placed, flow=False)) == 1


def test_since_reaches_to_the_day_of_the_page(claim: Build, page: Page) -> None:
    printed = page("a", published="2024-06-01")
    since = claim(first="2022-02-24", last=None)
    placed = place_in_time(since, {printed.capture: printed}, {})
    assert placed.last == date(2024, 6, 1)


def test_since_a_day_after_the_page_is_that_day(claim: Build, page: Page) -> None:
    printed = page("a", published="2021-06-01")
    since = claim(first="2022-02-24", last=None)
    placed = place_in_time(since, {printed.capture: printed}, {})
    assert placed.last == date(2022, 2, 24)


def test_before_counts_at_its_end(claim: Build) -> None:
    placed = timed(claim(first=None, last="2022-02-23"))
    assert (placed.first, placed.days) == (date(2022, 2, 23), 1)


@given(st.permutations(range(6)))
def test_clusters_do_not_depend_on_order(claim: Build, order: list[int]) -> None:
    months = [1, 1, 2, 5, 6, 11]
    placed = [
        timed(claim(first=f"2024-{month:02}-01", last=f"2024-{month:02}-25", at=place))
        for place, month in enumerate(months)
    ]
    shuffled = [placed[place] for place in order]
    assert cluster(shuffled, flow=False) == cluster(placed, flow=False)


def test_an_undated_claim_on_a_copy_is_placed_by_the_page_copied(
    claim: Build, page: Page
) -> None:
    old, new = page("a", published="2018-02-07"), page("b", published="2021-05-01")
    copied = claim(page="b", first=None, last=None)
    documents = {old.capture: old, new.capture: new}
    placed = place_in_time(copied, documents, {new.capture: old.capture})
    assert placed.first == date(2018, 2, 7)
