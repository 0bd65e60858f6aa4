"""Bytes as they came in."""

from dataclasses import dataclass
from datetime import datetime

from tumen.records.ids import CaptureId


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One piece of saved material; its bytes are stored under its id.

    Args:
        id: SHA-256 of the bytes.
        name: path relative to the added folder, with `/`; a file added alone has
            its bare name. This is `doc` in every machine answer.
        other_names: later names of the same bytes, in the order they were added.
        origin: where the bytes were taken from: an address for fetched pages, else
            None (paths of the analyst's machine are never stored).
        media_type: as found from the bytes and the name, e.g. `text/html`.
        charset: encoding declared outside the bytes (HTTP header), else None.
        size_bytes: length of the bytes.
        added_at: when it was added, UTC.
        container: name of the archive that held it, else None.
    """

    id: CaptureId
    name: str
    other_names: tuple[str, ...] = ()
    origin: str | None = None
    media_type: str
    charset: str | None = None
    size_bytes: int
    added_at: datetime
    container: str | None = None
