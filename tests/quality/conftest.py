"""The public record, read once for all tests that look at it."""

import pytest

from quality.calibration.record import (
    Predicted,
    Record,
    leave_houses_out,
    read_record,
)


@pytest.fixture(scope="session")
def record() -> Record:
    return read_record()


@pytest.fixture(scope="session")
def predicted(record: Record) -> tuple[Predicted, ...]:
    return tuple(leave_houses_out(record))
