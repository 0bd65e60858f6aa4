"""What each reader made of a claim, decision by decision."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tumen.records.claim import Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.document import Document
from tumen.records.ids import CaptureId
from tumen.records.reviewed import ReviewedClaim
from tumen.review.apply import apply_decisions
from tumen.review.slots import slots_of
from tumen.review.standing import standing_lines


class Outcome(StrEnum):
    """What a reader holds a claim for."""

    RIGHT = "right"
    CORRECTED = "corrected"
    WRONG = "wrong"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim as one decision left it.

    Args:
        line: the decision; it stands.
        outcome: `missed` for a claim the reader added; else by content: an accept of
            slots that somebody changed is `corrected`, and slots put back as the
            machine had them are `right`.
        claim: with the slots after the decision.
        changed: names of the slots that differ from what the machine found.
    """

    line: Decision
    outcome: Outcome
    claim: Claim
    changed: tuple[str, ...]


def readings_of(
    found: Claim | None,
    lines: Sequence[Decision],
    documents: Mapping[CaptureId, Document],
) -> tuple[Reading, ...]:
    """Return what every decision on one claim that stands made of it, in order.

    Args:
        found: the claim as the machine found it, None when a person added it.
        lines: all decisions on this claim, in order.
    """
    return tuple(_readings(found, standing_lines(lines), documents))


def first_readings(readings: Sequence[Reading]) -> dict[str, Reading]:
    """Return the first reading of each reader: made before they talked about it."""
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(reading.line.reviewer, reading)
    return first


def is_disputed(readings: Sequence[Reading]) -> bool:
    """Tell whether two readers differ and nobody has decided since.

    They differ when one holds the claim for wrong and the other does not, or when
    their slots differ. The line after that settles it, whoever wrote it.
    """
    newest: dict[str, Reading] = {}
    disputed = False
    for reading in readings:
        settles = disputed
        newest[reading.line.reviewer] = reading
        disputed = not settles and not _agree(list(newest.values()))
        if settles:
            newest = {reading.line.reviewer: reading}
    return disputed


def differing(first: Reading, second: Reading) -> tuple[str, ...]:
    """Return the slots in which two readings differ."""
    a, b = slots_of(first.claim), slots_of(second.claim)
    return tuple(name for name in a if a[name] != b[name])


def _agree(readings: Sequence[Reading]) -> bool:
    one = readings[0]
    return all(
        (one.outcome is Outcome.WRONG) == (other.outcome is Outcome.WRONG)
        and (one.outcome is Outcome.WRONG or not differing(one, other))
        for other in readings[1:]
    )


def _readings(
    found: Claim | None,
    lines: Sequence[Decision],
    documents: Mapping[CaptureId, Document],
) -> Iterator[Reading]:
    base = () if found is None else (found,)
    for place, line in enumerate(lines, 1):
        # A claim has a handful of decisions: replaying them is cheap.
        after = _state(base, lines[:place], documents)
        if after is None:
            continue
        machine = found or after.claim
        before, now = slots_of(machine), slots_of(after.claim)
        changed = tuple(name for name in now if now[name] != before[name])
        yield Reading(line, _outcome(line, found, changed), after.claim, changed)


def _state(
    base: Sequence[Claim],
    lines: Sequence[Decision],
    documents: Mapping[CaptureId, Document],
) -> ReviewedClaim | None:
    return next(iter(apply_decisions(base, lines, documents)), None)


def _outcome(line: Decision, found: Claim | None, changed: tuple[str, ...]) -> Outcome:
    if line.verdict is Verdict.REJECT:
        return Outcome.WRONG
    if line.verdict is Verdict.ADD and found is None:
        return Outcome.MISSED
    return Outcome.CORRECTED if changed else Outcome.RIGHT
