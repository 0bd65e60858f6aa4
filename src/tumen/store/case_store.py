"""The one file that holds a case: SQLite, durable, readable while it is written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, exc, inspect
from sqlalchemy.pool import ConnectionPoolEntry

from tumen.errors import CaseDamaged, CaseError, CaseTooNew
from tumen.store import schema
from tumen.store.ledger import changed_fact, write_fact
from tumen.store.lock import WriteLock
from tumen.store.reader import StoreReader
from tumen.store.rows import FILE_NAME, LOCK_NAME
from tumen.store.writer import StoreWriter

WAIT_S = 30
"""How long a reader waits for the moment in which a commit is written."""

UNDECODED = "Could not decode"
"""What the driver says of a text column that holds no text any more."""

# WAL: readers are never blocked. FULL: a commit survives a power cut.
# secure_delete: removed bytes are overwritten, not only forgotten.
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)


class CaseStore:
    """Bytes and records of one case; close it, or use it in a `with`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self._lock = WriteLock(folder / LOCK_NAME)
        self._engine = _make_engine(self.path)

    @classmethod
    def create(cls, folder: Path) -> "CaseStore":
        """Make the file of a new case, or finish one whose making was cut off."""
        store = cls(folder)
        with store._lock, store._begin(writes=True) as connection:
            schema.metadata.create_all(connection)
            write_fact(connection, "schema", str(schema.SCHEMA_VERSION))
        return store

    @classmethod
    def open(cls, folder: Path) -> "CaseStore":
        """Open the file of an existing case.

        Raises:
            CaseError: there is none.
            CaseTooNew: a later version of Tumen wrote it.
            CaseDamaged: it is no case file, or it is broken.
        """
        if not (folder / FILE_NAME).is_file():
            raise CaseError(
                f"{folder / FILE_NAME} is missing",
                f"Make a case with: tumen new {folder}",
            )
        store = cls(folder)
        try:
            store._check_version()
        except CaseError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[StoreReader]:
        """Give one snapshot of the case, whoever writes meanwhile."""
        with self._begin(writes=False) as connection:
            yield StoreReader(connection)

    @contextmanager
    def writing(self) -> Iterator[StoreWriter]:
        """Give one transaction: kept as a whole when the block ends, else not at all.

        Raises:
            CaseLocked: another command is writing.
        """
        with self._lock, self._begin(writes=True) as connection:
            yield StoreWriter(connection)

    @contextmanager
    def sole_writer(self) -> Iterator[None]:
        """Keep other writers out during several transactions.

        Raises:
            CaseLocked: another command is writing.
        """
        with self._lock:
            yield

    def squeeze(self) -> None:
        """Write everything into the main file, so that removed bytes are gone."""
        with self._lock, self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)  # noqa: S101  for the types
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _begin(self, *, writes: bool) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                connection = connection.execution_options(tumen_writes=writes)
                with connection.begin():
                    yield connection
        except exc.DBAPIError as error:
            raise _translated(self.path, error) from error

    def _add_tables(self) -> None:
        """Give a case of an earlier version the tables that came since."""
        with self._lock, self._begin(writes=True) as connection:
            schema.metadata.create_all(connection)
            write_fact(connection, "schema", str(schema.SCHEMA_VERSION))

    def _check_version(self) -> None:
        with self._begin(writes=False) as connection:
            tables = inspect(connection).get_table_names()
            found = "meta" in tables and StoreReader(connection).fact("schema")
        if not found:
            raise CaseDamaged(
                f"{self.path} is not the file of a case",
                "Restore it from a copy, or make a new case.",
            )
        if not found.isdecimal():
            raise changed_fact("schema", found)
        if int(found) < schema.SCHEMA_VERSION:
            self._add_tables()
        if int(found) > schema.SCHEMA_VERSION:
            raise CaseTooNew(
                f"{self.path} was written by a later version of Tumen "
                f"(tables {found}, this version knows {schema.SCHEMA_VERSION})",
                "Update Tumen: pipx upgrade tumen",
            )


def _make_engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path.as_posix()}", connect_args={"timeout": WAIT_S}
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_as_told)
    return engine


def _prepare(raw: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    # The driver must not begin transactions by itself; `_begin_as_told` does.
    raw.isolation_level = None
    for pragma in PRAGMAS:
        raw.execute(pragma)


def _begin_as_told(connection: Connection) -> None:
    writes = connection.get_execution_options().get("tumen_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _translated(path: Path, error: exc.DBAPIError) -> CaseError:
    if isinstance(error, exc.OperationalError) and UNDECODED not in str(error.orig):
        return CaseError(
            f"{path}: {error.orig}",
            "Check that the disk has room and that you may write there, then run "
            "the command again.",
        )
    return CaseDamaged(
        f"{path}: {error.orig}", "Run: tumen verify CASE, or restore it from a copy."
    )
