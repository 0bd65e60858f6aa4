import sqlite3
from contextlib import closing

from sqlalchemy import text, update

from tumen.records.capture import Capture
from tumen.store import schema
from tumen.store.case_store import CaseStore
from tumen.store.check import (
    count_rows,
    find_byte_faults,
    find_page_faults,
    find_row_faults,
)
from tumen.store.rows import PageRows


def test_what_was_written_by_us_has_no_faults(
    store: CaseStore, capture: Capture, data: bytes, page: PageRows
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_page(page)

    with store.reading() as reader:
        assert list(find_row_faults(reader.connection)) == []
        assert list(find_page_faults(reader.connection)) == []
        assert list(find_byte_faults(reader.connection)) == []


def test_a_row_whose_hash_was_forged_too_does_not_add_up(
    store: CaseStore, capture: Capture, data: bytes, page: PageRows
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_page(page)
        writer.connection.execute(update(schema.claims).values(row_hash="0" * 64))

    with store.reading() as reader:
        assert [fault.where for fault in find_row_faults(reader.connection)] == [
            f"claims {page.claims[0].id}",
            "table claims",
        ]


def test_a_claim_deleted_by_hand_is_missed_on_its_page(
    store: CaseStore, capture: Capture, data: bytes, page: PageRows
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_page(page)
        writer.connection.execute(text("DELETE FROM claims"))

    with store.reading() as reader:
        (fault,) = find_page_faults(reader.connection)
    assert fault.where == f"page {capture.id[:16]}"


def test_rows_of_all_tables_are_counted(
    store: CaseStore, capture: Capture, data: bytes
) -> None:
    with store.writing() as writer:
        writer.put_capture(capture, data)

    with store.reading() as reader:
        # One capture and its two names.
        assert count_rows(reader.connection) == 3


def test_a_broken_part_of_the_file_is_named(store: CaseStore) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as file:
        (page_bytes,) = file.execute("PRAGMA page_size").fetchone()
        (root,) = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_claims_element'"
        ).fetchone()
    with store.path.open("r+b") as raw:
        raw.seek((root - 1) * page_bytes)
        raw.write(b"\xff" * page_bytes)

    with closing(CaseStore.open(store.folder)) as again, again.reading() as reader:
        faults = list(find_row_faults(reader.connection))
    assert "the file" in [fault.where for fault in faults]
