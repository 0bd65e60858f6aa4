"""Parquet files carry the notice, and are not needed."""

import io

import pytest
from pyarrow import parquet

from tumen.errors import MissingPart
from tumen.publish.parquet import Column, has_parquet, to_parquet
from tumen.records.world import INVENTED

COLUMNS: dict[str, Column] = {
    "month": ["2005-01", "2005-02"],
    "people": [3, 4],
    "share": [0.5, None],
}


def test_it_is_installed_where_tests_run() -> None:
    assert has_parquet()


def test_what_is_written_is_read_back() -> None:
    table = parquet.read_table(io.BytesIO(to_parquet(COLUMNS, INVENTED)))
    assert table.to_pydict() == COLUMNS


def test_the_metadata_carry_the_notice() -> None:
    schema = parquet.read_schema(io.BytesIO(to_parquet(COLUMNS, INVENTED)))
    assert schema.metadata[b"notice"].decode() == INVENTED


def test_equal_columns_give_equal_bytes() -> None:
    assert to_parquet(COLUMNS, INVENTED) == to_parquet(dict(COLUMNS), INVENTED)


def test_a_table_without_rows_keeps_its_columns() -> None:
    written = to_parquet({"month": [], "people": []}, INVENTED)
    table = parquet.read_table(io.BytesIO(written))
    assert (table.num_rows, table.column_names) == (0, ["month", "people"])


def test_without_the_part_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tumen.publish.parquet.find_spec", lambda name: None)
    assert not has_parquet()
    with pytest.raises(MissingPart) as trouble:
        to_parquet(COLUMNS, INVENTED)
    assert 'pip install "tumen[parquet]"' in trouble.value.remedy
