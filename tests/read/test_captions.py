"""Dates in captions are kept apart and compared with public events."""

from collections.abc import Callable

from tumen.records.document import Document

ReadText = Callable[[str], Document]
BODY = (
    "The crews at the mill have not been paid since the first snow, two foremen said.\n"
)
SHIP = "Guests at the launch of the lighthouse ship in Port Ash, {}, file photo. Harbour Wire\n"


def test_a_caption_date_is_listed_once(read_text: ReadText) -> None:
    caption = "The mill gate is seen in this May 2, 2014, file photo. Harbour Wire\n"
    found = read_text("Crews of the mill unpaid\n" + caption * 2 + BODY).caption_dates
    assert [evidence.quote for evidence in found] == ["May 2, 2014"]


def test_a_date_outside_the_named_event_is_a_conflict(read_text: ReadText) -> None:
    document = read_text(SHIP.format("May 2, 2014") + BODY)
    assert [e.quote for e in document.caption_conflicts] == ["May 2, 2014"]


def test_a_date_of_the_named_event_is_none(read_text: ReadText) -> None:
    document = read_text(SHIP.format("June 5, 2011") + BODY)
    assert document.caption_conflicts == ()


def test_a_day_without_a_year_contradicts_nothing(read_text: ReadText) -> None:
    document = read_text(SHIP.format("May 2") + BODY)
    assert document.caption_conflicts == ()
