from collections.abc import Callable
from dataclasses import replace

import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.analyzer import Analyzer
from tumen.extract.frame import make_frame, paragraphs_of, publishers_of
from tumen.records.document import Block, Document, Reprint, Role
from tumen.records.span import Span

Page = Callable[[str], Document]


def paragraphs(document: Document) -> list[str]:
    return [p.quote(document.text) for p in paragraphs_of(document)]


def test_each_line_of_the_body_is_a_paragraph(page: Page) -> None:
    assert paragraphs(page("One.\n\n  Two. \nThree.")) == ["One.", "Two.", "Three."]


def test_only_the_body_is_read(page: Page) -> None:
    document = replace(
        page("Menu\nCrews left."),
        blocks=(Block(Span(0, 4), Role.FURNITURE), Block(Span(5, 16), Role.BODY)),
    )
    assert paragraphs(document) == ["Crews left."]


@pytest.mark.parametrize(
    "opening",
    ["OSLO, May 5 (Wire) - ", "SEOUL, Feb. 5 (Newsline) -- ", "MOSCOW — ", "WARSAW (Wire) – "],
)  # fmt: skip
def test_a_place_and_day_before_the_first_words_are_left_out(
    page: Page, opening: str
) -> None:
    assert paragraphs(page(f"{opening}Crews left on Monday.")) == [
        "Crews left on Monday."
    ]


def test_a_dash_in_a_plain_sentence_stays(page: Page) -> None:
    text = "The NIS said - again - that crews left."
    assert paragraphs(page(text)) == [text]


def test_a_page_of_its_own_ends_every_chain(page: Page, codebook: Codebook) -> None:
    assert publishers_of(page("x"), codebook.languages["en"]) == ("The Invented Post",)


def test_a_page_without_an_outlet_ends_in_nobody(
    page: Page, codebook: Codebook
) -> None:
    document = replace(page("x"), original_outlet=None, host=None)
    assert publishers_of(document, codebook.languages["en"]) == ()


@pytest.mark.parametrize(
    ("role", "host"),
    [(Role.COMMENT, "unnamed blog"), (Role.FURNITURE, "unnamed mirror page")],
)
def test_a_copy_on_an_unknown_page_says_what_it_is(
    page: Page, codebook: Codebook, role: Role, host: str
) -> None:
    document = replace(
        page("Crews left. Nice."),
        host=None,
        reprint_of=Reprint("The Origin", "credit"),
        blocks=(Block(Span(0, 11), Role.BODY), Block(Span(12, 17), role)),
    )
    found = publishers_of(document, codebook.languages["en"])
    assert found == ("The Origin", host)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("CITY, May 3 (Invented Wire) - Crews left.", ("Invented Wire",)),
        ("The Invented Post\nCrews left.", ("The Invented Post",)),
        ("Crews left by post.", ()),
    ],
)
def test_a_printed_name_stands_for_an_unknown_outlet(
    page: Page, codebook: Codebook, text: str, outlet: tuple[str, ...]
) -> None:
    document = replace(page(text), original_outlet=None, host=None)
    assert publishers_of(document, codebook.languages["en"]) == outlet


def test_every_space_is_a_plain_one_where_words_are_read(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    frame = make_frame(
        page("Ada\u00a0Example, a\u202flawyer, said so."), codebook, analyzer
    )
    assert [s.profile.voice.name for s in frame.speeches] == ["Ada Example"]
    assert frame.document.text.startswith("Ada\u00a0Example")
