"""Invented pages with real faults, beside what they should be read as.

To write the expectations anew, and then review the difference:
`python tests/read/test_golden_pages.py --update-golden`
"""

import importlib
import json
import sys
import tomllib
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from tumen.codebook.schema import Codebook
from tumen.read.page import read_document
from tumen.records.capture import Capture
from tumen.records.document import Dated, Document
from tumen.records.ids import CaptureId

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(file.name for file in PAGES.iterdir() if file.suffix != ".toml")
MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html"}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_as_reviewed(name: str, codebook: Codebook) -> None:
    expected = tomllib.loads((PAGES / f"{name}.toml").read_text(encoding="utf-8"))
    assert describe(read_page(name, codebook)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_blocks_stand_in_order_and_apart(name: str, codebook: Codebook) -> None:
    spans = [block.span for block in read_page(name, codebook).blocks]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("name", NAMES)
def test_all_evidence_quotes_the_text(name: str, codebook: Codebook) -> None:
    document = read_page(name, codebook)
    dates = [document.published, document.updated, document.captured]
    found = [e for dated in dates if dated for e in dated.evidence]
    found += [*document.caption_dates, *document.caption_conflicts]
    assert [e.span.quote(document.text) for e in found] == [e.quote for e in found]


def read_page(name: str, codebook: Codebook) -> Document:
    data = (PAGES / name).read_bytes()
    capture = capture_of(name, data)
    return read_document(capture, data, codebook)[0]


def capture_of(name: str, data: bytes) -> Capture:
    return Capture(
        id=CaptureId("0" * 64),
        name=name,
        media_type=MEDIA_TYPES[Path(name).suffix],
        size_bytes=len(data),
        added_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def describe(document: Document) -> dict[str, object]:
    """Return what is reviewed, without what is absent: TOML knows no null."""
    reprint = document.reprint_of
    said = {
        "title": document.title,
        "original_outlet": document.original_outlet,
        "host": document.host,
        "reprint_of": reprint.outlet if reprint else None,
        "published": describe_date(document.published),
        "updated": describe_date(document.updated),
        "captured": describe_date(document.captured),
        "language": document.language,
        "authors": [f"{a.name} ({a.role})" for a in document.authors],
        "byline_quote": document.byline_quote,
        "translated_from": document.translated_from,
        "caption_dates": [e.quote for e in document.caption_dates],
        "address": document.address,
        "blocks": [
            [block.role.value, block.span.quote(document.text)]
            for block in document.blocks
        ],
    }
    return {key: value for key, value in said.items() if value not in (None, [])}


def describe_date(dated: Dated | None) -> str | None:
    if dated is None:
        return None
    period = f"{dated.period.first or ''}..{dated.period.last or ''}"
    proof = "; ".join(f"{e.quote} = {e.says}" for e in dated.evidence)
    return f"{period} {dated.certainty} [{proof}]"


def write_expectations(codebook: Codebook) -> None:
    for name in NAMES:
        said = describe(read_page(name, codebook))
        blocks = said.pop("blocks")
        assert isinstance(blocks, list)
        lines = [f"{key} = {as_toml(value)}" for key, value in said.items()]
        lines += ["blocks = [", *(f"  {as_toml(block)}," for block in blocks), "]"]
        file = PAGES / f"{name}.toml"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def as_toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__" and "--update-golden" in sys.argv:
    write_expectations(importlib.import_module("conftest").make_codebook())
