"""Say how sure a claim is: a guess must not look like a finding."""

from enum import StrEnum

from tumen.records.release import ReleasedClaim
from tumen.records.reviewed import IMPORTED, TOO_UNSURE

UNSURE = 0.5
"""Below this chance a claim is likelier than not wrong in a slot that counts."""
HIGHEST = 99
"""Percent; no machine is surer than that."""


class Doubt(StrEnum):
    """How a claim is marked that nobody has reviewed."""

    NONE = ""
    UNSURE = "unsure"
    WAITS = "waits"


def doubt_of(claim: ReleasedClaim) -> Doubt:
    """Return how a claim is marked; what a person decided on carries no mark.

    A claim that waits counts for nothing until a person decides on it.
    """
    if not claim.auto:
        return Doubt.NONE
    is_imported = claim.found_by.partition(" ")[0] == IMPORTED
    chance = 1.0 if claim.confidence is None else claim.confidence
    if is_imported or chance < TOO_UNSURE:
        return Doubt.WAITS
    return Doubt.UNSURE if chance < UNSURE else Doubt.NONE


def chance_words(claim: ReleasedClaim) -> str:
    """Return the chance that a machine read a claim right, e.g. `37 % sure`.

    Empty after a decision on it, for what others propose, and where the chance is
    withheld.
    """
    is_imported = claim.found_by.partition(" ")[0] == IMPORTED
    if not claim.auto or is_imported or claim.confidence is None:
        return ""
    return f"{min(round(claim.confidence * 100), HIGHEST)} % sure"


def doubt_words(claim: ReleasedClaim) -> str:
    """Return the mark of a claim with its chance, e.g. `unsure, 37 %`; else nothing."""
    doubt = doubt_of(claim)
    chance = chance_words(claim).removesuffix(" sure")
    return ", ".join(filter(None, (doubt.value, chance))) if doubt else ""
