"""Write records as JSON and read the same records back; the only codec of the store."""

from typing import TypeVar

import msgspec

from tumen.errors import CaseDamaged, TumenError

R = TypeVar("R")


def encode_record(record: object) -> str:
    """Return a record as JSON; equal records give equal text.

    Fields keep the order of the record, keys of mappings are sorted, times are UTC.
    """
    return msgspec.json.encode(record, order="deterministic").decode()


def decode_record(text: str, kind: type[R]) -> R:
    """Return the record that was written.

    Raises:
        CaseDamaged: the text is no such record, or one that breaks its own rules.
    """
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeError, TumenError) as error:
        raise CaseDamaged(
            f"a stored {kind.__name__} cannot be read: {error}",
            "Run: tumen verify CASE",
        ) from error
