"""Read the records of a case as they were at one moment."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Connection, Select, Table, select

from tumen.errors import CaseDamaged
from tumen.records.capture import Capture
from tumen.records.claim import Claim
from tumen.records.decision import Decision
from tumen.records.document import Document
from tumen.records.estimate import BoxState, Estimate
from tumen.records.group import Group
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.issue import Issue
from tumen.records.reviewed import ReviewedClaim
from tumen.records.trace import Trace
from tumen.store import schema
from tumen.store.blobs import read_blob
from tumen.store.codec import decode_record
from tumen.store.ledger import read_fact, read_sum
from tumen.store.raw_exits import RawExit
from tumen.store.rows import PageKeys

R = TypeVar("R")


class StoreReader:
    """One snapshot: everything read through it belongs together."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def captures(self) -> tuple[Capture, ...]:
        """Return the captures that are in the case, by name."""
        table = schema.captures
        query = select(table.c.record).where(table.c.removed_at.is_(None))
        found = self._records(query, Capture)
        return tuple(sorted(found, key=lambda capture: capture.name))

    def capture(self, capture: CaptureId) -> Capture | None:
        """Return a capture, removed or not."""
        table = schema.captures
        return self._one(select(table.c.record).where(table.c.id == capture), Capture)

    def is_removed(self, capture: CaptureId) -> bool:
        """Tell whether only the tombstone of a capture is left."""
        table = schema.captures
        query = select(table.c.removed_at).where(table.c.id == capture)
        return self.connection.scalar(query) is not None

    def capture_named(self, name: str) -> CaptureId | None:
        """Return whose bytes have this name."""
        table = schema.names
        found = self.connection.scalar(
            select(table.c.capture).where(table.c.name == name)
        )
        return None if found is None else CaptureId(found)

    def names(self) -> tuple[str, ...]:
        """Return every name of every capture, sorted."""
        return tuple(sorted(self.connection.scalars(select(schema.names.c.name))))

    def blob(self, capture: CaptureId) -> bytes:
        """Return the bytes of a capture; raise CaseDamaged when they changed."""
        return read_blob(self.connection, capture)

    def page_keys(self) -> dict[CaptureId, PageKeys]:
        """Return what every stored page was made with."""
        table = schema.pages
        rows = self.connection.execute(
            select(table.c.id, table.c.read_key, table.c.extract_key)
        )
        return {
            CaptureId(row.id): PageKeys(row.read_key, row.extract_key) for row in rows
        }

    def documents(self) -> tuple[Document, ...]:
        """Return the pages as read, by name."""
        found = self._records(select(schema.documents.c.record), Document)
        return tuple(sorted(found, key=lambda document: document.name))

    def document(self, capture: CaptureId) -> Document | None:
        """Return the page of a capture, None when it could not be read."""
        table = schema.documents
        return self._one(select(table.c.record).where(table.c.id == capture), Document)

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims the machine found, by page and place."""
        found = self._records(select(schema.claims.c.record), Claim)
        return tuple(sorted(found, key=_place_of))

    def claim(self, claim: ClaimId) -> Claim | None:
        """Return one claim the machine found."""
        table = schema.claims
        return self._one(select(table.c.record).where(table.c.id == claim), Claim)

    def proposals(self) -> tuple[Claim, ...]:
        """Return the claims that others handed in, by page and place."""
        found = self._records(select(schema.proposals.c.record), Claim)
        return tuple(sorted(found, key=_place_of))

    def decisions(self) -> tuple[Decision, ...]:
        """Return the review record, line by line."""
        table = schema.decisions
        return self._records(select(table.c.record).order_by(table.c.number), Decision)

    def decided_captures(self) -> dict[int, CaptureId]:
        """Return which capture each decision was about, by number of the line."""
        table = schema.decisions
        rows = self.connection.execute(select(table.c.number, table.c.capture))
        return {row.number: CaptureId(row.capture) for row in rows}

    def raw_exits(self) -> tuple[RawExit, ...]:
        """Return the audit trail of unredacted output, line by line."""
        table = schema.raw_exits
        return self._records(select(table.c.record).order_by(table.c.number), RawExit)

    def reviewed(self) -> tuple[ReviewedClaim, ...]:
        """Return all claims with the decisions on them applied."""
        return self._answers(schema.reviewed, ReviewedClaim)

    def groups(self) -> tuple[Group, ...]:
        """Return the groups of claims about one fact."""
        return self._answers(schema.groups, Group)

    def estimates(self) -> tuple[Estimate, ...]:
        """Return the dated answers."""
        return self._answers(schema.estimates, Estimate)

    def boxes(self) -> tuple[BoxState, ...]:
        """Return what is known about every part of the system, year by year."""
        return self._answers(schema.boxes, BoxState)

    def answer_texts(self, table: str) -> tuple[str, ...]:
        """Return the rows of `reviewed`, `groups`, ... as they are stored."""
        columns = schema.metadata.tables[table].c
        found = self.connection.scalars(select(columns.record).order_by(columns.place))
        texts = tuple(found)
        for place, text in enumerate(texts):
            if not isinstance(text, str):
                raise CaseDamaged(
                    f"{table}: record {place} is no text",
                    "Run: tumen verify CASE, or restore it from a copy.",
                )
        return texts

    def issues(self) -> tuple[Issue, ...]:
        """Return what in the material could not be understood, by page."""
        found = self._records(select(schema.issues.c.record), Issue)
        return tuple(sorted(found, key=lambda i: (i.doc, i.stage, i.code, i.problem)))

    def traces(self) -> tuple[Trace, ...]:
        """Return how results were made, the oldest first."""
        table = schema.traces
        return self._records(select(table.c.record).order_by(table.c.number), Trace)

    def fact(self, key: str) -> str | None:
        """Return one line of `meta`."""
        return read_fact(self.connection, key)

    def state_of(self, *tables: str) -> str:
        """Return a hash that changes with any row of these tables."""
        sums = [
            f"{t} {read_sum(self.connection, schema.metadata.tables[t])}"
            for t in tables
        ]
        return hashlib.sha256("\n".join(sums).encode()).hexdigest()

    def count_of(self, table: str) -> int:
        """Return how many rows a table should have."""
        return read_sum(self.connection, schema.metadata.tables[table]).rows

    def _answers(self, table: Table, kind: type[R]) -> tuple[R, ...]:
        return self._records(select(table.c.record).order_by(table.c.place), kind)

    def _records(self, query: Select[str], kind: type[R]) -> tuple[R, ...]:
        texts: Sequence[str] = self.connection.scalars(query).all()
        return tuple(decode_record(text, kind) for text in texts)

    def _one(self, query: Select[str], kind: type[R]) -> R | None:
        text = self.connection.scalar(query)
        return None if text is None else decode_record(text, kind)


def _place_of(claim: Claim) -> tuple[str, int, int, str]:
    return claim.doc, claim.span.start, claim.span.end, claim.id
