"""A span is the words between its start and its end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import ClaimRefused
from tumen.records.span import Span


@given(st.text(min_size=1), st.data())
def test_quote_is_the_text_between_start_and_end(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).quote(text) == text[start:end]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_span_does_not_exist(start: int, end: int) -> None:
    with pytest.raises(ClaimRefused, match="empty or begins before"):
        Span(start, end)


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ClaimRefused, match=r"ends after the text \(4 characters\)"):
        Span(2, 5).quote("four")


@pytest.mark.parametrize(
    ("other", "holds", "meets"),
    [
        (Span(2, 6), True, True),
        (Span(3, 4), True, True),
        (Span(1, 3), False, True),
        (Span(5, 7), False, True),
        (Span(6, 7), False, False),
        (Span(0, 2), False, False),
    ],
)
def test_spans_within_and_across(other: Span, holds: bool, meets: bool) -> None:
    assert (Span(2, 6).holds(other), Span(2, 6).meets(other)) == (holds, meets)


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(SPANS, SPANS)
def test_meeting_is_mutual(a: Span, b: Span) -> None:
    assert a.meets(b) is b.meets(a)


@given(SPANS, SPANS)
def test_what_is_held_is_met(a: Span, b: Span) -> None:
    assert a.meets(b) or not a.holds(b)


@given(SPANS, SPANS)
def test_spans_meet_when_they_share_a_place(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.meets(b) is bool(shared)
