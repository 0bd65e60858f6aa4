"""Whatever a page says, and whoever claims it: words and digits are those of the page."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.errors import ClaimRefused
from tumen.extract.amounts import find_numbers
from tumen.extract.analyzer import load_analyzer
from tumen.extract.anchors import cuts_words
from tumen.extract.claims import extract_claims
from tumen.extract.gate import check_claim
from tumen.records.amount import FILLED, Amount, Measure, Qualifier
from tumen.records.claim import Claim
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.span import Span

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = sorted(EXAMPLES.rglob("*.txt"))
CODEBOOK = load_codebook("dprk-labour")
ANALYZER = load_analyzer("regex")
NUMBERS = CODEBOOK.languages["en"].numbers
DIGITS = re.compile(r"\d")


def page_of(text: str) -> Document:
    return Document(
        capture=CaptureId("1" * 64),
        name="page.txt",
        text=text,
        blocks=(Block(Span(0, len(text)), Role.BODY),),
    )


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract_claims(page_of(text), CODEBOOK, ANALYZER)[0]


def values_of(amount: Amount) -> set[float]:
    return {v for v in (amount.low, amount.best, amount.high) if v is not None}


def holds(claim: Claim, text: str) -> bool:
    """Tell whether words and digits of a claim are those at its span, and all of them."""
    words = text[claim.span.start : claim.span.end]
    return (
        claim.quote == words
        and not cuts_words(claim.span, text)
        and values_of(claim.amount) <= find_numbers(words, 0, len(words), NUMBERS)
    )


LINES = [
    line
    for page in PAGES
    for line in page.read_text(encoding="utf-8").splitlines()
    if DIGITS.search(line)
]
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 6),
        st.one_of(
            st.sampled_from(
                ["7", ",000", " million", "over ", "-", "“", "\n", " ", "\u00a0", ". ",
                 "one of ", " to ", "thousands of ", "%", "$", " workers ", "\U0001f600"]
            ),
            st.text(max_size=3),
        ),
    ),
    max_size=6,
)  # fmt: skip


def edited(text: str, edits: list[tuple[float, int, str]]) -> str:
    for place, gone, new in edits:
        start = int(place * len(text))
        text = text[:start] + new + text[start + gone :]
    return text or "x"


def test_there_are_lines_to_edit() -> None:
    assert len(LINES) > 20


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=3), EDITS)
def test_our_own_claims_hold_on_edited_pages(
    lines: list[str], edits: list[tuple[float, int, str]]
) -> None:
    text = edited("North Korean workers abroad.\n" + "\n".join(lines), edits)
    claims = claims_of(text)
    assert [claim for claim in claims if not holds(claim, text)] == []


def passes(claim: Claim, document: Document, codebook: Codebook) -> bool:
    try:
        check_claim(claim, document, codebook)
    except ClaimRefused:
        return False
    return True


TEXT = (
    "About 4,300 North Korean workers live in Russia, and from 900 to 1,200 of them "
    "earned over 3 million rubles; dozens fled in 2019, three quarters of the 12."
)
PAGE = page_of(TEXT)
(FIRST, *_) = claims_of(TEXT)
VALUES = st.sampled_from([4300.0, 300.0, 900.0, 1200.0, 3.0, 3e6, 75.0, 12.0, 2019.0])
FILLS = st.tuples(st.sampled_from(Qualifier), VALUES, VALUES)


def amount_of(fill: tuple[Qualifier, float, float]) -> Amount:
    qualifier, one, other = fill
    low, best, high = FILLED.get(qualifier, (False, False, False))
    same = qualifier is Qualifier.EXACT
    return Amount(
        measure=Measure.STOCK,
        low=min(one, other) if low and not same else (one if low else None),
        best=one if best else None,
        high=max(one, other) if high and not same else (one if high else None),
        unit="persons",
        qualifier=qualifier,
    )


@settings(max_examples=300)
@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)), FILLS)
def test_a_made_up_claim_that_passes_holds(
    start: int, size: int, fill: tuple[Qualifier, float, float]
) -> None:
    span = Span(start, min(start + size, len(TEXT)))
    claim = replace(
        FIRST,
        span=span,
        quote=span.quote(TEXT),
        element="people.present",
        amount=amount_of(fill),
        slots={},
    )
    assert not passes(claim, PAGE, CODEBOOK) or holds(claim, TEXT)


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_every_claim_of_an_example_holds(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [claim for claim in claims_of(text) if not holds(claim, text)] == []
