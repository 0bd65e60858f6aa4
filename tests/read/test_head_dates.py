"""The day of a page in the lines above its running text."""

from collections.abc import Callable
from datetime import date

import pytest

from tumen.records.document import Document
from tumen.records.period import Period

ReadText = Callable[[str], Document]
TITLE = "Crews of the mill go unpaid again\n"
BODY = (
    "The crews at the mill have not been paid since the first snow, two foremen said, "
    "and nobody in the office over the gate would tell them when they will be.\n"
)
DAY = Period(date(2019, 3, 5), date(2019, 3, 5))


@pytest.mark.parametrize(
    "line",
    [
        "The Upland Digest, 5 March 2019. From a talk with a sawyer.",
        "HILL RADIO / MORNING / TUE 5 MAR 2019 / ITEM 3",
        "Hill Radio, evening bulletin, script as broadcast 5 March 2019",
        "posted by Maud in Mills, Snow | 5 March 2019 | 6 comments",
        "Committee on mills - hearing of 5 March 2019 - rough minutes of what was said",
        "Port Ash. Tuesday, 5 March 2019. Newest entry first.",
        "Source: Upland Economic News  2019-03-05 09:17  Editor: M. Lee",
    ],
)
def test_a_line_about_the_page_tells_its_day(line: str, read_text: ReadText) -> None:
    published = read_text(f"{TITLE}{line}\n{BODY}").published
    assert published
    assert published.period == DAY


@pytest.mark.parametrize(
    "opening",
    [
        "5 March 2019. ",
        "Port Ash/Hill End, 5 March 2019. ",
        "Hill Desk, Port Ash bureau, 5 March 2019 --- ",
    ],
)
def test_running_text_may_open_with_the_day(opening: str, read_text: ReadText) -> None:
    published = read_text(f"{TITLE}{opening}{BODY}").published
    assert published
    assert published.period == DAY


@pytest.mark.parametrize(
    "opening",
    [
        "The owner left for the coast on 5 March 2019. ",
        "A sawyer was hurt at the mill on 5 March 2019 - ",
    ],
)
def test_a_day_in_a_sentence_is_no_day_of_the_page(
    opening: str, read_text: ReadText
) -> None:
    published = read_text(f"{TITLE}{opening}{BODY}").published
    assert published is None or published.period != DAY


def test_a_day_below_the_first_long_line_is_not_read(read_text: ReadText) -> None:
    published = read_text(f"{TITLE}{BODY}5 March 2019. {BODY}").published
    assert published
    assert published.period.last is None
