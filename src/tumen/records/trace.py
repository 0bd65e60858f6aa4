"""How a result was made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One stage of one run.

    Args:
        stage: folder name of the stage.
        versions: of `code`, `codebook` and `model` (analyser or `regex`).
        settings_hash, inputs_hash, outputs_hash: SHA-256 of what went in and out.
        seed: of the generator, None where nothing is drawn.
        counts: e.g. pages, claims, refusals, issues.
        started_at, ended_at: UTC.
    """

    stage: str
    versions: Mapping[str, str]
    settings_hash: str
    inputs_hash: str
    outputs_hash: str
    seed: int | None = None
    counts: Mapping[str, int]
    started_at: datetime
    ended_at: datetime
