"""A case with tiny stages of its own: every line `N CODE` of a page is a claim."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tumen.codebook.schema import Codebook
from tumen.errors import ClaimRefused, MaterialError
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.stages import Documents, Reviewed, Stages
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.capture import Capture
from tumen.records.claim import Claim, Kind, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.document import Block, Document, Role
from tumen.records.estimate import BoxState, Comparators, Estimate
from tumen.records.group import Group, Lineage
from tumen.records.ids import ClaimId, GroupId
from tumen.records.issue import Issue
from tumen.records.period import Period
from tumen.records.span import Span
from tumen.review.apply import apply_decisions

if TYPE_CHECKING:
    from tumen.extract.analyzer import Analyzer

NOW = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def read(
    capture: Capture, data: bytes, codebook: Codebook
) -> tuple[Document, tuple[Issue, ...]]:
    text = data.decode()
    if "unreadable" in text:
        raise MaterialError("the page is made to fail", "Leave it.", "made_to_fail")
    if "crash" in text:
        raise ZeroDivisionError
    blocks = (Block(Span(0, len(text)), Role.BODY, "en"),)
    document = Document(capture=capture.id, name=capture.name, text=text, blocks=blocks)
    return document, ()


def load_analyzer(choice: str) -> "Analyzer":
    from tumen.extract.regex_analyzer import RegexAnalyzer

    return RegexAnalyzer()


def extract(
    document: Document, codebook: Codebook, analyzer: "Analyzer"
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    found: list[Claim] = []
    start = 0
    for line in document.text.splitlines(keepends=True):
        words = line.split()
        if len(words) == 2 and words[0].isdecimal():
            found.append(claim_of(document, start, line.rstrip()))
        start += len(line)
    return tuple(found), ()


def claim_of(document: Document, start: int, line: str) -> Claim:
    number, element = line.split()
    value = float(number)
    return with_id(
        Claim(
            id=ClaimId(""),
            capture=document.capture,
            doc=document.name,
            span=Span(start, start + len(line)),
            quote=line,
            kind=Kind.FIGURE,
            element=element,
            amount=Amount(
                measure=Measure.STOCK,
                low=value,
                best=value,
                high=value,
                unit="persons",
                qualifier=Qualifier.EXACT,
            ),
            as_of=Period(date(2023, 1, 1), date(2023, 12, 31)),
            place="Russia",
            iso="RU",
            speaker=Voice("article", SpeakerKind.AUTHOR),
            rule="line",
        )
    )


def check(claim: Claim, document: Document, codebook: Codebook) -> None:
    value = claim.amount.best
    if value is not None and f"{value:g}" not in claim.quote:
        raise ClaimRefused(f"{value:g} is not in the words", "Select other words.")


def group(
    reviewed: Reviewed, documents: Documents, codebook: Codebook
) -> tuple[Group, ...]:
    counted = [each.claim for each in reviewed if each.counts]
    return tuple(
        Group(
            id=GroupId(f"group of {element}"),
            element=element,
            measure=Measure.STOCK,
            population=None,
            place="Russia",
            iso="RU",
            as_of=Period(),
            lineages=tuple(
                Lineage(origin=claim.doc, claims=(claim.id,))
                for claim in counted
                if claim.element == element
            ),
        )
        for element in sorted({claim.element for claim in counted})
    )


def estimate(
    groups: Sequence[Group],
    reviewed: Reviewed,
    documents: Documents,
    codebook: Codebook,
    today: date,
) -> tuple[Estimate, ...]:
    values = {each.claim.id: each.claim.amount.best for each in reviewed}
    return tuple(
        Estimate(
            element=group.element,
            measure=group.measure,
            unit="persons",
            population=None,
            place=group.place,
            iso=group.iso,
            date=date(2023, 12, 31),
            q05=min(values[i] or 0 for lin in group.lineages for i in lin.claims),
            q25=None,
            q50=None,
            q75=None,
            q95=max(values[i] or 0 for lin in group.lineages for i in lin.claims),
            engine="envelope",
            comparators=Comparators(None, None, None, None),
            lineages=tuple(lineage.origin for lineage in group.lineages),
            claims=tuple(i for lineage in group.lineages for i in lineage.claims),
        )
        for group in groups
    )


def boxes(
    groups: Sequence[Group],
    reviewed: Reviewed,
    documents: Documents,
    codebook: Codebook,
    today: date,
    estimates: Sequence[Estimate],
) -> tuple[BoxState, ...]:
    count = float(len(groups))
    return (BoxState(code="C1", year=2023, low=count, best=None, high=None, unit=None),)


def make_stages(version: str = "1") -> Stages:
    return Stages(
        read=read,
        load_analyzer=load_analyzer,
        extract=extract,
        check=check,
        review=apply_decisions,
        group=group,
        estimate=estimate,
        boxes=boxes,
        versions={
            "read": version,
            "extract": version,
            "review": version,
            "corroborate": version,
            "estimate": version,
        },
    )


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Two pages that disagree, and one without a claim."""
    folder = tmp_path / "pages"
    (folder / "north").mkdir(parents=True)
    (folder / "a.txt").write_text("Invented Herald\n300 people.present\n")
    (folder / "north" / "b.txt").write_text(
        "Made-up Times\n450 people.present\n7 org.firms\n"
    )
    (folder / "c.txt").write_text("nothing to count here\n")
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    make_case(tmp_path / "case")
    with open_case(tmp_path / "case", make_stages()) as opened:
        yield opened
