"""Report a world folder through an invented press, and write pages and truth."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tumen.codebook.load import load_codebook
from tumen.codebook.load_press import load_press_rules
from tumen.codebook.schema import Codebook
from tumen.errors import UsageError
from tumen.ingest.captures import make_capture
from tumen.pipeline.progress import Progress, Report, tell_nobody
from tumen.pipeline.world import read_world
from tumen.read.page import read_document
from tumen.records.document import Document, Role
from tumen.records.press import Press, PressClaim, PressOrigin, PressPage, SeriesRow

MOST_PAGES = 100_000
LARGEST_PAGE = 4_000_000
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
"""Time of addition given to pages while labels are placed; nothing depends on it."""
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class PressSummary:
    """What was written.

    Args:
        lost: labels whose words do not stand in the page as Tumen reads it.
    """

    folder: Path
    pages: int
    copies: int
    claims: int
    figures: int
    origins: int
    silent: int
    lost: int


def make_press(folder: Path, *, pages: int, seed: int) -> Press:
    """Return an invented press about the world in a folder.

    Raises:
        UsageError: there is no world, or a number is out of bounds.
        CodebookError: its codebook has no press, or the rules are wrong.
    """
    from tumen.world.press.report import report_world

    if not 1 <= pages <= MOST_PAGES:
        raise UsageError(
            f"pages {pages} is out of bounds", f"Choose from 1 to {MOST_PAGES}."
        )
    if seed < 0:
        raise UsageError(f"seed {seed} is out of bounds", "Choose 0 or more.")
    world = read_world(folder)
    return report_world(world, load_press_rules(world.codebook), pages=pages, seed=seed)


def write_press(
    press: Press, folder: Path, report: Report = tell_nobody
) -> PressSummary:
    """Write pages and truth into a new or empty folder.

    Labels are placed in the pages as Tumen reads them; one whose words the reader lost
    has no place.

    Raises:
        UsageError: the folder holds something, or cannot be made.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty", "Choose a folder that is new.")
    known = load_codebook(press.codebook)
    documents: list[Row] = []
    claims: list[Row] = []
    for number, page in enumerate(press.pages, 1):
        document = read_press_page(page, known)
        documents.append(document_row(page, document))
        claims += [
            claim_row(claim, f"{Path(page.name).stem}-{at:02d}", page, document)
            for at, claim in enumerate(page.claims, 1)
        ]
        report(Progress(stage="press", done=number, total=len(press.pages), of="pages"))
    truth: dict[str, Sequence[Row]] = {
        "claims": claims,
        "documents": documents,
        "origins": list(origin_rows(press.origins, claims)),
        "series": [series_row(row) for row in press.series],
        "leaks": [{"text": text, "why": why} for text, why in press.leaks],
    }
    _write(press, truth, folder)
    return PressSummary(
        folder=folder,
        pages=len(press.pages),
        copies=sum(page.origin_doc is not None for page in press.pages),
        claims=len(claims),
        figures=sum(row["kind"] == "figure" for row in claims),
        origins=len(press.origins),
        silent=sum(not page.claims for page in press.pages),
        lost=sum(row["start"] is None for row in claims),
    )


def _write(press: Press, truth: Mapping[str, Sequence[Row]], folder: Path) -> None:
    try:
        (folder / "pages").mkdir(parents=True)
        (folder / "truth").mkdir()
        for page in press.pages:
            path = folder / "pages" / page.name
            path.write_text(page.content, encoding="utf-8", newline="\n")
        for name, rows in truth.items():
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            path = folder / "truth" / f"{name}.jsonl"
            path.write_text("".join(lines), encoding="utf-8", newline="\n")
        (folder / "README.txt").write_text(
            readme(press), encoding="utf-8", newline="\n"
        )
    except OSError as error:
        raise UsageError(
            f"{folder}: {error.strerror}", "Choose a folder you may write to."
        ) from error


def readme(press: Press) -> str:
    """Return what stands beside the pages."""
    return (
        f"{press.notice}\n\n"
        f"{len(press.pages)} pages of an invented press about the scenario "
        f"{press.scenario}; seed {press.seed}.\n"
        "No outlet, voice or person in them exists.\n\n"
        "pages/                 what the press wrote\n"
        "truth/claims.jsonl     what each page says, with its exact words\n"
        "truth/documents.jsonl  who published each page when, and what it copies\n"
        "truth/origins.jsonl    who said it first, what they held, what was true\n"
        "truth/series.jsonl     what the world held, month by month\n"
        "truth/leaks.jsonl      words that nothing released may hold\n"
    )


def read_press_page(page: PressPage, codebook: Codebook) -> Document:
    """Return a page as Tumen reads it."""
    data = page.content.encode()
    capture = make_capture(page.name, data, added_at=READ_AT, max_bytes=LARGEST_PAGE)
    document, _ = read_document(capture, data, codebook)
    return document


def find_place(claim: PressClaim, document: Document) -> tuple[int, int] | None:
    """Return where the words of a label stand.

    Its whole paragraph is looked for first: a caption may repeat the words, and the
    reader may take it for running text. Then the words alone, in the running text, else
    anywhere.
    """
    at = document.text.find(claim.anchor)
    if at >= 0:
        return at + claim.at, at + claim.at + len(claim.quote)
    body = [block.span for block in document.blocks_of(Role.BODY)]
    whole = (0, len(document.text))
    for start, end in (*((span.start, span.end) for span in body), whole):
        at = document.text.find(claim.quote, start, end)
        if at >= 0:
            return at, at + len(claim.quote)
    return None


def claim_row(
    claim: PressClaim, claim_id: str, page: PressPage, document: Document
) -> dict[str, object]:
    """Return one label as a row of claims.jsonl."""
    found = find_place(claim, document)
    return {
        "claim_id": claim_id,
        "doc": page.name,
        "start": found[0] if found else None,
        "end": found[1] if found else None,
        "quote": claim.quote,
        "kind": claim.kind,
        "element": claim.element,
        "measure": claim.measure,
        "low": claim.low,
        "best": claim.best,
        "high": claim.high,
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "as_of_start": _day(claim.as_of_start),
        "as_of_end": _day(claim.as_of_end),
        "place": claim.place,
        "iso": claim.iso,
        "population": claim.population,
        "speaker": claim.speaker,
        "speaker_kind": claim.speaker_kind,
        "via": claim.via,
        "chain": list(claim.chain),
        "hedge": claim.hedge,
        "flags": list(claim.flags),
        "also": {slot: list(readings) for slot, readings in claim.also.items()},
        "origin": claim.origin,
    }


def document_row(page: PressPage, document: Document) -> dict[str, object]:
    """Return one page as a row of documents.jsonl."""
    is_copy = page.origin_doc is not None
    return {
        "doc": page.name,
        "title": page.title,
        "original_outlet": page.original,
        "host": page.host,
        "published": {
            "first": _day(page.first),
            "last": _day(page.last),
            "certainty": page.certainty,
        },
        "language": page.language,
        "authors": [{"name": name, "role": "reporter"} for name in page.authors],
        "reprint_of": {"outlet": page.original} if is_copy else None,
        "regions": list(_regions(page, document)),
        "mask": [{"quote": name, "why": why} for name, why in page.masked],
        "origin_doc": page.origin_doc,
    }


def _regions(page: PressPage, document: Document) -> Iterable[dict[str, object]]:
    """Yield the blocks of a page in the order of the text; lost ones are left out."""
    at = 0
    for block in page.blocks:
        found = document.text.find(block.text, at)
        if found >= 0:
            at = found + len(block.text)
            yield {"start": found, "end": at, "role": block.role}


def origin_rows(
    origins: Iterable[PressOrigin], claims: Iterable[Row]
) -> Iterable[dict[str, object]]:
    """Yield the rows of origins.jsonl."""
    by_origin: dict[object, list[Row]] = {}
    for row in claims:
        by_origin.setdefault(row["origin"], []).append(row)
    for origin in origins:
        told = by_origin.get(origin.id, [])
        yield {
            "origin": origin.id,
            "speaker": origin.speaker,
            "speaker_kind": origin.speaker_kind,
            "element": origin.element,
            "as_of_start": _day(origin.as_of_start),
            "as_of_end": _day(origin.as_of_end),
            "value": origin.value,
            "true_value": origin.true_value,
            "world_value": origin.world_value,
            "series": origin.series,
            "claims": [row["claim_id"] for row in told],
            "docs": list(dict.fromkeys(row["doc"] for row in told)),
        }


def series_row(row: SeriesRow) -> dict[str, object]:
    """Return one row of series.jsonl."""
    return {
        "code": row.code,
        "element": row.element,
        "measure": row.measure,
        "population": row.population,
        "place": row.place,
        "iso": row.iso,
        "first": _day(row.first),
        "last": _day(row.last),
        "value": row.value,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
