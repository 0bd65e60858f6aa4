from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame
from tumen.extract.senses import senses_at

FrameOf = Callable[[str], Frame]
SENSES = {"flee": ("vanish", "run_off"), "cross": ("run", "enter")}


def found(frame: Frame, word: str) -> tuple[str, ...]:
    tokens = frame.analysis.tokens
    place = next(i for i, token in enumerate(tokens) if token.text == word)
    return senses_at(SENSES, tokens, place)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nine men vanish there.", "vanish", ("flee",)),
        ("Nine men run off there.", "run", ("cross", "flee")),
        ("Nine men run there.", "run", ("cross",)),
        ("Nine men sleep there.", "sleep", ()),
        ("Then nine men vanish", "vanish", ("flee",)),
    ],
)
def test_a_word_has_the_senses_that_list_it(
    text: str, word: str, expected: tuple[str, ...], frame_of: FrameOf
) -> None:
    assert found(frame_of(text), word) == expected


def test_senses_of_english_are_listed_once_each(frame_of: FrameOf) -> None:
    senses = frame_of("Nine men left.").language.senses
    assert all(len(words) == len(set(words)) for words in senses.values())
