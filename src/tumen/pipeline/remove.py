"""Take a page out of a case: its bytes are destroyed, decisions on it are kept."""

import difflib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from tumen.errors import UsageError
from tumen.pipeline.folds import refold

if TYPE_CHECKING:
    from tumen.pipeline.case import Case
    from tumen.store.writer import StoreWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSummary:
    """What went; a page with another name keeps bytes and claims under that name."""

    names: int
    pages: int
    claims: int


def remove_document(case: "Case", name: str, *, now: datetime) -> RemoveSummary:
    """Take a name out of the case, and its bytes when it was their last one.

    The answers are made again at once, so that nothing of the page is left in them.

    Raises:
        UsageError: nothing in the case has this name.
        CaseLocked: another command is writing.
    """
    with case.store.sole_writer():
        with case.store.writing() as writer:
            before = writer.count_of("documents"), writer.count_of("claims")
            _take_out(writer, name, now)
            refold(case, writer, now)
            after = writer.count_of("documents"), writer.count_of("claims")
        case.store.squeeze()
    return RemoveSummary(
        names=1, pages=before[0] - after[0], claims=before[1] - after[1]
    )


def _take_out(writer: "StoreWriter", name: str, now: datetime) -> None:
    noted = bool(writer.drop_issues(f"add {name}"))
    owner = writer.capture_named(name)
    capture = writer.capture(owner) if owner else None
    if capture is None:
        if noted:
            return
        raise _unknown(writer, name)
    left = [each for each in (capture.name, *capture.other_names) if each != name]
    if left:
        writer.put_names(replace(capture, name=left[0], other_names=tuple(left[1:])))
    else:
        writer.remove_capture(capture, now)


def _unknown(writer: "StoreWriter", name: str) -> UsageError:
    near = difflib.get_close_matches(name, writer.names(), n=1)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    return UsageError(
        f"there is no page {name!r} in the case",
        f"{hint}`tumen documents CASE` lists the pages.",
    )
