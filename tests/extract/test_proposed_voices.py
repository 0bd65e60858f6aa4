"""Whose words they are is heard again: another voice is told, never taken silently."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tumen.extract.analyzer import Analyzer
from tumen.extract.proposed_page import ProposedPage
from tumen.extract.proposed_voices import Heard, hear
from tumen.records.document import Block, Document, Role
from tumen.records.proposed import ProposedClaim
from tumen.records.span import Span

Row = Callable[..., ProposedClaim]

HEADLINE = "Crews count 70 tents"
PIER = (
    f"{HEADLINE}\n"
    "About 4,300 North Korean workers live in Russia, Boris Sample, an economist at the "
    "Example Institute, said. Clara Other sells bread beside the pier.\n"
    "They work 14 hours a day, a foreman told the Invented Agency.\n"
    "Some 90 tents stood beside the pier in May."
)
CROWD = "About 4,300 North Korean workers live in Russia"
HOURS = "They work 14 hours a day"
TENTS = "Some 90 tents stood beside the pier"


@pytest.fixture
def pier(ledger: ProposedPage, analyzer: Analyzer) -> ProposedPage:
    body = len(HEADLINE) + 1
    blocks = (
        Block(Span(0, body - 1), Role.HEADLINE),
        Block(Span(body, len(PIER)), Role.BODY),
    )
    page = replace(ledger.document, text=PIER, blocks=blocks)
    return ProposedPage(page, ledger.codebook, analyzer)


def heard(page: ProposedPage, row: ProposedClaim) -> Heard:
    return hear(row, page.words.find_once(row.quote, "quote"), page)


@pytest.mark.parametrize(
    ("quote", "speaker", "kind"),
    [
        (CROWD, "Boris Sample", "named"),
        (CROWD, "Sample", "named"),
        (CROWD, "an economist at the Example Institute", "named"),
        (HOURS, "a foreman", "anonymous"),
        (HOURS, "foreman", "anonymous"),
        (TENTS, "article", "author"),
        (HEADLINE, "article", "author"),
        (HEADLINE, "Boris Sample", "named"),
    ],
)
def test_a_voice_that_the_words_have_is_taken_silently(
    row: Row, pier: ProposedPage, quote: str, speaker: str, kind: str
) -> None:
    one = row(quote=quote, speaker=speaker, speaker_kind=kind)
    assert heard(pier, one) == Heard()


@pytest.mark.parametrize(
    ("quote", "speaker", "kind", "instead"),
    [
        (CROWD, "Clara Other", "named", "Boris Sample"),
        (CROWD, "a foreman", "anonymous", "Boris Sample"),
        (CROWD, "bread", "named", "Boris Sample"),
        (CROWD, "article", "author", "Boris Sample"),
        (HOURS, "Boris Sample", "named", "a foreman"),
        (TENTS, "Clara Other", "named", "article"),
        (HEADLINE, "Clara Other", "named", "article"),
    ],
)
def test_a_voice_that_they_do_not_have_is_told(
    row: Row, pier: ProposedPage, quote: str, speaker: str, kind: str, instead: str
) -> None:
    found = heard(pier, row(quote=quote, speaker=speaker, speaker_kind=kind))
    assert found.instead == instead
    assert found.notes == (
        f"speaker: the words give {instead!r}, the row {speaker!r}; kept, look at it",
    )


def test_another_kind_of_the_same_voice_is_told(row: Row, pier: ProposedPage) -> None:
    body = row(quote=CROWD, speaker="Boris Sample", speaker_kind="institution")
    assert heard(pier, body).notes == (
        "speaker_kind: the words give named, the row institution; kept, look at it",
    )


def test_an_outlet_that_passed_the_words_on_is_taken(
    row: Row, pier: ProposedPage
) -> None:
    hours = row(
        quote=HOURS,
        speaker="a foreman",
        speaker_kind="anonymous",
        via="the Invented Agency",
    )
    assert heard(pier, hours) == Heard()


def test_somebody_who_passed_nothing_on_is_told(row: Row, pier: ProposedPage) -> None:
    hours = row(
        quote=HOURS, speaker="a foreman", speaker_kind="anonymous", via="Clara Other"
    )
    (note,) = heard(pier, hours).notes
    assert note.startswith("via: no words of the page have 'Clara Other'")


def test_a_page_in_another_language_tells_nothing(row: Row, pier: ProposedPage) -> None:
    abroad: Document = replace(pier.document, language="ru")
    page = ProposedPage(abroad, pier.codebook)
    assert heard(page, row(quote=CROWD, speaker="Clara Other")) == Heard()
