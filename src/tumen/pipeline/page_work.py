"""Read one page and extract its claims: the work that can go to any runner."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.errors import ClaimRefused, MaterialError
from tumen.pipeline.stages import Stages
from tumen.records.capture import Capture
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.issue import Issue
from tumen.store.rows import PageKeys, PageRows

if TYPE_CHECKING:
    from tumen.extract.analyzer import Analyzer

REFUSED = "claim_refused"
"""Code of the issue that stands for a claim the exact-words gate refused."""


@dataclass(frozen=True, slots=True)
class PageTask:
    """One page to read: its capture, bytes, and what its rows will be kept under."""

    capture: Capture
    data: bytes
    keys: PageKeys


@dataclass(frozen=True, slots=True)
class PageWork:
    """Everything that reading a page needs, small enough to be pickled.

    Args:
        codebook: name or folder, loaded once in every process.
        analyzer: choice of the settings, loaded once in every process.
    """

    stages: Stages
    codebook: str
    analyzer: str

    def __call__(self, task: PageTask) -> PageRows:
        """Return what the page gave; an unreadable one gives an issue."""
        codebook = load_codebook(self.codebook)
        capture = task.capture
        with Named(capture.name):
            try:
                document, issues = self.stages.read(capture, task.data, codebook)
            except MaterialError as error:
                return PageRows(
                    capture=capture.id,
                    keys=task.keys,
                    document=None,
                    claims=(),
                    issues=(_unreadable(capture, error),),
                )
            analyzer = _load(self.stages.load_analyzer, self.analyzer)
            claims, more = self.stages.extract(document, codebook, analyzer)
            kept, refused = self._gate(claims, document, codebook)
        return PageRows(
            capture=capture.id,
            keys=task.keys,
            document=document,
            claims=kept,
            issues=(*issues, *more, *refused),
        )

    def _gate(
        self, claims: tuple[Claim, ...], document: Document, codebook: Codebook
    ) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
        """Sort claims into those that quote their exact words, each once, and issues."""
        kept: dict[str, Claim] = {}
        refused: list[Issue] = []
        for claim in claims:
            try:
                self.stages.check(claim, document, codebook)
            except ClaimRefused as error:
                refused.append(_refusal(claim, document, error))
            else:
                kept.setdefault(claim.id, claim)
        return tuple(kept.values()), tuple(refused)


class Named:
    """Adds the name of the page to an unforeseen error that passes through."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error:
            error.add_note(f"while reading the page {self.name}")


@cache
def _load(load: Callable[[str], "Analyzer"], choice: str) -> "Analyzer":
    return load(choice)


def _unreadable(capture: Capture, error: MaterialError) -> Issue:
    return Issue(
        stage="read",
        code=error.code,
        doc=capture.name,
        problem=error.problem,
        remedy=error.remedy,
        capture=capture.id,
    )


def _refusal(claim: Claim, document: Document, error: ClaimRefused) -> Issue:
    return Issue(
        stage="extract",
        code=REFUSED,
        doc=document.name,
        problem=error.problem,
        remedy=error.remedy,
        capture=document.capture,
        span=claim.span,
    )
