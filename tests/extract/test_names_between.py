from hypothesis import given
from hypothesis import strategies as st

from tumen.extract.names_between import NamesBetween
from tumen.records.span import Span

SPANS = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 30), st.integers(1, 9)
)
MENTIONS = st.lists(st.tuples(SPANS, st.sampled_from("abcd")))


def test_a_name_counts_once_and_not_beside_itself() -> None:
    told = NamesBetween.of([(Span(0, 2), "a"), (Span(4, 6), "b"), (Span(8, 9), "b")])
    assert told.count(0, 9, "c") == 2
    assert told.count(0, 9, "b") == 1
    assert told.count(5, 9, "a") == 1


def test_a_mention_that_reaches_out_is_not_between() -> None:
    assert NamesBetween.of([(Span(4, 6), "a")]).count(0, 5, "b") == 0


@given(MENTIONS, st.integers(0, 40), st.integers(0, 40))
def test_counting_is_looking_at_every_mention(
    mentions: list[tuple[Span, str]], start: int, end: int
) -> None:
    inside = {n for span, n in mentions if start <= span.start and span.end <= end}
    assert NamesBetween.of(mentions).count(start, end, "a") == len(inside - {"a"})
