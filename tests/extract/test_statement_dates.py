from datetime import date

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.rules_only import rules_only
from tumen.extract.analyzer import load_analyzer
from tumen.extract.frame import make_frame
from tumen.extract.statements import find_statements
from tumen.records.claim import Claim
from tumen.records.document import Block, Certainty, Dated, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.period import Period
from tumen.records.span import Span

CODEBOOK = rules_only(load_codebook("dprk-labour"))
TODAY = date(2024, 5, 14)  # a Tuesday
PUBLISHED = Dated(Period(TODAY, TODAY), Certainty.DAY, ())


def dated(text: str, element: str, published: Dated | None = PUBLISHED) -> Claim:
    document = Document(
        capture=CaptureId("c" * 64),
        name="page.txt",
        title="North Korean workers abroad",
        text=text,
        blocks=(Block(Span(0, len(text)), Role.BODY, "en"),),
        published=published,
        language="en",
    )
    frame = make_frame(document, CODEBOOK, load_analyzer("regex"))
    return next(c for c in find_statements(frame, ()) if c.element == element)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Two welders fled the camp in 2016.", date(2016, 1, 1), date(2016, 12, 31)),
        ("Last month two welders fled the camp.", date(2024, 4, 1), date(2024, 4, 30)),
        (
            "In March 2019, after the raid, two welders fled the camp.",
            date(2019, 3, 1),
            date(2019, 3, 31),
        ),
    ],
)
def test_the_time_in_the_sentence_dates_an_event(
    text: str, first: date, last: date
) -> None:
    assert dated(text, "event.escape").as_of == Period(first, last)


def test_an_event_without_a_time_has_none() -> None:
    assert dated("Two welders fled the camp.", "event.escape").as_of.is_open


def test_an_event_told_on_a_day_carries_the_day_of_the_report() -> None:
    text = "The agency reported on Monday that two welders fled the camp."
    claim = dated(text, "event.escape")

    assert claim.as_of == Period(date(2024, 5, 13), date(2024, 5, 13))
    assert "report_date" in claim.flags


def test_a_plan_is_dated_by_its_statement() -> None:
    text = "The governor plans to bring seamstresses to the mills in 2026."

    assert dated(text, "event.plan").as_of == Period(TODAY, TODAY)


def test_now_is_the_day_of_publication() -> None:
    text = "Now the runaways can hardly find a broker."

    assert dated(text, "cond.asylum_access").as_of == Period(TODAY, TODAY)


def test_what_lasts_until_now_is_of_the_day_of_publication() -> None:
    text = "The crews are treated as slaves by the locals."

    assert dated(text, "cond.discrimination").as_of == Period(TODAY, TODAY)


def test_a_habit_has_no_date() -> None:
    text = "The crews are usually treated as slaves by the locals."

    assert dated(text, "cond.discrimination").as_of.is_open


def test_the_time_of_the_sentence_before_is_carried_over() -> None:
    text = "In June 2018 officers came. Two welders fled the camp."
    claim = dated(text, "event.escape")

    assert claim.as_of == Period(date(2018, 6, 1), date(2018, 6, 30))
    assert claim.slots["as_of"].distance == 1


def test_a_time_is_not_carried_into_another_paragraph_of_the_article() -> None:
    text = "In June 2018 officers came.\nTwo welders fled the camp."

    assert dated(text, "event.escape").as_of.is_open


def test_without_a_known_publication_now_has_no_date() -> None:
    text = "Now the runaways can hardly find a broker."

    assert dated(text, "cond.asylum_access", None).as_of.is_open
