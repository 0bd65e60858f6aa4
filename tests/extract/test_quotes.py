import pytest

from tumen.extract.quotes import (
    find_quotes,
    is_excerpt,
    is_speech,
    quote_around,
    spoken_quotes,
)
from tumen.records.span import Span


def quotes(text: str) -> list[str]:
    return [q.quote(text) for q in find_quotes(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    "text", ["“We left.”", '"We left."', "«We left.»", "''We left.''", "``We left.''"]
)
def test_marks_belong_to_the_quote(text: str) -> None:
    assert quotes(text) == [text]


def test_an_unclosed_quote_ends_with_its_paragraph() -> None:
    assert quotes("He said: “We left") == ["“We left"]


def test_a_mark_at_the_very_end_opens_nothing() -> None:
    assert quotes('He said "') == ['"']


def test_a_quote_closed_by_two_apostrophes_is_no_excerpt() -> None:
    text = "''We left the camp in June.''"
    assert not is_excerpt(text, Span(0, len(text)))


def test_a_single_word_in_marks_is_no_speech() -> None:
    assert not is_speech(Span(0, 10))


def test_the_quote_around_a_place_is_found() -> None:
    assert quote_around([Span(2, 9)], 4) == Span(2, 9)


def test_outside_every_quote_there_is_none() -> None:
    assert quote_around([Span(2, 9)], 9) is None


def test_single_words_and_other_texts_are_not_spoken() -> None:
    text = '"We left the camp in June," she said of the "camp". "Then they wrote again'
    spoken = spoken_quotes(text, [Span(0, len(text))])
    assert [quote.quote(text) for quote in spoken] == ['"We left the camp in June,"']
