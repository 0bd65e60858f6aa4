"""What a reviewer decided, chained so that no line can be changed unseen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tumen.records.ids import ClaimId


class Verdict(StrEnum):
    """What a reviewer does with a claim.

    `undo` takes back the newest line of the same reviewer on the same claim.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the review record; lines are added, never changed.

    Args:
        number: 1 for the first line of a case, then without gaps.
        subject: the claim decided on; for `add` the id of the added claim.
        correction: JSON slot names and their new values for `correct`; for `add` the
            whole claim (`capture`, `start`, `end`, `quote` and slots); else None.
        at: when, UTC.
        before: hash of the line before; 64 zeros for the first.
        hash: SHA-256 over all fields above and `before`.
    """

    number: int
    subject: ClaimId
    verdict: Verdict
    reason: str
    correction: Mapping[str, object] | None
    reviewer: str
    at: datetime
    before: str
    hash: str
