"""Turn every decision into a labelled row, to learn and to measure with.

The rows name pages and people and never leave the machine but by a raw exit.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tumen.records.claim import Claim
from tumen.records.decision import Decision
from tumen.records.document import Document
from tumen.records.ids import CaptureId, ClaimId
from tumen.review.readings import Reading, readings_of
from tumen.review.slots import slots_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """A claim as one reader holds it to be; names are those of the machine answers.

    Args:
        label: `right` (every slot), `corrected`, `wrong` (no such claim) or `missed`
            (the machine did not find it).
        changed: slots that differ from what the machine found; `was` has their values
            there.
        stands: False when the same reader decided on the claim again later.
        confidence: of the machine in the claim it found.
        number, verdict, reason, reviewer, at: of the decision.
    """

    claim_id: ClaimId
    doc: str
    start: int
    end: int
    quote: str
    kind: str
    element: str
    measure: str
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    qualifier: str
    as_of_start: str | None
    as_of_end: str | None
    place: str | None
    iso: str | None
    population: str | None
    speaker: str
    speaker_kind: str
    via: str | None
    chain: tuple[str, ...]
    hedge: str
    flags: tuple[str, ...]
    label: str
    changed: tuple[str, ...]
    was: Mapping[str, object]
    stands: bool
    rule: str
    found_by: str
    confidence: float
    number: int
    verdict: str
    reason: str
    reviewer: str
    at: datetime.datetime


def label_rows(
    claims: Iterable[Claim],
    decisions: Sequence[Decision],
    documents: Mapping[CaptureId, Document],
) -> tuple[LabelRow, ...]:
    """Return a row for every decision that was not taken back, in their order.

    Args:
        claims: as the machine, or others, found them.
        documents: needed only for the pages of added claims.
    """
    found = {claim.id: claim for claim in claims}
    rows: list[LabelRow] = []
    for subject, lines in lines_by_claim(decisions).items():
        machine = found.get(subject)
        readings = readings_of(machine, lines, documents)
        newest = {r.line.reviewer: r.line.number for r in readings}
        rows += (
            _row(reading, machine, newest[reading.line.reviewer])
            for reading in readings
        )
    return tuple(sorted(rows, key=lambda row: row.number))


def lines_by_claim(decisions: Iterable[Decision]) -> dict[ClaimId, list[Decision]]:
    """Return the decisions on each claim, in order."""
    found: dict[ClaimId, list[Decision]] = {}
    for line in decisions:
        found.setdefault(line.subject, []).append(line)
    return found


def _row(reading: Reading, machine: Claim | None, newest: int) -> LabelRow:
    claim, line = reading.claim, reading.line
    amount, as_of = claim.amount, claim.as_of
    return LabelRow(
        claim_id=claim.id,
        doc=claim.doc,
        start=claim.span.start,
        end=claim.span.end,
        quote=claim.quote,
        kind=claim.kind.value,
        element=claim.element,
        measure=amount.measure.value,
        low=amount.low,
        best=amount.best,
        high=amount.high,
        unit=amount.unit,
        qualifier=amount.qualifier.value,
        as_of_start=as_of.first.isoformat() if as_of.first else None,
        as_of_end=as_of.last.isoformat() if as_of.last else None,
        place=claim.place,
        iso=claim.iso,
        population=claim.population,
        speaker=claim.speaker.name,
        speaker_kind=claim.speaker.kind.value,
        via=claim.via,
        chain=claim.chain,
        hedge=claim.hedge.value,
        flags=claim.flags,
        label=reading.outcome.value,
        changed=reading.changed,
        was=dict(_was(reading, machine)),
        stands=line.number == newest,
        rule=claim.rule,
        found_by=claim.found_by,
        confidence=claim.confidence,
        number=line.number,
        verdict=line.verdict.value,
        reason=line.reason,
        reviewer=line.reviewer,
        at=line.at,
    )


def _was(reading: Reading, machine: Claim | None) -> Iterator[tuple[str, object]]:
    before = slots_of(machine or reading.claim)
    for name in reading.changed:
        yield name, before[name]
