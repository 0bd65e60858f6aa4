"""A claim as the reviewers left it."""

from dataclasses import dataclass
from enum import StrEnum

from tumen.records.claim import Claim


class Status(StrEnum):
    """Where a claim stands in review."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    ADDED = "added"


TOO_UNSURE = 0.15
"""Below this chance a claim waits for a reviewer: five of six such claims are wrong."""

IMPORTED = "import"
"""First word of `Claim.found_by` of what others propose."""


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """A claim with the decisions on it applied.

    Args:
        claim: corrections applied; its id stays the one that was decided on.
        status: by the last decision on it; `proposed` without any.
        decisions: numbers of the decisions on it, in order.
    """

    claim: Claim
    status: Status = Status.PROPOSED
    decisions: tuple[int, ...] = ()

    @property
    def counts(self) -> bool:
        """True unless a reviewer rejected it, or has yet to see what waits."""
        return self.status is not Status.REJECTED and not self.waits

    @property
    def waits(self) -> bool:
        """True for what is no evidence before a decision: too unsure, or of others."""
        is_imported = self.claim.found_by.partition(" ")[0] == IMPORTED
        too_unsure = self.claim.confidence < TOO_UNSURE
        return (is_imported or too_unsure) and self.status is Status.PROPOSED
