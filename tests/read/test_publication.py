"""The dates of a page: published, updated and saved."""

from collections.abc import Callable
from datetime import date

import pytest

from tumen.records.document import Document
from tumen.records.period import Period

ReadText = Callable[[str], Document]
BODY = (
    "The crews at the mill have not been paid since the first snow, two foremen said."
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Published : 2019-03-05 10:00", "published"),
        ("Last updated on Tuesday, March 5, 2019", "updated"),
        ("Page saved 5 March 2019", "captured"),
    ],
)
def test_a_label_tells_the_kind_of_a_date(
    line: str, kind: str, read_text: ReadText
) -> None:
    dated = getattr(read_text(f"Crews of the mill go unpaid\n{line}\n{BODY}\n"), kind)
    assert dated.period == Period(date(2019, 3, 5), date(2019, 3, 5))


def test_the_date_next_to_the_headline_is_the_publication(read_text: ReadText) -> None:
    page = f"Crews of the mill go unpaid\n5 March 2019\n{BODY}\n\n7 April 2022\n"
    document = read_text(page)
    assert document.published
    assert document.published.period.first == date(2019, 3, 5)


def test_a_later_bare_date_is_the_clock_of_the_page(read_text: ReadText) -> None:
    page = (
        f"Fri, May 6, 2022\nCrews of the mill go unpaid\nPosted: 2019-03-05\n{BODY}\n"
    )
    document = read_text(page)
    assert document.captured
    assert document.captured.period.first == date(2022, 5, 6)


def test_the_opening_of_a_report_may_carry_its_date(read_text: ReadText) -> None:
    document = read_text(f"PORT ASH, March 5, 2019 (Harbour Wire) - {BODY}\n")
    assert document.published
    assert document.published.evidence[0].quote == "March 5, 2019"


@pytest.mark.parametrize(
    "opening",
    ["PORT ASH, March 5, 2019:", "PORT ASH (Harbour Wire) - March 5, 2019 -"],
)
def test_an_opening_need_not_close_with_its_agency(
    opening: str, read_text: ReadText
) -> None:
    document = read_text(f"Crews unpaid\n\n{opening} {BODY}\n")
    assert document.published
    assert document.published.period == Period(date(2019, 3, 5), date(2019, 3, 5))


def test_a_number_of_the_year_dates_the_day_beside_it(read_text: ReadText) -> None:
    line = "Harbour Weekly, issue 10/2019 (5 March)"
    document = read_text(f"Crews of the mill go unpaid\n\n{line}\n\n{BODY}\n")
    assert document.published
    assert document.published.period.first == date(2019, 3, 5)


def test_metadata_is_evidence_of_its_own(read_html: ReadText) -> None:
    head = '<meta property="article:published_time" content="2019-03-05T01:00Z">'
    document = read_html(f"<head>{head}</head><p>{BODY}</p>")
    assert document.published
    evidence = document.published.evidence[0]
    assert evidence.span.quote(document.text) == "2019-03-05T01:00Z"


def test_a_line_that_tells_who_and_when_dates_the_page(read_text: ReadText) -> None:
    line = "Tuesday, March 5, 2019 by quaywatcher"
    document = read_text(f"Crews of the mill go unpaid\n{line}\n{BODY}\n")
    assert document.published
    assert document.published.period.first == date(2019, 3, 5)


def test_a_page_without_any_date_has_none(read_text: ReadText) -> None:
    assert read_text(BODY).published is None


def test_a_line_of_outlet_and_day_below_the_headline_dates_the_page(
    read_text: ReadText,
) -> None:
    line = "Laterne · 5 March 2019 · 2 min read"
    document = read_text(f"Crews of the mill go unpaid\n{line}\n{BODY}\n")
    assert document.published
    assert document.published.evidence[0].quote == "5 March 2019"


@pytest.mark.parametrize(
    "page",
    [
        f"OPINION\n\nThe cranes\n\nThe Port Ash Post, 5 March 2019\n\n{BODY}\n\n{BODY}\n",
        f"Crews go unpaid\n\nPosted by Ann on Tuesday, March 5, 2019, 9.12 pm\n\n{BODY}\n",
    ],
)
def test_a_line_above_the_text_may_name_outlet_or_author_and_day(
    page: str, read_text: ReadText
) -> None:
    document = read_text(page)
    assert document.published
    assert document.published.period.first == date(2019, 3, 5)
