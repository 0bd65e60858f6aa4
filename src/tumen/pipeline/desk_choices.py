"""The slots as the desk shows and takes them, and what each may be set to with one key."""

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from tumen.codebook.schema import Codebook
from tumen.errors import DecisionError
from tumen.pipeline.typed import typed
from tumen.records.amount import Measure, Qualifier
from tumen.records.claim import ARTICLE_VOICE, Claim, Hedge, Kind, Slot, SpeakerKind
from tumen.review.slots import AS_OF, NUMBER, slots_of

CLOSED: Mapping[str, type[StrEnum]] = {
    "kind": Kind,
    "measure": Measure,
    "qualifier": Qualifier,
    "speaker_kind": SpeakerKind,
    "hedge": Hedge,
}
LISTS = {"chain": " < ", "flags": ", "}
PROVEN_BY = {
    NUMBER: "amount",
    "qualifier": "amount",
    "unit": "amount",
    "iso": "place",
    "speaker_kind": "speaker",
    "chain": "speaker",
}
"""Slots that are explained together with another one."""

DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
RANGE = re.compile(r"\s*(?:–|-|\.\.)\s*")


def desk_slots(claim: Claim) -> dict[str, str]:
    """Return the slots of the desk with their values as they are typed; empty is ""."""
    slots = slots_of(claim)
    texts = {name: _text(value, name) for name, value in slots.items()}
    low, best, high = texts.pop("low"), texts.pop("best"), texts.pop("high")
    ends = (texts.pop("as_of_start"), texts.pop("as_of_end"))
    is_range = claim.amount.qualifier is Qualifier.BETWEEN
    number = f"{low}-{high}" if is_range else best or low or high
    return {**texts, NUMBER: number, AS_OF: _short(*ends)}


def explained(claim: Claim, slot: str) -> Slot | None:
    """Return how a slot of the desk was filled, None when nothing tells."""
    return claim.slots.get(PROVEN_BY.get(slot, slot))


def spread(changes: Mapping[str, str]) -> dict[str, object]:
    """Return typed changes of the desk as slots of the record; an empty text clears.

    A number is `4000`, or `300-450` for a range; without one there are no bounds and no
    wording of them. A period is a year, a month or a day
    (`2023`, `2023-05`, `2023-05-12`), or two of them with `/` between; either may be
    left out.

    Raises:
        DecisionError: no such number or period, or a day that the calendar does not have.
    """
    found: dict[str, object] = {}
    for name, text in changes.items():
        if name == AS_OF:
            found["as_of_start"], found["as_of_end"] = _period(text.strip())
        elif name == NUMBER:
            found |= _number(text.strip())
        else:
            found[name] = text.strip() or None
    if "low" in found:
        is_range = found["low"] is not None
        wording = Qualifier.BETWEEN if is_range else Qualifier.NONE
        found.setdefault("qualifier", wording.value)
    return found


def choices_of(
    slot: str,
    claim: Claim,
    beside: Iterable[Claim],
    codebook: Codebook,
    *,
    most: int,
) -> tuple[str, ...]:
    """Return values that may be right instead of the one a slot has, likely ones first.

    A closed list is given in full: other readings first, then the rest of it. For an
    open slot other readings come first, then what claims on the same page have, the
    nearest first, then what the codebook lists.

    Args:
        beside: the claims of the same page.
        most: how many are given of an open slot.
    """
    has = desk_slots(claim)[slot]
    how = explained(claim, slot) if slot not in PROVEN_BY else None
    readings = [_plain(value) for value in how.alternatives] if how else []
    if slot == AS_OF:
        readings = [_shortened(text) for text in readings]
    if slot in CLOSED:
        closed = [choice.value for choice in CLOSED[slot]]
        wanted = [value for value in readings if value in closed] + closed
        return tuple(_without(wanted, has))
    near = sorted(beside, key=lambda each: abs(each.span.start - claim.span.start))
    # What else the page speaks about says little about the element of this claim.
    said = [] if slot == "element" else [desk_slots(each)[slot] for each in near]
    listed = _listed(slot, claim, codebook)
    return tuple(_without((*readings, *said, *listed), has))[:most]


def _text(value: object, slot: str) -> str:
    if isinstance(value, list):
        return LISTS.get(slot, ", ").join(value)
    return _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _number(text: str) -> dict[str, object]:
    parts = RANGE.split(text)
    is_range = len(parts) == 2 and all(parts)
    for part in parts if is_range else (text,):
        if part and not isinstance(typed({"best": part})["best"], float):
            raise DecisionError(
                f"{part!r} is no number", "Write 4000, or 300-450 for a range."
            )
    if is_range:
        return {"low": parts[0], "best": None, "high": parts[1]}
    return {"best": text} if text else {"low": None, "best": None, "high": None}


def _short(first: str, last: str) -> str:
    """Return a period in as few letters as it can be typed: a year, a month, a day."""
    if not (first or last):
        return ""
    for text in (first[:4], first[:7], first):
        if text and _period(text) == (first, last):
            return text
    return f"{first}/{last}"


def _shortened(text: str) -> str:
    """Return a period in its short form; what is none stays as it is."""
    try:
        first, last = _period(text)
    except DecisionError:
        return text
    return _short(first or "", last or "")


def _period(text: str) -> tuple[str | None, str | None]:
    if not text:
        return None, None
    first, slash, last = text.partition("/")
    return _day(first, last=False), _day(last if slash else first, last=True)


def _day(text: str, *, last: bool) -> str | None:
    """Return the first or last day of a year, month or day."""
    if not text.strip():
        return None
    found = DAY.match(text.strip())
    if found is None:
        raise DecisionError(
            f"{text!r} is no period",
            "Write 2023, 2023-05 or 2023-05-12, or two of them with / between.",
        )
    year, month, day = found.groups()
    month = month or ("12" if last else "01")
    try:
        begin = date(int(year), int(month), int(day or 1))
    except ValueError as error:
        raise DecisionError(
            f"{text.strip()} is not in the calendar", "Look at month and day again."
        ) from error
    if last and day is None:
        begin = begin.replace(day=calendar.monthrange(begin.year, begin.month)[1])
    return begin.isoformat()


def _without(values: Iterable[str], has: str) -> list[str]:
    """Return the values that say something else, each once, in order."""
    return [value for value in dict.fromkeys(values) if value and value != has]


def _listed(slot: str, claim: Claim, codebook: Codebook) -> Sequence[str]:
    element = codebook.elements.get(claim.element)
    if slot == "element":
        family = claim.element.partition(".")[0]
        return [code for code in codebook.elements if code.startswith(f"{family}.")]
    if slot == "unit":
        return element.units if element else ()
    if slot == "population":
        return [population.name for population in codebook.populations]
    return (ARTICLE_VOICE,) if slot == "speaker" else ()
