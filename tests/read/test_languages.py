"""The language of blocks and pages."""

import pytest

from tumen.read.languages import detect_language, language_of
from tumen.records.document import Block, Role
from tumen.records.span import Span

ENGLISH = (
    "The crews at the mill have not been paid since the first snow, two foremen said."
)
RUSSIAN = "Рабочим мельницы не платили с первого снега, рассказали два бригадира нашей газете."


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (RUSSIAN, "ru")])
def test_a_paragraph_tells_its_language(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_a_short_text_tells_nothing() -> None:
    assert detect_language("The crews") is None


def test_the_language_of_most_characters_counts() -> None:
    text = ENGLISH * 2 + RUSSIAN
    middle = 2 * len(ENGLISH)
    blocks = (
        Block(Span(0, middle), Role.BODY, "en"),
        Block(Span(middle, len(text)), Role.BODY, "ru"),
    )
    assert language_of(text, blocks, Role.BODY) == "en"


def test_short_blocks_are_asked_together() -> None:
    half = len(ENGLISH) // 2
    blocks = (
        Block(Span(0, half), Role.BODY),
        Block(Span(half, len(ENGLISH)), Role.BODY),
    )
    assert language_of(ENGLISH, blocks, Role.BODY) == "en"
