"""Bylines, credits and the people they name."""

import pytest

from tumen.codebook.schema import Codebook
from tumen.read.bylines import (
    credited_outlet,
    find_credits,
    find_people,
    is_byline,
    is_credit,
    readable,
    split_byline,
)
from tumen.read.lexicon import make_lexicon
from tumen.read.outlet_names import find_names
from tumen.records.document import Author
from tumen.records.span import Span


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Example",
        "BY ADA EXAMPLE, BO SAMPLE [a@b.example]",
        "By Ada van Example and Bo Sample",
        "By Gazette Staff",
    ],
)
def test_an_opener_and_names_are_a_byline(line: str, codebook: Codebook) -> None:
    assert is_byline(line, make_lexicon(codebook))


@pytest.mark.parametrize(
    "line",
    [
        "By the end of May all must go.",
        "By 2019 North Korea had left",
        "Ada Example",
        "By " + "A" * 400,
    ],
)
def test_a_sentence_is_no_byline(line: str, codebook: Codebook) -> None:
    assert not is_byline(line, make_lexicon(codebook))


def test_a_glued_byline_is_cut_off(codebook: Codebook) -> None:
    text = "Mill firm keeps the wages: lawyersBy Ada Example"
    parts = split_byline(text, Span(0, len(text)), make_lexicon(codebook))
    assert [part.quote(text)[-7:] for part in parts] == ["lawyers", "Example"]


@pytest.mark.parametrize("text", ["stand By the river they slept", "word " * 200])
def test_other_lines_stay_whole(text: str, codebook: Codebook) -> None:
    span = Span(0, len(text))
    assert split_byline(text, span, make_lexicon(codebook)) == (span,)


def test_each_credit_gives_its_role(codebook: Codebook) -> None:
    line = "Reported by Ada Example for Laterne. Translated by Bo Sample. Edited by Cy Pattern."
    assert find_credits(line, make_lexicon(codebook)) == (
        Author("Ada Example", "reporter"),
        Author("Bo Sample", "translator"),
        Author("Cy Pattern", "editor"),
    )


@pytest.mark.parametrize(
    "words", ["more words than any list of names could ever " * 4, "x" * 400]
)
def test_long_texts_are_no_list_of_people(words: str, codebook: Codebook) -> None:
    assert find_people(words, make_lexicon(codebook)) == ()


@pytest.mark.parametrize(
    "line", ["(of the mill)", "[sic]", "Source of the river", "x" * 900]
)
def test_other_lines_credit_nobody(line: str, codebook: Codebook) -> None:
    lexicon, names = make_lexicon(codebook), find_names(codebook.outlets)
    assert not is_credit(line, lexicon, names)


def test_a_source_line_credits_its_outlet(codebook: Codebook) -> None:
    lexicon, names = make_lexicon(codebook), find_names(codebook.outlets)
    assert credited_outlet("Source: Laterne", lexicon, names) == "Laterne"


def test_a_name_in_capitals_becomes_readable() -> None:
    assert readable("LEE EXAM-PLE") == "Lee Exam-ple"
