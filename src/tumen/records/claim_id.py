"""Give a claim the id that its content asks for."""

import hashlib
from dataclasses import replace

from tumen.records.claim import Claim
from tumen.records.ids import ClaimId


def with_id(claim: Claim) -> Claim:
    """Return the claim with the id of its content.

    The id covers bytes, span, kind and every slot value, but not how a slot was
    found: a better rule that reads the same keeps the id, and so its decisions.
    """
    amount, as_of, voice = claim.amount, claim.as_of, claim.speaker
    content = (
        claim.capture,
        claim.span.start,
        claim.span.end,
        claim.kind.value,
        claim.element,
        amount.measure.value,
        _plain(amount.low),
        _plain(amount.best),
        _plain(amount.high),
        amount.unit,
        amount.qualifier.value,
        str(as_of.first),
        str(as_of.last),
        claim.place,
        claim.iso,
        claim.population,
        voice.name,
        voice.kind.value,
        claim.via,
        claim.chain,
        claim.hedge.value,
        claim.flags,
    )
    digest = hashlib.sha256(repr(content).encode()).hexdigest()
    return replace(claim, id=ClaimId(digest[:16]))


def _plain(value: float | None) -> float | None:
    """Return a whole number as the float it is read back as."""
    return None if value is None else float(value)
