import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.store import schema
from tumen.store.case_store import CaseStore
from tumen.store.ledger import Ledger, Sum, hash_row, read_sum

hashes = st.lists(st.integers(0, 2**256 - 1).map(lambda n: f"{n:064x}"), max_size=5)


@given(hashes, st.randoms())
def test_the_sum_does_not_depend_on_the_order(found: list[str], random: object) -> None:
    assert Sum().changed(found, 1) == Sum().changed(reversed(found), 1)


@given(hashes, hashes)
def test_taking_rows_away_undoes_adding_them(kept: list[str], gone: list[str]) -> None:
    before = Sum().changed(kept, 1)

    assert before.changed(gone, 1).changed(gone, -1) == before


@pytest.mark.parametrize("column", ["id", "capture", "kind", "element", "record"])
def test_the_hash_of_a_row_covers_every_column(column: str) -> None:
    row = dict.fromkeys(("id", "capture", "kind", "element", "record"), "x")

    changed = {**row, column: "y"}

    assert hash_row(schema.claims, row) != hash_row(schema.claims, changed)


def test_the_hash_of_a_row_covers_its_table() -> None:
    row = {"place": 1, "key": "k", "record": "r"}

    assert hash_row(schema.groups, row) != hash_row(schema.boxes, row)


def test_dropping_says_how_many_rows_went(store: CaseStore) -> None:
    with store.writing() as writer:
        ledger = Ledger(writer.connection)
        ledger.add(schema.groups, [row_of(1), row_of(2), row_of(3)])

        assert ledger.drop(schema.groups, schema.groups.c.place > 1) == 2
        assert read_sum(writer.connection, schema.groups).rows == 1


def test_replacing_a_row_changes_the_sum_and_not_the_count(store: CaseStore) -> None:
    with store.writing() as writer:
        ledger = Ledger(writer.connection)
        ledger.add(schema.groups, [row_of(1)])
        before = read_sum(writer.connection, schema.groups)
        ledger.replace(
            schema.groups, schema.groups.c.place == 1, {**row_of(1), "key": "new"}
        )
        after = read_sum(writer.connection, schema.groups)

    assert (before.rows, after.rows) == (1, 1)
    assert before.total != after.total


def row_of(place: int) -> dict[str, object]:
    return {"place": place, "key": "k", "record": "r"}
