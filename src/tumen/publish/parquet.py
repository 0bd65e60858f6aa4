"""Tables as Parquet, for notebooks and other tools."""

import io
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from tumen.errors import MissingPart

Column = Sequence[str | int | float | None]


def has_parquet() -> bool:
    """Tell whether the part that writes Parquet is installed."""
    return find_spec("pyarrow") is not None


def to_parquet(columns: Mapping[str, Column], notice: str) -> bytes:
    """Return columns as a Parquet file; its metadata carry the notice.

    Raises:
        MissingPart: pyarrow is not installed.
    """
    if not has_parquet():
        raise MissingPart(
            "Parquet cannot be written",
            'Install it: pip install "tumen[parquet]"; everything stands in the JSON too.',
        )
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.table({name: list(column) for name, column in columns.items()})
    marked = table.replace_schema_metadata({"notice": notice})
    written = io.BytesIO()
    parquet.write_table(marked, written, compression="zstd")
    return written.getvalue()
