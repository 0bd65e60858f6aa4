"""Voices of an invented island, and what the model sees of their claims."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec
import pytest

from tests.estimate.conftest import build_claim
from tumen.codebook import schema
from tumen.codebook.model import Model
from tumen.codebook.names import Names, make_names
from tumen.estimate.engine.system import System, compile_system
from tumen.estimate.engine.terms import Reading
from tumen.estimate.evidence import gather
from tumen.estimate.observe.observe import Observed, Statement, observe
from tumen.records.claim import Claim, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.group import Group
from tumen.records.reviewed import ReviewedClaim

MONTHS = 48
AGENCY = ("Harbour Agency", "institution")
MINISTRY = ("Island Ministry", "institution")
PERSON = ("Ilse Beispiel", "named")

Watch = Callable[..., Observed]


@pytest.fixture(scope="session")
def system(model: Model) -> System:
    return compile_system(model, MONTHS)


@pytest.fixture(scope="session")
def codebook(codebook: schema.Codebook) -> schema.Codebook:
    """The small codebook of the estimate tests, with bodies that speak."""

    def element(code: str, *measures: str) -> schema.Element:
        return schema.Element(
            code=code,
            kinds=("figure",),
            label=code.rpartition(".")[2],
            definition="",
            measures=measures,
            examples=(),
            counter_examples=(),
        )

    more = (
        element("people.entries", "flow"),
        element("people.permit_valid", "stock"),
        element("people.dispatched", "flow", "rate"),
    )
    return msgspec.structs.replace(
        codebook,
        elements=codebook.elements | {entry.code: entry for entry in more},
        institutions=(
            schema.Institution(
                name="Harbour Agency", aliases=("H.A.",), house="agency"
            ),
            schema.Institution(name="Old Guild"),
            schema.Institution(name="Far Office", house="of_another_model"),
        ),
        public_names=("Bo Placeholder", "Placeholder"),
    )


@pytest.fixture(scope="session")
def names(codebook: schema.Codebook) -> Names:
    return make_names(codebook)


def said(
    value: float | tuple[float, float] | None = 3000,
    by: tuple[str, str] = AGENCY,
    *,
    qualifier: str = "exact",
    **change: object,
) -> Claim:
    """Return a claim in somebody's mouth, about March 2024 unless told otherwise."""
    claim = build_claim(value, qualifier=qualifier, **change)  # type: ignore[arg-type]  # as given
    name, kind = by
    return with_id(replace(claim, speaker=Voice(name, SpeakerKind(kind))))


@pytest.fixture(scope="session")
def watch(
    model: Model, system: System, codebook: schema.Codebook, names: Names
) -> Watch:
    """Let the model see claims, each of an origin of its own unless grouped."""

    def see(
        *claims: Claim | ReviewedClaim,
        groups: Sequence[Group] = (),
        official_factor: float = 1.0,
        model: Model = model,
    ) -> Observed:
        reviewed = [
            claim if isinstance(claim, ReviewedClaim) else ReviewedClaim(claim)
            for claim in claims
        ]
        evidence = gather(groups, reviewed, codebook, names)
        return observe(
            reviewed, evidence, model, system, official_factor=official_factor
        )

    return see


MARCH = {"first": "2024-03-01", "last": "2024-03-31"}
YEAR = {"first": "2023-01-01", "last": "2023-12-31"}
OVER_THE_CLIFF = {"first": "2024-01-01", "last": "2024-12-31"}


def told(value: float, by: tuple[str, str] = AGENCY, /, **change: object) -> Claim:
    """Return a claim in somebody's mouth, with whatever else is to be told of it."""
    return said(value, by, **change)  # type: ignore[arg-type]  # as given


POOL = tuple(
    told(value, by, page=page, **change)
    for value in (3000, 4000)
    for by, page in ((AGENCY, "a"), (MINISTRY, "b"), (PERSON, "c"))
    for change in (
        MARCH,
        YEAR,
        {"measure": "flow"},
        {"hedge": "planned"},
        {"place": "Nowhere"},
        {"place": "Far East"},
        {"flags": ("stock_or_flow",)},
        {"element": "people.entries", "measure": "flow"},
    )
)
"""Claims of every sort: some are evidence, some are refused."""


def only(observed: Observed) -> Statement:
    """Return the one statement there is."""
    (statement,) = observed.statements
    return statement


def reading_of(observed: Observed) -> Reading:
    """Return the one reading of the one statement there is."""
    (reading,) = only(observed).term.readings
    return reading


def effects_of(observed: Observed, number: int = 0) -> dict[str, float]:
    """Return the loadings of a statement's first reading, by `kind name`."""
    book = observed.effects
    (reading, *_) = observed.statements[number].term.readings
    return {
        f"{book[effect].kind} {book[effect].name}": loading
        for effect, loading in reading.effects.items()
    }
