from tumen.store.rows import Fault


def test_a_fault_reads_as_a_sentence() -> None:
    assert (
        str(Fault("claim 1", "the row was changed")) == "claim 1: the row was changed"
    )
