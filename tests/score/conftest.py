"""A label, a claim that fits it, a page and an estimate, written out by hand."""

from datetime import date

import numpy as np
import pytest

from tumen.codebook.load import load_codebook
from tumen.records.claim import Kind
from tumen.records.estimate import Comparators, Estimate, Quantiles, Verdict, Weighed
from tumen.records.release import (
    Cleared,
    ReleasedClaim,
    ReleasedDate,
    ReleasedDocument,
    ReleasedGroup,
    ReleasedLineage,
)
from tumen.records.truth import TruthClaim
from tumen.score.claims import Matched, match_claims
from tumen.score.names import SameNames

PAGE = "page.txt"
TEXT = "In 2010 more than 20,000 workers were in Russia, the ministry said. " * 4

LABEL = TruthClaim(
    claim_id="a-1",
    doc=PAGE,
    start=8,
    end=40,
    kind=Kind.FIGURE,
    element="people.present",
    measure="stock",
    low=20_000,
    unit="persons",
    qualifier="over",
    as_of_start=date(2010, 1, 1),
    as_of_end=date(2010, 12, 31),
    place="Russia",
    iso="RU",
    population="NK workers",
    speaker="the Interior Ministry",
    speaker_kind="institution",
    chain=("the Interior Ministry", "Invented Herald"),
    hedge="asserted",
    also={"measure": ("flow",)},
    origin="o-1",
)

CLAIM = ReleasedClaim(
    id=Cleared("c-1"),
    doc=Cleared(PAGE),
    start=8,
    end=40,
    quote=Cleared("more than 20,000 workers were in"),
    kind="figure",
    element="people.present",
    measure="stock",
    low=20_000,
    best=None,
    high=None,
    unit="persons",
    qualifier="over",
    as_of_start=date(2010, 1, 1),
    as_of_end=date(2010, 12, 31),
    place=Cleared("Russia"),
    iso="RU",
    population=Cleared("NK workers"),
    speaker=Cleared("the Interior Ministry"),
    speaker_kind="institution",
    via=None,
    chain=(Cleared("the Interior Ministry"), Cleared("Invented Herald")),
    hedge="asserted",
    flags=(),
    confidence=0.9,
    inherited=(),
    alternatives={},
    rule="r",
    found_by=Cleared("rules"),
    auto=True,
    status="proposed",
)

DAY = ReleasedDate(date(2010, 11, 27), date(2010, 11, 27), "day", ())

DOCUMENT = ReleasedDocument(
    doc=Cleared(PAGE),
    capture=None,
    title=Cleared("Workers: a count"),
    original_outlet=Cleared("Invented Herald"),
    host=None,
    published=DAY,
    updated=None,
    captured=None,
    language="en",
    authors=(),
    byline_quote=None,
    reprint_of={"outlet": Cleared("Invented Herald"), "why": Cleared("credit")},
    translated_from=None,
    regions=(),
    caption_dates=(),
    caption_conflicts=(),
    mask=(),
    sources_independent=None,
    is_relevant=True,
)

BAND = Weighed(
    verdict=Verdict.BAND,
    why=None,
    evidence=0.5,
    prior=Quantiles(1, 2, 3, 4, 5),
    origins=(),
    claims=(),
)

ESTIMATE = Estimate(
    element="people.present",
    measure="stock",
    unit="persons",
    population="NK workers",
    place="Russia",
    iso="RU",
    date=date(2020, 12, 31),
    q05=100,
    q25=150,
    q50=200,
    q75=300,
    q95=400,
    engine="model",
    comparators=Comparators(None, None, None, None),
    lineages=(),
    claims=(),
    weighed=BAND,
)


def make_group(group: str, *lines: tuple[str, ...]) -> ReleasedGroup:
    """Return a group with one origin for each tuple of claims; the first is no echo."""
    return ReleasedGroup(
        group=Cleared(group),
        element="people.present",
        measure="stock",
        population=None,
        place=None,
        iso=None,
        as_of_start=None,
        as_of_end=None,
        lineages=tuple(
            ReleasedLineage(
                Cleared("origin"),
                (Cleared(line[0]),),
                tuple({"id": Cleared(c), "why": Cleared("echo")} for c in line[1:]),
            )
            for line in lines
        ),
        relations=(),
        grade=6,
    )


@pytest.fixture(scope="session")
def names() -> SameNames:
    return SameNames(load_codebook("dprk-labour"))


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(7)


@pytest.fixture
def matched(names: SameNames) -> Matched:
    return match_claims([LABEL], (), [CLAIM], {PAGE: TEXT}, names)
