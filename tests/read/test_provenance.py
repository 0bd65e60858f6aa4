"""Whose page it is, whose reporting, and whether it is a copy."""

from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.read.outlet_names import find_names
from tumen.read.provenance import trim_title
from tumen.records.document import Document

ReadText = Callable[[str], Document]
TITLE = "Crews of the mill go unpaid again\n"
BODY = (
    "The crews at the mill have not been paid since the first snow, two foremen said.\n"
)
TOLD = "“Nobody pays us here and nobody will,” one of them told the Uplands Courier.\n"


def outlets(document: Document) -> tuple[str | None, str | None, str | None]:
    reprint = document.reprint_of
    return document.host, document.original_outlet, reprint.outlet if reprint else None


def test_the_imprint_names_the_host(read_text: ReadText) -> None:
    page = TITLE + BODY + "© 2019 Lantern Gazette\n"
    assert outlets(read_text(page)) == ("Lantern Gazette", "Lantern Gazette", None)


def test_words_told_to_another_outlet_are_no_copy(read_text: ReadText) -> None:
    page = TITLE + BODY + TOLD + "© 2019 Lantern Gazette\n"
    assert outlets(read_text(page)) == ("Lantern Gazette", "Lantern Gazette", None)


def test_the_own_voice_names_the_host_of_a_bare_page(read_text: ReadText) -> None:
    assert outlets(read_text(TITLE + BODY + TOLD)) == (
        "Uplands Courier",
        "Uplands Courier",
        None,
    )


def test_a_foreign_imprint_makes_it_a_copy(read_text: ReadText) -> None:
    page = TITLE + BODY + TOLD + "Copyright © 2019 Water Filters Trading\n"
    assert outlets(read_text(page)) == (None, "Uplands Courier", "Uplands Courier")


def test_comments_make_a_bare_page_a_post(read_text: ReadText) -> None:
    page = TITLE + BODY + TOLD + "1 comment:\nReader One said...\nI do not think so.\n"
    assert outlets(read_text(page)) == (None, "Uplands Courier", "Uplands Courier")


@pytest.mark.parametrize(
    ("credit", "origin"),
    [
        ("[Uplands Courier]", "Uplands Courier"),
        ("Source: Uplands Courier", "Uplands Courier"),
        ("(The Valley Star)", "The Valley Star"),
    ],
)
def test_a_credit_names_the_origin(
    credit: str, origin: str, read_text: ReadText
) -> None:
    page = TITLE + BODY + credit + "\n© 2019 Lantern Gazette\n"
    assert outlets(read_text(page)) == ("Lantern Gazette", origin, origin)


def test_a_credit_to_the_own_newsroom_is_no_copy(read_text: ReadText) -> None:
    page = TITLE + BODY + "[Laterne]\n© 2019 Lantern Gazette\n"
    assert outlets(read_text(page)) == ("Lantern Gazette", "Lantern Gazette", None)


def test_an_agency_in_the_opening_is_the_origin(read_text: ReadText) -> None:
    page = TITLE + "PORT ASH (Harbour Wire) - " + BODY + "© 2019 Lantern Gazette\n"
    assert outlets(read_text(page)) == (
        "Lantern Gazette",
        "Harbour Wire",
        "Harbour Wire",
    )


def test_an_agency_in_the_byline_is_the_origin(read_text: ReadText) -> None:
    page = TITLE + "By HARBOUR WIRE\n" + BODY + "© 2019 Lantern Gazette\n"
    assert outlets(read_text(page))[1] == "Harbour Wire"


def test_the_affiliate_in_the_language_of_the_page_is_the_host(
    read_text: ReadText,
) -> None:
    page = TITLE + BODY + "Lantern Gazette\nmail@laterne.example\n"
    assert outlets(read_text(page))[0] == "Lantern Gazette"


def test_the_metadata_names_an_outlet_nobody_listed(read_html: ReadText) -> None:
    head = '<meta property="og:site_name" content="Valley Star">'
    document = read_html(f"<head>{head}</head><p>{BODY}</p>")
    assert document.host == "Valley Star"


def test_the_address_names_the_host(read_html: ReadText) -> None:
    head = '<link rel="canonical" href="https://www.lanterngazette.example/a">'
    document = read_html(f"<head>{head}</head><p>{BODY}</p>")
    assert document.host == "Lantern Gazette"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Crews unpaid | Lantern Gazette", "Crews unpaid"),
        ("Lantern Gazette - Crews unpaid", "Crews unpaid"),
        ("Crews unpaid - again", "Crews unpaid - again"),
        ("Lantern Gazette | Laterne", "Lantern Gazette | Laterne"),
    ],
)
def test_a_title_loses_the_name_of_the_outlet(
    printed: str, title: str, codebook: Codebook
) -> None:
    assert trim_title(printed, find_names(codebook.outlets)) == title
