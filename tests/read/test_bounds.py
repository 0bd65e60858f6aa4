"""Undated pages get the interval their own words allow, or none."""

from collections.abc import Callable
from datetime import date

import pytest

from tumen.records.document import Certainty, Document

ReadText = Callable[[str], Document]
TITLE = "Crews of the mill go unpaid again\n"
BODY = (
    "The crews at the mill have not been paid since the first snow, two foremen said.\n"
)


def ends(document: Document) -> tuple[date | None, date | None]:
    assert document.published
    assert document.published.certainty is Certainty.INTERVAL
    return document.published.period.first, document.published.period.last


def test_a_picture_is_older_than_the_page(read_text: ReadText) -> None:
    caption = "The mill gate is seen in this May 2, 2014, file photo. Harbour Wire\n"
    assert ends(read_text(TITLE + caption + BODY)) == (date(2014, 5, 2), None)


def test_a_year_told_as_past_is_a_lower_end(read_text: ReadText) -> None:
    page = TITLE + BODY + "In 2018, forty of them were sent home without their wages.\n"
    assert ends(read_text(page)) == (date(2018, 1, 1), None)


def test_a_year_still_to_come_proves_nothing(read_text: ReadText) -> None:
    page = TITLE + BODY + "The owner plans to pay all of them in 2031, he told us.\n"
    assert read_text(page).published is None


@pytest.mark.parametrize(
    "line",
    [
        "Mill Monitor, Issue 12/2019",
        "Policy brief 2019/02",
        '"Hill Courier", no. 31 (2019)',
    ],
)
def test_the_number_of_an_issue_bounds_the_year(line: str, read_text: ReadText) -> None:
    assert ends(read_text(f"{TITLE}{line}\n{BODY}")) == (
        date(2019, 1, 1),
        date(2019, 12, 31),
    )


def test_a_season_is_no_number_of_an_issue(read_text: ReadText) -> None:
    assert read_text(f"{TITLE}Mill wages, season 2018/19\n{BODY}").published is None


def test_a_copyright_year_is_an_upper_end(read_text: ReadText) -> None:
    page = TITLE + BODY + "Copyright © 2012-2020 Some Press\n"
    assert ends(read_text(page)) == (None, date(2020, 12, 31))


def test_a_stale_copyright_year_gives_way(read_text: ReadText) -> None:
    page = (
        TITLE
        + BODY
        + "It began on May 2, 2021, he said of it.\nCopyright © 2019 Some Press\n"
    )
    assert ends(read_text(page)) == (date(2021, 5, 2), None)


def test_a_deadline_ahead_gives_the_year(read_text: ReadText) -> None:
    page = TITLE + BODY + "The recall says that all must leave before year-end.\n"
    assert ends(read_text(page)) == (date(2017, 1, 1), date(2017, 12, 15))


@pytest.mark.parametrize(
    ("day", "last"),
    [("October 8", date(2017, 10, 31)), ("October 28", date(2017, 11, 30))],
)
def test_fresh_news_ends_with_its_month(
    day: str, last: date, read_text: ReadText
) -> None:
    page = (
        TITLE
        + BODY
        + "The recall says that all must leave before year-end.\n"
        + f"The first ship left on {day} and the second sailed on Sunday, he said.\n"
    )
    assert ends(read_text(page))[1] == last


def test_a_fresh_picture_bounds_a_page_of_news(read_text: ReadText) -> None:
    caption = "The mill gate in Saltmouth is pictured on May 2, 2014. Harbour Wire\n"
    page = (
        TITLE
        + caption
        + BODY
        + "The gate was shut on Sunday, a foreman told the paper.\n"
    )
    assert ends(read_text(page)) == (date(2014, 5, 2), date(2014, 5, 31))
