"""Page words become patterns."""

import re

import pytest

from tumen.codebook.schema import Codebook
from tumen.read.lexicon import make_lexicon, phrases


def test_the_longest_phrase_is_tried_first() -> None:
    assert phrases(["read", "read more"]) == r"read\s+more|read"


def test_a_straight_apostrophe_stands_for_a_curly_one() -> None:
    assert re.fullmatch(phrases(["editor's picks"]), "editor’s picks")


def test_a_star_allows_more_words() -> None:
    assert re.fullmatch(phrases(["more from *"]), "more from the Lantern Gazette")


def test_no_phrase_matches_nothing() -> None:
    assert re.search(phrases([]), "anything") is None


@pytest.mark.parametrize(
    "line", ["2 comments:", "Comments (12)", "No comments", "Leave a reply"]
)
def test_heads_of_comments_are_whole_lines(line: str, codebook: Codebook) -> None:
    assert make_lexicon(codebook).comment_line.fullmatch(line)


def test_a_line_of_tools_cannot_hang_the_reader(codebook: Codebook) -> None:
    assert not make_lexicon(codebook).share_line.fullmatch("print story " * 60 + "q")
