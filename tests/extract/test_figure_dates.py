from collections.abc import Callable
from datetime import date

import pytest

from tumen.records.claim import Claim

FiguresOf = Callable[[str], list[Claim]]
PUBLISHED = (date(2024, 3, 7), date(2024, 3, 7))
NEVER = (None, None)


def year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Some 640 workers lived in Russia in 2015.", year(2015)),
        ("In 2015, some 640 workers lived in Russia.", year(2015)),
        ("Some 640 workers live in Russia.", PUBLISHED),
        ("Some 640 workers lived in Russia.", NEVER),
        ("The cook said some 640 workers lived in Russia.", PUBLISHED),
        ("Pyongyang sent 640 workers to Russia.", NEVER),
        ("Pyongyang sent 640 workers to Russia last year.", year(2023)),
        ("They work 14 hours a day.", NEVER),
        ("In 2015 they worked 14 hours a day.", year(2015)),
        ("Pyongyang plans to send 640 workers to Russia in 2025.", PUBLISHED),
        ("According to a report of 2016, some 640 workers live in Russia.", year(2016)),
        ("Crews have stayed on for several years.", PUBLISHED),
        ("Police raided a site in 2015. They detained 40 workers.", year(2015)),
    ],
)
def test_when_a_figure_holds(
    figures_of: FiguresOf, text: str, period: tuple[date | None, date | None]
) -> None:
    as_of = figures_of(text)[-1].as_of
    assert (as_of.first, as_of.last) == period


def test_a_report_s_own_date_is_flagged(figures_of: FiguresOf) -> None:
    claim = figures_of(
        "According to a report of 2016, some 640 workers live in Russia."
    )[0]
    assert "report_date" in claim.flags


def test_the_day_of_speaking_does_not_date_a_flow(figures_of: FiguresOf) -> None:
    claim = figures_of("Pyongyang sent 640 workers to Russia, the NIS said on Monday.")[
        0
    ]
    assert claim.as_of.is_open


def test_a_number_of_a_year_earlier_is_left_undated(figures_of: FiguresOf) -> None:
    claims = figures_of(
        "Some 640 workers live in Russia, up from 900 a year earlier, UNHCR said."
    )
    assert [c.as_of.is_open for c in claims] == [False, True]


def test_two_years_date_their_own_numbers(figures_of: FiguresOf) -> None:
    claims = figures_of("Some 640 workers lived there in 2015 and 120 workers in 2018.")
    found = sorted(c.as_of.first.year for c in claims if c.as_of.first)
    assert found == [2015, 2018]


def test_what_a_body_counted_in_a_month_is_of_that_month(figures_of: FiguresOf) -> None:
    text = "The labour ministry of Mongolia extended 200 permits in June 2017 for North Koreans."
    period = figures_of(text)[0].as_of
    assert (str(period.first), str(period.last)) == ("2017-06-01", "2017-06-30")


def test_what_was_found_there_is_of_the_day_told_before(figures_of: FiguresOf) -> None:
    text = (
        "Police came to a yard in Khabarovsk on 3 May 2023.\n"
        "Some 64 North Korean workers were found there."
    )
    period = figures_of(text)[0].as_of
    assert (str(period.first), str(period.last)) == ("2023-05-03", "2023-05-03")
