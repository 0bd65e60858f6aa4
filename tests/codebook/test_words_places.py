"""Words around place names."""

import msgspec
import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.words_places import PlaceWords

WORDS = load_codebook("dprk-labour").languages["en"].places


def test_an_unknown_key_is_refused() -> None:
    table = {**msgspec.structs.asdict(WORDS), "colour": "red"}
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(table, PlaceWords)


def test_the_words_that_put_something_in_a_place_are_there() -> None:
    assert {"in", "at", "near", "outside"} <= set(WORDS.locative)


@pytest.mark.parametrize(
    "words",
    [
        WORDS.locative,
        WORDS.state_nouns,
        WORDS.state_links,
        WORDS.state_endings,
        WORDS.town_before,
        WORDS.town_nouns,
    ],
)
def test_words_are_lower_case_and_said_once(words: tuple[str, ...]) -> None:
    assert [word for word in words if word != word.lower()] == []
    assert len(words) == len(set(words))


def test_what_stands_before_a_small_place_puts_something_there() -> None:
    assert set(WORDS.town_before) <= set(WORDS.locative)


def test_what_is_no_small_place_is_written_as_a_name() -> None:
    assert [word for word in WORDS.not_towns if not word[0].isupper()] == []
