"""Chain review decisions so that no line can be changed, dropped or slipped in unseen."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tumen.errors import DecisionError
from tumen.records.decision import Decision, Verdict
from tumen.records.ids import ClaimId

NO_LINE = "0" * 64
"""Stands for the hash of the line before the first one."""

WITH_CORRECTION = frozenset({Verdict.CORRECT, Verdict.ADD})


def next_decision(
    last: Decision | None,
    *,
    subject: ClaimId,
    verdict: Verdict,
    reason: str,
    correction: Mapping[str, object] | None,
    reviewer: str,
    at: datetime,
) -> Decision:
    """Return the line that follows `last`, hashed together with it.

    Whether the correction fits the claim is checked where it is applied
    (`tumen.review.apply.apply_decisions`): apply first, then keep the line.

    Args:
        last: the newest line of the case, None when there is none.
        correction: slots by their JSON names for `correct` and `add`, else None.
        at: with a time zone; kept in UTC.

    Raises:
        DecisionError: reason or reviewer is blank, the time has no zone, the
            correction is missing, out of place, or no plain JSON.
    """
    _check_words(reason, reviewer)
    if at.tzinfo is None:
        raise DecisionError(
            f"the time {at.isoformat()} has no time zone", "Give the time in UTC."
        )
    if (verdict in WITH_CORRECTION) != bool(correction):
        raise DecisionError(
            f"the verdict {verdict} "
            + ("needs slots and values" if not correction else "takes no correction"),
            "Use correct to change slots, add for a new claim, accept or reject else.",
        )
    line = Decision(
        number=last.number + 1 if last else 1,
        subject=subject,
        verdict=verdict,
        reason=reason.strip(),
        correction=dict(correction) if correction else None,
        reviewer=reviewer.strip(),
        at=at.astimezone(UTC),
        before=last.hash if last else NO_LINE,
        hash="",
    )
    return replace(line, hash=hash_of(line))


def hash_of(line: Decision) -> str:
    """Return the SHA-256 of the canonical JSON of all fields but `hash`.

    Canonical: keys sorted, no spaces, UTF-8, the time in UTC to the microsecond.

    Raises:
        DecisionError: the correction holds something that JSON cannot carry.
    """
    content = {
        "number": line.number,
        "subject": line.subject,
        "verdict": line.verdict.value,
        "reason": line.reason,
        "correction": line.correction,
        "reviewer": line.reviewer,
        "at": line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "before": line.before,
    }
    try:
        text = json.dumps(
            content,
            sort_keys=True,
            ensure_ascii=False,
            separators=(",", ":"),
            allow_nan=False,
        )
    except (TypeError, ValueError) as error:
        raise DecisionError(
            f"the correction cannot be written as JSON: {error}",
            "Use text, finite numbers, lists and null.",
        ) from error
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def head_hash(decisions: Sequence[Decision]) -> str:
    """Return the hash of the newest line, 64 zeros when there is none."""
    return decisions[-1].hash if decisions else NO_LINE


def first_broken(decisions: Sequence[Decision]) -> int | None:
    """Return the place (from 1) of the first line that does not hold, else None.

    A line holds when its number is its place, `before` is the hash of the line
    before, and `hash` is the hash of its content. A chain cut at the end cannot
    be seen from the chain alone: compare `head_hash` with one printed earlier.
    """
    before = NO_LINE
    for place, line in enumerate(decisions, start=1):
        if line.number != place or line.before != before or line.hash != hash_of(line):
            return place
        before = line.hash
    return None


def _check_words(reason: str, reviewer: str) -> None:
    if not reason.strip():
        raise DecisionError(
            "the decision gives no reason", "Say in a few words why you decide so."
        )
    if not reviewer.strip():
        raise DecisionError(
            "the decision names no reviewer", "Set reviewer in tumen.toml."
        )
