"""Read slots by the names they have in machine answers, and put them into a claim."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tumen.errors import DecisionError, FigureError
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Hedge, Kind, Slot, SpeakerKind, Voice
from tumen.records.period import Period

E = TypeVar("E", bound=StrEnum)

AMOUNT_SLOTS = ("low", "best", "high", "qualifier", "measure", "unit")
PERIOD_SLOTS = ("as_of_start", "as_of_end")
VOICE_SLOTS = ("speaker", "speaker_kind")
PLAIN_SLOTS = (
    "kind",
    "element",
    "place",
    "iso",
    "population",
    "via",
    "chain",
    "hedge",
    "flags",
)
SLOT_NAMES = (*AMOUNT_SLOTS, *PERIOD_SLOTS, *VOICE_SLOTS, *PLAIN_SLOTS)

NUMBER, AS_OF = "number", "as_of"
"""Slots of the desk that stand for low, best and high, and for both ends of a period."""

SHOWN_AS = {
    **dict.fromkeys(("low", "best", "high"), NUMBER),
    **dict.fromkeys(PERIOD_SLOTS, AS_OF),
}

# Slots of the record under which a group of JSON slots is explained.
EXPLAINED_AS = {
    "low": "amount",
    "best": "amount",
    "high": "amount",
    "qualifier": "amount",
    "as_of_start": "as_of",
    "as_of_end": "as_of",
}


def shown_slots(names: Iterable[str]) -> tuple[str, ...]:
    """Return the slots under which the desk shows some, each once."""
    return tuple(dict.fromkeys(SHOWN_AS.get(name, name) for name in names))


def slots_of(claim: Claim) -> dict[str, object]:
    """Return all correctable slots of a claim as plain JSON values.

    The slots of an earlier state, given as a correction, restore that state.
    """
    amount, as_of = claim.amount, claim.as_of
    return {
        "low": amount.low,
        "best": amount.best,
        "high": amount.high,
        "qualifier": amount.qualifier.value,
        "measure": amount.measure.value,
        "unit": amount.unit,
        "as_of_start": as_of.first.isoformat() if as_of.first else None,
        "as_of_end": as_of.last.isoformat() if as_of.last else None,
        "speaker": claim.speaker.name,
        "speaker_kind": claim.speaker.kind.value,
        "kind": claim.kind.value,
        "element": claim.element,
        "place": claim.place,
        "iso": claim.iso,
        "population": claim.population,
        "via": claim.via,
        "chain": list(claim.chain),
        "hedge": claim.hedge.value,
        "flags": list(claim.flags),
    }


def with_slots(claim: Claim, changes: Mapping[str, object], rule: str) -> Claim:
    """Return the claim with some slots changed; its id, span and quote stay.

    Args:
        changes: new values by JSON slot name; what is not named stays.
        rule: who changed them, kept in `Claim.slots`.

    Raises:
        DecisionError: an unknown slot, a value of the wrong form, or values that
            contradict each other. The message names the slot and what to do.
    """
    check_names(changes, SLOT_NAMES)
    slots = {**slots_of(claim), **changes}
    try:
        amount = Amount(
            measure=_choice(slots, "measure", Measure),
            low=_number(slots, "low"),
            best=_number(slots, "best"),
            high=_number(slots, "high"),
            unit=_words(slots, "unit"),
            qualifier=_choice(slots, "qualifier", Qualifier),
        )
        as_of = Period(_day(slots, "as_of_start"), _day(slots, "as_of_end"))
    except FigureError as error:
        raise DecisionError(error.problem, error.remedy) from error
    changed = Slot(rule=rule, confidence=1.0)
    return replace(
        claim,
        kind=_choice(slots, "kind", Kind),
        element=_name(slots, "element"),
        amount=amount,
        as_of=as_of,
        place=_words(slots, "place"),
        iso=_country(slots),
        population=_words(slots, "population"),
        speaker=_voice(slots, claim.speaker),
        via=_words(slots, "via"),
        chain=_list(slots, "chain"),
        hedge=_choice(slots, "hedge", Hedge),
        flags=_list(slots, "flags"),
        slots={
            **claim.slots,
            **{EXPLAINED_AS.get(name, name): changed for name in changes},
        },
    )


def check_names(slots: Mapping[str, object], known: tuple[str, ...]) -> None:
    """Raise DecisionError, naming the nearest known slot, for an unknown one."""
    for name in slots:
        if name in known:
            continue
        near = difflib.get_close_matches(name, known, n=1)
        raise DecisionError(
            f"no slot {name!r} can be set",
            f"Did you mean {near[0]!r}?"
            if near
            else f"Use one of: {', '.join(known)}.",
        )


def _voice(slots: Mapping[str, object], before: Voice) -> Voice:
    name = _name(slots, "speaker")
    kind = _choice(slots, "speaker_kind", SpeakerKind)
    if (name, kind) == (before.name, before.kind):
        return before
    return Voice(name, kind)


def _choice(slots: Mapping[str, object], name: str, kind: type[E]) -> E:
    value = slots[name]
    for choice in kind:
        if value == choice.value:
            return choice
    raise _wrong(name, value, f"one of: {', '.join(kind)}")


def _number(slots: Mapping[str, object], name: str) -> float | None:
    value = slots[name]
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(name, value, "a plain number as 3420, or leave it empty")
    if not abs(value) < float("inf"):
        raise _wrong(name, value, "a finite number, or leave it empty")
    return value


def _day(slots: Mapping[str, object], name: str) -> date | None:
    value = slots[name]
    if value is None:
        return None
    try:
        return date.fromisoformat(_name(slots, name))
    except ValueError as error:
        raise _wrong(name, value, "a day as 2024-03-12, or leave it empty") from error


def _words(slots: Mapping[str, object], name: str) -> str | None:
    return None if slots[name] is None else _name(slots, name)


def _name(slots: Mapping[str, object], name: str) -> str:
    value = slots[name]
    if not isinstance(value, str) or not value.strip():
        raise _wrong(name, value, "text that is not empty")
    return value


def _country(slots: Mapping[str, object]) -> str | None:
    value = _words(slots, "iso")
    if value is None or (len(value) == 2 and value.isascii() and value.isupper()):
        return value
    raise _wrong("iso", value, "a country code of two capitals, or leave it empty")


def _list(slots: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = slots[name]
    if isinstance(value, list | tuple) and all(
        isinstance(entry, str) and entry.strip() for entry in value
    ):
        return tuple(value)
    raise _wrong(name, value, "a list of texts")


def _wrong(name: str, value: object, wanted: str) -> DecisionError:
    return DecisionError(f"{name} cannot be {value!r}", f"Give {wanted}.")
