"""Give rows about people at risk names that cannot be recomputed from a page.

A label depends only on what the release shows anyway: rows are put in order of their
visible content and numbered. Neither the order of the case nor a hash of the page
shines through.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tumen.protect.claim_rows import public_row, risk_row
from tumen.protect.clear import clear
from tumen.protect.risk import Guard
from tumen.records.claim import Claim
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.release import Cleared, ReleasedClaim
from tumen.records.reviewed import ReviewedClaim


@dataclass(frozen=True, slots=True)
class PublicClaims:
    """Claims as they may leave, and the names they and their pages got.

    Args:
        ids: public id of every claim that is released.
        docs: public name of every page.
        endangered: pages about a person at risk, or named after somebody.
    """

    rows: tuple[ReleasedClaim, ...]
    ids: Mapping[ClaimId, Cleared]
    docs: Mapping[CaptureId, Cleared]
    endangered: frozenset[CaptureId]


def label_claims(
    reviewed: tuple[ReviewedClaim, ...],
    docs: Mapping[CaptureId, str],
    endangered: frozenset[CaptureId],
    guard: Guard,
) -> PublicClaims:
    """Return the public rows: open pages first, then labelled pages, then at risk."""
    kept = tuple(entry for entry in reviewed if entry.counts)
    at_risk = [entry for entry in kept if guard.is_at_risk(entry.claim)]
    plain = [entry for entry in kept if not guard.is_at_risk(entry.claim)]
    ids: dict[ClaimId, Cleared] = {}
    names = {page: clear(name) for page, name in docs.items() if page not in endangered}
    rows = []
    for entry in plain:
        if entry.claim.capture in names:
            ids[entry.claim.id] = clear(entry.claim.id)
            rows.append(public_row(entry, guard))
    for number, page in enumerate(_in_open_order(plain, endangered, guard), start=1):
        names[page] = clear(f"page {number:04d}")
        rows += _labelled_page(page, names[page], plain, ids, guard)
    rows += _numbered([(e.claim, risk_row(e, guard)) for e in at_risk], "at-risk", ids)
    return PublicClaims(tuple(rows), ids, names, endangered)


def _in_open_order(
    plain: list[ReviewedClaim], pages: frozenset[CaptureId], guard: Guard
) -> list[CaptureId]:
    """Return pages in order of what the release shows of them."""

    def shown(page: CaptureId) -> tuple[str, ...]:
        here = (entry for entry in plain if entry.claim.capture == page)
        return tuple(sorted(_key(_unplaced(public_row(e, guard))) for e in here))

    return sorted(sorted(pages), key=shown)


def _labelled_page(
    page: CaptureId,
    name: Cleared,
    plain: list[ReviewedClaim],
    ids: dict[ClaimId, Cleared],
    guard: Guard,
) -> list[ReleasedClaim]:
    here = [entry for entry in plain if entry.claim.capture == page]
    rows = [(e.claim, replace(_unplaced(public_row(e, guard)), doc=name)) for e in here]
    return _numbered(rows, name.replace(" ", "-"), ids)


def _unplaced(row: ReleasedClaim) -> ReleasedClaim:
    return replace(row, id=clear(""), doc=None, start=None, end=None)


def _numbered(
    rows: list[tuple[Claim, ReleasedClaim]], prefix: str, ids: dict[ClaimId, Cleared]
) -> list[ReleasedClaim]:
    released = []
    ordered = sorted(rows, key=lambda pair: (_key(pair[1]), pair[0].id))
    for number, (claim, row) in enumerate(ordered, start=1):
        ids[claim.id] = clear(f"{prefix}-{number:04d}")
        released.append(replace(row, id=ids[claim.id]))
    return released


def _key(row: ReleasedClaim) -> str:
    return repr(row)
