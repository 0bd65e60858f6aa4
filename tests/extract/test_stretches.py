from hypothesis import given
from hypothesis import strategies as st

from tumen.extract.stretches import Stretches
from tumen.records.span import Span

spans = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 30), st.integers(1, 9)
)


def stretches_of(held: list[Span]) -> Stretches:
    return Stretches.of((span, number) for number, span in enumerate(held))


@given(st.lists(spans), spans)
def test_stretches_that_meet_words_are_all_found(held: list[Span], words: Span) -> None:
    meeting = [number for number, span in enumerate(held) if span.meets(words)]
    assert stretches_of(held).meeting(words) == meeting


@given(st.lists(spans), spans)
def test_stretches_around_words_are_all_found(held: list[Span], words: Span) -> None:
    around = {(span, number) for number, span in enumerate(held) if span.holds(words)}
    assert set(stretches_of(held).around(words)) == around
    assert stretches_of(held).holding(words) == bool(around)


@given(st.lists(spans), spans)
def test_stretches_inside_words_are_all_found(held: list[Span], words: Span) -> None:
    inside = [number for number, span in enumerate(held) if words.holds(span)]
    assert stretches_of(held).inside(words) == inside


def test_stretches_are_found_by_the_letters_they_begin_between() -> None:
    stretches = stretches_of([Span(4, 9), Span(0, 6), Span(7, 8)])
    assert [*stretches.beginning(0, 7)] == [1, 0]
