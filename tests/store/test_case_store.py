import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tumen.errors import CaseDamaged, CaseError, CaseLocked, CaseTooNew
from tumen.records.capture import Capture
from tumen.store import schema
from tumen.store.case_store import CaseStore
from tumen.store.rows import FILE_NAME


def test_a_folder_without_a_case_file_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is missing"):
        CaseStore.open(tmp_path)


def test_a_file_of_something_else_is_no_case(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 99)

    with pytest.raises(CaseDamaged):
        CaseStore.open(tmp_path)


def test_a_database_of_something_else_is_no_case(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        file.execute("CREATE TABLE other (x)")

    with pytest.raises(CaseDamaged, match="is not the file of a case"):
        CaseStore.open(tmp_path)


def test_a_case_of_a_later_version_is_refused_with_advice(store: CaseStore) -> None:
    with store.writing() as writer:
        writer.put_fact("schema", str(schema.SCHEMA_VERSION + 1))

    with pytest.raises(CaseTooNew) as refused:
        CaseStore.open(store.folder)
    assert "Update Tumen" in refused.value.remedy


def test_a_case_of_an_earlier_version_gets_the_tables_that_came_since(
    store: CaseStore,
) -> None:
    with store.writing() as writer:
        writer.connection.execute(text("DROP TABLE proposals"))
        writer.put_fact("schema", "1")

    again = CaseStore.open(store.folder)
    with again.reading() as reader:
        assert reader.proposals() == ()
        assert reader.fact("schema") == str(schema.SCHEMA_VERSION)
    again.close()


def test_making_a_case_that_was_half_made_finishes_it(store: CaseStore) -> None:
    CaseStore.create(store.folder).close()

    CaseStore.open(store.folder).close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)],
)
def test_the_file_is_durable_and_keeps_its_references(
    store: CaseStore, pragma: str, value: object
) -> None:
    with store.reading() as reader:
        answer = reader.connection.scalar(text(f"PRAGMA {pragma}"))

    assert answer == value


def test_a_block_that_fails_leaves_nothing_behind(
    store: CaseStore, capture: Capture, data: bytes
) -> None:
    def fail() -> None:
        with store.writing() as writer:
            writer.put_capture(capture, data)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    with store.reading() as reader:
        assert reader.captures() == ()


def test_a_second_writer_is_refused_at_once(store: CaseStore) -> None:
    other = CaseStore.open(store.folder)

    with (
        closing(other),
        store.sole_writer(),
        pytest.raises(CaseLocked, match="another command is writing"),
        other.writing(),
    ):
        pass


def test_a_reader_is_let_in_while_somebody_writes(
    store: CaseStore, capture: Capture, data: bytes
) -> None:
    other = CaseStore.open(store.folder)

    with closing(other), store.writing() as writer:
        writer.put_capture(capture, data)
        with other.reading() as reader:
            assert reader.captures() == ()


def test_removed_bytes_are_gone_from_the_file(
    store: CaseStore, capture: Capture
) -> None:
    data = bytes(range(256))
    with store.writing() as writer:
        writer.put_capture(capture, data)
    with store.writing() as writer:
        writer.remove_capture(capture, capture.added_at)
    store.squeeze()

    kept = b"".join(path.read_bytes() for path in store.folder.glob("case.sqlite*"))
    assert data[100:200] not in kept


def test_a_row_that_refers_to_nothing_is_refused(
    store: CaseStore, capture: Capture
) -> None:
    with store.writing() as writer:
        writer.put_names(capture)

    with pytest.raises(CaseDamaged, match="FOREIGN KEY"), store.writing() as writer:
        writer.connection.execute(text("DELETE FROM captures"))


def test_a_full_disk_is_no_damage(store: CaseStore) -> None:
    def fill() -> None:
        with store.writing() as writer:
            writer.connection.execute(text("PRAGMA max_page_count = 1"))
            writer.connection.execute(
                text("CREATE TABLE big AS SELECT zeroblob(99999)")
            )

    with pytest.raises(CaseError, match="disk is full") as full:
        fill()
    assert not isinstance(full.value, CaseDamaged)


def test_text_that_cannot_be_decoded_is_damage(store: CaseStore) -> None:
    with store.writing() as writer:
        writer.connection.execute(
            text("UPDATE meta SET value = CAST(x'ff' AS TEXT) WHERE key = 'schema'")
        )

    with pytest.raises(CaseDamaged, match="Could not decode"):
        CaseStore.open(store.folder)
