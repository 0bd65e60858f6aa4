"""Identifiers are plain text underneath."""

from tumen.records.ids import CaptureId, ClaimId, GroupId


def test_ids_can_be_written_as_they_are() -> None:
    assert [CaptureId("a"), ClaimId("b"), GroupId("c")] == ["a", "b", "c"]
