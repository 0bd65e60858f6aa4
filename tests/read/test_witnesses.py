"""What the metadata of a page says about it."""

import pytest
from resiliparse.parse.html import ElementNode, HTMLTree

from tumen.read.witnesses import TOLD_TAGS, find_witnesses


def told(page: str) -> list[tuple[str, str]]:
    tree = HTMLTree.parse(page)
    elements = [n for n in tree.document or () if isinstance(n, ElementNode)]
    nodes = [element for element in elements if element.tag in TOLD_TAGS]
    return list(find_witnesses(nodes, tree.title, page))


@pytest.mark.parametrize(
    ("markup", "witness"),
    [
        ("<title>Crews</title>", ("title", "Crews")),
        ('<meta name="DC.date" content="2019-03-05">', ("published", "2019-03-05")),
        (
            '<link rel="canonical" href="https://a.example/b">',
            ("address", "https://a.example/b"),
        ),
        (
            '<time itemprop="datePublished" datetime="2019-03-05">',
            ("published", "2019-03-05"),
        ),
        ('<time class="updated" datetime="2019-03-06">', ("updated", "2019-03-06")),
    ],
)
def test_each_standard_is_read(markup: str, witness: tuple[str, str]) -> None:
    assert told(markup) == [witness]


def test_linked_data_may_stand_in_a_graph() -> None:
    page = (
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},'
        '{"headline":"Crews","author":{"name":"Ada Example"},"publisher":7}]}</script>'
    )
    assert told(page) == [("title", "Crews"), ("author", "Ada Example")]


@pytest.mark.parametrize("broken", ["{", "[" * 20_000, "7", '{"@graph": 3}', '[["a"]]'])
def test_broken_linked_data_says_nothing(broken: str) -> None:
    assert told(f'<script type="application/ld+json">{broken}</script>') == []


def test_a_page_saved_by_the_browser_tells_address_and_day() -> None:
    page = (
        "<!--\n Page saved with SingleFile \n url: https://a.example/b \n"
        " saved date: Tue Mar 05 2019 10:00:00\n--><p>x</p>"
    )
    assert told(page) == [
        ("address", "https://a.example/b"),
        ("captured", "Tue Mar 05 2019 10:00:00"),
    ]


def test_a_value_said_twice_is_told_once() -> None:
    page = '<meta property="og:title" content="Crews"><title>Crews</title>'
    assert told(page) == [("title", "Crews")]


def test_times_of_other_things_are_passed_over() -> None:
    assert told('<time datetime="2019-03-05">a day</time><script>x</script>') == []
