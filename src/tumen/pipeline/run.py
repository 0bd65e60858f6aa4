"""Run a case: read what is new, extract its claims, answer again for the whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from tumen.pipeline.folds import FOLD_KEY, fold_key, refold
from tumen.pipeline.page_work import REFUSED, PageTask, PageWork
from tumen.pipeline.progress import Progress, Report, tell_nobody
from tumen.pipeline.stages import FOLDS, check_encoder, model_name
from tumen.pipeline.traces import (
    Watch,
    hash_codebook,
    hash_of,
    make_trace,
    versions_of,
)
from tumen.records.capture import Capture
from tumen.records.issue import Issue
from tumen.runners.here import Here
from tumen.runners.processes import Processes
from tumen.runners.runner import Runner
from tumen.store.rows import PageKeys, PageRows

if TYPE_CHECKING:
    from tumen.pipeline.case import Case
    from tumen.store.writer import StoreWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a case holds after a run.

    Args:
        pages: documents in the case; `read` of them were read in this run.
        unsure: claims that count for nothing before a person decides on them.
        refusals: claims the exact-words gate refused.
        issues: everything that could not be understood, refusals included.
    """

    pages: int
    read: int
    claims: int
    unsure: int
    refusals: int
    groups: int
    estimates: int
    boxes: int
    issues: int


@dataclass(slots=True)
class _Tally:
    """Counts of the pages read in this run."""

    total: int
    done: int = 0
    pages: int = 0
    claims: int = 0
    refusals: int = 0
    issues: int = 0

    def add(self, rows: PageRows) -> Progress:
        """Count one page and return how far the stage is."""
        self.done += 1
        self.pages += rows.document is not None
        self.claims += len(rows.claims)
        self.refusals += count_refusals(rows.issues)
        self.issues += len(rows.issues)
        return Progress(
            stage="read",
            done=self.done,
            total=self.total,
            pages=self.pages,
            claims=self.claims,
            refusals=self.refusals,
            issues=self.issues,
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    """The pages to read, and what their rows will be kept under."""

    captures: tuple[Capture, ...]
    keys: dict[str, PageKeys] = field(default_factory=dict)


def run_case(
    case: "Case", *, now: datetime, report: Report = tell_nobody
) -> RunSummary:
    """Bring a case up to date; what is up to date is not done again.

    Every page is kept as soon as it is read, so a run that was cut off goes on where
    it was. The answers for the whole case are replaced together.

    Raises:
        CaseLocked: another command is writing.
        CaseDamaged: stored bytes were changed.
    """
    with case.store.sole_writer():
        read = _read_pages(case, now, report)
        _answer(case, now, report)
        with case.store.reading() as reader:
            issues = reader.issues()
            return RunSummary(
                pages=reader.count_of("documents"),
                read=read,
                claims=reader.count_of("reviewed"),
                unsure=sum(each.waits for each in reader.reviewed()),
                refusals=count_refusals(issues),
                groups=reader.count_of("groups"),
                estimates=reader.count_of("estimates"),
                boxes=reader.count_of("boxes"),
                issues=len(issues),
            )


def count_refusals(issues: tuple[Issue, ...]) -> int:
    """Return how many of the issues stand for a refused claim."""
    return sum(issue.code == REFUSED for issue in issues)


def _read_pages(case: "Case", now: datetime, report: Report) -> int:
    plan = _plan(case)
    if not plan.captures:
        return 0
    check_encoder(case.settings.extract.analyzer, case.codebook)
    watch = Watch.start(now)
    work = PageWork(case.stages, case.codebook_name, case.settings.extract.analyzer)
    tally = _Tally(len(plan.captures))
    for rows in _runner(case).map(work, _tasks(case, plan)):
        with case.store.writing() as writer:
            writer.put_page(rows)
            progress = tally.add(rows)
            if tally.done == tally.total:
                _trace_maps(case, writer, tally, watch)
        report(progress)
    return tally.done


def _plan(case: "Case") -> _Plan:
    stages, settings = case.stages, case.settings
    codebook = hash_codebook(case.codebook)
    with case.store.reading() as reader:
        captures, kept = reader.captures(), reader.page_keys()
    keys: dict[str, PageKeys] = {}
    for capture in captures:
        read_key = hash_of(
            capture.id, capture.name, capture.charset, stages.versions["read"], codebook
        )
        model = model_name(settings.extract.analyzer)
        extract_key = hash_of(read_key, stages.versions["extract"], model)
        keys[capture.id] = PageKeys(read_key, extract_key)
    wanted = tuple(c for c in captures if kept.get(c.id) != keys[c.id])
    return _Plan(wanted, keys)


def _tasks(case: "Case", plan: _Plan) -> Iterator[PageTask]:
    for capture in plan.captures:
        with case.store.reading() as reader:
            data = reader.blob(capture.id)
        yield PageTask(capture, data, plan.keys[capture.id])


def _runner(case: "Case") -> Runner:
    workers = case.settings.run.workers
    return Processes(workers) if workers > 1 else Here()


def _trace_maps(
    case: "Case", writer: "StoreWriter", tally: _Tally, watch: Watch
) -> None:
    """Note how pages and claims were made, together with the last page of the run."""
    versions = versions_of(case.codebook, model_name(case.settings.extract.analyzer))
    ids = hash_of([capture.id for capture in writer.captures()])
    pages = writer.state_of("documents")
    writer.append_trace(
        make_trace(
            "read",
            versions=versions,
            settings=None,
            inputs_hash=ids,
            outputs_hash=pages,
            counts={"pages": tally.pages, "issues": tally.issues},
            watch=watch,
        )
    )
    writer.append_trace(
        make_trace(
            "extract",
            versions=versions,
            settings=case.settings.extract,
            inputs_hash=pages,
            outputs_hash=writer.state_of("claims"),
            counts={"claims": tally.claims, "refusals": tally.refusals},
            watch=watch,
        )
    )


def _answer(case: "Case", now: datetime, report: Report) -> None:
    """Run the folds when anything they depend on has changed."""
    with case.store.reading() as reader:
        if reader.fact(FOLD_KEY) == fold_key(case, reader, now.date()):
            return
    report(Progress(stage=FOLDS[0], done=0, total=1))
    with case.store.writing() as writer:
        answers = refold(case, writer, now)
    report(
        Progress(
            stage=FOLDS[-1],
            done=1,
            total=1,
            claims=len(answers.reviewed),
            issues=len(answers.issues),
        )
    )
