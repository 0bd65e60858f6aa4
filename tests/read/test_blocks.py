"""Every piece of a page gets its role."""

from collections.abc import Callable

import pytest

from tumen.records.document import Document, Role

ReadText = Callable[[str], Document]
TITLE = "Crews of the mill go unpaid again\n"
BODY = (
    "The crews at the mill have not been paid since the first snow, two foremen said.\n"
)
MORE = (
    "The owner of the mill did not answer the telephone when he was asked about it.\n"
)
LAST = (
    "Nobody has seen the pay list since the spring, and nobody asks for it any more.\n"
)


def words_of(document: Document, role: Role) -> list[str]:
    return [block.span.quote(document.text) for block in document.blocks_of(role)]


def test_a_page_without_furniture_is_all_body(read_text: ReadText) -> None:
    document = read_text(BODY + MORE + LAST)
    assert {block.role for block in document.blocks} == {Role.BODY}


def test_a_line_between_paragraphs_is_a_headline(read_text: ReadText) -> None:
    document = read_text(TITLE + BODY + "What the owner says\n" + MORE)
    assert words_of(document, Role.HEADLINE) == [TITLE.strip(), "What the owner says"]


def test_a_line_printed_twice_in_a_row_is_a_caption(read_text: ReadText) -> None:
    caption = (
        "Men carry sacks past the gate of the mill in Saltmouth, far from their home.\n"
    )
    document = read_text(TITLE + caption + caption + BODY + MORE)
    assert words_of(document, Role.CAPTION) == [caption.strip()] * 2


def test_a_picture_credit_below_a_caption_belongs_to_it(read_text: ReadText) -> None:
    caption = "The mill of Saltmouth in an undated photo.\n"
    document = read_text(TITLE + caption + "Harbour Wire\n" + BODY + MORE)
    assert words_of(document, Role.CAPTION) == [caption.strip(), "Harbour Wire"]


@pytest.mark.parametrize(
    "head", ["2 comments:", "Comments (2)", "3 responses to “Crews”"]
)
def test_what_follows_the_head_of_comments_is_comment(
    head: str, read_text: ReadText
) -> None:
    page = (
        TITLE
        + BODY
        + MORE
        + head
        + "\nReader said...\nAll 900 of them are paid well.\n"
    )
    assert words_of(read_text(page), Role.BODY) == [BODY.strip(), MORE.strip()]


def test_a_link_to_comments_above_the_text_begins_none(read_text: ReadText) -> None:
    document = read_text(TITLE + "2 comments\n" + BODY + MORE)
    assert words_of(document, Role.COMMENT) == []


def test_a_comment_link_inside_a_text_ends_nothing(read_text: ReadText) -> None:
    document = read_text(TITLE + BODY + "2 comments\n" + MORE + LAST)
    assert words_of(document, Role.BODY) == [BODY.strip(), MORE.strip(), LAST.strip()]


def test_voices_without_a_head_are_comments(read_text: ReadText) -> None:
    page = TITLE + BODY + MORE + LAST
    page += "Ann said...\nI saw 40 of them.\nBob said...\nI saw 50 of them there.\n"
    assert "I saw 40 of them." in words_of(read_text(page), Role.COMMENT)


def test_a_list_a_paragraph_opens_is_body(read_text: ReadText) -> None:
    page = TITLE + BODY + MORE[:-2] + " and gave three reasons:\n"
    page += "• Rain in the flour.\n• No keys for the safe.\nAbout Us\n"
    assert "• No keys for the safe." in words_of(read_text(page), Role.BODY)


def test_a_menu_inside_the_text_is_furniture(read_text: ReadText) -> None:
    document = read_text(TITLE + BODY + "Subscribe\n" + MORE)
    assert words_of(document, Role.FURNITURE) == ["Subscribe"]


def test_a_short_sentence_inside_the_text_is_body(read_text: ReadText) -> None:
    document = read_text(TITLE + BODY + "They waited.\n" + MORE)
    assert "They waited." in words_of(document, Role.BODY)


def test_lines_in_another_script_are_furniture(read_text: ReadText) -> None:
    document = read_text("资讯首页新闻\n" + TITLE + BODY + MORE)
    assert words_of(document, Role.FURNITURE) == ["资讯首页新闻"]


def test_markup_names_comments_and_furniture(read_html: ReadText) -> None:
    page = f"<p>{BODY}</p><div class='comment-list'>{MORE}</div><nav>{LAST}</nav>"
    roles = [block.role for block in read_html(page).blocks]
    assert roles == [Role.BODY, Role.COMMENT, Role.FURNITURE]


def test_a_page_of_titles_has_no_body(read_text: ReadText) -> None:
    document = read_text("Ferry fares rise again\nHerring stays away\n")
    assert words_of(document, Role.BODY) == []


def test_a_notice_above_the_headline_is_no_body(read_text: ReadText) -> None:
    notice = "This page is kept for readers who are not members of the club.\n"
    document = read_text(notice + TITLE + "Posted: 2019-03-05\n" + BODY + MORE)
    assert (document.title, words_of(document, Role.FURNITURE)) == (
        TITLE.strip(),
        [notice.strip()],
    )


def test_a_question_above_the_date_is_the_headline(read_text: ReadText) -> None:
    question = "Who pays the crews of the mill, and for how many of their hours?\n"
    document = read_text(question + "Ada Example, Saltmouth\n" + BODY + MORE)
    assert document.title == question.strip()


def test_a_question_in_the_text_stays_body(read_text: ReadText) -> None:
    question = "Who pays the crews of the mill, and for how many of their hours?"
    document = read_text(f"{TITLE}{question}\nNobody\n{BODY}{MORE}")
    assert question in words_of(document, Role.BODY)


def test_short_entries_in_whole_sentences_do_not_part_a_text(
    read_text: ReadText,
) -> None:
    entry = "- Some of the crews, 45 by the book, were paid in flour, the cook says.\n"
    page = (
        TITLE
        + entry
        + entry.replace("45", "50")
        + "- The rest got nothing.\n1. The mill\n"
        + BODY
        + MORE
    )
    assert "- The rest got nothing." in words_of(read_text(page), Role.BODY)
