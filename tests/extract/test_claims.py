from collections.abc import Callable
from dataclasses import replace

import pytest

from tumen.codebook.schema import Codebook
from tumen.errors import ClaimRefused
from tumen.extract import claims as module
from tumen.extract.analyzer import Analyzer
from tumen.extract.claims import extract_claims
from tumen.records.claim import Claim
from tumen.records.document import Block, Document, Form, Role
from tumen.records.span import Span

Page = Callable[[str], Document]
TEXT = "Some 640 North Korean workers live in Russia."


def test_claims_carry_the_id_of_their_content(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    claims, _ = extract_claims(page(TEXT), codebook, analyzer)
    assert [len(claim.id) for claim in claims] == [16]


def test_reading_twice_gives_the_same(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    first = extract_claims(page(TEXT), codebook, analyzer)
    assert extract_claims(page(TEXT), codebook, analyzer) == first


def test_an_article_that_the_page_cites_is_not_the_page_itself(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    text = "The article said some 640 North Korean workers live in Russia."
    claims, issues = extract_claims(page(text), codebook, analyzer)
    assert [claim.speaker.name for claim in claims] == ["the article"]
    assert issues == ()


def test_claims_stand_in_the_order_of_the_text(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    text = f"{TEXT} They toil 14 hours a day. A bed costs $40 a month."
    claims, _ = extract_claims(page(text), codebook, analyzer)
    assert list(claims) == sorted(claims, key=lambda claim: claim.span)


@pytest.mark.parametrize(
    "role",
    [Role.FURNITURE, Role.COMMENT, Role.CAPTION, Role.BYLINE, Role.HEADLINE, Role.CREDIT],
)  # fmt: skip
def test_only_the_running_text_is_read(
    page: Page, codebook: Codebook, analyzer: Analyzer, role: Role
) -> None:
    document = replace(page(TEXT), blocks=(Block(Span(0, len(TEXT)), role),))
    claims, _ = extract_claims(document, codebook, analyzer)
    assert claims == ()


def test_a_page_about_something_else_gives_nothing_and_says_so(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    text = "Police arrested 40 workers in Russia."
    document = replace(page(text), title="City news")
    claims, issues = extract_claims(document, codebook, analyzer)
    assert claims == ()
    assert [issue.code for issue in issues] == ["off_topic"]


def test_capitals_do_not_hide_what_a_page_is_about(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    text = "SOME 640 NORTH KOREAN WORKERS LIVE IN RUSSIA."
    document = replace(page(text), title="CITY NEWS")
    _, issues = extract_claims(document, codebook, analyzer)
    assert "off_topic" not in [issue.code for issue in issues]


def test_a_page_in_a_language_without_words_gives_nothing_and_says_so(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    document = replace(page(TEXT), language="ru")
    claims, issues = extract_claims(document, codebook, analyzer)
    assert claims == ()
    assert [issue.code for issue in issues] == ["language_not_read"]


def test_an_empty_page_gives_nothing(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    document = replace(page("x"), blocks=())
    assert extract_claims(document, codebook, analyzer) == ((), ())


def test_what_the_gate_refuses_becomes_an_issue(
    page: Page, codebook: Codebook, analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(claim: Claim, document: Document, codebook: Codebook) -> None:
        raise ClaimRefused("the words do not hold", "Quote them.")

    monkeypatch.setattr(module, "check_claim", refuse)
    claims, issues = extract_claims(page(TEXT), codebook, analyzer)
    assert claims == ()
    assert [(i.code, i.stage) for i in issues] == [("claim_refused", "extract")]


def test_a_table_without_known_columns_says_so(
    page: Page, codebook: Codebook, analyzer: Analyzer
) -> None:
    table = replace(page("a,b"), form=Form.TABLE, header=("x", "y"))
    claims, issues = extract_claims(table, codebook, analyzer)
    assert claims == ()
    assert len(issues) == 1
