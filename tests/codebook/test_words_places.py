"""Words around place names."""

import msgspec
import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.words_places import PlaceWords

WORDS = load_codebook("dprk-labour").languages["en"].places


def test_an_unknown_key_is_refused() -> None:
    table = {"locative": ["in"], "after": ["'s view"], "colour": "red"}
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(table, PlaceWords)


def test_the_words_that_put_something_in_a_place_are_there() -> None:
    assert {"in", "at", "near", "outside"} <= set(WORDS.locative)


@pytest.mark.parametrize("words", [WORDS.locative, WORDS.after])
def test_words_are_lower_case_and_said_once(words: tuple[str, ...]) -> None:
    assert [word for word in words if word != word.lower()] == []
    assert len(words) == len(set(words))


def test_every_possessive_stands_with_both_apostrophes() -> None:
    straight = {word for word in WORDS.after if word.startswith("'")}
    assert {word.replace("'", "’") for word in straight} <= set(WORDS.after)
