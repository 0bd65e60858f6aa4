"""Proposals are held against the pages as they read now."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.pipeline.conftest import check, claim_of
from tumen.codebook.load import load_codebook
from tumen.pipeline.proposals import open_proposals
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.ids import CaptureId
from tumen.records.issue import Issue

TEXT = "300 people.present\n"
PAGE = Document(capture=CaptureId("1" * 64), name="a.txt", text=TEXT, blocks=())
CLAIM = replace(claim_of(PAGE, 0, TEXT.strip()), found_by="import tool 0123")
BROKEN = replace(CLAIM, quote="400 people.present")


def opened(
    claims: tuple[Claim, ...], pages: Mapping[CaptureId, Document]
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    return open_proposals((CLAIM,), claims, pages, load_codebook("dprk-labour"), check)


def test_a_proposal_that_stands_is_kept() -> None:
    assert opened((), {PAGE.capture: PAGE}) == ((CLAIM,), ())


def test_one_the_rules_found_too_is_theirs() -> None:
    assert opened((CLAIM,), {PAGE.capture: PAGE}) == ((), ())


def test_one_without_its_page_is_listed() -> None:
    kept, (issue,) = opened((), {})
    assert kept == ()
    assert (issue.code, issue.doc) == ("orphan_proposal", "a.txt")
    assert "its page cannot be read" in issue.problem


@pytest.mark.parametrize("claim", [BROKEN])
def test_one_that_the_gate_refuses_now_is_listed(claim: Claim) -> None:
    kept, (issue,) = open_proposals(
        (claim,), (), {PAGE.capture: PAGE}, load_codebook("dprk-labour"), check
    )
    assert kept == ()
    assert claim.id in issue.problem
    assert "has changed" in issue.problem
    assert "--forget" in issue.remedy
