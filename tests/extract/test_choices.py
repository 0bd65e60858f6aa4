import re

import pytest

from tumen.extract.choices import by_opening, choice_of

PHRASES = ("may", "mayor", "may day", "o'clock", "a.m.", "june")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mayor", "mayor"),
        ("may  day", "may  day"),
        ("mayo", "may"),
        ("o’clock", "o’clock"),
        ("a.m.", "a.m."),
        ("axmx", None),
        ("ju", None),
    ],
)
def test_the_longest_phrase_that_begins_here_is_found(
    text: str, found: str | None
) -> None:
    match = re.match(choice_of(PHRASES), text)

    assert (match and match[0]) == found


def test_a_shorter_phrase_serves_where_what_follows_asks_for_it() -> None:
    match = re.match(rf"(?:{choice_of(PHRASES)})or", "mayor")

    assert match is not None


def test_no_phrases_give_nothing() -> None:
    assert choice_of(()) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [("mayor", "mayor"), ("mayo", "may"), ("axm.", None), ("a.m.", "a.m."), ("", None)],
)
def test_the_first_pattern_of_the_order_is_found(text: str, found: str | None) -> None:
    pattern = by_opening(map(re.escape, ("mayor", "a.m.", "may", "(x)")))

    match = re.match(f"(?:{pattern})", text)

    assert (match and match[0]) == found
