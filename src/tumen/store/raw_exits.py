"""The audit trail of unredacted output: who lets data out says why, for good."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tumen.errors import UsageError
from tumen.store.codec import encode_record

NO_LINE = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class RawExit:
    """One line of the trail; lines are added, never changed.

    Args:
        number: 1 for the first line of a case, then without gaps.
        at: when, UTC.
        before: hash of the line before; 64 zeros for the first.
        hash: SHA-256 over all fields above.
    """

    number: int
    reason: str
    at: datetime
    before: str
    hash: str


def next_raw_exit(last: RawExit | None, *, reason: str, at: datetime) -> RawExit:
    """Return the line that follows `last`.

    Raises:
        UsageError: the reason is blank.
    """
    if not reason.strip():
        raise UsageError("--raw has no reason", 'Say why: --raw "for whom and why".')
    line = RawExit(
        number=last.number + 1 if last else 1,
        reason=reason.strip(),
        at=at,
        before=last.hash if last else NO_LINE,
        hash="",
    )
    return replace(line, hash=_hash_of(line))


def first_broken_exit(lines: Sequence[RawExit]) -> int | None:
    """Return the place (from 1) of the first line that does not hold, else None."""
    before = NO_LINE
    for place, line in enumerate(lines, start=1):
        if (line.number, line.before, line.hash) != (place, before, _hash_of(line)):
            return place
        before = line.hash
    return None


def _hash_of(line: RawExit) -> str:
    content = encode_record(replace(line, hash=""))
    return hashlib.sha256(content.encode()).hexdigest()
