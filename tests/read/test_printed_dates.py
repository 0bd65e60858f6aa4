"""Dates in figures and month names are found where they stand."""

from datetime import date

import pytest

from tumen.codebook.schema import Codebook
from tumen.read.lexicon import make_lexicon
from tumen.read.printed_dates import find_dates
from tumen.records.document import Certainty
from tumen.records.period import Period


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2019-03-05", date(2019, 3, 5)),
        ("2019.03.05", date(2019, 3, 5)),
        ("March 5, 2019", date(2019, 3, 5)),
        ("5th of March 2019", date(2019, 3, 5)),
        ("Sept. 5, 2019", date(2019, 9, 5)),
        ("05-Mar-2019", date(2019, 3, 5)),
        ("05.03.2019", date(2019, 3, 5)),
        ("5.3.19", date(2019, 3, 5)),
        ("25/3/19", date(2019, 3, 25)),
        ("25-03-2019", date(2019, 3, 25)),
        ("3/25/2019", date(2019, 3, 25)),
        ("2019年3月5日", date(2019, 3, 5)),
        ("2019년 3월 5일", date(2019, 3, 5)),
    ],
)
def test_a_day_is_read_in_many_forms(words: str, day: date, codebook: Codebook) -> None:
    found = find_dates(f"on {words}, they left", make_lexicon(codebook))
    assert [each.period for each in found] == [Period(day, day)]


def test_a_month_alone_is_the_whole_month(codebook: Codebook) -> None:
    found = find_dates("in February 2020", make_lexicon(codebook))[0]
    assert (found.period, found.certainty) == (
        Period(date(2020, 2, 1), date(2020, 2, 29)),
        Certainty.MONTH,
    )


def test_day_and_month_that_could_change_places_stay_open(codebook: Codebook) -> None:
    found = find_dates("3/4/2019", make_lexicon(codebook))[0]
    assert (found.period, found.certainty) == (
        Period(date(2019, 3, 4), date(2019, 4, 3)),
        Certainty.INTERVAL,
    )


@pytest.mark.parametrize("words", ["5-11 June 2025", "5 – 11 June 2025"])
def test_days_printed_together_are_a_period(words: str, codebook: Codebook) -> None:
    found = find_dates(words, make_lexicon(codebook))
    assert [(each.period, each.certainty) for each in found] == [
        (Period(date(2025, 6, 5), date(2025, 6, 11)), Certainty.INTERVAL)
    ]


@pytest.mark.parametrize(("words", "year"), [("15.3.98", 1998), ("15.3.26", 2026)])
def test_two_digits_of_a_year_are_of_the_nearest_century(
    words: str, year: int, codebook: Codebook
) -> None:
    assert find_dates(words, make_lexicon(codebook))[0].year == year


def test_a_day_without_a_year_has_no_period(codebook: Codebook) -> None:
    found = find_dates("on March 5 they left", make_lexicon(codebook))[0]
    assert (found.month, found.day, found.period) == (3, 5, Period())


@pytest.mark.parametrize(
    "words",
    [
        "2019-13-05",
        "February 30, 2019",
        "May 3,000 crews",
        "31.4.2019",
        "1.2.3.19",
        "12.11.10.9",
    ],
)
def test_what_is_no_day_is_not_read(words: str, codebook: Codebook) -> None:
    assert find_dates(words, make_lexicon(codebook)) == ()
