"""Claims, pages and a small codebook for the corroboration tests, written by hand."""

from collections.abc import Callable
from datetime import date
from functools import cache

import msgspec
import pytest

from tumen.codebook import schema
from tumen.codebook.load import load_codebook
from tumen.corroborate.groups import group_claims
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Hedge, Kind, Slot, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.document import (
    Block,
    Certainty,
    Dated,
    Document,
    Form,
    Reprint,
    Role,
)
from tumen.records.group import Group
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.period import Period
from tumen.records.reviewed import ReviewedClaim, Status
from tumen.records.span import Span

BOUNDS: dict[str, tuple[str, ...]] = {
    "exact": ("low", "best", "high"),
    "about": ("best",),
    "over": ("low",),
    "at_least": ("low",),
    "up_to": ("high",),
    "under": ("high",),
}


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def amount_of(
    qualifier: str, value: float | tuple[float, float] | None, measure: str, unit: str
) -> Amount:
    filled: dict[str, float] = {}
    if isinstance(value, tuple):
        filled = {"low": value[0], "high": value[1]}
    elif value is not None:
        filled = dict.fromkeys(BOUNDS[qualifier], value)
    return Amount(
        measure=Measure(measure), unit=unit, qualifier=Qualifier(qualifier), **filled
    )


def build_claim(
    value: float | tuple[float, float] | None = 3000,
    *,
    page: str = "a",
    qualifier: str = "about",
    measure: str = "stock",
    unit: str = "persons",
    element: str = "people.present",
    first: str | None = "2024-03-01",
    last: str | None = "2024-03-31",
    place: str | None = "Russia",
    iso: str | None = "RU",
    population: str | None = "NK workers",
    speaker: str = "Ilse Beispiel",
    speaker_kind: str = "named",
    via: str | None = None,
    chain: tuple[str, ...] = (),
    hedge: str = "asserted",
    flags: tuple[str, ...] = (),
    kind: str = "figure",
    quote: str = "about so many workers",
    at: int = 0,
    either: str | None = None,
) -> Claim:
    slots = {}
    if either:
        slots["measure"] = Slot(rule="test", confidence=0.5, alternatives=(either,))
    return with_id(
        Claim(
            id=ClaimId(""),
            capture=CaptureId(page * 64),
            doc=f"{page}.html",
            span=Span(at, at + len(quote)),
            quote=quote,
            kind=Kind(kind),
            element=element,
            amount=amount_of(qualifier, value, measure, unit),
            as_of=Period(day(first), day(last)),
            place=place,
            iso=iso,
            population=population,
            speaker=Voice(speaker, SpeakerKind(speaker_kind)),
            via=via,
            chain=chain,
            hedge=Hedge(hedge),
            flags=flags,
            slots=slots,
            rule="test",
        )
    )


def build_page(
    page: str = "a",
    text: str | None = None,
    *,
    outlet: str | None = None,
    published: str | None = None,
    reprint_of: str | None = None,
    form: str = "article",
) -> Document:
    text = text or f"Page {page} says a thing of its own."
    printed = None
    if published:
        when = Period(day(published), day(published))
        printed = Dated(when, Certainty.DAY, ())
    return Document(
        capture=CaptureId(page * 64),
        name=f"{page}.html",
        text=text,
        blocks=(Block(Span(0, len(text)), Role.BODY),),
        form=Form(form),
        original_outlet=outlet,
        published=printed,
        reprint_of=Reprint(reprint_of, "the credit says so") if reprint_of else None,
    )


@cache
def build_codebook() -> schema.Codebook:
    """Return a codebook of a few plain entries, so that no test hangs on real data."""
    whole = load_codebook("dprk-labour")
    bare = {
        name: type(value)()
        for name, value in msgspec.structs.asdict(whole).items()
        if isinstance(value, tuple | dict)
    }

    def element(code: str, *measures: str) -> schema.Element:
        return schema.Element(
            code=code,
            kinds=("figure",),
            label=code,
            definition="",
            measures=measures,
            evidence_for=code,
            examples=(),
            counter_examples=(),
        )

    elements = (
        element("people.present", "stock"),
        element("people.asylum_granted", "stock", "flow"),
        element("people.repatriated", "flow"),
    )
    return msgspec.structs.replace(
        msgspec.structs.replace(whole, **bare),
        elements={entry.code: entry for entry in elements},
        outlets=(
            schema.Outlet(name="Example Wire", kind="wire", aliases=("EXW",)),
            schema.Outlet(name="Sample Post", kind="paper"),
            schema.Outlet(
                name="Sample Post Weekly", kind="paper", affiliate_of="Sample Post"
            ),
        ),
        institutions=(
            schema.Institution(
                name="Institute of Example Studies",
                aliases=("IES", "Example Institute"),
            ),
        ),
        places=(
            schema.Place(name="Russia", level="country", iso="RU"),
            schema.Place(name="Far East", level="region", iso="RU", within="Russia"),
            schema.Place(name="Tomsk", level="city", iso="RU", within="Russia"),
        ),
        populations=(
            schema.Population(
                name="NK workers",
                role="own_workers",
                words={"en": ("NK labourers",)},
            ),
            schema.Population(name="North Koreans", role="own_nationals", words={}),
        ),
        public_names=("Anna Sampleova", "Sampleova"),
        boxes=(),
        arrows=(),
        money=(),
    )


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    return build_claim


@pytest.fixture(scope="session")
def page() -> Callable[..., Document]:
    return build_page


@pytest.fixture(scope="session")
def codebook() -> schema.Codebook:
    return build_codebook()


@pytest.fixture(scope="session")
def group() -> Callable[..., tuple[Group, ...]]:
    def make(
        *claims: Claim,
        pages: tuple[Document, ...] = (),
        rejected: tuple[Claim, ...] = (),
    ) -> tuple[Group, ...]:
        reviewed = [ReviewedClaim(entry) for entry in claims]
        reviewed += [ReviewedClaim(entry, Status.REJECTED) for entry in rejected]
        documents = {entry.capture: entry for entry in pages}
        return group_claims(reviewed, documents, build_codebook())

    return make
