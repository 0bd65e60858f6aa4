"""Score a case against what is known about its pages."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

import numpy as np

from tumen.errors import TruthError, UsageError
from tumen.pipeline.case import Case
from tumen.publish.bundle import publish_files
from tumen.publish.json_lines import encode_rows
from tumen.records.release import Release
from tumen.records.reviewed import Status
from tumen.records.score import Scores
from tumen.records.truth import (
    Forbidden,
    Truth,
    TruthClaim,
    TruthDocument,
    TruthOrigin,
    TruthValue,
)
from tumen.score.claims import SILENT, Matched, match_claims, score_claims
from tumen.score.documents import score_documents
from tumen.score.leaks import find_leaks
from tumen.score.names import SameNames
from tumen.score.origins import score_origins
from tumen.score.series import score_series
from tumen.score.truth import read_rows

SEED = 7
"""Of the draws behind the intervals; any will do, as long as it stays."""
PARTS = ("claims", "documents", "origins", "series", "leaks")
INSIDE = "truth"
"""Folder beside the pages of an invented press that holds the files."""
BESIDE = "_docs"
"""Ending of the file of documents beside a file of labels."""

Row = TypeVar("Row")


def read_truth(path: Path) -> Truth:
    """Read a folder of truth files, or a file of labels with its documents beside it.

    Raises:
        TruthError: nothing to score against is there, or a row is wrong.
    """
    files = _files(path)
    if not files:
        raise _no_truth(path)
    return Truth(
        claims=_read(files.get("claims"), TruthClaim),
        documents=_read(files.get("documents"), TruthDocument),
        origins=_read(files.get("origins"), TruthOrigin),
        series=_read(files.get("series"), TruthValue),
        leaks=_read(files.get("leaks"), Forbidden),
    )


def score_case(case: Case, truth: Truth, *, made_on: date) -> Scores:
    """Return every figure of merit that the truth allows.

    Args:
        made_on: the day of the public release that is searched for leaks.

    Raises:
        UsageError: the case holds no pages, or has not been run.
    """
    _require_run(case)
    names, rng = SameNames(case.codebook), np.random.default_rng(SEED)
    release = case.release("raw", made_on=made_on)
    matched = match_case(case, truth, release, names)
    model, forbidden = case.codebook.model, _forbidden(truth)
    return Scores(
        claims=score_claims(matched, names, rng) if matched else None,
        documents=None
        if truth.documents is None
        else score_documents(truth.documents, release.documents, names, rng),
        origins=score_origins(matched, truth.origins or (), release.origins)
        if matched and _has_origins(truth)
        else None,
        series=None
        if truth.series is None
        else score_series(
            truth.series, case.estimates(), model.answers if model else ()
        ),
        leaks=None
        if forbidden is None
        else find_leaks(forbidden, public_exits(case, made_on=made_on)),
        left_out=_left_out(truth),
    )


def match_case(
    case: Case, truth: Truth, release: Release, names: SameNames
) -> Matched | None:
    """Return the claims of a raw release paired with labels, None without labels.

    Claims that a reviewer rejected take no part.
    """
    if truth.claims is None:
        return None
    counted = [row for row in release.claims if row.status != Status.REJECTED]
    texts = {page.name: page.text for page in case.documents()}
    silent = {
        str(page.doc): [
            (int(r["start"]), int(r["end"]))
            for r in page.regions
            if r["role"] in SILENT
        ]
        for page in release.documents
    }
    return match_claims(
        truth.claims, truth.documents or (), counted, texts, names, silent
    )


def public_exits(case: Case, *, made_on: date) -> Mapping[str, bytes]:
    """Return everything that leaves a case by default, by exit and name."""
    release = case.release("public", made_on=made_on)
    files = publish_files(release, case.codebook)
    answers = {
        "claims": release.claims,
        "documents": release.documents,
        "origins": release.origins,
        "estimate": release.estimates,
    }
    return {
        **{f"publish/{name}": content for name, content in files.items()},
        **{
            f"{name} --json": encode_rows(rows).encode()
            for name, rows in answers.items()
        },
    }


def _no_truth(path: Path) -> TruthError:
    """Return what to say when nothing to score against is there."""
    if path.is_dir() and _files(path / INSIDE):
        return TruthError(
            f"{path}: no truth is there, but in a folder inside",
            f"Give {path / INSIDE} instead.",
        )
    return TruthError(
        f"{path}: no truth is there" if path.exists() else f"there is no {path}",
        "Give a folder with "
        + ", ".join(f"{part}.jsonl" for part in PARTS)
        + " (any of them), or a .jsonl file of labels.",
    )


def _require_run(case: Case) -> None:
    if case.documents() or case.estimates():
        return
    if not case.captures():
        raise UsageError(
            f"{case.name} holds no pages",
            "Run: tumen add CASE PAGES; tumen run CASE",
        )
    raise UsageError(f"{case.name} has not been run", "Run: tumen run CASE")


def _files(path: Path) -> dict[str, Path]:
    if path.is_file():
        beside = path.with_name(f"{path.stem}{BESIDE}{path.suffix}")
        found = {"claims": path, "documents": beside}
    else:
        found = {part: path / f"{part}.jsonl" for part in PARTS}
    return {part: file for part, file in found.items() if file.is_file()}


def _read(file: Path | None, kind: type[Row]) -> tuple[Row, ...] | None:
    if file is None:
        return None
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TruthError(f"{file}: not in UTF-8", "Save it as UTF-8.") from error
    except OSError as error:
        raise TruthError(
            f"{file}: {error.strerror}", "Choose a file you may read."
        ) from error
    return read_rows(text, kind, str(file))


def _has_origins(truth: Truth) -> bool:
    return bool(truth.origins) or any(row.origin for row in truth.claims or ())


def _forbidden(truth: Truth) -> tuple[Forbidden, ...] | None:
    """Return the words that may not leave: the list, then the names to mask."""
    masks = [
        Forbidden(mask.quote, mask.why)
        for page in truth.documents or ()
        for mask in page.mask
    ]
    if truth.leaks is None and not masks:
        return None
    return (*(truth.leaks or ()), *masks)


def _left_out(truth: Truth) -> tuple[str, ...]:
    """Return the parts of which nothing is known."""
    there = {
        "claims": truth.claims is not None,
        "documents": truth.documents is not None,
        "origins": truth.claims is not None and _has_origins(truth),
        "series": truth.series is not None,
        "leaks": _forbidden(truth) is not None,
    }
    return tuple(part for part, is_there in there.items() if not is_there)
