"""What is handed to the store and comes back from it, without a database in sight."""

from dataclasses import dataclass

from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.estimate import BoxState, Estimate
from tumen.records.group import Group
from tumen.records.ids import CaptureId
from tumen.records.issue import Issue
from tumen.records.reviewed import ReviewedClaim

FILE_NAME = "case.sqlite"
LOCK_NAME = "case.lock"


@dataclass(frozen=True, slots=True)
class PageKeys:
    """What a stored page was read and extracted with."""

    read_key: str
    extract_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRows:
    """Everything one page gave; `document` is None when it could not be read."""

    capture: CaptureId
    keys: PageKeys
    document: Document | None
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the folds gave for the whole case."""

    reviewed: tuple[ReviewedClaim, ...]
    groups: tuple[Group, ...]
    estimates: tuple[Estimate, ...]
    boxes: tuple[BoxState, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something stored that is not as it was written."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
