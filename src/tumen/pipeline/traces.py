"""Say how a result was made."""

import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

import tumen
from tumen.codebook.schema import Codebook
from tumen.records.trace import Trace
from tumen.store.codec import encode_record


@dataclass(frozen=True, slots=True)
class Watch:
    """Counts the time that has passed since `started_at`."""

    started_at: datetime
    started_s: float

    @classmethod
    def start(cls, now: datetime) -> "Watch":
        """Start at a given time."""
        return cls(now, time.monotonic())

    def now(self) -> datetime:
        """Return the time by this watch."""
        return self.started_at + timedelta(seconds=time.monotonic() - self.started_s)


def make_trace(
    stage: str,
    *,
    versions: Mapping[str, str],
    settings: object,
    inputs_hash: str,
    outputs_hash: str,
    counts: Mapping[str, int],
    watch: Watch,
) -> Trace:
    """Return the trace of a stage that has just ended."""
    return Trace(
        stage=stage,
        versions=versions,
        settings_hash=hash_of(settings),
        inputs_hash=inputs_hash,
        outputs_hash=outputs_hash,
        counts=counts,
        started_at=watch.started_at,
        ended_at=watch.now(),
    )


def versions_of(codebook: Codebook, model: str) -> dict[str, str]:
    """Return the versions that stand in every trace and report."""
    system = codebook.model.version if codebook.model else "none"
    return {
        "code": tumen.__version__,
        "codebook": codebook.version,
        "model": model,
        "system": system,
    }


def hash_of(*parts: object) -> str:
    """Return the SHA-256 of records, settings or texts, in this order."""
    return hash_texts(encode_record(part) for part in parts)


def hash_texts(texts: Iterable[str]) -> str:
    """Return the SHA-256 of records as they are stored, in this order."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def hash_codebook(codebook: Codebook) -> str:
    """Return the SHA-256 of everything a codebook says; a file counts by its bytes."""
    return hashlib.sha256(
        msgspec.json.encode(codebook, order="deterministic", enc_hook=_hash_of_file)
    ).hexdigest()


def _hash_of_file(value: object) -> str:
    if isinstance(value, Path):
        return hashlib.sha256(value.read_bytes()).hexdigest()
    raise NotImplementedError(f"{type(value)} has no hash")


def hash_all(records: Iterable[object]) -> str:
    """Return the SHA-256 of many records, in this order."""
    return hash_of(*records)
