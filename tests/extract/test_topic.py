"""Which pages are read at all."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.topic import is_page_about
from tumen.records.document import Block, Document, Role
from tumen.records.span import Span

Page = Callable[[str], Document]


def is_about(text: str, page: Page, codebook: Codebook, title: str = "") -> bool:
    document: Document = replace(page(text), title=title)
    return is_page_about(document, [Span(0, len(text))], codebook)


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("Some 40 workers from the DPRK live here.", True),
        ("Labourers of the Democratic People's Republic of Korea left.", True),
        ("The Koreans saw logs. The Koreans never come to town.", True),
        ("Two Korean builders fell. The Unification Ministry was silent.", True),
        ("He was a driver in Hamhung. His wife still lives in Hamhung.", True),
        ("The Korean side sends them. A Korean welder fell.", True),
        ("Forty arrivals from the North sew there. Northerners are cheap.", True),
        ("They pay into a loyalty fund and rest on the leader's birthday.", True),
        ("KOREAN CREW LEAVES\nKorean loggers left by train.", True),
        ("The 1718 Committee met, and Mansudae works go on.", True),
        ("The Koreans saw logs.", False),
        ("He was born in Wonsan and raised in Osaka.", False),
        ("In the north of the county, people from the north build ships.", False),
        ("A firm in Seoul sells cars; the Korean maker hires Korean engineers.", False),
        ("Korean restaurants serve Korean food; the menus are in Korean.", False),
        ("She teaches Korean. Korean lessons are free, Korean books are dear.", False),
        ("The Korean War began in 1950; Korean War veterans came by bus.", False),
        ("South Koreans build cars there; the South Koreans pay well.", False),
        ("Police arrested 40 workers in Russia.", False),
        ("Police arrested 40 workers in Korea.", False),
    ],
)
def test_one_term_or_two_hints_make_a_page_worth_reading(
    text: str, is_read: bool, page: Page, codebook: Codebook
) -> None:
    assert is_about(text, page, codebook) is is_read


def test_every_headline_counts(page: Page, codebook: Codebook) -> None:
    text = "Brief 7\nWhat Pyongyang earns\nFirms pay 40 men."
    blocks = (
        Block(Span(0, 7), Role.HEADLINE),
        Block(Span(8, 28), Role.HEADLINE),
        Block(Span(29, len(text)), Role.BODY),
    )
    document = replace(page(text), title="Brief 7", blocks=blocks)
    assert is_page_about(document, [Span(29, len(text))], codebook)
