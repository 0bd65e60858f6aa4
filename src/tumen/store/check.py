"""Recompute the hashes of everything stored, and name what does not hold."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Row, Table, func, select, text

from tumen.errors import CaseDamaged
from tumen.records.ids import CaptureId
from tumen.store import schema
from tumen.store.blobs import read_blob
from tumen.store.ledger import Sum, hash_row, read_count, read_sum
from tumen.store.rows import Fault
from tumen.store.writer import content_hash

HASHED = tuple(
    table for table in schema.metadata.sorted_tables if "row_hash" in table.columns
)
CHAINED = schema.APPEND_ONLY


def find_row_faults(connection: Connection) -> Iterator[Fault]:
    """Give the rows that were changed, and the tables that do not add up."""
    yield from _file_faults(connection)
    for table in HASHED:
        found = Sum()
        for row in connection.execute(select(table)):
            if hash_row(table, row._asdict()) != row.row_hash:
                yield Fault(f"{table.name} {_key(table, row)}", "the row was changed")
                continue
            found = found.changed([row.row_hash], 1)
        kept = read_sum(connection, table)
        if found != kept:
            yield Fault(
                f"table {table.name}",
                f"holds {found.rows} rows of {kept.rows} written, or others than these",
            )


def find_page_faults(connection: Connection) -> Iterator[Fault]:
    """Give the pages whose rows are not those that were written together."""
    rows: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(
        select(schema.documents.c.id, schema.documents.c.row_hash)
    ):
        rows[row.id].append(row.row_hash)
    for row in connection.execute(
        select(schema.claims.c.capture, schema.claims.c.row_hash)
    ):
        rows[row.capture].append(row.row_hash)
    for row in connection.execute(
        select(schema.issues.c.scope, schema.issues.c.row_hash)
    ):
        rows[row.scope.removeprefix("page ")].append(row.row_hash)
    for row in connection.execute(select(schema.pages.c.id, schema.pages.c.content)):
        if content_hash(rows[row.id]) != row.content:
            yield Fault(
                f"page {row.id[:16]}",
                "a document, claim or issue of it was changed, added or deleted",
            )


def find_byte_faults(connection: Connection) -> Iterator[Fault]:
    """Give the captures whose bytes are missing or changed."""
    table = schema.captures
    for capture in connection.scalars(
        select(table.c.id).where(table.c.removed_at.is_(None))
    ):
        try:
            read_blob(connection, CaptureId(capture))
        except CaseDamaged as error:
            yield Fault(f"capture {capture[:16]}", error.problem)


def find_line_faults(connection: Connection) -> Iterator[Fault]:
    """Give the decisions and raw exits whose columns contradict their record."""
    for table in CHAINED:
        for row in connection.execute(select(table)):
            if not _holds(row._asdict()):
                yield Fault(f"{table.name} {row.number}", "the row was changed")
        last = connection.scalar(select(func.max(table.c.number))) or 0
        kept = read_count(connection, f"last {table.name}")
        if last != kept:
            yield Fault(
                f"table {table.name}", f"ends with line {last}, {kept} were written"
            )


def count_rows(connection: Connection) -> int:
    """Return how many rows all tables hold."""
    return sum(
        len(connection.execute(select(*table.primary_key.columns)).all())
        for table in (*HASHED, *CHAINED)
    )


def _file_faults(connection: Connection) -> Iterator[Fault]:
    for answer in connection.scalars(text("PRAGMA quick_check")):
        if answer != "ok":
            yield Fault("the file", str(answer))
    yield from _trigger_faults(connection)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(f"table {row[0]}", f"row {row[1]} refers to a missing {row[2]} row")


def _trigger_faults(connection: Connection) -> Iterator[Fault]:
    """Give the tables whose lines could be changed: a trigger of theirs is gone."""
    names = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    present = set(connection.scalars(names))
    for table in CHAINED:
        if not {f"{table.name}_no_update", f"{table.name}_no_delete"} <= present:
            yield Fault(f"table {table.name}", "its guard against changes is gone")


def _key(table: Table, row: Row[tuple[object, ...]]) -> str:
    return " ".join(str(row._mapping[c.name]) for c in table.primary_key.columns)


def _holds(row: Mapping[str, object]) -> bool:
    """Tell whether number and subject stand in the record as in the columns."""
    record = str(row["record"])
    subject = f'"subject":"{row["subject"]}"' if "subject" in row else ""
    return record.startswith(f'{{"number":{row["number"]},{subject}')
