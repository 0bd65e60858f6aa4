"""Write records of a case; everything in one transaction or nothing of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.sql.functions import max as greatest

from tumen.records.capture import Capture
from tumen.records.claim import Claim
from tumen.records.decision import Decision
from tumen.records.document import Document
from tumen.records.ids import CaptureId
from tumen.records.issue import Issue
from tumen.records.trace import Trace
from tumen.store import schema
from tumen.store.blobs import drop_blob, put_blob
from tumen.store.codec import encode_record
from tumen.store.ledger import Ledger, Row, write_fact
from tumen.store.raw_exits import RawExit
from tumen.store.reader import StoreReader
from tumen.store.rows import Answers, PageRows


class StoreWriter(StoreReader):
    """One transaction that reads and writes."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._ledger = Ledger(connection)

    def put_capture(self, capture: Capture, data: bytes) -> None:
        """Keep a new capture, or one that was removed before, with its bytes."""
        self._replace_capture(capture, removed_at=None)
        put_blob(self.connection, capture.id, data)

    def put_names(self, capture: Capture) -> None:
        """Keep a capture whose names changed."""
        self._replace_capture(capture, removed_at=None)

    def remove_capture(self, capture: Capture, at: datetime) -> None:
        """Drop bytes, page, claims and proposals; a nameless tombstone stays."""
        self._drop_page(capture.id)
        self._ledger.drop(schema.proposals, schema.proposals.c.capture == capture.id)
        drop_blob(self.connection, capture.id)
        bare = replace(capture, name="", other_names=(), origin=None, container=None)
        self._replace_capture(bare, removed_at=at.isoformat())

    def _replace_capture(self, capture: Capture, removed_at: str | None) -> None:
        table = schema.captures
        row: Row = {
            "id": capture.id,
            "removed_at": removed_at,
            "record": encode_record(capture),
        }
        self._ledger.drop(schema.names, schema.names.c.capture == capture.id)
        self._ledger.replace(table, table.c.id == capture.id, row)
        names = [capture.name, *capture.other_names] if not removed_at else []
        self._ledger.add(
            schema.names, [{"name": name, "capture": capture.id} for name in names]
        )

    def put_page(self, page: PageRows) -> None:
        """Replace everything that was known from one page."""
        self._drop_page(page.capture)
        hashes: list[str] = []
        if page.document:
            hashes += self._ledger.add(schema.documents, [_document_row(page.document)])
        hashes += self._ledger.add(schema.claims, map(_claim_row, page.claims))
        hashes += self.put_issues(f"page {page.capture}", page.issues)
        row: Row = {
            "id": page.capture,
            "read_key": page.keys.read_key,
            "extract_key": page.keys.extract_key,
            "content": content_hash(hashes),
        }
        self._ledger.add(schema.pages, [row])

    def _drop_page(self, capture: CaptureId) -> None:
        self._ledger.drop(schema.pages, schema.pages.c.id == capture)
        self._ledger.drop(schema.documents, schema.documents.c.id == capture)
        self._ledger.drop(schema.claims, schema.claims.c.capture == capture)
        self.drop_issues(f"page {capture}")

    def put_proposals(self, source: str, claims: Sequence[Claim]) -> None:
        """Replace what came from one file; what another file gave already stays its own.

        Args:
            source: hash of the file.
            claims: each id once, none that `proposals` holds from elsewhere.
        """
        self.drop_proposals(source)
        self._ledger.add(
            schema.proposals,
            [
                {
                    "id": claim.id,
                    "capture": claim.capture,
                    "source": source,
                    "record": encode_record(claim),
                }
                for claim in claims
            ],
        )

    def drop_proposals(self, source: str) -> int:
        """Forget what came from one file and return how many claims it was."""
        return self._ledger.drop(schema.proposals, schema.proposals.c.source == source)

    def put_issues(self, scope: str, issues: Sequence[Issue]) -> list[str]:
        """Replace the issues of a scope and return the hashes of their rows."""
        self.drop_issues(scope)
        return self._ledger.add(
            schema.issues,
            [
                {"scope": scope, "place": place, "record": encode_record(issue)}
                for place, issue in enumerate(issues)
            ],
        )

    def drop_issues(self, scope: str) -> int:
        """Forget the issues of a scope and return how many there were."""
        return self._ledger.drop(schema.issues, schema.issues.c.scope == scope)

    def replace_answers(self, answers: Answers) -> None:
        """Replace what the folds gave."""
        reviewed = [(each.claim.id, each) for each in answers.reviewed]
        self._replace(schema.reviewed, reviewed)
        self._replace(schema.groups, [(each.id, each) for each in answers.groups])
        self._replace(
            schema.estimates, [(each.element, each) for each in answers.estimates]
        )
        self._replace(schema.boxes, [(each.code, each) for each in answers.boxes])
        self.put_issues("case", answers.issues)

    def _replace(self, table: Table, keyed: Sequence[tuple[str, object]]) -> None:
        self._ledger.drop(table)
        self._ledger.add(
            table,
            [
                {"place": place, "key": key, "record": encode_record(record)}
                for place, (key, record) in enumerate(keyed)
            ],
        )

    def append_decision(self, line: Decision, capture: CaptureId) -> None:
        """Add a line to the review record; `capture` holds the claim decided on."""
        self.connection.execute(
            insert(schema.decisions).values(
                number=line.number,
                subject=str(line.subject),
                capture=str(capture),
                record=encode_record(line),
            )
        )
        self.put_fact("last decisions", str(line.number))

    def append_raw_exit(self, line: RawExit) -> None:
        """Add a line to the audit trail of unredacted output."""
        self.connection.execute(
            insert(schema.raw_exits).values(
                number=line.number, record=encode_record(line)
            )
        )
        self.put_fact("last raw_exits", str(line.number))

    def append_trace(self, trace: Trace) -> None:
        """Add how a result was made."""
        table = schema.traces
        last = self.connection.scalar(select(greatest(table.c.number))) or 0
        row = {
            "number": last + 1,
            "stage": trace.stage,
            "record": encode_record(trace),
        }
        self._ledger.add(table, [row])

    def put_fact(self, key: str, value: str) -> None:
        """Set one line of `meta`."""
        write_fact(self.connection, key, value)


def content_hash(row_hashes: Sequence[str]) -> str:
    """Return the SHA-256 over the hashes of the rows of a page, in any order."""
    return hashlib.sha256("".join(sorted(row_hashes)).encode()).hexdigest()


def _document_row(document: Document) -> Row:
    return {
        "id": document.capture,
        "name": document.name,
        "record": encode_record(document),
    }


def _claim_row(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "capture": claim.capture,
        "kind": claim.kind.value,
        "element": claim.element,
        "record": encode_record(claim),
    }
