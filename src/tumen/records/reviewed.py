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
        """True unless a reviewer rejected it, or has yet to see what others propose."""
        return self.status is not Status.REJECTED and not self.waits

    @property
    def waits(self) -> bool:
        """True for a proposal of others without a decision: it is no evidence yet."""
        is_imported = self.claim.found_by.partition(" ")[0] == IMPORTED
        return is_imported and self.status is Status.PROPOSED
