"""Tell which decisions stand: a line is never deleted, it is taken back by another."""

from collections.abc import Sequence

from tumen.errors import DecisionError
from tumen.records.decision import Decision, Verdict
from tumen.records.ids import ClaimId


def taken_back(decisions: Sequence[Decision]) -> frozenset[int]:
    """Return the numbers of the lines that an `undo` took back.

    An `undo` takes back the newest line of its reviewer on its claim that still
    stands; what others decided on the claim stays. A second one takes back the line
    before. One that finds no such line takes back nothing.
    """
    standing: dict[tuple[ClaimId, str], list[int]] = {}
    gone: set[int] = set()
    for line in decisions:
        own = standing.setdefault((line.subject, line.reviewer), [])
        if line.verdict is not Verdict.UNDO:
            own.append(line.number)
        elif own:
            gone.add(own.pop())
    return frozenset(gone)


def standing_lines(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the lines that stand, in order, without any `undo`."""
    gone = taken_back(decisions)
    return tuple(
        line
        for line in decisions
        if line.verdict is not Verdict.UNDO and line.number not in gone
    )


def newest_of(decisions: Sequence[Decision], reviewer: str) -> Decision | None:
    """Return the newest line of a reviewer that stands, None without one."""
    own = [line for line in standing_lines(decisions) if line.reviewer == reviewer]
    return own[-1] if own else None


def check_undo(
    decisions: Sequence[Decision], subject: ClaimId, reviewer: str
) -> Decision:
    """Return the line that an `undo` would take back.

    Raises:
        DecisionError: the reviewer has none on this claim.
    """
    found = newest_of([d for d in decisions if d.subject == subject], reviewer)
    if found is None:
        raise DecisionError(
            f"{reviewer} has no decision on claim {subject} to take back",
            "What others decided stays; decide on the claim yourself.",
        )
    return found
