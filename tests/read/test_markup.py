"""HTML becomes one text of all that is visible."""

from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.markup import read_markup
from tumen.records.capture import Capture
from tumen.records.document import Document

ReadText = Callable[[str], Document]
MakeCapture = Callable[..., Capture]


def test_inline_elements_do_not_cut_words(read_html: ReadText) -> None:
    assert read_html("<p>The <b>cr</b>ews\n of <i>it</i></p>").text == "The crews of it"


def test_blocks_are_apart_and_menus_kept(read_html: ReadText) -> None:
    page = "<nav><a href='/'>Home</a></nav><p>One</p><p>Two</p>"
    assert read_html(page).text == "Home\n\nOne\n\nTwo"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<p hidden>x</p>",
        "<p style='display: none'>x</p>",
        "<template><p>x</p></template>",
        "<!-- x -->",
    ],
)
def test_what_is_not_visible_is_left_out(hidden: str, read_html: ReadText) -> None:
    assert read_html(f"<p>One</p>{hidden}<p>Two</p>").text == "One\n\nTwo"


def test_a_line_break_ends_a_line_but_not_a_sentence(read_html: ReadText) -> None:
    document = read_html("<p>One line<br>goes on.<br>Another line</p>")
    words = [block.span.quote(document.text) for block in document.blocks]
    assert words == ["One line\ngoes on.", "Another line"]


def test_a_table_row_is_one_block(read_html: ReadText) -> None:
    page = "<table><tr><th>Month<th>Litres</tr><tr><td>April<td>200</tr></table>"
    assert read_html(page).text == "Month\tLitres\n\nApril\t200"


def test_a_wrapper_with_a_telling_name_does_not_swallow_the_page(
    read_html: ReadText,
) -> None:
    words = "The crews at the mill have not been paid since the first snow, he said."
    page = f"<div class='page-with-sidebar'><p>{words} Nobody asks.</p></div>"
    assert read_html(page).blocks[0].role == "body"


def test_an_empty_element_says_nothing_of_the_words_behind_it(
    read_html: ReadText,
) -> None:
    words = "The crews at the mill have not been paid since the first snow, he said."
    page = f"<div><p>{words}</p><nav></nav>Nobody at the mill asks.<p>{words}</p></div>"
    assert read_html(page).blocks[1].role == "body"


def test_nested_deeper_than_any_page_is_fine(read_html: ReadText) -> None:
    assert read_html("<div class='nav'>" * 5000 + "Deep words").text == "Deep words"


@pytest.mark.parametrize("page", [b"<html></html>", b"<div>" * 2000, b"<script>x"])
def test_a_page_without_words_is_refused(
    page: bytes, codebook: Codebook, capture_of: MakeCapture
) -> None:
    with pytest.raises(MaterialError, match="no visible text"):
        read_markup(capture_of(page, "text/html"), page, codebook)


def test_a_guessed_encoding_is_an_issue(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    page = ("<p>Рабочие спали в цехе, сказал повар." * 20).encode("cp1251")
    draft = read_markup(capture_of(page, "text/html"), page, codebook)
    assert [issue.code for issue in draft.issues] == ["encoding_guessed"]
