"""What a page bears out: its own voices, places, people and days."""

from dataclasses import replace
from datetime import date

import pytest

from tumen.extract.proposed_page import ProposedPage
from tumen.records.document import Block, Role
from tumen.records.period import Period
from tumen.records.span import Span


def test_the_places_people_and_days_of_the_running_text(ledger: ProposedPage) -> None:
    names = {mention.name for mention in ledger.places}
    assert names == {"North Korea", "Russia", "Vladivostok"}
    assert "NK workers" in ledger.populations
    assert Period(date(2019, 1, 1), date(2019, 12, 31)) in ledger.periods


def test_the_voices_that_it_cites(ledger: ProposedPage) -> None:
    assert ledger.voices == {"Example Institute", "Invented Agency"}


def test_a_place_that_only_the_dateline_names(ledger: ProposedPage) -> None:
    text = "SEOUL, May 5 (The Invented Post) - They counted 40 men there.\n"
    body = (Block(Span(0, len(text)), Role.BODY),)
    page = replace(ledger, document=replace(ledger.document, text=text, blocks=body))
    assert [place.name for place in page.places] == ["Seoul"]
    assert page.places[0].span == Span(0, 5)


def test_the_day_of_publication_is_one_of_its_days(ledger: ProposedPage) -> None:
    assert Period(date(2020, 6, 7), date(2020, 6, 7)) in ledger.periods


def test_the_outlet_is_one_of_its_bodies(ledger: ProposedPage) -> None:
    assert "The Invented Post" in ledger.bodies


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a foreman", True),
        ("fore", False),
        ("Menu Writer", False),
        ("Reader", False),
        ("a minister", False),
    ],
)
def test_who_speaks_on_it(ledger: ProposedPage, words: str, found: bool) -> None:
    assert (ledger.span_of(words, 0) is not None) is found


def test_of_several_the_nearest_words_count(ledger: ProposedPage) -> None:
    text = ledger.document.text
    span = ledger.span_of("workers", text.index("120"))
    assert span is not None
    assert span.start == text.index("workers stayed")
