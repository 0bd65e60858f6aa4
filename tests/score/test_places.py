"""Words of a label are found on its page."""

from dataclasses import replace

import pytest

from tests.score.conftest import LABEL
from tumen.score.places import (
    find_words,
    label_name,
    match_names,
    place_label,
    span_of,
)

TWICE = "ten men came; later\u00a0ten\n men left"
QUOTED = replace(LABEL, start=None, end=None, quote="ten men")


def test_white_space_may_differ_in_kind() -> None:
    assert find_words(["ten", "men"], TWICE) == [(0, 7), (20, 28)]


def test_without_words_nothing_is_found() -> None:
    assert find_words([], TWICE) == []


def test_a_span_that_holds_the_quote_is_kept() -> None:
    label = replace(QUOTED, start=20, end=28)
    assert place_label(label, TWICE, []) == label


def test_a_span_that_holds_other_words_is_looked_up() -> None:
    placed = place_label(replace(QUOTED, start=3, end=10), TWICE, [])
    assert placed is not None
    assert span_of(placed) == (0, 7)


def test_of_several_places_one_with_a_claim_is_taken() -> None:
    placed = place_label(QUOTED, TWICE, [(25, 32)])
    assert placed is not None
    assert span_of(placed) == (20, 28)


@pytest.mark.parametrize(
    ("quote", "text"), [("nobody", TWICE), ("ten men", None), (None, TWICE)]
)
def test_words_that_stand_nowhere_have_no_place(
    quote: str | None, text: str | None
) -> None:
    assert place_label(replace(QUOTED, quote=quote), text, []) is None


def test_a_span_after_the_end_of_the_page_is_no_place() -> None:
    assert place_label(replace(LABEL, start=8, end=99), TWICE, []) is None


def test_pages_are_known_by_their_file_when_it_is_the_only_one() -> None:
    wanted = ["a.txt", "b.txt", "c.txt"]
    held = ["a.txt", "pages/b.txt", "x/c.txt", "y/c.txt"]
    assert match_names(wanted, held) == {"a.txt": "a.txt", "b.txt": "pages/b.txt"}


def test_a_label_without_an_id_is_called_by_its_page() -> None:
    assert label_name(replace(LABEL, claim_id=None), 3) == "page.txt, label 3"
