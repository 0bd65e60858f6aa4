"""How sure a claim and each of its slots are, learned from labelled texts.

Without learned weights the chances stay as the rules guess them.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tumen.codebook.language import Language
from tumen.codebook.weights import Weights
from tumen.extract.ranking import Evidence, present, score_of
from tumen.records.claim import Claim, Slot
from tumen.records.period import Period

SLOTS, CLAIMS = "slots", "claims"
"""Names of the models: of one slot, and of the claim as a whole."""

BLANKABLE = ("place", "as_of", "population")
"""Slots that stay blank when what was read is more likely wrong than worth keeping."""

FEWEST, MOST = 0.01, 0.99
"""Chances are never surer than this."""
FAR, MANY = 3, 2
"""Longer ways and more rivals are not told apart."""


def with_confidence(claim: Claim, language: Language) -> Claim:
    """Return a claim with calibrated chances, and without the slots that are too unsure.

    A slot left blank keeps what was read as an alternative.
    """
    of_slots, of_claims = language.learned.get(SLOTS), language.learned.get(CLAIMS)
    if of_slots is None or of_claims is None:
        return claim
    slots = {
        name: replace(slot, confidence=slot_chance(name, slot, claim, of_slots))
        for name, slot in claim.slots.items()
    }
    chance = claim_chance(replace(claim, slots=slots), of_claims)
    sure = replace(claim, slots=slots, confidence=round(chance, 3))
    for name in BLANKABLE:
        if name in slots and slots[name].confidence < of_slots.threshold:
            sure = _without(sure, name)
    return sure


def slot_chance(name: str, slot: Slot, claim: Claim, weights: Weights) -> float:
    """Return the chance that a slot is right: 1 / (1 + exp(-score))."""
    return round(_chance(score_of(slot_evidence(name, slot, claim), weights)), 3)


def claim_chance(claim: Claim, weights: Weights) -> float:
    """Return the chance that a claim is right in every slot that an estimate uses."""
    return _chance(score_of(claim_evidence(claim), weights))


def slot_evidence(name: str, slot: Slot, claim: Claim) -> Evidence:
    """Return what speaks for a slot: how it was found, how far off, with what rivals."""
    found = present(f"{name}/{feature}" for feature in _of_slot(slot, claim))
    found[f"{name}/chance"] = _logit(slot.confidence)
    return found


def _of_slot(slot: Slot, claim: Claim) -> Iterator[str]:
    yield claim.kind.value
    yield f"rule:{slot.rule.partition('#')[0]}"
    yield f"way:{min(FAR, slot.distance)}"
    yield f"rivals:{min(MANY, len(slot.alternatives))}"
    yield f"shown:{slot.span is not None}"


def claim_evidence(claim: Claim) -> Evidence:
    """Return what speaks for a claim: the chances of its slots, and what it is about."""
    found = present(_of_claim(claim))
    for name, slot in claim.slots.items():
        found[f"{claim.kind}/{name}"] = _logit(slot.confidence)
    chances = [slot.confidence for slot in claim.slots.values()]
    if chances:
        found[f"{claim.kind}/weakest"] = _logit(min(chances))
    return found


def _of_claim(claim: Claim) -> Iterator[str]:
    yield claim.kind.value
    yield claim.element
    yield f"hedge:{claim.hedge}"
    yield f"qualifier:{claim.amount.qualifier}"
    yield f"measure:{claim.amount.measure}"
    yield f"speaker:{claim.speaker.kind}"
    yield f"dated:{claim.as_of != Period()}"
    yield f"placed:{claim.iso is not None}"
    yield from (f"flag:{flag}" for flag in claim.flags)


def _without(claim: Claim, name: str) -> Claim:
    slot = claim.slots[name]
    blank = replace(
        slot,
        span=None,
        inherited_from=None,
        distance=0,
        alternatives=(*_as_read(claim, name), *slot.alternatives),
    )
    slots: Mapping[str, Slot] = {**claim.slots, name: blank}
    if name == "place":
        return replace(claim, slots=slots, place=None, iso=None)
    if name == "as_of":
        return replace(claim, slots=slots, as_of=Period())
    return replace(claim, slots=slots, population=None)


def _as_read(claim: Claim, name: str) -> tuple[str, ...]:
    if name == "as_of":
        ends = (claim.as_of.first, claim.as_of.last)
        return ("/".join(day.isoformat() if day else "" for day in ends),)
    said = claim.place if name == "place" else claim.population
    return (said,) if said else ()


def _logit(chance: float) -> float:
    kept = min(MOST, max(FEWEST, chance))
    return math.log(kept / (1 - kept))


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-score))
