"""Write released rows as JSON lines: the same keys in every view, absent is null."""

from collections.abc import Iterable

import msgspec


def encode_rows(rows: Iterable[object]) -> str:
    """Return one JSON object per line for records of a release, in their order."""
    lines = (msgspec.json.encode(row).decode() for row in rows)
    return "".join(f"{line}\n" for line in lines)
