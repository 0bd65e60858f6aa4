import sqlite3
from contextlib import closing
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from tumen.errors import CaseDamaged
from tumen.store import schema
from tumen.store.case_store import CaseStore
from tumen.store.raw_exits import next_raw_exit


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=str)
def test_a_database_server_knows_every_type(table: object) -> None:
    statement = CreateTable(schema.metadata.tables[str(table)])

    assert "CREATE TABLE" in str(
        statement.compile(
            dialect=postgresql.dialect()  # type: ignore[no-untyped-call]  # untyped there
        )
    )


@pytest.mark.parametrize(
    "statement", ["UPDATE raw_exits SET record = 'x'", "DELETE FROM raw_exits"]
)
def test_the_audit_trail_refuses_changes(
    store: CaseStore, statement: str, noon: datetime
) -> None:
    with store.writing() as writer:
        writer.append_raw_exit(next_raw_exit(None, reason="r", at=noon))

    with pytest.raises(CaseDamaged, match="never changed"), store.writing() as writer:
        writer.connection.execute(text(statement))


def test_the_audit_trail_refuses_changes_by_other_programs(store: CaseStore) -> None:
    with closing(sqlite3.connect(store.path)) as file:
        names = {row[0] for row in file.execute("SELECT name FROM sqlite_master")}

    assert {"decisions_no_update", "decisions_no_delete"} <= names
