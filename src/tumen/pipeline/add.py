"""Take files and folders into a case."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tumen.errors import FetchError, MaterialError, TumenError
from tumen.ingest.captures import make_capture
from tumen.pipeline.gather import Found, gather_files, read_file
from tumen.pipeline.progress import Progress, Report, tell_nobody
from tumen.pipeline.settings import IngestSettings
from tumen.pipeline.stages import model_name
from tumen.pipeline.traces import Watch, hash_of, make_trace, versions_of
from tumen.records.capture import Capture
from tumen.records.issue import Issue

if TYPE_CHECKING:
    from tumen.pipeline.case import Case
    from tumen.pipeline.fetch import Fetched
    from tumen.store.writer import StoreWriter

MOST_FILES = 32
MOST_BYTES = 32_000_000
"""Files are committed together up to these limits: a durable commit costs more than
its rows."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Material that came in: a capture with its bytes, or an issue instead."""

    name: str
    capture: Capture | None
    data: bytes
    issue: Issue | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSummary:
    """What became of the material.

    Args:
        added: new captures.
        known: bytes that were there already; a new name is recorded.
        issues: files or addresses that were not taken, each with an issue.
        skipped: hidden files, litter, linked folders and case folders.
    """

    added: int = 0
    known: int = 0
    issues: int = 0
    skipped: int = 0

    @property
    def done(self) -> int:
        """Return how many files or addresses have been looked at."""
        return self.added + self.known + self.issues


def add_paths(
    case: "Case",
    paths: Sequence[str | Path],
    *,
    now: datetime,
    report: Report = tell_nobody,
) -> AddSummary:
    """Take files and folders in; one clear issue for each file that cannot be taken.

    Raises:
        UsageError: a path does not exist, or is an address.
        CaseLocked: another command is writing.
    """
    found = gather_files(paths)
    wanted = [each for each in found if not each.skipped]
    skipped = len(found) - len(wanted)
    arrivals = (_open_file(case, each, now) for each in wanted)
    return _take_all(case, arrivals, len(wanted), skipped, now, report)


def add_address(
    case: "Case",
    addresses: Sequence[str],
    *,
    now: datetime,
    report: Report = tell_nobody,
    get: "Callable[[str, IngestSettings], Fetched] | None" = None,
) -> AddSummary:
    """Get public pages and keep their bytes: the only use of the network there is.

    Args:
        get: what gets a page, `tumen.pipeline.fetch.fetch_page` when left out.

    Raises:
        FetchError: the only address given could not, or may not, be fetched; of
            several, each that fails gives an issue.
        UsageError: a text is no http or https address.
        CaseLocked: another command is writing.
    """
    # Imported here: who does not say --fetch loads nothing that knows a network.
    from tumen.pipeline.fetch import fetch_page

    get = get or fetch_page

    def fetch(address: str) -> Arrival:
        try:
            return _accept_page(case, get(address, case.settings.ingest), now)
        except MaterialError as error:
            return _refuse(address, error, error.code)

    def fetch_or_note(address: str) -> Arrival:
        try:
            return fetch(address)
        except FetchError as error:
            return _refuse(address, error, "not_fetched")

    take = fetch if len(addresses) == 1 else fetch_or_note
    arrivals = (take(address) for address in addresses)
    return _take_all(case, arrivals, len(addresses), 0, now, report)


def _open_file(case: "Case", found: Found, now: datetime) -> Arrival:
    limit = case.settings.ingest.max_bytes
    try:
        if found.trouble:
            raise found.trouble
        data = read_file(found, limit)
        capture = make_capture(found.name, data, added_at=now, max_bytes=limit)
    except MaterialError as error:
        return _refuse(found.name, error, error.code)
    return Arrival(found.name, capture, data, None)


def _accept_page(case: "Case", page: "Fetched", now: datetime) -> Arrival:
    capture = make_capture(
        page.name,
        page.data,
        added_at=now,
        max_bytes=case.settings.ingest.max_bytes,
        origin=page.address,
        charset=page.charset,
    )
    return Arrival(page.name, capture, page.data, None)


def _refuse(name: str, error: TumenError, code: str) -> Arrival:
    issue = Issue(
        stage="ingest",
        code=code,
        doc=name,
        problem=error.problem,
        remedy=error.remedy,
    )
    return Arrival(name, None, b"", issue)


def _take_all(
    case: "Case",
    arrivals: Iterable[Arrival],
    total: int,
    skipped: int,
    now: datetime,
    report: Report,
) -> AddSummary:
    """Keep what arrives, a batch at a time: each batch as a whole or not at all."""
    summary = AddSummary(skipped=skipped)
    watch = Watch.start(now)
    with case.store.sole_writer():
        for batch in _batches(arrivals):
            with case.store.writing() as writer:
                for arrival in batch:
                    summary = _take(writer, arrival, summary)
                if summary.done == total:
                    _trace(case, writer, summary, watch)
            report(
                Progress(
                    stage="ingest",
                    done=summary.done,
                    total=total,
                    pages=summary.added,
                    issues=summary.issues,
                )
            )
    return summary


def _batches(arrivals: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    batch: list[Arrival] = []
    size_bytes = 0
    for arrival in arrivals:
        batch.append(arrival)
        size_bytes += len(arrival.data)
        if len(batch) >= MOST_FILES or size_bytes >= MOST_BYTES:
            yield batch
            batch, size_bytes = [], 0
    if batch:
        yield batch


def _take(writer: "StoreWriter", arrival: Arrival, summary: AddSummary) -> AddSummary:
    capture = arrival.capture
    issues = (arrival.issue,) if arrival.issue else ()
    writer.put_issues(f"add {arrival.name}", issues)
    if capture is None:
        return replace(summary, issues=summary.issues + 1)
    known = writer.capture(capture.id)
    name = _free_name(writer, capture)
    if known is None or writer.is_removed(capture.id):
        writer.put_capture(replace(capture, name=name), arrival.data)
        return replace(summary, added=summary.added + 1)
    if name not in (known.name, *known.other_names):
        writer.put_names(replace(known, other_names=(*known.other_names, name)))
    return replace(summary, known=summary.known + 1)


def _free_name(writer: "StoreWriter", capture: Capture) -> str:
    """Return the name, with a part of the hash when other bytes have it already."""
    owner = writer.capture_named(capture.name)
    if owner is None or owner == capture.id:
        return capture.name
    path = PurePosixPath(capture.name)
    return str(path.with_name(f"{path.stem}~{capture.id[:8]}{path.suffix}"))


def _trace(
    case: "Case", writer: "StoreWriter", summary: AddSummary, watch: Watch
) -> None:
    """Note how the material was taken in, together with the last of it."""
    ids = sorted(capture.id for capture in writer.captures())
    writer.append_trace(
        make_trace(
            "ingest",
            versions=versions_of(
                case.codebook, model_name(case.settings.extract.analyzer)
            ),
            settings=case.settings.ingest,
            inputs_hash=hash_of(summary.done),
            outputs_hash=hash_of(ids),
            counts={
                "added": summary.added,
                "known": summary.known,
                "issues": summary.issues,
                "skipped": summary.skipped,
            },
            watch=watch,
        )
    )
