"""Bytes as they came in."""

from datetime import UTC, datetime

from tumen.records.capture import Capture
from tumen.records.ids import CaptureId


def test_a_path_of_the_machine_is_not_asked_for() -> None:
    capture = Capture(
        id=CaptureId("a" * 64),
        name="folder/page.html",
        media_type="text/html",
        size_bytes=12,
        added_at=datetime(2025, 1, 1, tzinfo=UTC),
    )
    assert (capture.origin, capture.container, capture.other_names) == (None, None, ())
