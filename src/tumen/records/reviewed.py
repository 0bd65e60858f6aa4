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
        """True unless a reviewer rejected it."""
        return self.status is not Status.REJECTED
