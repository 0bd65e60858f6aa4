"""Turn bytes into a capture: what they are, and the hash they are kept under."""

import hashlib
from datetime import datetime

from tumen.errors import MaterialError
from tumen.ingest.media import find_media_type
from tumen.records.capture import Capture
from tumen.records.ids import CaptureId


def make_capture(
    name: str,
    data: bytes,
    *,
    added_at: datetime,
    max_bytes: int,
    origin: str | None = None,
    charset: str | None = None,
    container: str | None = None,
) -> Capture:
    """Return the capture of some bytes.

    Args:
        name: what the material is called in the case.
        max_bytes: more bytes than this are refused.
        origin, charset, container: as in `Capture`.

    Raises:
        MaterialError: no bytes, too many, or none that can be read.
    """
    if not data:
        raise MaterialError(
            "the file is empty", "Save the page again, and add that.", "empty_file"
        )
    if len(data) > max_bytes:
        raise too_big(len(data), max_bytes)
    return Capture(
        id=CaptureId(hashlib.sha256(data).hexdigest()),
        name=name,
        origin=origin,
        media_type=find_media_type(name, data),
        charset=charset,
        size_bytes=len(data),
        added_at=added_at,
        container=container,
    )


def too_big(size_bytes: int, max_bytes: int) -> MaterialError:
    """Return the error for material above the limit."""
    return MaterialError(
        f"{size_bytes:,} bytes are more than max_bytes = {max_bytes:,}",
        "Raise max_bytes under [ingest] in tumen.toml, or add a smaller part.",
        "too_big",
    )
