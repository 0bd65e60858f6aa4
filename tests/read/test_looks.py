"""What a line looks like, before its neighbours are asked."""

import pytest

from tumen.codebook.schema import Codebook
from tumen.read.draft import Piece
from tumen.read.lexicon import make_lexicon
from tumen.read.looks import Look, count_words, latin_share, look_at
from tumen.read.outlet_names import find_names
from tumen.records.span import Span


def look(line: str, codebook: Codebook) -> Look:
    piece = Piece(span=Span(0, len(line)))
    return look_at(line, piece, make_lexicon(codebook), find_names(codebook.outlets))


@pytest.mark.parametrize(
    "line",
    [
        "Home",
        "• Privacy Policy",
        "Home > World > Asia",
        "btn_close.png",
        "Share this story",
        "facebook twitter",
        "Tel : 000-000",
        "© 2019 Lantern Gazette",
        "Related articles",
        "3 hours ago",
        "desk@laterne.example",
        "Sign up for our newsletter and never miss a story.",
    ],
)
def test_a_line_may_be_furniture_by_its_own_words(
    line: str, codebook: Codebook
) -> None:
    assert look(line, codebook).furnished


@pytest.mark.parametrize(
    "line",
    [
        "The crews at the mill have not been paid since the first snow.",
        "“Home is where they pay you,” said one of the men at the gate.",
        "Sixty men work there, sleep there and cook there; none has a key. That is how",
        "The book names (a) the crews, (b) their towns and (c) what each was paid.",
        "The cook counts 40 men. Their children are no part of this, he said.",
    ],
)
def test_running_text_is_not(line: str, codebook: Codebook) -> None:
    assert not look(line, codebook).furnished


def test_one_text_printed_twice_is_a_twin(codebook: Codebook) -> None:
    title = "Over 70 boats idle as herring stays away"
    assert look(f"2{title}{title}", codebook).twin


@pytest.mark.parametrize(
    "line",
    [
        "Posted : 2021-03-09 14:20",
        "Fri, May 6, 2022 | 09:12",
        "May 6, 2022 at 7:12 p.m. KST",
    ],
)
def test_a_line_of_nothing_but_dates_is_dated(line: str, codebook: Codebook) -> None:
    assert look(line, codebook).dated


@pytest.mark.parametrize(
    "line",
    [
        "The mill of Saltmouth in an undated photo.",
        "Men at the gate of the mill in the snow. [PRESSBILD]",
        "Men at the gate of the mill in the snow. Harbour Wire",
        "Men at the gate of the mill. Lantern photo by Bo Sample",
    ],
)
def test_a_caption_shows_by_cue_or_credit(line: str, codebook: Codebook) -> None:
    assert look(line, codebook).captioned


def test_a_paragraph_that_quotes_an_agency_is_no_caption(codebook: Codebook) -> None:
    line = "The mill has not paid since May. That is what the men told Harbour Wire."
    assert not look(line, codebook).captioned


@pytest.mark.parametrize(
    "line",
    [
        "Forty women live above the mill. They are seen on Sundays, in pairs.",
        "The mill has not paid since May, the men say. (Writing by Ada Example)",
    ],
)
def test_running_text_is_no_caption(line: str, codebook: Codebook) -> None:
    assert not look(line, codebook).captioned


@pytest.mark.parametrize(
    "line",
    [
        "Bread cost 3.2% more in the winter, the town hall says. -- A. Example",
        "The mill has not paid since May, the men say. (Editing by Ada Example)",
    ],
)
def test_a_signed_paragraph_is_prose(line: str, codebook: Codebook) -> None:
    assert look(line, codebook).prose


def test_the_third_entry_of_a_list_is_no_copyright(codebook: Codebook) -> None:
    line = "(a) flour, (b) oil and (c) salt"
    assert (look(line, codebook).imprint, look("(c) Gazette", codebook).imprint) == (
        False,
        True,
    )


@pytest.mark.parametrize("line", ["Saltmouth   1,240", "- Uplands | 310 | 290"])
def test_a_row_of_numbers_is_figured(line: str, codebook: Codebook) -> None:
    assert look(line, codebook).figured


def test_two_ideograms_count_as_a_word() -> None:
    assert count_words("労働者 and 3 crews") == 5


def test_the_share_of_latin_counts_letters_only() -> None:
    assert (latin_share("ab цд 12"), latin_share("12 !")) == (0.5, 1.0)
