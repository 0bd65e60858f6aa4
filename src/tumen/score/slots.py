"""Compare one slot of a claim with its label."""

import datetime
from collections.abc import Callable, Iterable

from tumen.records.claim import ARTICLE_VOICE, Kind, SpeakerKind
from tumen.records.release import ReleasedClaim
from tumen.records.truth import Reading, TruthClaim
from tumen.score.names import SameNames

VALUES = ("low", "best", "high")
ROUNDING = 0.005
"""Relative difference of two numbers that counts as rounding of a conversion."""
NONE = "none"
UNNAMED = "unnamed"
TRUNCATED, DATE_FROM_REPRINT = "truncated", "date_from_reprint"
"""Flags of labels whose value, or whose date, the page itself does not hold."""

JOINT = ("range", "measure", "speaker")
ESTIMATE_READY = (*JOINT, "element", "unit", "population", "iso", "as_of")
SLOTS = (
    "range", "measure", "unit", "qualifier", "element", "speaker", "speaker_kind",
    "via", "chain", "hedge", "population", "place", "iso", "as_of", "as_of_exact",
)  # fmt: skip
OF_FIGURES = ("range", "measure", "unit", "qualifier", "population")

Compare = Callable[[TruthClaim, ReleasedClaim, SameNames], bool]


def is_asked(label: TruthClaim, slot: str) -> bool:
    """Tell whether a label says anything about a slot."""
    if slot in OF_FIGURES and label.kind is not Kind.FIGURE:
        return False
    if slot == "range":
        return TRUNCATED not in label.flags
    if slot in ("as_of", "as_of_exact"):
        dated = label.as_of_start or label.as_of_end
        return bool(dated) and DATE_FROM_REPRINT not in label.flags
    return slot != "chain" or label.chain is not None


def is_right(
    label: TruthClaim, claim: ReleasedClaim, slot: str, names: SameNames
) -> bool:
    """Tell whether a slot of a claim is right."""
    special = SPECIAL.get(slot)
    if special:
        return special(label, claim, names)
    said = _read(claim, slot) or NONE
    if said == (_read(label, slot) or NONE):
        return True
    return said in {good or NONE for good in accepted(label, slot)}


def all_right(
    label: TruthClaim, claim: ReleasedClaim, slots: Iterable[str], names: SameNames
) -> bool:
    """Tell whether all slots that the label says anything about are right."""
    return all(
        is_right(label, claim, slot, names) for slot in slots if is_asked(label, slot)
    )


def accepted(label: TruthClaim, slot: str) -> tuple[Reading, ...]:
    """Return the readings of a slot that count as right; an empty one is None."""
    first = _read(label, slot)
    return tuple(said or None for said in (first, *label.also.get(slot, ())))


def has_value(row: TruthClaim | ReleasedClaim) -> bool:
    """Tell whether a row carries a number."""
    return any(number is not None for number in (row.low, row.best, row.high))


def shares_value(label: TruthClaim, claim: ReleasedClaim) -> bool:
    """Tell whether one bound agrees; a label without a number asks for none."""
    wanted = [
        number
        for slot in VALUES
        for number in _numbers(label, slot)
        if number is not None
    ]
    given = [n for n in (claim.low, claim.best, claim.high) if n is not None]
    return not wanted or any(is_close(a, b) for a in wanted for b in given)


def is_close(one: float | None, other: float | None) -> bool:
    """Tell whether two numbers are the same up to rounding; None equals None."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= ROUNDING * max(1.0, abs(one), abs(other))


def _read(row: TruthClaim | ReleasedClaim, slot: str) -> str | None:
    said = getattr(row, slot)
    return None if said is None else str(said)


def _numbers(label: TruthClaim, slot: str) -> tuple[float | None, ...]:
    first: float | None = getattr(label, slot)
    more = label.also.get(slot, ())
    return (first, *(n for n in more if n is None or isinstance(n, float | int)))


def _range_right(label: TruthClaim, claim: ReleasedClaim, names: SameNames) -> bool:
    given = (claim.low, claim.best, claim.high)
    return all(
        any(is_close(good, number) for good in _numbers(label, slot))
        for slot, number in zip(VALUES, given, strict=True)
    )


def _speaker_right(label: TruthClaim, claim: ReleasedClaim, names: SameNames) -> bool:
    """Compare speakers; the page's own voice, and one without a name, may be unnamed."""
    said: str | None = claim.speaker
    if claim.speaker_kind == SpeakerKind.AUTHOR:
        said = ARTICLE_VOICE
    elif said is None and claim.speaker_kind == SpeakerKind.ANONYMOUS:
        said = UNNAMED
    return any(names.is_voice(_text(g), said) for g in accepted(label, "speaker"))


def _via_right(label: TruthClaim, claim: ReleasedClaim, names: SameNames) -> bool:
    return any(names.is_voice(_text(g), claim.via) for g in accepted(label, "via"))


def _place_right(label: TruthClaim, claim: ReleasedClaim, names: SameNames) -> bool:
    return any(names.is_place(_text(g), claim.place) for g in accepted(label, "place"))


def _chain_right(label: TruthClaim, claim: ReleasedClaim, names: SameNames) -> bool:
    chain = label.chain or ()
    return len(chain) == len(claim.chain) and all(
        names.is_voice(a, b) for a, b in zip(chain, claim.chain, strict=True)
    )


def _population_right(
    label: TruthClaim, claim: ReleasedClaim, names: SameNames
) -> bool:
    """Compare who is counted, by role; a label without a listed group asks nothing."""
    wanted = {names.role(_text(good)) for good in accepted(label, "population")}
    return None in wanted or names.role(claim.population) in wanted


def _periods_meet(label: TruthClaim, claim: ReleasedClaim, names: SameNames) -> bool:
    """Tell whether the periods meet; a claim with a start alone is about that day."""
    if not (claim.as_of_start or claim.as_of_end):
        return False
    begin = claim.as_of_start or datetime.date.min
    end = claim.as_of_end or begin
    first = label.as_of_start or datetime.date.min
    last = label.as_of_end or datetime.date.max
    return begin <= last and end >= first


def _same_days(label: TruthClaim, claim: ReleasedClaim, names: SameNames) -> bool:
    wanted = (label.as_of_start, label.as_of_end)
    return wanted == (claim.as_of_start, claim.as_of_end)


def _text(said: Reading) -> str | None:
    return None if said is None else str(said)


SPECIAL: dict[str, Compare] = {
    "range": _range_right,
    "speaker": _speaker_right,
    "via": _via_right,
    "place": _place_right,
    "chain": _chain_right,
    "population": _population_right,
    "as_of": _periods_meet,
    "as_of_exact": _same_days,
}
