"""Pages that copy one another are found, others are left alone."""

from collections.abc import Callable

import pytest

from tumen.corroborate.reprints import Copies, find_copies, own_text
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.span import Span

Page = Callable[..., Document]

STORY = (
    "Some two hundred builders left the city by train on Monday, a depot worker said. "
    "They carried rice cookers, tools and bags of clothes for the long way home. "
    "Nobody at the firm that had hired them would say why their papers had ended. "
    "A shop owner by the station counted eleven groups in the course of the week. "
    "The regional office did not answer questions sent to it by this newspaper."
)
OTHER = (
    "The harbour froze early this year, and the last ferry was cancelled on Friday. "
    "Fishermen moved their boats to the southern pier with the help of a tug. "
    "The mayor promised new lamps along the quay before the first snow falls."
)


def families(*pages: Document) -> Copies:
    return find_copies(pages)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (STORY, "copy"),
        (STORY.upper().replace(",", " ,"), "copy"),
        (STORY.replace("Monday", "Tuesday"), "near copy"),
        (f"{OTHER} {STORY[:235]}", "excerpt"),
    ],
)
def test_a_copy_is_found_for_what_it_is(page: Page, text: str, kind: str) -> None:
    found = families(page("a", STORY), page("b", text))
    assert found.are_copies(CaptureId("a" * 64), CaptureId("b" * 64))
    assert found.kinds[CaptureId("b" * 64)] == kind


def test_pages_of_their_own_are_no_copies(page: Page) -> None:
    found = families(page("a", STORY), page("b", OTHER))
    assert not found.are_copies(CaptureId("a" * 64), CaptureId("b" * 64))


def test_a_page_is_no_copy_of_itself(page: Page) -> None:
    found = families(page("a", STORY))
    assert not found.are_copies(CaptureId("a" * 64), CaptureId("a" * 64))


def test_one_shared_sentence_makes_no_copy(page: Page) -> None:
    found = families(page("a", STORY), page("b", f"{OTHER} {STORY[:82]}"))
    assert not found.are_copies(CaptureId("a" * 64), CaptureId("b" * 64))


def test_the_oldest_page_heads_the_family(page: Page) -> None:
    found = families(
        page("a", STORY, published="2024-05-02"),
        page("b", STORY, published="2024-05-01"),
    )
    assert found.roots[CaptureId("a" * 64)] == CaptureId("b" * 64)


def test_a_declared_reprint_never_heads_the_family(page: Page) -> None:
    found = families(
        page("a", STORY, published="2024-05-01", reprint_of="Example Wire"),
        page("b", STORY),
    )
    assert found.roots[CaptureId("a" * 64)] == CaptureId("b" * 64)


def test_copies_of_copies_are_one_family(page: Page) -> None:
    near = STORY.replace("Monday", "Tuesday")
    found = families(page("a", STORY), page("b", near), page("c", STORY))
    assert len(set(found.roots.values())) == 1


def test_tables_and_empty_pages_are_not_compared(page: Page) -> None:
    found = families(
        page("a", STORY, form="table"),
        page("b", STORY),
        page("c", "..."),
        page("d", "..."),
    )
    assert found.kinds == {}


def test_a_shared_menu_makes_no_copy(page: Page) -> None:
    def with_menu(name: str, text: str) -> Document:
        whole = STORY + text
        blocks = (
            Block(Span(0, len(STORY)), Role.FURNITURE),
            Block(Span(len(STORY), len(whole)), Role.BODY),
        )
        return Document(
            capture=CaptureId(name * 64), name=name, text=whole, blocks=blocks
        )

    found = families(with_menu("a", OTHER), with_menu("b", "Quite another thing."))
    assert not found.are_copies(CaptureId("a" * 64), CaptureId("b" * 64))


def test_own_text_is_headline_and_body(page: Page) -> None:
    assert own_text(page("a", OTHER)) == OTHER


def test_a_thousand_copies_are_one_family_quickly(page: Page) -> None:
    base = page("a", STORY)
    pages = [
        Document(
            capture=CaptureId(f"{number:064d}"),
            name=f"{number}.html",
            text=base.text,
            blocks=base.blocks,
        )
        for number in range(1000)
    ]
    assert len(set(find_copies(pages).roots.values())) == 1


def test_chinese_copies_are_found_without_spaces(page: Page) -> None:
    text = (
        "工人们星期一乘火车离开了这座城市，车站的一名职员说，他们带着行李和工具回家。"
    )
    found = families(page("a", text * 2), page("b", text * 2 + "完。"))
    assert found.are_copies(CaptureId("a" * 64), CaptureId("b" * 64))
