"""Text stays inside its box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.publish.fitting import fit_size, shorten, text_width, wrap

WORDS = st.text(st.characters(codec="ascii", categories=("L", "Zs")), max_size=80)


@given(WORDS, st.floats(20, 300))
def test_shortened_text_fits(text: str, width: float) -> None:
    assert text_width(shorten(text, width, 10), 10) <= width


@given(WORDS, st.floats(20, 300))
def test_every_wrapped_line_fits(text: str, width: float) -> None:
    lines = wrap(text, width, 10)
    assert len(lines) <= 2
    assert max(text_width(line, 10) for line in lines) <= width


def test_a_long_text_gets_a_smaller_size() -> None:
    assert fit_size("10,000–34,000", 60, 20) < 20
    assert fit_size("31", 60, 20) == 20


def test_a_size_never_becomes_unreadable() -> None:
    assert fit_size("x" * 500, 60, 20) == 8


@pytest.mark.parametrize(("text", "width"), [("가", 10.0), ("a", 5.6)])
def test_letters_of_the_east_are_wide(text: str, width: float) -> None:
    assert text_width(text, 10) == pytest.approx(width)
