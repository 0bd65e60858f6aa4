"""How far long work has come."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One step of a stage.

    Args:
        done, total: files or pages of this stage; 0 <= done <= total.
        pages: documents in the case so far.
        claims, refusals, issues: found so far in this stage.
        of: what is done where that is neither files nor pages, e.g. `months`; such
            work finds nothing, so nothing else is told.
    """

    stage: str
    done: int
    total: int
    pages: int = 0
    claims: int = 0
    refusals: int = 0
    issues: int = 0
    of: str = ""


Report = Callable[[Progress], None]


def tell_nobody(progress: Progress) -> None:
    """Take a report and show it to nobody."""
