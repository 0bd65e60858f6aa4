"""Write rows with their hashes, and keep the sum of the hashes of every table.

Each row carries the SHA-256 of its own columns. The sum of these hashes (modulo
2**256) and their number are kept for every table, so that a row changed, added or
deleted by hand does not add up, in whatever order rows were written. Addition of
hashes: Bellare and Micciancio, A New Paradigm for Collision-Free Hashing (1997),
section 4. It shows accidents and careless edits; a forger who also rewrites the sums
is met by the head hash of the decisions printed elsewhere.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    delete,
    insert,
    select,
    true,
    update,
)

from tumen.errors import CaseDamaged
from tumen.store import schema

MODULUS = 1 << 256

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows a table has, and the sum of their hashes."""

    rows: int = 0
    total: int = 0

    def changed(self, hashes: Iterable[str], sign: int) -> "Sum":
        """Return the sum with rows added (sign 1) or taken away (sign -1)."""
        values = [int(each, 16) for each in hashes]
        return Sum(
            self.rows + sign * len(values),
            (self.total + sign * sum(values)) % MODULUS,
        )

    def __str__(self) -> str:
        return f"{self.rows} {self.total:064x}"


def hash_row(table: Table, row: Row) -> str:
    """Return the SHA-256 of the columns of a row, `row_hash` apart."""
    columns = [row[c.name] for c in table.columns if c.name != "row_hash"]
    return hashlib.sha256(msgspec.json.encode([str(table.name), *columns])).hexdigest()


def read_sum(connection: Connection, table: Table) -> Sum:
    """Return the sum kept for a table.

    Raises:
        CaseDamaged: it is no sum any more.
    """
    kept = read_fact(connection, f"sum {table.name}")
    if kept is None:
        return Sum()
    try:
        rows, total = kept.split()
        return Sum(int(rows), int(total, 16))
    except ValueError as error:
        raise changed_fact(f"sum {table.name}", kept) from error


def read_fact(connection: Connection, key: str) -> str | None:
    """Return one line of `meta`."""
    table = schema.meta
    return connection.scalar(select(table.c.value).where(table.c.key == key))


def read_count(connection: Connection, key: str) -> int:
    """Return a number kept in `meta`, 0 without one.

    Raises:
        CaseDamaged: it is no number any more.
    """
    kept = read_fact(connection, key) or "0"
    try:
        return int(kept)
    except ValueError as error:
        raise changed_fact(key, kept) from error


def changed_fact(key: str, kept: str) -> CaseDamaged:
    """Return the error of a line of `meta` that was changed by hand."""
    return CaseDamaged(
        f"the line {key!r} of the case was changed: {kept[:40]!r}",
        "Restore the case from a copy.",
    )


def write_fact(connection: Connection, key: str, value: str) -> None:
    """Set one line of `meta`."""
    connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(insert(schema.meta).values(key=key, value=value))


class Ledger:
    """Adds and drops rows inside one transaction and keeps the sums right."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, table: Table, rows: Iterable[Row]) -> list[str]:
        """Insert rows and return their hashes in the same order."""
        full = [{**row, "row_hash": hash_row(table, row)} for row in rows]
        if full:
            self.connection.execute(insert(table), full)
        hashes = [str(row["row_hash"]) for row in full]
        self._keep(table, hashes, 1)
        return hashes

    def replace(self, table: Table, where: ColumnElement[bool], row: Row) -> None:
        """Change the one row that meets the condition, or add it."""
        old = self.connection.scalar(select(table.c.row_hash).where(where))
        if old is None:
            self.add(table, [row])
            return
        new = hash_row(table, row)
        self.connection.execute(
            update(table).where(where).values({**row, "row_hash": new})
        )
        self._keep(table, [old], -1)
        self._keep(table, [new], 1)

    def drop(self, table: Table, where: ColumnElement[bool] | None = None) -> int:
        """Delete rows (all of them without a condition) and return how many."""
        condition = true() if where is None else where
        found = self.connection.scalars(select(table.c.row_hash).where(condition))
        hashes = list(found)
        self.connection.execute(delete(table).where(condition))
        self._keep(table, hashes, -1)
        return len(hashes)

    def _keep(self, table: Table, hashes: list[str], sign: int) -> None:
        if hashes:
            kept = read_sum(self.connection, table).changed(hashes, sign)
            write_fact(self.connection, f"sum {table.name}", str(kept))
