"""What the review desk shows of a claim: its line in the queue, its slots, its readers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tumen.pipeline.desk import Desk, View
from tumen.pipeline.desk_choices import (
    CLOSED,
    choices_of,
    desk_slots,
    explained,
)
from tumen.protect.claim_rows import full_row
from tumen.publish.wording import claim_words, date_words
from tumen.records.claim import Claim, Slot
from tumen.records.document import Document
from tumen.records.release import ReleasedClaim
from tumen.records.reviewed import ReviewedClaim
from tumen.review.queue import Hold, Ranked
from tumen.review.readings import Reading, first_readings
from tumen.review.slots import AS_OF, NUMBER, shown_slots

KEYS: Mapping[str, tuple[str, str]] = {
    "number": ("b", "number"),
    "qualifier": ("q", "wording"),
    "unit": ("i", "unit"),
    "measure": ("m", "measure"),
    "element": ("e", "about"),
    "kind": ("t", "kind"),
    "population": ("o", "who is counted"),
    "as_of": ("d", "when"),
    "place": ("p", "where"),
    "iso": ("y", "country"),
    "speaker": ("w", "who says it"),
    "speaker_kind": ("x", "the speaker is"),
    "via": ("v", "through"),
    "chain": ("z", "chain of voices"),
    "hedge": ("h", "how surely"),
    "flags": ("f", "flags"),
}
"""The key that picks each slot, and what it is called on the desk."""

NEVER_EMPTY = (*CLOSED, "element", "speaker")
DIGITS = "1234567890"
TYPED = (NUMBER, AS_OF)
"""Slots whose values begin with a digit: there a digit types, and picks nothing."""
BEFORE, AFTER = 3, 22
"""Lines of the queue shown before and after the current claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """A claim in the queue."""

    id: str
    row: ReleasedClaim
    why: str
    green: bool
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotLine:
    """A slot of the claim on the desk.

    Args:
        proof: name of the words that prove it, as marked in the text; else empty.
        words: those words; `inherited` when they stand in an earlier sentence.
        percent: chance that it is right, None when nothing tells.
        choices: key and value of what may be right instead; a value without a key is
            reached by the arrows.
        closed: nothing but a choice can be taken.
        other: value in the claim that it is compared with, None when equal or alone.
    """

    name: str
    key: str
    label: str
    value: str
    proof: str
    words: str
    inherited: bool
    rule: str
    percent: int | None
    choices: tuple[tuple[str, str], ...]
    closed: bool
    may_be_empty: bool
    other: str | None


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """What a reader made of a claim, and which slots he changed to what."""

    reviewer: str
    outcome: str
    changes: tuple[str, ...]
    reason: str


def queue_lines(
    desk: Desk, queue: Sequence[Ranked], view: View, current: str
) -> tuple[QueueLine, ...]:
    """Return the part of the queue around the current claim."""
    ids = [row.claim for row in queue]
    at = next((n for n, claim in enumerate(ids) if claim == current), 0)
    near = queue[max(0, at - BEFORE) : at + AFTER]
    shown = ((row, desk.shown(row.claim, view)) for row in near)
    return tuple(
        QueueLine(
            id=row.claim,
            row=full_row(entry),
            why=why_words(row),
            green=desk.is_green(row.claim),
            current=row.claim == current,
        )
        for row, entry in shown
        if entry is not None
    )


def why_words(row: Ranked) -> str:
    """Return in a few words why a claim stands where it stands."""
    weight = row.weight
    if weight is None:
        return f"in no answer; {(1 - row.doubt) * 100:.0f} % sure"
    answer = f"{weight.element} {date_words(weight.date)}"
    if weight.hold is Hold.SIDE:
        return f"a side of a conflict about {answer}"
    if weight.hold is Hold.PULL:
        return f"carries {_percent(weight.share)} of {answer}"
    if weight.origins == 1:
        return f"the only origin of {answer}"
    return f"one of {weight.origins} origins of {answer}"


def _percent(share: float) -> str:
    return "under 1 %" if share < 0.01 else f"{share * 100:.0f} %"


def slot_lines(
    desk: Desk,
    entry: ReviewedClaim,
    view: View,
    document: Document,
    other: Claim | None,
) -> tuple[SlotLine, ...]:
    """Return the slots of a claim, each with its proof and what else it may be."""
    claim, codebook = entry.claim, desk.case.codebook
    beside = tuple(desk.on_page(claim.doc, view))
    values = desk_slots(claim)
    against = desk_slots(other) if other else values
    return tuple(
        _slot_line(
            name,
            values[name],
            claim,
            document,
            choices_of(name, claim, beside, codebook, most=desk.rules.most_choices),
            against[name],
        )
        for name in KEYS
    )


def _slot_line(
    name: str,
    value: str,
    claim: Claim,
    document: Document,
    choices: Iterable[str],
    against: str,
) -> SlotLine:
    key, label = KEYS[name]
    how = explained(claim, name)
    span = (how.span or how.inherited_from) if how else None
    return SlotLine(
        name=name,
        key=key,
        label=label,
        value=value,
        proof=_proof_name(claim, how) if span else "",
        words=span.quote(document.text) if span else "",
        inherited=bool(how and how.inherited_from),
        rule=how.rule if how else "",
        percent=round(how.confidence * 100) if how else None,
        choices=tuple(
            ("" if name in TYPED else digit, value)
            for digit, value in zip(DIGITS, choices, strict=False)
        ),
        closed=name in CLOSED,
        may_be_empty=name not in NEVER_EMPTY,
        other=None if against == value else against,
    )


def _proof_name(claim: Claim, how: Slot | None) -> str:
    names = (name for name, slot in claim.slots.items() if slot is how)
    return next(names, "")


def reading_lines(readings: Sequence[Reading]) -> tuple[ReadingLine, ...]:
    """Return what each reader made of a claim first."""
    return tuple(
        ReadingLine(
            reviewer=reviewer,
            outcome=reading.outcome.value,
            changes=_changes(reading),
            reason=reading.line.reason,
        )
        for reviewer, reading in first_readings(readings).items()
    )


def _changes(reading: Reading) -> tuple[str, ...]:
    values = desk_slots(reading.claim)
    return tuple(
        f"{KEYS[name][1]}: {values[name] or '–'}"
        for name in shown_slots(reading.changed)
    )


def told(entry: ReviewedClaim | None) -> str:
    """Return a claim in a few words."""
    if entry is None:
        return ""
    row = full_row(entry)
    return f"{claim_words(row)} {row.element}".strip()
