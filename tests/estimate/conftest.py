"""Claims, groups and a small codebook for the estimate tests, written by hand."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest

from tumen.codebook import schema
from tumen.codebook.load import load_codebook, read_model
from tumen.codebook.model import Model
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Hedge, Kind, Slot, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.document import Block, Certainty, Dated, Document, Role
from tumen.records.group import Echo, Group, Lineage, Relation
from tumen.records.ids import CaptureId, ClaimId, GroupId
from tumen.records.period import Period
from tumen.records.reviewed import ReviewedClaim, Status
from tumen.records.span import Span

INVENTED = Path(__file__).parents[1] / "codebook" / "invented_model.toml"
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
    hedge: str = "asserted",
    flags: tuple[str, ...] = (),
    kind: str = "figure",
    quote: str = "about so many workers",
    at: int = 0,
    either: str | None = None,
    words: Span | None = None,
) -> Claim:
    filled: dict[str, float] = {}
    if isinstance(value, tuple):
        filled = {"low": value[0], "high": value[1]}
    elif value is not None:
        filled = dict.fromkeys(BOUNDS[qualifier], value)
    slots = {}
    if either:
        slots["measure"] = Slot(rule="test", confidence=0.5, alternatives=(either,))
    if words:
        slots["amount"] = Slot(rule="test", confidence=0.5, span=words)
    return with_id(
        Claim(
            id=ClaimId(""),
            capture=CaptureId(page * 64),
            doc=f"{page}.html",
            span=Span(at, at + len(quote)),
            quote=quote,
            kind=Kind(kind),
            element=element,
            amount=Amount(
                measure=Measure(measure),
                unit=unit,
                qualifier=Qualifier(qualifier),
                **filled,
            ),
            as_of=Period(day(first), day(last)),
            place=place,
            iso=iso,
            population=population,
            speaker=Voice("Ilse Beispiel", SpeakerKind.NAMED),
            hedge=Hedge(hedge),
            flags=flags,
            slots=slots,
            rule="test",
        )
    )


def build_group(
    origin: str,
    claim: Claim,
    *others: Claim,
    echoes: Sequence[Claim] = (),
    relations: tuple[Relation, ...] = (),
) -> Group:
    lineage = Lineage(
        origin,
        tuple(entry.id for entry in (claim, *others)),
        tuple(Echo(entry.id, "same speaker") for entry in echoes),
    )
    return Group(
        id=GroupId(f"{origin}-{claim.id}"),
        element=claim.element,
        measure=claim.amount.measure,
        population=claim.population,
        place=claim.place,
        iso=claim.iso,
        as_of=claim.as_of,
        lineages=(lineage,),
        relations=relations,
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

    def element(
        code: str, *measures: str, why_not: str | None = None, is_other: bool = False
    ) -> schema.Element:
        return schema.Element(
            code=code,
            kinds=("figure",),
            label=code.rpartition(".")[2],
            definition="",
            measures=measures,
            evidence_for=None if why_not or is_other else code,
            not_evidence=why_not,
            examples=(),
            counter_examples=(),
        )

    elements = (
        element("people.present", "stock"),
        element("people.hiding", "stock"),
        element("people.military", "stock"),
        element("people.asylum_granted", "stock", "flow"),
        element("people.repatriated", "flow"),
        element("people.visa_issued", "flow", why_not="A visa is not a person."),
        element("people.quota", "stock", is_other=True),
        element("cond.wage_net", "money"),
    )
    present = schema.Box(
        code="C3",
        label="Dispatched",
        definition="",
        column=1,
        row=0,
        elements=("people.present",),
        mistaken=("people.visa_issued", "people.quota"),
        measures=("stock",),
        populations=("NK workers",),
        isos=("RU",),
    )
    hiding = schema.Box(
        code="C4",
        label="In hiding",
        definition="",
        column=2,
        row=0,
        elements=("people.hiding",),
        measures=("stock",),
        annual=True,
    )
    home = schema.Arrow(
        code="T7",
        label="home",
        definition="",
        source="C3",
        target="C0",
        elements=("people.repatriated",),
        measures=("flow",),
    )
    flight = schema.Arrow(
        code="T9", label="flight", definition="", source="C3", target="C4", annual=True
    )
    kept = schema.MoneyStep(
        code="M4", label="Kept", definition="", column=0, elements=("cond.wage_net",)
    )
    return msgspec.structs.replace(
        msgspec.structs.replace(whole, **bare),
        elements={entry.code: entry for entry in elements},
        places=(
            schema.Place(name="Russia", level="country", iso="RU"),
            schema.Place(name="Far East", level="region", iso="RU", within="Russia"),
        ),
        populations=(
            schema.Population(
                name="NK workers", role="own_workers", words={"en": ("NK labourers",)}
            ),
            schema.Population(name="NK soldiers", role="military", words={}),
            schema.Population(name="all workers", role="other_workers", words={}),
        ),
        boxes=(present, hiding),
        arrows=(home, flight),
        money=(kept,),
    )


@pytest.fixture(scope="session")
def model() -> Model:
    """The small invented model; the tests of answers take the real one."""
    found = read_model(INVENTED)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    return build_claim


@pytest.fixture(scope="session")
def group() -> Callable[..., Group]:
    return build_group


@pytest.fixture(scope="session")
def codebook() -> schema.Codebook:
    return build_codebook()


@pytest.fixture(scope="session")
def review() -> Callable[..., list[ReviewedClaim]]:
    def make(*claims: Claim, rejected: Sequence[Claim] = ()) -> list[ReviewedClaim]:
        kept = [ReviewedClaim(entry) for entry in claims]
        return kept + [ReviewedClaim(entry, Status.REJECTED) for entry in rejected]

    return make


@pytest.fixture(scope="session")
def page() -> Callable[..., Document]:
    def make(name: str, published: str) -> Document:
        printed = Period(day(published), day(published))
        text = f"Page {name}."
        return Document(
            capture=CaptureId(name * 64),
            name=f"{name}.html",
            text=text,
            blocks=(Block(Span(0, len(text)), Role.BODY),),
            published=Dated(printed, Certainty.DAY, ()),
        )

    return make
