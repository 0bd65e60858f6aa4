"""Who made a page, and from which language it was translated."""

from collections.abc import Callable

import pytest

from tumen.records.document import Document

ReadText = Callable[[str], Document]
BODY = (
    "The crews at the mill have not been paid since the first snow, two foremen said.\n"
)


def test_a_person_named_twice_is_one_author(read_text: ReadText) -> None:
    page = "Crews of the mill go unpaid\nBy Ada Example\n" + BODY + "By ADA EXAMPLE\n"
    assert [author.name for author in read_text(page).authors] == ["Ada Example"]


def test_the_byline_is_quoted_without_its_address(read_text: ReadText) -> None:
    document = read_text(BODY + "By Ada Example [ada@laterne.example]\n")
    assert document.byline_quote == "By Ada Example"


@pytest.mark.parametrize(
    ("credit", "language"),
    [
        ("Translated by Bo Sample for the Russian Service.", "ru"),
        ("Translated from Korean by Bo Sample.", "ko"),
        ("Reported by Bo Sample for the Korean Service.", None),
        ("Translated by Bo Sample.", None),
    ],
)
def test_a_translation_names_its_language(
    credit: str, language: str | None, read_text: ReadText
) -> None:
    assert read_text(BODY + credit).translated_from == language


def test_an_outlet_in_the_byline_is_no_person(read_text: ReadText) -> None:
    assert read_text("Crews of the mill unpaid\nBy Harbour Wire\n" + BODY).authors == ()
