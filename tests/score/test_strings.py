"""Many strings are searched in one pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.score import strings
from tumen.score.strings import find_strings

LETTERS = st.text("ab\u00e9", max_size=40)


@given(st.lists(st.text("ab\u00e9", max_size=12), max_size=8), LETTERS)
def test_the_same_strings_are_found_one_by_one(wanted: list[str], text: str) -> None:
    assert find_strings(wanted, text.encode()) == {w for w in wanted if w and w in text}


@pytest.mark.parametrize("at", range(12))
def test_a_string_across_two_chunks_is_found(
    at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strings, "CHUNK_BYTES", 4)
    text = "x" * at + "handongmodel" + "y" * 3
    assert find_strings(["handongmodel", "handongmodem"], text.encode()) == {
        "handongmodel"
    }


def test_a_text_shorter_than_a_key_is_searched() -> None:
    assert find_strings(["han", "handongmodel"], b"a han") == {"han"}
