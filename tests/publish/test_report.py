"""The report stands alone, and every figure in it opens its words."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.report import latest_year, main_series, make_report
from tumen.records.release import Release


class Links(HTMLParser):
    """Collects addresses, ids and attributes that could load something."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.loads: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [v or "" for k, v in attrs if k == "href"]
        self.ids += [v or "" for k, v in attrs if k == "id"]
        self.loads += [
            v or "" for k, v in attrs if k in ("src", "srcset", "action", "data")
        ]


@pytest.fixture(scope="module")
def html(release: Release, codebook: Codebook) -> str:
    return make_report(release, codebook)


@pytest.fixture(scope="module")
def links(html: str) -> Links:
    parser = Links()
    parser.feed(html)
    return parser


def test_every_link_stays_on_the_page_and_ends_somewhere(links: Links) -> None:
    assert [link for link in links.links if link.lstrip("#") not in links.ids] == []


def test_the_report_loads_nothing_and_runs_nothing(links: Links, html: str) -> None:
    assert links.loads == []
    assert "script" not in links.tags
    outside = set(re.findall(r"https?://[^\"'<\s]+", html)) - {
        "http://www.w3.org/2000/svg"
    }
    assert outside == set()


@pytest.mark.parametrize(
    "words",
    [
        "Workers in Farland: what is known, and from whom",
        "The system in 2024",
        "counts with it: same words",
        "visas are not people",
        "contradicts",
        "without a count that is evidence on any date: pay kept",
        "about a person at risk: no words",
        "new_rule",
        "<code>" + "0" * 64,
        "<code>2024,3000</code>",
        "accepted in review",
        "the page’s own voice",
        "institution voice, name withheld",
    ],
)
def test_the_report_says(html: str, words: str) -> None:
    assert words in html


def test_names_from_pages_are_escaped(html: str) -> None:
    assert "<b>of</b>" not in html


def test_a_figure_opens_its_claim(links: Links) -> None:
    assert "#claim-c1" in links.links


def test_people_present_lead_the_report(release: Release) -> None:
    assert main_series(release) == ["people.present", "cond.wage_net"]


def test_the_latest_counted_year_is_shown(release: Release) -> None:
    assert latest_year(release) == 2024
    assert latest_year(replace(release, boxes=())) == 2026


def test_an_empty_case_gives_an_honest_report(
    release: Release, codebook: Codebook
) -> None:
    empty = replace(release, claims=(), origins=(), estimates=(), boxes=(), withheld=())
    html = make_report(empty, codebook)
    assert "No series of this case has a dated figure." in html
    assert "No two claims of one group differ." in html
