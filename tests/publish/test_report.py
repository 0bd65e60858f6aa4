"""The report stands alone, and every figure in it opens its words."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.publish.report import latest_year, main_series, make_report
from tumen.records.release import Release, ReleasedBox, ReleasedEstimate


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
        "<b>year</b>: 2024",
        "<b>best</b>: 3000",
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


def test_a_report_says_first_how_many_claims_people_reviewed(html: str) -> None:
    header, _, rest = html.partition("</header>")
    assert 'class="reviewed">People have reviewed 1 of 8 claims. The others' in header
    assert "People have reviewed 1 of 8 claims." in rest


def test_a_report_says_first_that_nobody_reviewed_it(
    release: Release, codebook: Codebook
) -> None:
    unread = tuple(claim for claim in release.claims if claim.auto)
    html = make_report(replace(release, claims=unread), codebook)
    header, _, _ = html.partition("</header>")
    assert 'class="reviewed nobody">Nobody has reviewed this release.' in header
    assert "All 7 claims are as a machine found them" in header


def test_an_unsure_claim_is_marked_wherever_it_stands(
    release: Release, codebook: Codebook
) -> None:
    first, *others = release.claims
    unsure = replace(first, confidence=0.374)
    html = make_report(replace(release, claims=(unsure, *others)), codebook)
    assert html.count('<span class="tag unsure">unsure, 37 %</span>') == 2
    assert '<sup class="unsure" title="unsure, 37 %">?</sup>' in html
    assert "is likelier than not misread in some part" in html


def test_without_an_unsure_claim_no_mark_is_explained(html: str) -> None:
    assert "likelier than not" not in html


def test_an_empty_case_gives_an_honest_report(
    release: Release, codebook: Codebook
) -> None:
    empty = replace(release, claims=(), origins=(), estimates=(), boxes=(), withheld=())
    html = make_report(empty, codebook)
    assert "No series of this case has a dated figure." in html
    assert "No two claims of one group differ." in html


@pytest.fixture(scope="module")
def weighed(modelled: Release) -> str:
    return make_report(modelled, load_codebook("dprk-labour"))


@pytest.mark.parametrize(
    "words",
    [
        ">2,800 or 14,000</a>",
        "2,800 (1,400–5,600) if Harbour Ministry is right; 14,000",
        "The figures took away 79 % of what was unknown before.",
        "Counted otherwise before 2019.",
        'class="pulls"',
        'class="prior"',
        "90 % credible band of the stock-flow model",
        "moves more than 1.5 times, give two conditional estimates",
        "Fewer than 2 independent origins in 24 months",
        "A bias that all sources share is invisible to this estimate.",
    ],
)
def test_a_report_with_a_model_says(weighed: str, words: str) -> None:
    assert words in weighed


def test_an_answer_carried_on_says_when_its_newest_figure_is_from(
    modelled: Release, make_band: Callable[..., ReleasedEstimate]
) -> None:
    later = replace(modelled, estimates=(*modelled.estimates, make_band(2026)))
    html = make_report(later, load_codebook("dprk-labour"))
    assert "newest figure behind it: 2024" in html


def test_an_answer_of_the_year_itself_does_not(weighed: str) -> None:
    assert "newest figure" not in weighed


def test_an_income_is_called_what_the_model_calls_it(modelled: Release) -> None:
    income = replace(
        modelled.estimates[-1], element="money.state_income", unit="USD/year"
    )
    release = replace(modelled, estimates=(*modelled.estimates, income))
    html = make_report(release, load_codebook("dprk-labour"))
    assert 'aria-label="Income to the state, Farland"' in html
    assert "<td>money.state_income" not in html


def test_the_rules_told_are_those_of_the_codebook(weighed: str) -> None:
    model = load_codebook("dprk-labour").model
    assert model is not None
    assert f"less than {model.rules.least_evidence * 100:.0f} % of the prior" in weighed


def test_a_report_with_a_model_runs_nothing_and_links_only_into_itself(
    modelled: Release, codebook: Codebook
) -> None:
    parser = Links()
    parser.feed(make_report(modelled, codebook))
    assert "script" not in parser.tags
    assert [link for link in parser.links if link.lstrip("#") not in parser.ids] == []


def test_a_report_without_a_model_speaks_of_envelopes_only(html: str) -> None:
    assert "It is an envelope of what was said, not a probability." in html
    assert "stock-flow" not in html
    assert 'class="pulls"' not in html


def test_a_year_that_only_the_model_speaks_about_does_not_lead(
    release: Release, make_box: Callable[..., ReleasedBox]
) -> None:
    guessed = make_box(year=2030, verdict="band")
    told = make_box(year=2024, verdict="band")
    assert latest_year(replace(release, boxes=(guessed, told))) == 2024


def test_what_the_model_answers_comes_before_other_people(
    release: Release,
    make_band: Callable[..., ReleasedEstimate],
    make_estimate: Callable[..., ReleasedEstimate],
) -> None:
    rows = (
        make_estimate(element="people.a"),
        make_band(element="people.b"),
        make_band(element="cond.c"),
        make_estimate(),
    )
    order = main_series(replace(release, estimates=rows))
    assert order == ["people.present", "people.b", "people.a", "cond.c"]
