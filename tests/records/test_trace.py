"""A stage that draws nothing has no seed."""

from datetime import UTC, datetime

from tumen.records.trace import Trace


def test_a_stage_without_chance_has_no_seed() -> None:
    noon = datetime(2025, 1, 1, 12, tzinfo=UTC)
    trace = Trace(
        stage="read",
        versions={"code": "0.1.0"},
        settings_hash="0" * 64,
        inputs_hash="0" * 64,
        outputs_hash="0" * 64,
        counts={"pages": 1},
        started_at=noon,
        ended_at=noon,
    )
    assert trace.seed is None
