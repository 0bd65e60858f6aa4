"""The functions of all stages, and the versions of their code."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from tumen.codebook.schema import Codebook
from tumen.errors import MissingPart
from tumen.records.capture import Capture
from tumen.records.claim import Claim
from tumen.records.decision import Decision
from tumen.records.document import Document
from tumen.records.estimate import BoxState, Estimate
from tumen.records.group import Group
from tumen.records.ids import CaptureId
from tumen.records.issue import Issue
from tumen.records.reviewed import ReviewedClaim

if TYPE_CHECKING:
    from tumen.extract.analyzer import Analyzer

Documents = Mapping[CaptureId, Document]
Reviewed = Sequence[ReviewedClaim]

MAPS = ("read", "extract")
FOLDS = ("review", "corroborate", "estimate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """What a run calls, in this order; all are pure.

    Args:
        versions: by stage, the hash of its code; a change makes a run do it again.
    """

    read: Callable[[Capture, bytes, Codebook], tuple[Document, tuple[Issue, ...]]]
    load_analyzer: Callable[[str], "Analyzer"]
    extract: Callable[
        [Document, Codebook, "Analyzer"], tuple[tuple[Claim, ...], tuple[Issue, ...]]
    ]
    check: Callable[[Claim, Document, Codebook], None]
    review: Callable[
        [Sequence[Claim], Sequence[Decision], Documents], tuple[ReviewedClaim, ...]
    ]
    group: Callable[[Reviewed, Documents, Codebook], tuple[Group, ...]]
    estimate: Callable[
        [Sequence[Group], Reviewed, Documents, Codebook, date], tuple[Estimate, ...]
    ]
    boxes: Callable[
        [
            Sequence[Group],
            Reviewed,
            Documents,
            Codebook,
            date,
            Sequence[Estimate],
        ],
        tuple[BoxState, ...],
    ]
    versions: Mapping[str, str]


def built_in_stages() -> Stages:
    """Return the stages of this version of Tumen.

    They are imported here, when they are needed: `tumen --help` answers at once.
    """
    from tumen.corroborate.groups import group_claims
    from tumen.extract.analyzer import load_analyzer
    from tumen.extract.claims import extract_claims
    from tumen.extract.gate import check_claim
    from tumen.read.page import read_document
    from tumen.review.apply import apply_decisions

    return Stages(
        read=read_document,
        load_analyzer=load_analyzer,
        extract=extract_claims,
        check=check_claim,
        review=apply_decisions,
        group=group_claims,
        estimate=_estimate,
        boxes=_boxes,
        versions=stage_versions(),
    )


def _estimate(
    groups: Sequence[Group],
    reviewed: Reviewed,
    documents: Documents,
    codebook: Codebook,
    today: date,
) -> tuple[Estimate, ...]:
    from tumen.estimate.answers.series import model_estimates
    from tumen.estimate.answers.weighing import weigh
    from tumen.estimate.envelope import estimate_series

    envelopes = estimate_series(groups, reviewed, documents, codebook, today=today)
    if codebook.model is None:
        return envelopes
    weighing = weigh(groups, reviewed, codebook, codebook.model, today=today)
    return envelopes if weighing is None else model_estimates(weighing, envelopes)


def _boxes(
    groups: Sequence[Group],
    reviewed: Reviewed,
    documents: Documents,
    codebook: Codebook,
    today: date,
    estimates: Sequence[Estimate],
) -> tuple[BoxState, ...]:
    from tumen.estimate.answers.series import fill_with_model, series_by_box
    from tumen.estimate.boxes import fill_boxes

    boxes = fill_boxes(groups, reviewed, codebook, today=today, documents=documents)
    if codebook.model is None:
        return boxes
    return tuple(fill_with_model(boxes, estimates, series_by_box(codebook.model)))


@cache
def stage_versions() -> Mapping[str, str]:
    """Return the hash of the code of every stage, records and codebook code included.

    A version number alone would let a run keep what older code has read.
    """
    shared = _hash_sources("records") + _hash_sources("codebook")
    return {
        stage: hashlib.sha256((shared + _hash_sources(stage)).encode()).hexdigest()
        for stage in ("ingest", *MAPS, *FOLDS)
    }


def _hash_sources(package: str) -> str:
    digest = hashlib.sha256()
    for file in _sources(resources.files(f"tumen.{package}")):
        # Line ends differ between systems; the code does not.
        digest.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def _sources(folder: Traversable) -> Iterator[Traversable]:
    """Yield the Python files of a package and of the packages in it, by name."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".py"):
            yield entry
        elif entry.is_dir() and (entry / "__init__.py").is_file():
            yield from _sources(entry)


def check_encoder(choice: str, codebook: Codebook) -> None:
    """Refuse the choice of an encoder where the codebook has none.

    Raises:
        MissingPart: so it is.
    """
    from tumen.extract.analyzer import ENCODER

    if choice == ENCODER and codebook.encoder is None:
        raise MissingPart(
            f"the codebook {codebook.name} has no encoder",
            'Set analyzer = "auto" in tumen.toml.',
        )


def model_name(choice: str) -> str:
    """Return which analyzer a choice stands for here, without loading it."""
    from tumen.extract.analyzer import ENCODER, MODEL_PACKAGE, has_spacy

    beside = f" {ENCODER}" if choice == ENCODER else ""
    if choice == "regex" or not has_spacy():
        return f"regex{beside}"
    package = MODEL_PACKAGE.replace("_", "-")
    version = metadata.version(package)
    return f"spacy {metadata.version('spacy')} {package} {version}{beside}"
