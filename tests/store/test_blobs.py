import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from tumen.errors import CaseDamaged
from tumen.records.capture import Capture
from tumen.store import schema
from tumen.store.blobs import read_blob
from tumen.store.case_store import CaseStore


def test_bytes_that_were_swapped_are_noticed(
    store: CaseStore, capture: Capture, data: bytes
) -> None:
    with store.writing() as writer:
        # Stored under the id of other bytes.
        writer.put_capture(capture, data + b"!")

        with pytest.raises(CaseDamaged, match="were changed"):
            writer.blob(capture.id)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.binary(max_size=40))
def test_bytes_that_cannot_be_unpacked_are_noticed(
    store: CaseStore, capture: Capture, noise: bytes
) -> None:
    with store.writing() as writer:
        writer.connection.execute(delete(schema.blobs))
        writer.put_capture(capture, b"")
        writer.connection.execute(update(schema.blobs).values(packed=noise))

    with store.reading() as reader, pytest.raises(CaseDamaged, match="of capture"):
        read_blob(reader.connection, capture.id)
