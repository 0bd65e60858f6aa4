"""A small invented case: two pages, one of them about a person at risk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tumen.codebook import schema
from tumen.protect.facts import CaseFacts
from tumen.protect.policy import load_policy
from tumen.protect.release import make_guard
from tumen.protect.risk import Guard
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Kind, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.period import Period
from tumen.records.reviewed import ReviewedClaim
from tumen.records.span import Span

OPEN_TEXT = (
    "Ministry counts builders\n"
    "The Harbour Ministry said about 3,000 builders live in Farland. "
    "Professor Ada Quill, an analyst at the institute, agreed."
)
RISK_TEXT = (
    "One man leaves the yard\n"
    "Tomo Verge (not his real name), a builder, said he fled the yard in Stillport. "
    "He earned 40 crowns a month."
)


def element(code: str, *kinds: str) -> schema.Element:
    return schema.Element(
        code=code,
        kinds=kinds or ("figure",),
        label=code.partition(".")[2],
        definition="",
        examples=(),
        counter_examples=(),
    )


@pytest.fixture(scope="session")
def codebook() -> schema.Codebook:
    codes = (
        "people.present",
        "people.hiding",
        "people.asylum_granted",
        "cond.wage_net",
    )
    place = schema.Place
    return schema.Codebook(
        name="far-labour",
        version="1",
        title="Workers in Farland",
        home="HX",
        hosts=("FL",),
        terms={"en": ("Farland",)},
        elements={code: element(code) for code in codes},
        outlets=(schema.Outlet(name="Larch Gazette", kind="paper"),),
        institutions=(schema.Institution(name="Harbour Ministry"),),
        places=(
            place(name="the world", level="world"),
            place(name="Farland", level="country", iso="FL"),
            place(name="North Shire", level="region", iso="FL", within="Farland"),
            place(name="Stillport", level="city", iso="FL", within="North Shire"),
            place(name="Millbay", level="city", iso="FL", region="the west"),
        ),
        populations=(
            schema.Population(name="helpers", role="helpers", words={}),
            schema.Population(name="builders", role="own_workers", words={}),
        ),
        boxes=(
            schema.Box(
                code="B1",
                label="Present",
                definition="",
                column=0,
                row=0,
                elements=("people.present",),
            ),
            schema.Box(
                code="B2",
                label="In hiding",
                definition="",
                column=1,
                row=0,
                elements=("people.hiding",),
                annual=True,
            ),
        ),
        arrows=(),
        money=(),
        calendar=(),
        tables=(),
        questions=(),
        languages={},
    )


def place_of(quote: str) -> Span:
    """Return where words stand on one of the pages; somewhere when on none."""
    start = max(OPEN_TEXT.find(quote), RISK_TEXT.find(quote))
    start = start if start >= 0 else 25
    return Span(start, start + len(quote))


@pytest.fixture(scope="session")
def make_claim() -> Callable[..., Claim]:
    def build(
        quote: str = "about 3,000 builders live in Farland", **slots: object
    ) -> Claim:
        base = Claim(
            id=ClaimId(""),
            capture=CaptureId("a" * 64),
            doc="open.html",
            span=place_of(quote),
            quote=quote,
            kind=Kind.FIGURE,
            element="people.present",
            amount=Amount(
                measure=Measure.STOCK,
                best=3000,
                unit="persons",
                qualifier=Qualifier.ABOUT,
            ),
            as_of=Period(date(2024, 3, 5), date(2024, 3, 9)),
            place="Farland",
            iso="FL",
            population="builders",
            speaker=Voice("Harbour Ministry", SpeakerKind.INSTITUTION),
            rule="figures",
        )
        return with_id(replace(base, **slots))  # type: ignore[arg-type]  # slots by name

    return build


@pytest.fixture(scope="session")
def make_page() -> Callable[..., Document]:
    def build(text: str = OPEN_TEXT, **slots: object) -> Document:
        line = text.index("\n")
        base = Document(
            capture=CaptureId("a" * 64),
            name="open.html",
            text=text,
            title=text[:line],
            language="en",
            blocks=(
                Block(Span(0, line), Role.HEADLINE),
                Block(Span(line + 1, len(text)), Role.BODY),
            ),
        )
        return replace(base, **slots)  # type: ignore[arg-type]  # slots by name

    return build


@pytest.fixture(scope="session")
def at_risk(make_claim: Callable[..., Claim]) -> Claim:
    return make_claim(
        "he fled the yard in Stillport",
        capture=CaptureId("b" * 64),
        doc="tomo-verge.html",
        kind=Kind.EVENT,
        element="event.escape",
        amount=Amount(),
        place="Stillport",
        speaker=Voice("Tomo Verge", SpeakerKind.PSEUDONYMOUS),
        via="Larch Gazette",
        chain=("Tomo Verge", "Larch Gazette"),
        flags=("first_hand",),
        found_by="person Rae Moss",
    )


@pytest.fixture
def facts(
    codebook: schema.Codebook,
    make_claim: Callable[..., Claim],
    make_page: Callable[..., Document],
    at_risk: Claim,
) -> CaseFacts:
    pages = (
        make_page(),
        make_page(
            RISK_TEXT,
            capture=CaptureId("b" * 64),
            name="tomo-verge.html",
            address="https://example.org/tomo",
        ),
    )
    ordinary = make_claim(
        "40 crowns a month",
        capture=CaptureId("b" * 64),
        doc="tomo-verge.html",
        element="cond.wage_net",
        amount=Amount(),
        speaker=Voice("article", SpeakerKind.AUTHOR),
    )
    claims = (make_claim(), at_risk, ordinary)
    return CaseFacts(
        case="harbour",
        codebook=codebook,
        documents={page.capture: page for page in pages},
        reviewed=tuple(ReviewedClaim(claim) for claim in claims),
        head="0" * 64,
        versions={"code": "0.1.0"},
        counts={"pages": 2},
    )


@pytest.fixture
def guard(facts: CaseFacts) -> Guard:
    return make_guard(facts, load_policy())
