from collections.abc import Callable

from tumen.extract.cue_words import PhraseIndex, words_of
from tumen.extract.frame import Frame


def labels(frame: Frame, *phrases: str) -> list[str]:
    tokens = frame.analysis.tokens
    words = words_of(tokens, range(len(tokens)))
    return [
        phrase for _, phrase, _ in PhraseIndex((p, "x") for p in phrases).find(words)
    ]


def test_a_base_form_fits_its_forms(frame_of: Callable[[str], Frame]) -> None:
    assert labels(frame_of("The crews were sent home."), "send home") == ["send home"]


def test_hyphens_part_words_on_both_sides(frame_of: Callable[[str], Frame]) -> None:
    found = labels(frame_of("They were asylum-seekers."), "asylum-seekers")
    assert found == ["asylum seekers"]


def test_a_phrase_cut_off_by_the_end_does_not_fit(
    frame_of: Callable[[str], Frame],
) -> None:
    assert labels(frame_of("They were sent"), "sent home") == []
