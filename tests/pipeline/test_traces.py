from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from tumen import __version__
from tumen.codebook.load import load_codebook
from tumen.pipeline.settings import RunSettings
from tumen.pipeline.traces import (
    Watch,
    hash_all,
    hash_codebook,
    hash_of,
    hash_texts,
    make_trace,
    versions_of,
)
from tumen.store.codec import encode_record

NOON = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


def test_a_watch_never_runs_backwards() -> None:
    watch = Watch.start(NOON)

    assert NOON <= watch.now() <= watch.now()


def test_a_trace_holds_hashes_versions_and_counts() -> None:
    trace = make_trace(
        "read",
        versions={"code": "1"},
        settings=RunSettings(workers=2),
        inputs_hash="i",
        outputs_hash="o",
        counts={"pages": 3},
        watch=Watch.start(NOON),
    )

    assert (trace.stage, trace.inputs_hash, trace.outputs_hash) == ("read", "i", "o")
    assert (trace.versions, trace.counts) == ({"code": "1"}, {"pages": 3})
    assert trace.settings_hash == hash_of(RunSettings(workers=2))
    assert trace.started_at == NOON <= trace.ended_at


def test_other_settings_have_another_hash() -> None:
    assert hash_of(RunSettings(workers=1)) != hash_of(RunSettings(workers=2))


def test_records_hash_as_the_texts_they_are_stored_as() -> None:
    records = (RunSettings(workers=1), RunSettings(workers=2))

    assert hash_all(records) == hash_texts(map(encode_record, records))


def test_the_order_of_records_counts() -> None:
    assert hash_all(["a", "b"]) != hash_all(["b", "a"])


def test_the_versions_are_those_of_code_codebook_and_model() -> None:
    codebook = load_codebook("dprk-labour")
    assert codebook.model is not None
    assert versions_of(codebook, "regex") == {
        "code": __version__,
        "codebook": codebook.version,
        "model": "regex",
        "system": codebook.model.version,
    }


def test_a_codebook_hashes_the_same_every_time() -> None:
    codebook = load_codebook("dprk-labour")

    assert hash_codebook(codebook) == hash_codebook(codebook)


def test_a_file_of_a_codebook_counts_by_its_bytes_and_not_by_its_place(
    tmp_path: Path,
) -> None:
    codebook = load_codebook("dprk-labour")

    def hash_with(name: str, content: bytes) -> str:
        file = tmp_path / name
        file.write_bytes(content)
        return hash_codebook(msgspec.structs.replace(codebook, encoder=file))

    assert hash_with("a", b"same") == hash_with("b", b"same")
    assert hash_with("a", b"other") != hash_with("b", b"same")


def test_what_has_no_hash_is_refused() -> None:
    codebook = msgspec.structs.replace(load_codebook("dprk-labour"), encoder=object())
    with pytest.raises(NotImplementedError, match="has no hash"):
        hash_codebook(codebook)
