"""Everything protect needs to see before anything may leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tumen.codebook.schema import Codebook
from tumen.records.document import Document
from tumen.records.estimate import BoxState, Estimate
from tumen.records.group import Group
from tumen.records.ids import CaptureId
from tumen.records.reviewed import ReviewedClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """A whole case, as the stages left it.

    Args:
        case: name of the case folder.
        reviewed: every claim, rejected ones included.
        head: hash of the last review decision; 64 zeros without any.
        versions: of `code`, `codebook` and `model`.
        counts: what the run counted, e.g. pages, claims, refusals, issues.
    """

    case: str
    codebook: Codebook
    documents: Mapping[CaptureId, Document]
    reviewed: tuple[ReviewedClaim, ...]
    groups: tuple[Group, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    boxes: tuple[BoxState, ...] = ()
    head: str
    versions: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
