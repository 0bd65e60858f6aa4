"""Pages are built around their words, and say that they are invented."""

import numpy as np
import pytest

from tests.world.press.conftest import RULES, draft
from tumen.codebook.press import PressLayout
from tumen.world.press.furniture import LaidOut, lay_out

LAYOUTS = {layout.name: layout for layout in RULES.layouts}


def laid(layout: PressLayout, seed: int = 1, *, is_dated: bool = True) -> LaidOut:
    page = draft("Five men < six, he said.")
    page.is_dated = is_dated
    page.credit = "Source: Larch Wire"
    return lay_out(page, layout, ("Another day",), RULES, np.random.default_rng(seed))


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_every_layout_says_that_it_is_invented(name: str) -> None:
    assert all("Invented" in laid(LAYOUTS[name], seed).content for seed in range(10))


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_a_page_without_a_date_has_its_copyright_year(name: str) -> None:
    made = laid(LAYOUTS[name], is_dated=False)
    assert not any(block.role == "dateline" for block in made.blocks)
    assert "2007" in made.content


def test_html_is_escaped_and_text_is_not() -> None:
    assert "Five men &lt; six" in laid(LAYOUTS["portal"]).content
    assert "Five men < six" in laid(LAYOUTS["flattened"]).content


def test_blocks_have_their_roles() -> None:
    roles = {block.role: block.text for block in laid(LAYOUTS["portal"]).blocks}
    assert roles["headline"] == "A quiet day"
    assert roles["body"] == "Five men < six, he said."
    assert roles["credit"] == "Source: Larch Wire"
    assert "furniture" in roles


def test_a_wire_page_begins_with_its_town() -> None:
    body = [b.text for b in laid(LAYOUTS["wire_text"]).blocks if b.role == "body"]
    assert body[0].startswith("MOSCOW, ")
    assert body[0].endswith("(Larch Wire) - Five men < six, he said.")
