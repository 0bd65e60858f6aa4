"""Words are found as they stand, or but for quote marks and spaces; never by likeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import ClaimRefused
from tumen.extract.anchors import PlainText, cuts_words, plain_words
from tumen.records.span import Span

TEXT = "They “counted\u00a0 40” men;\nlater 40 men left. It’s over."
PLAIN = PlainText.of(TEXT)


def quotes(words: str) -> list[str]:
    return [span.quote(TEXT) for span in PLAIN.find(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("later 40 men", ["later 40 men"]),
        ('"counted 40"', ["“counted\u00a0 40”"]),
        ("men; later", ["men;\nlater"]),
        ("It's over", ["It’s over"]),
        ("40", ["40", "40"]),
        ("later 41 men", []),
        ("Later 40 men", []),
        ("", []),
        (" \n", []),
    ],
)
def test_where_words_stand(words: str, found: list[str]) -> None:
    assert quotes(words) == found


def test_words_once_on_the_page_are_found() -> None:
    assert PLAIN.find_once("later 40 men", "quote").quote(TEXT) == "later 40 men"


@pytest.mark.parametrize(
    ("words", "said"), [("40", "stands 2 times"), ("50", "does not stand")]
)
def test_words_that_are_not_there_once_are_refused(words: str, said: str) -> None:
    with pytest.raises(ClaimRefused, match=said):
        PLAIN.find_once(words, "quote")


@given(st.text(alphabet="ab “”'’\u00a0\n\t", min_size=1), st.data())
def test_what_is_found_reads_as_what_was_sought(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = PlainText.of(text).find(plain_words(words))
    assert bool(found) == bool(words.strip())
    assert {plain_words(span.quote(text)) for span in found} <= {plain_words(words)}


@pytest.mark.parametrize(
    ("text", "start", "end", "cuts"),
    [
        ("140 men", 1, 7, True),
        ("20,000 men", 3, 10, True),
        ("20,000 men", 2, 10, True),
        ("20,000 men", 0, 2, True),
        ("20,000 men", 0, 3, True),
        ("1.5 million", 2, 11, True),
        ("the men", 2, 7, True),
        ("20,000 men", 0, 6, False),
        ("In 2017, 5 men", 9, 14, False),
        ("men in 2017.", 0, 11, False),
        ("노동자들이", 1, 3, False),
        ("40 men", 0, 6, False),
    ],
)
def test_what_cuts_a_word_or_a_number(
    text: str, start: int, end: int, cuts: bool
) -> None:
    assert cuts_words(Span(start, end), text) is cuts
