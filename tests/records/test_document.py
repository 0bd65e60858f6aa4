"""A page hands out its blocks by role."""

from tumen.records.document import Block, Document, Form, Role
from tumen.records.ids import CaptureId
from tumen.records.span import Span

PAGE = Document(
    capture=CaptureId("a" * 64),
    name="page.html",
    text="Menu\nTitle\nWords.\nMore words.",
    blocks=(
        Block(Span(0, 4), Role.FURNITURE),
        Block(Span(5, 10), Role.HEADLINE),
        Block(Span(11, 17), Role.BODY),
        Block(Span(18, 29), Role.BODY),
    ),
)


def test_blocks_of_several_roles_come_in_order_of_the_text() -> None:
    starts = [block.span.start for block in PAGE.blocks_of(Role.BODY, Role.HEADLINE)]
    assert starts == [5, 11, 18]


def test_no_block_of_a_role_is_nothing() -> None:
    assert PAGE.blocks_of(Role.COMMENT) == ()


def test_a_page_is_an_article_unless_it_is_a_table() -> None:
    assert PAGE.form is Form.ARTICLE
