import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.load import load_codebook
from tumen.errors import CodebookError
from tumen.extract.regex_analyzer import RegexAnalyzer
from tumen.extract.statement_cues import (
    Classes,
    compile_cue,
    first_keys,
    fits_anywhere,
    may_fit,
    others_fit,
    part_that_fits,
    term_fits,
)
from tumen.extract.statement_words import Word, keys_of, read_words
from tumen.records.span import Span

CLASSES = Classes.of({"worker": ("welder", "ship_builder"), "site": ("camp",)})
ENGLISH = load_codebook("dprk-labour").languages["en"]


def words_of(text: str) -> tuple[Word, ...]:
    analysis = RegexAnalyzer().analyze(text, (Span(0, len(text)),), ENGLISH.voices)
    return read_words(analysis, analysis.sentences[0], ENGLISH.statements)


def fits(cue: str, text: str) -> bool:
    words = words_of(text)
    return fits_anywhere(compile_cue(cue, CLASSES), words, range(len(words)))


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("welder", "Three welders slept."),
        ("ship_builder", "A ship-builder slept."),
        ("urge|plan|carry", "He urged them."),
        ("urge|plan|carry", "He planned it."),
        ("urge|plan|carry", "He carried it."),
        ("on strike", "They were on strike."),
        ("guard* & camp", "In the camp the guardsmen slept."),
        ("@worker & sleep", "The welder is sleeping."),
        ("lock ... in", "He locked the tired men in."),
        ("no written? contract", "They had no contract."),
        ("no written? contract", "They had no written contract."),
        ("sleep & before:welder", "The welder slept."),
        ("sleep & after:camp", "He slept in the camp."),
        ("sleep & !guard", "The welder slept."),
    ],
)
def test_a_cue_fits(cue: str, text: str) -> None:
    assert fits(cue, text)


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("welder", "Three painters slept."),
        ("on strike", "They strike on Monday."),
        ("@worker & sleep", "The welder is eating."),
        ("lock ... in", "He locked the very tired old and hungry men in."),
        ("sleep & before:welder", "He slept beside the welder."),
        ("sleep & after:camp", "In the camp he slept."),
        ("sleep & !guard", "The guard slept."),
        ("camp & camp", "The camp was cold."),
    ],
)
def test_a_cue_does_not_fit(cue: str, text: str) -> None:
    assert not fits(cue, text)


def test_near_looks_beyond_the_allowed_words() -> None:
    words = words_of("The welder slept, and the camp burned.")
    cue = compile_cue("sleep & near:camp", CLASSES)

    assert fits_anywhere(cue, words, range(3))


def test_other_terms_stay_within_the_allowed_words() -> None:
    words = words_of("The welder slept, and the camp burned.")
    cue = compile_cue("sleep & camp", CLASSES)

    assert not fits_anywhere(cue, words, range(3))


def test_the_anchor_comes_first_among_the_fitted_words() -> None:
    words = words_of("The welder slept.")
    cue = compile_cue("sleep & @worker", CLASSES)

    fit = others_fit(cue, range(2, 3), words, range(3))

    assert fit is not None
    assert fit.words == (2, 1)


def test_a_part_of_speech_is_asked_only_where_it_is_known() -> None:
    noun = Word(frozenset({"strike"}), 0, Span(0, 6), "NOUN")
    unknown = Word(frozenset({"strike"}), 0, Span(0, 6), "")
    term = compile_cue("strike/v", CLASSES).anchor

    assert not list(term_fits(term, (noun,), range(1)))
    assert list(term_fits(term, (unknown,), range(1)))


def test_opening_keys_are_words_and_beginnings_of_stems() -> None:
    cue = compile_cue("guard*|camp|ship_builder & welder", CLASSES)

    assert first_keys(cue) == {"gu*", "camp", "ship"}


@pytest.mark.parametrize(
    "cue",
    [
        "@nobody",
        "!guard & camp",
        "near:camp",
        "camp & where:guard",
        "camp/x",
        "a?",
        "|",
    ],
)
def test_a_badly_written_cue_is_an_error(cue: str) -> None:
    with pytest.raises(CodebookError):
        compile_cue(cue, CLASSES)


def test_equal_classes_share_compiled_cues() -> None:
    again = Classes.of({"worker": ("welder", "ship_builder"), "site": ("camp",)})

    assert compile_cue("welder & camp", again) is compile_cue("welder & camp", CLASSES)


@given(st.text(alphabet="welder camp,.-'", max_size=40))
def test_any_words_can_be_asked(text: str) -> None:
    words = words_of("a " + text)
    term = compile_cue("welder ... camp", CLASSES).anchor

    found = list(term_fits(term, words, range(len(words))))

    assert all(0 <= fit.start < fit.stop <= len(words) for fit in found)


def test_a_cue_whose_words_are_missing_is_not_even_tried() -> None:
    keys = keys_of(words_of("The welder slept in the camp."))

    assert may_fit(compile_cue("sleep & @site", CLASSES), keys)
    assert may_fit(compile_cue("sleep & !guard & no? camp", CLASSES), keys)
    assert not may_fit(compile_cue("sleep & guard*", CLASSES), keys)


def test_the_share_of_a_cue_that_words_may_fit_counts_its_anchor() -> None:
    cue = compile_cue("sleep & @worker & night & !guard", CLASSES)
    assert part_that_fits(cue, keys_of(words_of("The welder sleeps."))) == 2 / 3
    assert part_that_fits(cue, keys_of(words_of("They sleep."))) == 1 / 3
