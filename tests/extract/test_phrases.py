from collections.abc import Callable

from tumen.extract.frame import Frame
from tumen.extract.phrases import find_phrases


def test_the_longest_phrase_wins(frame_of: Callable[[str], Frame]) -> None:
    tokens = frame_of("The sum was handed over to them.").analysis.tokens
    found = list(find_phrases(tokens, ["handed", "handed over to"]))
    assert [(tokens[a].text, b - a) for a, b in found] == [("handed", 3)]


def test_absent_phrases_give_nothing(frame_of: Callable[[str], Frame]) -> None:
    tokens = frame_of("The sum was kept.").analysis.tokens
    assert list(find_phrases(tokens, ["handed over"])) == []
