"""True claims as a table of figures, so that they take the product's own path.

One row for each origin: the claim of the page where the words first stood, not of one
that copies it. Plans are no figures about people and are left out.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

COLUMNS = (
    "element",
    "measure",
    "low",
    "best",
    "high",
    "unit",
    "qualifier",
    "as_of_start",
    "as_of_end",
    "place",
    "iso",
    "population",
    "speaker",
    "speaker_kind",
    "via",
    "outlet",
    "hedge",
    "origin",
)
PLANNED = "planned"
NO_SIZE = "none"


class TrueClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that the press meant to make; names as in the truth file."""

    claim_id: str
    doc: str
    kind: str
    element: str
    measure: str
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    qualifier: str
    as_of_start: str | None
    as_of_end: str | None
    place: str | None
    iso: str | None
    population: str | None
    speaker: str
    speaker_kind: str
    via: str | None
    hedge: str
    origin: str


class TruePage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the press: who printed it, and which page it copies."""

    doc: str
    original_outlet: str | None = None
    origin_doc: str | None = None


def read_claims(folder: Path) -> list[TrueClaim]:
    """Return the true claims of a press folder."""
    text = (folder / "truth" / "claims.jsonl").read_bytes()
    return msgspec.json.Decoder(TrueClaim).decode_lines(text)


def read_pages(folder: Path) -> dict[str, TruePage]:
    """Return the pages of a press folder, by name."""
    text = (folder / "truth" / "documents.jsonl").read_bytes()
    return {
        page.doc: page for page in msgspec.json.Decoder(TruePage).decode_lines(text)
    }


def first_words(
    claims: Iterable[TrueClaim], pages: Mapping[str, TruePage]
) -> tuple[TrueClaim, ...]:
    """Return one figure for each origin, as it was first printed."""
    chosen: dict[str, TrueClaim] = {}
    for claim in sorted(claims, key=lambda claim: _is_copy(claim, pages)):
        is_figure = claim.kind == "figure" and claim.qualifier != NO_SIZE
        if is_figure and claim.hedge != PLANNED:
            chosen.setdefault(claim.origin, claim)
    return tuple(chosen.values())


def _is_copy(claim: TrueClaim, pages: Mapping[str, TruePage]) -> bool:
    page = pages.get(claim.doc)
    return page is not None and page.origin_doc is not None


def to_table(claims: Sequence[TrueClaim], pages: Mapping[str, TruePage]) -> str:
    """Return claims as a CSV table that a case can take."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for claim in claims:
        row = {name: getattr(claim, name, None) for name in COLUMNS}
        page = pages.get(claim.doc)
        row["outlet"] = page.original_outlet if page else None
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return file.getvalue()


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)
