"""One origin gives one value a year."""

from collections.abc import Callable
from datetime import date

import pytest

from tumen.estimate.statements import one_per_origin, speaks_about, years_of
from tumen.records.claim import Claim

Build = Callable[..., Claim]


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2017-01-01", "2018-06-30", (2017, 2018)),
        ("2020-03-31", "2020-03-31", (2020,)),
        ("2022-02-24", None, (2022,)),
        (None, "2022-02-23", (2022,)),
        (None, None, ()),
    ],
)
def test_a_stock_speaks_about_every_year_it_touches(
    claim: Build, first: str | None, last: str | None, years: tuple[int, ...]
) -> None:
    assert years_of([claim(first=first, last=last)]) == years


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2018-01-01", "2018-12-31", (2018,)),
        ("2017-09-01", "2018-07-31", ()),
        ("2005-01-01", "2014-12-31", ()),
    ],
)
def test_a_flow_speaks_about_the_year_it_lies_in(
    claim: Build, first: str, last: str, years: tuple[int, ...]
) -> None:
    assert years_of([claim(measure="flow", first=first, last=last)]) == years


def test_no_date_speaks_about_no_year(claim: Build) -> None:
    assert not speaks_about(claim(first=None, last=None), 2024)


def values(claims: list[Claim], year: int = 2024) -> list[tuple[float | None, ...]]:
    origins = {entry.id: "Ilse Beispiel" for entry in claims}
    return [(s.low, s.high) for s in one_per_origin(claims, origins, year)]


def test_the_newest_statement_of_an_origin_counts(claim: Build) -> None:
    old, new = claim(3000), claim(4000, first="2024-10-01", last="2024-10-31")
    assert values([old, new]) == [(4000, 4000)]


def test_of_two_as_new_the_shorter_period_counts(claim: Build) -> None:
    wide = claim(30000, first="2023-01-01", last="2024-12-31")
    narrow = claim(11000, first="2024-12-01", last="2024-12-31")
    assert values([wide, narrow]) == [(11000, 11000)]


def test_of_two_alike_the_first_counts(claim: Build) -> None:
    assert values([claim(3000), claim(3500)]) == [(3000, 3000)]


def test_words_without_a_number_are_no_statement(claim: Build) -> None:
    assert values([claim(None, qualifier="vague_hundreds")]) == []


@pytest.mark.parametrize(
    ("first", "last", "high"),
    [("2024-12-01", "2024-12-31", None), ("2024-01-01", "2024-12-31", 9.0)],
)
def test_a_flow_over_part_of_a_year_is_the_least_of_it(
    claim: Build, first: str, last: str, high: float | None
) -> None:
    part = claim(9, qualifier="exact", measure="flow", first=first, last=last)
    assert values([part]) == [(9, high)]


def test_it_says_how_new_and_how_wide_it_is(claim: Build) -> None:
    one = claim()
    (said,) = one_per_origin([one], {one.id: "x"}, 2024)
    assert (said.day, said.days) == (date(2024, 3, 31), 31)
